//! What the page of times reads, in one transaction.

use super::{
    super::{
        checkout,
        wish::{self, View, Wish},
        words,
    },
    AHEAD_DAYS,
};
use crate::{
    base::{ids::ResourceId, time::local},
    db::DbError,
    domain::{
        bookings::waitlist,
        businesses::profile::{self, Profile},
        catalog::{
            approval,
            service::{self, Service},
        },
        scheduling::{
            availability::{Input, Slot},
            hold, largest, load,
            resource::{self, Resource, Roster},
            seek::{self, Sought},
            spread::Spread,
        },
    },
    web::{error::Error, gate::business, page::PageCtx, site::Site},
};
use chrono::{DateTime, NaiveDate, Utc};

/// What the page reads.
pub struct Read {
    /// Of whom.
    pub profile: Profile,
    /// With what is chosen besides.
    pub service: Service,
    /// How long it takes and what it costs, from the least to the most.
    pub spread: Spread,
    /// What it comes to from a date on, where that is something else.
    pub later: Option<(NaiveDate, Service, Spread)>,
    /// Whether guests cannot book it by themselves, whenever and with whomever.
    pub is_by_hand: bool,
    /// Whether it is asked for, and had once the shop approves.
    pub is_on_request: bool,
    /// Whether the shop keeps a waiting list.
    pub has_waitlist: bool,
    /// Whom guests can ask for.
    pub people: Vec<Resource>,
    /// What the engine is asked with.
    pub input: Input,
    /// The earliest time there is.
    pub soonest: Option<Slot>,
    /// For how many.
    pub party: i16,
    /// The instant of the reading.
    pub now: DateTime<Utc>,
    /// The first day that is shown.
    pub from: NaiveDate,
}

/// What the service comes to: with one person, exactly; else from the least on.
pub fn spread(
    roster: &Roster,
    service: &Service,
    staff: Option<ResourceId>,
    days: (NaiveDate, u16),
) -> Spread {
    let spread = match staff {
        None => roster.spread(service),
        Some(_) => Spread::with(service, roster.terms(service, staff)),
    };
    spread.ruled(service, days, &roster.prices(service, staff))
}

/// The date from which on the service will be otherwise, and what it comes to then.
fn later(
    roster: &Roster,
    service: &Service,
    staff: Option<ResourceId>,
    days: u16,
) -> Option<(NaiveDate, Service, Spread)> {
    let from = service.later.as_ref()?.from;
    let then = service.clone().on(from);
    let spread = spread(roster, &then, staff, (from, days));
    Some((from, then, spread))
}

/// Reads it; `NotFound` where there is no such service of a shop that is open to guests.
pub async fn read(site: &Site, ctx: &PageCtx, slug: &str, wish: &Wish) -> Result<Read, Error> {
    let scope = business::visitor(site, ctx, slug).await?;
    let wish = wish.clone();
    let token = wish
        .hold
        .as_deref()
        .map(|key| checkout::hold::token(site, slug, key));
    let found =
        site.db
            .read(scope, move |tx| -> Result<Option<Read>, DbError> {
                let Some(profile) = profile::open_to_public(tx)? else {
                    return Ok(None);
                };
                let Some(service) = service::find(tx, wish.service)? else {
                    return Ok(None);
                };
                let service = service.with_known(&wish.options);
                let service = largest::narrowed(tx, service, load::By::Guest)?;
                let roster = resource::roster(tx)?;
                let now = tx.now();
                let today = local(profile.zone, now).date();
                let days = words::bookable_days(&profile, &service);
                let spread = spread(&roster, &service, wish.staff, (today, days));
                let is_by_hand = roster.is_by_hand(&service);
                let later = later(&roster, &service, wish.staff, days);
                let later = later.filter(|(.., then)| *then != spread);
                let party = wish
                    .party
                    .clamp(service.figures.party_min, service.figures.party_max);
                // Who looks for another time gives their own up for it, so it is free to them.
                let own = match &token {
                    Some(token) => hold::find(tx, token)?
                        .map_or(load::Own::None, |held| load::Own::Hold(held.id)),
                    None => load::Own::None,
                };
                let sought = Sought {
                    profile: &profile,
                    service: &service,
                    party,
                    nominated: wish.staff,
                    by: load::By::Guest,
                    own,
                };
                let wanted = wish::first_day(profile.zone, (wish.from, wish.near), today);
                let (from, days) = match wish.view {
                    View::Table | View::List => (wanted, 7),
                    View::Month => wish::month(wanted, today),
                };
                let (shop, input, soonest) =
                    seek::shown(tx, &sought, (from, days), (today, AHEAD_DAYS))?;
                let people = shop.nominable().cloned().collect();
                Ok(Some(Read {
                    is_on_request: approval::standing(tx)?.is_asked(service.id),
                    has_waitlist: waitlist::rule_rows::of(tx)?.is_on,
                    profile,
                    service,
                    spread,
                    later,
                    is_by_hand,
                    people,
                    input,
                    soonest,
                    party,
                    now,
                    from,
                }))
            });
    found.await?.ok_or(Error::NotFound)
}
