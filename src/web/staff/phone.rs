//! Somebody calls: four digits or a reading find them, what they had last time is offered again with the next free times,
//! and one press books it. All of it goes by the keys alone.

use super::{
    clock::WallClock,
    new_begin::{NewQuery, begin, of_a_card},
    new_form::NewForm,
    phone_page::{self, Answer, Caller, Offer},
};
use crate::{
    base::{
        ids::{CustomerId, ResourceId, ServiceId},
        text,
        time::{LocalDate, parse_date},
    },
    db::{self, TenantTx},
    domain::{
        bookings::{card as booked, cards, last_time},
        businesses::role::Right,
        catalog::service::{self, Service},
        customers::search::Wanted,
        scheduling::{
            day_plan,
            load::{By, Own},
            resource::{self, Resource},
            seek::{self, Sought},
        },
    },
    web::{
        error::{Error, Result},
        form::typed::{Asked, Typed},
        gate::member::{self, AtWork},
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
/// So many are shown of those who were found.
const FOUND: usize = 8;
/// So many visits are told.
const VISITS: usize = 3;
/// Over so many days free times are looked for.
const DAYS: u16 = 14;
/// So many times are offered.
const TIMES: usize = 12;

/// What is asked for: by the address or, for somebody new, by the form.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PhoneForm {
    /// The key of the session.
    pub csrf: String,
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
    /// The reading of somebody new.
    pub kana: String,
    /// Their number.
    pub phone: String,
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

/// Who calls, and what they may have.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<PhoneForm>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (slug, asked) = (path.into_inner().1, query.0);
    let (scene, answer) = find(&site, &ctx, &signed_in, (&slug, &asked)).await?;
    let Answer::Found(caller) = &answer else {
        return phone_page::answer(&ctx, &signed_in, &scene, (&asked, &answer, None));
    };
    let id = caller.id;
    let form = begin(&ctx, from(&scene, &scene.clock(&ctx)), &NewQuery::default());
    let form = of_a_card(&site, &ctx, &signed_in, (&slug, id), form).await?;
    let asked = as_last_time(asked, caller, &scene);
    let offer = offer(&site, &ctx, &signed_in, (&slug, &asked), form).await?;
    let offer = offer.map(|offer| Offer {
        is_nominated: caller.last.is_some_and(|last| {
            last.is_nominated && last.resource.map(|id| id.to_string()) == Some(asked.staff.clone())
        }),
        ..offer
    });
    phone_page::answer(&ctx, &signed_in, &scene, (&asked, &answer, offer.as_ref()))
}

/// Times for somebody new: nothing is written yet.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<PhoneForm>,
) -> Result {
    let asked = form.0;
    signed_in.sent(&asked.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let nobody = PhoneForm::default();
    let (scene, _) = find(&site, &ctx, &signed_in, (&slug, &nobody)).await?;
    let blank = begin(&ctx, from(&scene, &scene.clock(&ctx)), &NewQuery::default());
    let mut words = asked.kana.split_whitespace();
    let family = words.next().unwrap_or_default().to_owned();
    let form = NewForm {
        family_kana: family,
        given_kana: words.collect::<Vec<_>>().join(" "),
        full_name: asked.kana.trim().to_owned(),
        phone: asked.phone.clone(),
        ..blank
    };
    let offer = offer(&site, &ctx, &signed_in, (&slug, &asked), form).await?;
    let drawn = (&asked, &Answer::New, offer.as_ref());
    phone_page::answer(&ctx, &signed_in, &scene, drawn)
}

fn from<'a>(scene: &'a Scene, clock: &'a WallClock) -> (&'a WallClock, &'a str) {
    (clock, scene.at.profile.settings.default_locale.as_str())
}

/// Reads the shop and whoever fits what was typed; one alone is who calls.
async fn find(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, asked): (&str, &PhoneForm),
) -> std::result::Result<(Scene, Answer), Error> {
    let (typed, chosen) = (asked.q.clone(), asked.customer.parse::<CustomerId>().ok());
    let found = member::look(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        if !at.member.may(Right::ReadCustomers) {
            return db::Result::Ok(None);
        }
        let scene = Scene {
            at: at.clone(),
            services: service::all(tx)?,
            resources: resource::all(tx)?,
            today: day_plan::today(tx, at.profile.zone)?,
            now: tx.now(),
        };
        let answer = match chosen {
            Some(id) => caller(tx, at, id)?.map_or(Answer::Nobody, Answer::Found),
            None if text::is_blank(&typed) => Answer::Nothing,
            None => search(tx, at, &typed)?,
        };
        Ok(Some((scene, answer)))
    });
    found.await??.ok_or(Error::Forbidden)
}

fn search(tx: &mut TenantTx<'_>, at: &AtWork, typed: &str) -> db::Result<Answer> {
    let may = at.member.may(Right::ReadContacts);
    let asked = cards::Asked {
        wanted: Wanted::read(typed),
        by_contacts: may,
        ..cards::Asked::default()
    };
    let mut lines = cards::search(tx, &asked)?;
    lines.retain(|line| !line.name.is_empty());
    if !may {
        lines.iter_mut().for_each(|line| line.phone = None);
    }
    let only = lines.first().filter(|_| lines.len() == 1);
    if let Some(only) = only.map(|line| line.id) {
        return Ok(caller(tx, at, only)?.map_or(Answer::Nobody, Answer::Found));
    }
    lines.truncate(FOUND);
    Ok(if lines.is_empty() {
        Answer::Nobody
    } else {
        Answer::Several(lines)
    })
}

fn caller(tx: &mut TenantTx<'_>, at: &AtWork, id: CustomerId) -> db::Result<Option<Box<Caller>>> {
    let card = crate::domain::customers::card::find(tx, id)?;
    let Some(card) = card.filter(|card| card.deleted_at.is_none() && card.erased_at.is_none())
    else {
        return Ok(None);
    };
    let mut visits = booked::history(tx, id, None)?;
    visits.truncate(VISITS);
    Ok(Some(Box::new(Caller {
        id,
        name: card.name,
        kana: format!("{} {}", card.family_name_kana, card.given_name_kana)
            .trim()
            .to_owned(),
        phone: card.phone.filter(|_| at.member.may(Right::ReadContacts)),
        no_shows: card.no_show_count,
        is_blocked: card.blocked_at.is_some(),
        ahead: booked::ahead(tx, id)?,
        last: last_time::read(tx, id)?,
        visits,
    })))
}

/// Where nothing else was asked for, the same service and the same person as the last time.
fn as_last_time(asked: PhoneForm, caller: &Caller, scene: &Scene) -> PhoneForm {
    if !asked.service.is_empty() {
        return asked;
    }
    let Some(last) = caller.last else {
        return asked;
    };
    let is_offered = |id: &ServiceId| scene.services.iter().any(|one| one.id == *id);
    let person = last.resource.filter(|id| {
        let known = scene.resources.iter().find(|one| one.id == *id);
        known.is_some_and(|one| one.kind.is_person())
    });
    let service = last.service.filter(is_offered);
    PhoneForm {
        service: service.map(|id| id.to_string()).unwrap_or_default(),
        staff: person.map(|id| id.to_string()).unwrap_or_default(),
        ..asked
    }
}

/// The next free times of what is asked for; `None` where nothing is.
async fn offer(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, asked): (&str, &PhoneForm),
    form: NewForm,
) -> std::result::Result<Option<Offer>, Error> {
    let staff = asked.staff.parse::<ResourceId>().ok();
    let Ok(wanted) = asked.service.parse::<ServiceId>() else {
        return Ok(None);
    };
    let from = parse_date(&asked.date);
    let found = member::look(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        let Some(service) = service::find(tx, wanted)? else {
            return db::Result::Ok(None);
        };
        let today = day_plan::today(tx, at.profile.zone)?;
        let sought = Sought {
            profile: &at.profile,
            service: &service,
            party: service.figures.party_min.max(1),
            nominated: staff,
            by: By::Hand,
            own: Own::None,
        };
        let from = from.unwrap_or(today).max(today);
        let slots = seek::free_by_hand(tx, &sought, (from, DAYS), TIMES)?;
        Ok(Some((slots, sought.party)))
    });
    Ok(found.await??.map(|(slots, party)| Offer {
        slots,
        is_nominated: false,
        form: NewForm {
            service: asked.service.clone(),
            staff: asked.staff.clone(),
            party: party.to_string(),
            ..form
        },
    }))
}
