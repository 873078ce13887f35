//! One person, room, table or machine: a new one, or one that is changed or deleted.

use super::{
    RIGHT,
    answers::Answers,
    resource_form,
    sheet::{self, Sheet, act, differences},
};
use crate::{
    base::{ids::ResourceId, msg::Msg},
    db::{self, TenantTx},
    domain::{
        bookings::resource_removal::{self, Coming, RemovalError},
        catalog::service_card::{self, OwnService},
        scheduling::resource_card::{self, ResourceError, ResourceSetup},
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
        ui::buttons::{LinkButton, Voice},
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
    /// What can be booked with it: not what was deleted.
    services: Vec<OwnService>,
    known: Option<(ResourceId, ResourceSetup)>,
    now: DateTime<Utc>,
}

/// The empty form.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, (&path.1, None)).await?;
    let asked = (&resource_form::blank(), &Errors::default());
    page(&ctx, &signed_in, &scene, asked, &[])
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
    page(&ctx, &signed_in, &scene, (&typed, &Errors::default()), &[])
}

/// Writes it anew; where somebody else was first, both are shown.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let mut typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id = key(&id)?;
    let scene = read(&site, &ctx, &signed_in, (&slug, Some(id))).await?;
    // What kind of thing it is stays.
    typed.put("kind", as_it_is(&scene).get("kind"));
    save(&site, &ctx, &signed_in, (&slug, Some(id)), &typed).await
}

async fn save(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, Option<ResourceId>),
    typed: &Answers,
) -> Result {
    let scene = read(site, ctx, signed_in, (slug, id)).await?;
    let mut errors = Errors::default();
    if typed.has("switch") {
        return page(ctx, signed_in, &scene, (typed, &errors), &[]);
    }
    let Some(setup) = resource_form::parse(typed, &scene.services, &mut errors) else {
        return page(ctx, signed_in, &scene, (typed, &errors), &[]);
    };
    let version = typed.get("version").to_owned();
    let wish = (slug, RIGHT);
    let saved = member::enter(site, ctx, signed_in, wish, move |tx, _| match id {
        None => resource_card::add(tx, &setup).map_err(ResourceError::from),
        Some(id) => resource_card::save(tx, id, &setup, &version).map(|()| id),
    });
    match saved.await? {
        Ok(id) => {
            let list = links::owner(ctx.lang, slug, &format!("resources#r-{id}"));
            Ok(flash::say(ctx.see_other(&list)?, Said::CatalogSaved))
        }
        Err(ResourceError::Unknown) => Err(Error::NotFound),
        Err(ResourceError::Db(error)) => Err(error.into()),
        Err(ResourceError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            let newest = read(site, ctx, signed_in, (slug, id)).await?;
            page(ctx, signed_in, &newest, (typed, &errors), &[])
        }
    }
}

/// Deletes it, or takes it back. Where something is booked with it, that is shown instead.
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
    let (gone, said) = match typed.get("to") {
        "delete" => (true, Said::CatalogRemoved),
        "restore" => (false, Said::CatalogRestored),
        _ => return Err(Error::Unreadable),
    };
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| match gone {
        true => resource_removal::remove(tx, id),
        false => resource_removal::restore(tx, id),
    });
    match done.await? {
        Ok(()) => {
            let list = links::owner(ctx.lang, &slug, "resources");
            Ok(flash::say(ctx.see_other(&list)?, said))
        }
        Err(RemovalError::Unknown) => Err(Error::NotFound),
        Err(RemovalError::Db(error)) => Err(error.into()),
        Err(RemovalError::Booked(coming)) => {
            ctx.stand_at(&links::owner(ctx.lang, &slug, &format!("resources/{id}")));
            let mut errors = Errors::default();
            errors.add("active", Msg::new("catalog-resource-booked"));
            let scene = read(&site, &ctx, &signed_in, (&slug, Some(id))).await?;
            let typed = as_it_is(&scene);
            page(&ctx, &signed_in, &scene, (&typed, &errors), &coming)
        }
    }
}

fn key(word: &str) -> std::result::Result<ResourceId, Error> {
    word.parse().map_err(|_no_key| Error::NotFound)
}

fn as_it_is(scene: &Scene) -> Answers {
    let known = scene.known.as_ref();
    known.map_or_else(resource_form::blank, |(_, setup)| {
        resource_form::answers(setup)
    })
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, Option<ResourceId>),
) -> std::result::Result<Scene, Error> {
    let wish = (slug, RIGHT);
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| scene(tx, at, id));
    found.await??.ok_or(Error::NotFound)
}

fn scene(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<ResourceId>) -> db::Result<Option<Scene>> {
    let known = match id {
        None => None,
        Some(id) => {
            let mut all = resource_card::all(tx)?.into_iter();
            let Some(own) = all.find(|one| one.id == id && !one.is_deleted) else {
                return Ok(None);
            };
            let services = resource_card::services(tx, id)?;
            let card = own.card;
            Some((id, ResourceSetup { card, services }))
        }
    };
    let mut services = service_card::all(tx)?;
    services.retain(|one| !one.is_deleted);
    Ok(Some(Scene {
        at: at.clone(),
        services,
        known,
        now: tx.now(),
    }))
}

fn page(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
    coming: &[Coming],
) -> Result {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let offered = (scene.services.as_slice(), scene.known.is_none());
    let parts = resource_form::parts(ctx, offered, (typed, errors));
    let is_stale = errors.of("", t).is_some();
    let status = match (is_stale || !coming.is_empty(), errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, true) => StatusCode::OK,
    };
    let sheet = match &scene.known {
        None => Sheet {
            heading: t.catalog_resource_new(),
            at: "resources/new".to_owned(),
            ..Sheet::default()
        },
        Some((id, setup)) => {
            let theirs = resource_form::answers(setup);
            let theirs = resource_form::parts(ctx, offered, (&theirs, &Errors::default()));
            let url = links::owner(ctx.lang, slug, &format!("resources/{id}/state"));
            let said = (t.catalog_delete(), None);
            Sheet {
                heading: setup.card.name().text(ctx.lang).to_owned(),
                at: format!("resources/{id}"),
                version: match typed.get("version") {
                    opened if !opened.is_empty() && !is_stale => opened.to_owned(),
                    _ => setup.version(),
                },
                newer: is_stale.then(|| differences(ctx, &parts, &theirs)),
                acts: vec![act(
                    ctx,
                    url,
                    said,
                    (Voice::DangerQuiet, &[("to", "delete")]),
                )],
                obstacles: obstacles(ctx, scene, coming),
                ..Sheet::default()
            }
        }
    };
    let sheet = Sheet {
        list: "resources".to_owned(),
        parts,
        ..sheet
    };
    sheet::draw(
        ctx,
        (signed_in, &scene.at, Room::Menu),
        status,
        (sheet, errors),
    )
}

/// The bookings in the way, each with the way to its page.
fn obstacles(ctx: &PageCtx, scene: &Scene, coming: &[Coming]) -> Vec<LinkButton> {
    let moments = Moments::new(ctx.t, scene.at.profile.zone, scene.now);
    coming
        .iter()
        .map(|one| LinkButton {
            label: ctx.t.catalog_booking(
                &one.customer,
                &one.number,
                moments.at(one.date, one.start),
            ),
            url: links::desk_booking(ctx.lang, &scene.at.profile.slug, one.id),
            voice: Voice::Text,
            ..LinkButton::default()
        })
        .collect()
}
