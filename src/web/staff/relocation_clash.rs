//! What stands in the way of another time for a booking, or for a visit of several services as a whole; and where a visit begins
//! when one of its services is dragged.

use super::{
    booking::Whole,
    clash::{self, Clash},
    relocation::Scene,
    relocation_form::{Meant, Wanted},
};
use crate::{
    base::time::{WallTime, instant, parse_date, wall_on},
    db::{self, DbError, TenantTx},
    domain::{
        bookings::{
            booking::{self as bookings, Row},
            visit_again::{Again, With},
        },
        businesses::{profile::Profile, role::Right},
        catalog::service,
        scheduling::{
            availability::Refusal,
            load::{By, Own},
            seek::{self, Sought},
            visit,
        },
    },
    web::{error::Error, gate::member, page::PageCtx, session::SignedIn, site::Site},
};

/// What is to be found out about a time.
pub enum InTheWay<'a> {
    /// Whether anything stands in its way.
    Foreseen(&'a Meant),
    /// What does, now that it was refused.
    Told(&'a Meant, Refusal),
}

/// What stands in the way of a time; nothing where it can be had.
pub async fn in_the_way(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    way: InTheWay<'_>,
) -> Result<Option<Clash>, Error> {
    let (meant, told) = match way {
        InTheWay::Foreseen(meant) => (meant, None),
        InTheWay::Told(meant, refusal) => (meant, Some(refusal)),
    };
    let row = scene.whole.booking.row.clone();
    let slug = &scene.whole.at.profile.slug;
    let (start, person, minutes) = (meant.start, meant.person, meant.minutes);
    let (meant, visit) = (meant.clone(), scene.visit.clone());
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, Right::MoveBookings),
        move |tx, at| -> Result<_, DbError> {
            if let Some(visit) = &visit {
                let about = (&at.profile, &row, visit);
                return of_visit(tx, about, (&meant, told));
            }
            let Some(service) = row.service_id else {
                return Ok(None);
            };
            let Some(service) = service::find(tx, service)? else {
                return Ok(None);
            };
            let minutes = minutes.unwrap_or_else(|| bookings::minutes(&row));
            let service = service.lasting(i64::from(minutes));
            let sought = Sought {
                profile: &at.profile,
                service: &service,
                party: row.party_size,
                nominated: match person {
                    Some(person) => Some(person.resource),
                    None => row.resource_id.filter(|_| row.is_nominated),
                },
                by: By::Hand,
                own: Own::Booking(row.id),
            };
            let refusal = match told {
                Some(refusal) => Some(refusal),
                None => seek::fits_by_hand(tx, &sought, start)?.err(),
            };
            let Some(refusal) = refusal else {
                return Ok(None);
            };
            clash::read(tx, &sought, start, (refusal, Some(row.id))).map(Some)
        },
    );
    Ok(found.await??)
}

/// What stands in its way: what it was refused for, or what would be; nothing where it fits.
fn of_visit(
    tx: &mut TenantTx<'_>,
    (profile, row, again): (&Profile, &Row, &Again),
    (meant, told): (&Meant, Option<Refusal>),
) -> db::Result<Option<Clash>> {
    let parts = again.parts(With::AskedFor);
    let sought = again.sought((profile, row.id), &parts);
    let refusal = match told {
        Some(refusal) => Some(refusal),
        None => visit::fits_by_hand(tx, &sought, meant.start)?.err(),
    };
    match refusal {
        Some(refusal) => {
            let why = (refusal, Some(row.id));
            clash::read_visit(tx, &sought, meant.start, why).map(Some)
        }
        None => Ok(None),
    }
}

/// Where the whole visit is to begin when one of its services is dragged somewhere: as much earlier or later. With anything
/// else that is asked for as it is.
pub fn dragged(whole: &Whole, wanted: Wanted) -> Wanted {
    let part = wanted.part.parse::<i16>().ok();
    let line = whole.lines.iter().find(|line| Some(line.part) == part);
    let zone = whole.at.profile.zone;
    let to = parse_date(&wanted.date)
        .zip(WallTime::hurried(&wanted.time))
        .and_then(|(date, time)| Some((date, instant(zone, date, time)?)));
    let begins = line.zip(to).and_then(|(line, (date, to))| {
        let start = to - (line.start - whole.booking.row.start_at);
        Some((date, wall_on(zone, date, start)?))
    });
    match begins {
        Some((date, time)) => Wanted {
            date: date.to_string(),
            time: time.to_string(),
            ..Wanted::default()
        },
        None => wanted,
    }
}
