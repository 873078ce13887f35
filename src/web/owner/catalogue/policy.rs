//! One cancellation policy: a new one, or one that is changed, made the default, or deleted.

use super::{
    RIGHT,
    answers::Answers,
    policies::example,
    policy_form,
    sheet::{self, Sheet, act, differences},
};
use crate::{
    base::{ids::PolicyId, msg::Msg},
    db::{self, TenantTx},
    domain::catalog::{
        policy_card::{self, OwnPolicy, PolicyError, PolicyFate},
        service_card::{self, OwnService},
    },
    web::{
        desk::Room,
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::buttons::{LinkButton, PostButton, Submit, Voice},
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use chrono::{DateTime, Utc};

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    known: Option<OwnPolicy>,
    /// The services that go by it.
    using: Vec<OwnService>,
    now: DateTime<Utc>,
}

/// The form of a new one.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, (&path.1, None)).await?;
    let asked = (&policy_form::blank(), &Errors::default());
    page(&ctx, &signed_in, &scene, asked)
}

/// A new one.
pub async fn create(
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
    save(&site, &ctx, &signed_in, (&slug, None), &typed).await
}

/// The form of one that is there.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let id = key(&path.2)?;
    let scene = read(&site, &ctx, &signed_in, (&path.1, Some(id))).await?;
    let typed = as_it_is(&scene);
    page(&ctx, &signed_in, &scene, (&typed, &Errors::default()))
}

/// Writes it anew; where somebody else was first, both are shown.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id = key(&id)?;
    save(&site, &ctx, &signed_in, (&slug, Some(id)), &typed).await
}

async fn save(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, Option<PolicyId>),
    typed: &Answers,
) -> Result {
    let scene = read(site, ctx, signed_in, (slug, id)).await?;
    let mut errors = Errors::default();
    if typed.has("switch") {
        return page(ctx, signed_in, &scene, (typed, &errors));
    }
    let card = policy_form::parse(typed, &mut errors);
    let Some(card) = card.filter(|_| !typed.has("preview")) else {
        return page(ctx, signed_in, &scene, (typed, &errors));
    };
    let version = typed.get("version").to_owned();
    let wish = (slug, RIGHT);
    let saved = member::enter(site, ctx, signed_in, wish, move |tx, _| match id {
        None => policy_card::add(tx, &card).map_err(PolicyError::from),
        Some(id) => policy_card::save(tx, id, &card, &version).map(|()| id),
    });
    match saved.await? {
        Ok(_) => {
            let list = links::owner(ctx.lang, slug, "policies");
            Ok(flash::say(ctx.see_other(&list)?, Said::CatalogSaved))
        }
        Err(PolicyError::Unknown | PolicyError::InUse) => Err(Error::NotFound),
        Err(PolicyError::Db(error)) => Err(error.into()),
        Err(PolicyError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            let newest = read(site, ctx, signed_in, (slug, id)).await?;
            page(ctx, signed_in, &newest, (typed, &errors))
        }
    }
}

/// Makes it the default, deletes or restores it. Where services go by it, they are shown instead.
pub async fn settle(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id = key(&id)?;
    let (fate, said) = match typed.get("to") {
        "default" => (PolicyFate::Default, Said::CatalogSaved),
        "delete" => (PolicyFate::Deleted, Said::CatalogRemoved),
        "restore" => (PolicyFate::Restored, Said::CatalogRestored),
        _ => return Err(Error::Unreadable),
    };
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        policy_card::settle(tx, id, fate)
    });
    match done.await? {
        Ok(()) => {
            let list = links::owner(ctx.lang, &slug, "policies");
            Ok(flash::say(ctx.see_other(&list)?, said))
        }
        Err(PolicyError::Unknown | PolicyError::Stale) => Err(Error::NotFound),
        Err(PolicyError::Db(error)) => Err(error.into()),
        Err(PolicyError::InUse) => {
            ctx.stand_at(&links::owner(ctx.lang, &slug, &format!("policies/{id}")));
            let mut errors = Errors::default();
            errors.add("name", Msg::new("catalog-policy-in-use"));
            let scene = read(&site, &ctx, &signed_in, (&slug, Some(id))).await?;
            page(&ctx, &signed_in, &scene, (&as_it_is(&scene), &errors))
        }
    }
}

fn key(word: &str) -> std::result::Result<PolicyId, Error> {
    word.parse().map_err(|_no_key| Error::NotFound)
}

fn as_it_is(scene: &Scene) -> Answers {
    let known = scene.known.as_ref();
    known.map_or_else(policy_form::blank, |own| policy_form::answers(&own.card))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, Option<PolicyId>),
) -> std::result::Result<Scene, Error> {
    let wish = (slug, RIGHT);
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| scene(tx, at, id));
    found.await??.ok_or(Error::NotFound)
}

fn scene(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<PolicyId>) -> db::Result<Option<Scene>> {
    let mut all = policy_card::all(tx)?.into_iter();
    let known = all.find(|one| Some(one.id) == id && !one.is_deleted);
    if known.is_some() != id.is_some() {
        return Ok(None);
    }
    let mut using = service_card::all(tx)?;
    using.retain(|one| !one.is_deleted && id.is_some() && one.card.policy_id == id);
    Ok(Some(Scene {
        at: at.clone(),
        known,
        using,
        now: tx.now(),
    }))
}

fn page(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
) -> Result {
    let t = ctx.t;
    let parts = policy_form::parts(ctx, (typed, errors));
    let is_stale = errors.of("", t).is_some();
    let status = match (is_stale, errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, true) => StatusCode::OK,
    };
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let preview = policy_form::parse(typed, &mut Errors::default()).map(|card| {
        let start = example(scene.at.profile.zone, scene.now);
        policy_form::preview(ctx, &moments, &card, start)
    });
    let sheet = match &scene.known {
        None => Sheet {
            heading: t.catalog_policy_new(),
            at: "policies/new".to_owned(),
            ..Sheet::default()
        },
        Some(own) => {
            let theirs = policy_form::answers(&own.card);
            let theirs = policy_form::parts(ctx, (&theirs, &Errors::default()));
            Sheet {
                heading: own.card.name.clone(),
                lead: Some(t.catalog_policy_lead(scene.using.len())),
                at: format!("policies/{}", own.id),
                version: match typed.get("version") {
                    opened if !opened.is_empty() && !is_stale => opened.to_owned(),
                    _ => own.card.version(),
                },
                newer: is_stale.then(|| differences(ctx, &parts, &theirs)),
                obstacles: using(ctx, scene),
                acts: acts(ctx, &scene.at.profile.slug, own),
                ..Sheet::default()
            }
        }
    };
    let sheet = Sheet {
        list: "policies".to_owned(),
        parts,
        preview,
        also: Some(Submit {
            label: t.catalog_preview_submit(),
            voice: Voice::Quiet,
            answer: Some(("preview".to_owned(), "yes".to_owned())),
            ..Submit::default()
        }),
        ..sheet
    };
    sheet::draw(
        ctx,
        (signed_in, &scene.at, Room::Menu),
        status,
        (sheet, errors),
    )
}

/// The services that go by it, each with the way to its page.
fn using(ctx: &PageCtx, scene: &Scene) -> Vec<LinkButton> {
    let slug = scene.at.profile.slug.as_str();
    scene
        .using
        .iter()
        .map(|one| LinkButton {
            label: one.card.name().text(ctx.lang).to_owned(),
            url: links::owner(ctx.lang, slug, &format!("menu/{}", one.id)),
            voice: Voice::Text,
            ..LinkButton::default()
        })
        .collect()
}

fn acts(ctx: &PageCtx, slug: &str, own: &OwnPolicy) -> Vec<PostButton> {
    let t = ctx.t;
    let url = links::owner(ctx.lang, slug, &format!("policies/{}/state", own.id));
    let button = |label: String, voice: Voice, to: &str| {
        act(ctx, url.clone(), (label, None), (voice, &[("to", to)]))
    };
    let default = || button(t.catalog_make_default(), Voice::Quiet, "default");
    let default = (!own.is_default).then(default);
    let delete = button(t.catalog_delete(), Voice::DangerQuiet, "delete");
    default.into_iter().chain([delete]).collect()
}
