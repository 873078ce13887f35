//! How the business is called, where it is and how it is shown.

use super::{
    RIGHT,
    answers::Answers,
    profile_form,
    sheet::{self, Sheet, differences},
};
use crate::{
    base::msg::Msg,
    db,
    domain::businesses::profile_card::{self, OwnProfile, ProfileError},
    web::{
        desk::Room,
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        postal,
        session::SignedIn,
        site::Site,
        ui::lookup::Lookup,
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    own: OwnProfile,
}

/// The form with what is kept.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    let typed = profile_form::answers(ctx.t, &scene.own);
    page(&ctx, &signed_in, &scene, (&typed, &Errors::default()))
}

/// Writes it; where somebody else was first, both are shown.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    let mut errors = Errors::default();
    if typed.has("switch") {
        return page(&ctx, &signed_in, &scene, (&typed, &errors));
    }
    if !typed.get("find").is_empty() {
        return find(&site, &ctx, &signed_in, (&scene, typed)).await;
    }
    let Some(own) = profile_form::parse(&typed, &mut errors) else {
        return page(&ctx, &signed_in, &scene, (&typed, &errors));
    };
    let version = typed.get("version").to_owned();
    let wish = (slug.as_str(), RIGHT);
    let saved = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        profile_card::save(tx, &own, &version)
    });
    match saved.await? {
        Ok(()) => {
            let office = links::owner(ctx.lang, &slug, "");
            Ok(flash::say(ctx.see_other(&office)?, Said::BusinessSaved))
        }
        Err(ProfileError::Db(error)) => Err(error.into()),
        Err(ProfileError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            let newest = read(&site, &ctx, &signed_in, &slug).await?;
            page(&ctx, &signed_in, &newest, (&typed, &errors))
        }
    }
}

/// The same with the address that the postal code stands for.
async fn find(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (scene, mut typed): (&Scene, Answers),
) -> Result {
    let mut errors = Errors::default();
    let wish = (typed.get("postal_code"), typed.get("find"));
    let answer = postal::answer(site, ctx, wish, &mut errors).await?;
    if let Some(start) = &answer.start {
        typed.put("street", start.street(typed.get("street")));
        typed.put("prefecture", &start.prefecture);
        typed.put("city", &start.city);
    }
    let found = (answer.lookup, answer.start.is_some());
    page_with(ctx, signed_in, scene, (&typed, &errors), found)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        |tx, at| -> db::Result<_> {
            Ok(Scene {
                at: at.clone(),
                own: profile_card::read(tx)?,
            })
        },
    );
    Ok(found.await??)
}

fn page(ctx: &PageCtx, signed_in: &SignedIn, scene: &Scene, form: (&Answers, &Errors)) -> Result {
    page_with(ctx, signed_in, scene, form, (postal::offered(ctx), false))
}

fn page_with(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
    (lookup, filled): (Lookup, bool),
) -> Result {
    let t = ctx.t;
    let mut parts = profile_form::parts(ctx, typed, errors);
    let fields = parts.iter_mut().flat_map(|part| &mut part.fields);
    postal::attach(fields, &lookup, filled);
    let is_stale = errors.of("", t).is_some();
    let status = match (is_stale, errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, true) => StatusCode::OK,
    };
    let kept = profile_form::answers(t, &scene.own);
    let theirs = profile_form::parts(ctx, &kept, &Errors::default());
    let sheet = Sheet {
        heading: t.owner_profile_title(),
        at: "profile".to_owned(),
        list: String::new(),
        version: match typed.get("version") {
            opened if !opened.is_empty() && !is_stale => opened.to_owned(),
            _ => scene.own.version(),
        },
        newer: is_stale.then(|| differences(ctx, &parts, &theirs)),
        parts,
        ..Sheet::default()
    };
    sheet::draw(
        ctx,
        (signed_in, &scene.at, Room::Office),
        status,
        (sheet, errors),
    )
}
