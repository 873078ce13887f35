//! One service: a new one, or one of the menu.

use super::{
    RIGHT,
    answers::Answers,
    service_form::{self, Offered},
    service_parse,
    sheet::{self, Sheet, act, differences},
};
use crate::{
    base::{ids::ServiceId, msg::Msg},
    db::{self, TenantTx},
    domain::{
        catalog::{
            category, policy_card,
            service_card::{self, Fate, OwnService, ServiceError},
        },
        scheduling::{
            resource_card,
            setup::{self, Setup, SetupError},
        },
    },
    web::{
        desk::Room,
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::buttons::{PostButton, Voice},
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// What a new service begins with.
#[derive(Deserialize)]
pub struct Beginning {
    #[serde(default)]
    category: String,
}

/// What the page is drawn from.
struct Scene {
    offered: Offered,
    /// The service, where it is not a new one.
    known: Option<(OwnService, Setup)>,
}

/// The empty form.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<Beginning>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, (&path.1, None)).await?;
    let typed = service_form::blank(&scene.offered, &query.0.category);
    page(&ctx, &signed_in, &scene, (&typed, &Errors::default()))
}

/// A new service.
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
    let scene = read(&site, &ctx, &signed_in, (&slug, None)).await?;
    let mut errors = Errors::default();
    if typed.has("switch") {
        return page(&ctx, &signed_in, &scene, (&typed, &errors));
    }
    let Some(setup) = service_parse::parse(&typed, &scene.offered, &mut errors) else {
        return page(&ctx, &signed_in, &scene, (&typed, &errors));
    };
    let wish = (slug.as_str(), RIGHT);
    let added = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        setup::add(tx, &setup)
    });
    let id = added.await??;
    done(&ctx, &slug, id)
}

/// The form of a service of the menu.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let id = key(&path.2)?;
    let scene = read(&site, &ctx, &signed_in, (&path.1, Some(id))).await?;
    let known = scene.known.as_ref().ok_or(Error::NotFound)?;
    let typed = service_form::answers(&scene.offered, &known.1);
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
    let asked = (slug.as_str(), Some(id));
    let scene = read(&site, &ctx, &signed_in, asked).await?;
    let mut errors = Errors::default();
    if typed.has("switch") {
        return page(&ctx, &signed_in, &scene, (&typed, &errors));
    }
    let Some(setup) = service_parse::parse(&typed, &scene.offered, &mut errors) else {
        return page(&ctx, &signed_in, &scene, (&typed, &errors));
    };
    let version = typed.get("version").to_owned();
    let wish = (slug.as_str(), RIGHT);
    let saved = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        setup::save(tx, id, &setup, &version)
    });
    match saved.await? {
        Ok(()) => done(&ctx, &slug, id),
        Err(SetupError::Unknown) => Err(Error::NotFound),
        Err(SetupError::Db(error)) => Err(error.into()),
        Err(SetupError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            let newest = read(&site, &ctx, &signed_in, asked).await?;
            page(&ctx, &signed_in, &newest, (&typed, &errors))
        }
    }
}

/// Shows, hides, deletes or restores it.
pub async fn settle(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    let (_, slug, id) = path.into_inner();
    let id = key(&id)?;
    let (fate, said) = match typed.get("to") {
        "show" => (Fate::Shown, Said::CatalogSaved),
        "hide" => (Fate::Hidden, Said::CatalogSaved),
        "delete" => (Fate::Deleted, Said::CatalogRemoved),
        "restore" => (Fate::Restored, Said::CatalogRestored),
        _ => return Err(Error::Unreadable),
    };
    let wish = (slug.as_str(), RIGHT);
    let settled = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        service_card::settle(tx, id, fate)
    });
    match settled.await? {
        Ok(()) => {
            let menu = links::owner(ctx.lang, &slug, "menu");
            Ok(flash::say(ctx.see_other(&menu)?, said))
        }
        Err(ServiceError::Unknown) => Err(Error::NotFound),
        Err(ServiceError::Db(error)) => Err(error.into()),
    }
}

fn key(word: &str) -> std::result::Result<ServiceId, Error> {
    word.parse().map_err(|_no_key| Error::NotFound)
}

/// Back on the menu, where it stands.
fn done(ctx: &PageCtx, slug: &str, id: ServiceId) -> Result {
    let menu = links::owner(ctx.lang, slug, &format!("menu#s-{id}"));
    Ok(flash::say(ctx.see_other(&menu)?, Said::CatalogSaved))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, Option<ServiceId>),
) -> std::result::Result<Scene, Error> {
    let wish = (slug, RIGHT);
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| scene(tx, at, id));
    found.await??.ok_or(Error::NotFound)
}

fn scene(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<ServiceId>) -> db::Result<Option<Scene>> {
    let known = match id {
        None => None,
        Some(id) => {
            let mut all = service_card::all(tx)?.into_iter();
            let Some(own) = all.find(|one| one.id == id && !one.is_deleted) else {
                return Ok(None);
            };
            let setup = setup::read(tx, id, own.card.clone())?;
            Some((own, setup))
        }
    };
    let is_taken = |resource| {
        let ties = known.iter().flat_map(|(_, setup)| &setup.ties);
        ties.into_iter().any(|tie| tie.resource == resource)
    };
    let mut resources = resource_card::all(tx)?;
    resources.retain(|one| !one.is_deleted || is_taken(one.id));
    let mut categories = category::all(tx)?;
    categories.retain(|one| !one.is_deleted);
    let mut policies = policy_card::all(tx)?;
    policies.retain(|one| !one.is_deleted);
    let offered = Offered {
        at: at.clone(),
        categories,
        policies,
        resources,
    };
    Ok(Some(Scene { offered, known }))
}

fn page(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
) -> Result {
    let (t, offered) = (ctx.t, &scene.offered);
    let parts = service_form::parts(ctx, offered, (typed, errors));
    // Somebody else was first: the next press is meant for what stands there now.
    let is_stale = errors.of("", t).is_some();
    let newer = scene.known.as_ref().filter(|_| is_stale).map(|(_, setup)| {
        let theirs = service_form::answers(offered, setup);
        let nothing = Errors::default();
        differences(
            ctx,
            &parts,
            &service_form::parts(ctx, offered, (&theirs, &nothing)),
        )
    });
    let status = match (is_stale, errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, true) => StatusCode::OK,
    };
    let is_first = typed.get("version").is_empty() || is_stale;
    let sheet = match &scene.known {
        None => Sheet {
            heading: t.catalog_service_new(),
            at: "menu/new".to_owned(),
            ..Sheet::default()
        },
        Some((own, setup)) => Sheet {
            heading: own.card.name().text(ctx.lang).to_owned(),
            lead: Some(t.catalog_service_lead()),
            at: format!("menu/{}", own.id),
            version: if is_first {
                setup.version()
            } else {
                typed.get("version").to_owned()
            },
            acts: acts(ctx, &offered.at.profile.slug, own),
            ..Sheet::default()
        },
    };
    let sheet = Sheet {
        list: "menu".to_owned(),
        parts,
        newer,
        ..sheet
    };
    sheet::draw(
        ctx,
        (signed_in, &offered.at, Room::Menu),
        status,
        (sheet, errors),
    )
}

fn acts(ctx: &PageCtx, slug: &str, own: &OwnService) -> Vec<PostButton> {
    let t = ctx.t;
    let url = links::owner(ctx.lang, slug, &format!("menu/{}/state", own.id));
    let button = |label: String, voice: Voice, to: &str| {
        act(ctx, url.clone(), (label, None), (voice, &[("to", to)]))
    };
    let visible = if own.is_active {
        button(t.catalog_hide(), Voice::Quiet, "hide")
    } else {
        button(t.catalog_show(), Voice::Quiet, "show")
    };
    vec![
        visible,
        button(t.catalog_delete(), Voice::DangerQuiet, "delete"),
    ]
}
