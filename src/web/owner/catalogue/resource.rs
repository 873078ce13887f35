//! One person, room, table or machine: a new one, or one that is changed or deleted.

use super::{
    RIGHT,
    answers::Answers,
    caps,
    look::Look,
    portrait, resource_form,
    sheet::{Part, Sheet},
    subject::{self, Landing, Subject},
};
use crate::{
    base::{ids::ResourceId, msg::Msg},
    db::{self, EditError, TenantTx},
    domain::{
        bookings::resource_removal::{self, Coming, RemovalError},
        businesses::role::Right,
        catalog::service_card::{self, OwnService},
        scheduling::resource_card::{self, ResourceCard, ResourceSetup},
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
use actix_web::web::{Data, Path};
use chrono::{DateTime, Utc};

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    /// What can be booked with it: not what was deleted.
    services: Vec<OwnService>,
    known: Option<(ResourceId, ResourceSetup)>,
    /// What is booked with it, where it was to be deleted.
    coming: Vec<Coming>,
    now: DateTime<Utc>,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = ResourceId;
    type Draft = ResourceSetup;

    fn read(
        tx: &mut TenantTx<'_>,
        at: &AtWork,
        id: Option<ResourceId>,
    ) -> db::Result<Option<Self>> {
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
        Ok(Some(Self {
            at: at.clone(),
            services,
            known,
            coming: Vec::new(),
            now: tx.now(),
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, |(_, setup)| setup.version())
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let known = self.known.as_ref();
        known.map_or_else(resource_form::blank, |(_, setup)| {
            resource_form::answers(setup)
        })
    }

    fn parts(&self, ctx: &PageCtx, form: (&Answers, &Errors)) -> Vec<Part> {
        resource_form::parts(ctx, (&self.services, self.known.is_none()), form)
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<ResourceSetup> {
        let mut typed = typed.clone();
        if let Some((_, setup)) = &self.known {
            // What kind of thing it is stays.
            typed.put("kind", resource_form::answers(setup).get("kind"));
        }
        resource_form::parse(&typed, &self.services, errors)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<ResourceId>,
        draft: &ResourceSetup,
        version: &str,
    ) -> std::result::Result<Landing, EditError> {
        let id = match id {
            None => resource_card::add(tx, draft)?,
            Some(id) => resource_card::save(tx, id, draft, version).map(|()| id)?,
        };
        Ok(Landing(format!("resources#r-{id}"), Said::CatalogSaved))
    }

    fn look(&self, draft: &ResourceSetup) -> Option<Look> {
        let (id, own) = self.known.as_ref()?;
        // What was deleted is not on the form, and stays as it is.
        let mut had = own.services.clone();
        had.retain(|id| self.services.iter().any(|one| one.id == *id));
        let taken = |card: &ResourceCard| {
            (
                (card.is_active, card.takes_online, card.has_shifts),
                (card.capacity, card.party_max),
            )
        };
        let is_same = had == draft.services && taken(&own.card) == taken(&draft.card);
        let gone = had.iter().any(|one| !draft.services.contains(one));
        let stays = !gone && (draft.card.is_active || !own.card.is_active);
        let mut services = had;
        services.extend(&draft.services);
        services.sort_unstable();
        services.dedup();
        let id = *id;
        (!is_same && !services.is_empty()).then_some(Look::Taker {
            id,
            services,
            stays,
        })
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let t = ctx.t;
        let sheet = Sheet {
            heading: t.catalog_resource_new(),
            at: "resources/new".to_owned(),
            list: "resources".to_owned(),
            ..Sheet::default()
        };
        let Some((id, setup)) = &self.known else {
            return sheet;
        };
        let at = format!("resources/{id}");
        let delete = subject::delete(ctx, &self.at, &at);
        let is_person = setup.card.resource_type.is_person();
        let slug = self.at.profile.slug.as_str();
        let ways = match is_person {
            true => vec![portrait::way(ctx, slug, &at), caps::way(ctx, slug, *id)],
            false => Vec::new(),
        };
        Sheet {
            ways,
            heading: setup.card.name().text(ctx.lang).to_owned(),
            at,
            acts: vec![delete],
            obstacles: obstacles(ctx, self),
            ..sheet
        }
    }

    fn is_hindered(&self) -> bool {
        !self.coming.is_empty()
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
    let id = id.parse().map_err(|_no_key| Error::NotFound)?;
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
            let place = (slug.as_str(), Some(id));
            let own = subject::read::<Own>(&site, &ctx, &signed_in, place).await?;
            let own = Own { coming, ..own };
            let typed = own.answers(&ctx, &Answers::default());
            subject::page(&ctx, &signed_in, &own, (&typed, &errors))
        }
    }
}

/// The bookings in the way, each with the way to its page.
fn obstacles(ctx: &PageCtx, scene: &Own) -> Vec<LinkButton> {
    let moments = Moments::new(ctx.t, scene.at.profile.zone, scene.now);
    scene
        .coming
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
