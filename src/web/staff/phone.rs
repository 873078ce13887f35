//! Somebody calls: four digits or a reading find them, what they had last time is offered again with the next free times,
//! and one press books it. All of it goes by the keys alone. Whoever is new is taken by the form of a booking, which asks in
//! the same way.

use super::{
    callers::{self, Answer, Caller},
    clock::WallClock,
    free_times,
    new_begin::{NewQuery, begin},
    new_form::NewForm,
    phone_page::{self, Offer},
};
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        time::{LocalDate, parse_date},
    },
    db::{self, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::service::{self, Service},
        scheduling::{
            availability::Slot,
            day_plan,
            resource::{self, Resource},
        },
    },
    web::{
        error::{Error, Result},
        form::typed::Asked,
        gate::member::{self, AtWork},
        links::{self, Prefill},
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// What whoever comes here needs, besides looking at cards.
const RIGHT: Right = Right::CreateBookings;

/// What is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PhoneQuery {
    /// Digits, or a reading.
    pub q: String,
    /// A card that was chosen.
    pub customer: String,
    /// What.
    pub service: String,
    /// With whom.
    pub staff: String,
    /// From which day.
    pub date: String,
}

/// The shop, as the page needs it.
pub struct Scene {
    /// Where, and who looks.
    pub at: AtWork,
    /// What is offered.
    pub services: Vec<Service>,
    /// People, rooms and tables.
    pub resources: Vec<Resource>,
    /// The present business day.
    pub today: LocalDate,
    /// The instant of the page.
    pub now: DateTime<Utc>,
}

impl Scene {
    /// Its clock.
    pub fn clock(&self, ctx: &PageCtx) -> WallClock {
        WallClock {
            t: ctx.t,
            zone: self.at.profile.zone,
            now: self.now,
            today: self.today,
        }
    }
}

/// What was read: the shop, who fits, what is asked for by now, and when it can be had.
type Found = (Scene, Answer, PhoneQuery, Option<(i16, Vec<Slot>)>);

/// Who calls, and what they may have.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<PhoneQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (slug, asked) = (path.into_inner().1, query.0);
    let found = member::look(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, at| {
        find(tx, at, asked.clone())
    });
    let (scene, answer, asked, free) = found.await??.ok_or(Error::Forbidden)?;
    let caller = match &answer {
        Answer::Nobody => {
            let prefill = Prefill {
                find: Some(asked.q).filter(|typed| !typed.is_empty()),
                ..Prefill::default()
            };
            return ctx.see_other(&links::new_booking(ctx.lang, &slug, &prefill));
        }
        Answer::Found(caller) => Some(caller),
        _ => None,
    };
    let offer = caller.zip(free).map(|(caller, (party, slots))| {
        let locale = scene.at.profile.settings.default_locale.as_str();
        let blank = begin(
            &ctx.csrf,
            (&scene.clock(&ctx), locale),
            &NewQuery::default(),
        );
        let is_nominated = caller.asks_for(&asked.staff);
        Offer {
            slots,
            form: NewForm {
                service: asked.service.clone(),
                staff: asked.staff.clone(),
                nominated: if is_nominated { "yes" } else { "" }.to_owned(),
                party: party.to_string(),
                customer: caller.card.id.to_string(),
                ..blank
            },
        }
    });
    phone_page::answer(&ctx, &signed_in, &scene, (&asked, &answer, offer.as_ref()))
}

/// Reads all of it in one; `None` for who may not see cards.
fn find(tx: &mut TenantTx<'_>, at: &AtWork, asked: PhoneQuery) -> db::Result<Option<Found>> {
    if !at.member.may(Right::ReadCustomers) {
        return Ok(None);
    }
    let scene = Scene {
        at: at.clone(),
        services: service::all(tx)?,
        resources: resource::all(tx)?,
        today: day_plan::today(tx, at.profile.zone)?,
        now: tx.now(),
    };
    let answer = callers::find(tx, at, (&asked.q, &asked.customer))?;
    let Answer::Found(caller) = &answer else {
        return Ok(Some((scene, answer, asked, None)));
    };
    let asked = as_last_time(asked, caller, &scene);
    let free = free(tx, at, &asked)?;
    Ok(Some((scene, answer, asked, free)))
}

/// Where nothing else was asked for, the same service and the same person as the last time.
fn as_last_time(asked: PhoneQuery, caller: &Caller, scene: &Scene) -> PhoneQuery {
    if !asked.service.is_empty() {
        return asked;
    }
    let (service, person) = caller.again((&scene.services, &scene.resources));
    PhoneQuery {
        service: service.map(|id| id.to_string()).unwrap_or_default(),
        staff: person.map(|id| id.to_string()).unwrap_or_default(),
        ..asked
    }
}

/// The next free times of what is asked for, and for how many; `None` where nothing is.
fn free(
    tx: &mut TenantTx<'_>,
    at: &AtWork,
    asked: &PhoneQuery,
) -> db::Result<Option<(i16, Vec<Slot>)>> {
    let Ok(wanted) = asked.service.parse::<ServiceId>() else {
        return Ok(None);
    };
    let Some(service) = service::find(tx, wanted)? else {
        return Ok(None);
    };
    let party = service.figures.party_min.max(1);
    let wish = free_times::Wish {
        profile: &at.profile,
        service: &service,
        staff: asked.staff.parse::<ResourceId>().ok(),
        party,
        from: parse_date(&asked.date),
    };
    Ok(Some((party, free_times::read(tx, &wish)?)))
}
