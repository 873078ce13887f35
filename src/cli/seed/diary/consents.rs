//! What guests agreed to, as the shop wrote it down when they had been there, and what some of them took back.

use super::{Filled, at_desk};
use crate::{
    base::{ids::CustomerId, time::LocalDate},
    cli::seed::{
        SeedError,
        chance::Chance,
        open::{Opened, Town},
        written::{Consent, Shop},
    },
    db::TenantTx,
    domain::bookings::{
        consent::{Kind, Way},
        status::Status,
    },
    schema::bookings::consents,
};
use chrono::{DateTime, Days, TimeDelta, Utc};
use diesel::prelude::*;

/// A visit after which something was written down: of whom, in which language, when.
struct Asked<'a> {
    customer: CustomerId,
    locale: &'a str,
    date: LocalDate,
    end: DateTime<Utc>,
}

/// So long after they agreed somebody thinks again.
const THINKS_AGAIN: Days = Days::new(9);

/// Writes them, with a chance of their own: whatever else a shop has stays as it was.
pub(in crate::cli::seed) fn consents(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (shop, opened): (&Shop, &Opened),
    filled: &Filled,
) -> Result<(), SeedError> {
    let mut chance = Chance::new(town.random_seed, &format!("consents {}", shop.slug));
    let asked = asked(filled);
    for written in &shop.consents {
        agreed(tx, town, (written, opened), &asked, &mut chance)?;
    }
    Ok(())
}

/// Everybody's first visit that is over, in the order of the cast: the guest with an account is its first.
fn asked(filled: &Filled) -> Vec<Asked<'_>> {
    let first = |index: usize| {
        let visits = super::write::of(filled, index);
        let over = visits.filter(|visit| visit.fate.status == Status::Completed);
        over.min_by_key(|visit| visit.placement.start)
    };
    let guests = filled.cast.guests.iter().enumerate();
    let asked = guests.filter_map(|(index, guest)| {
        let visit = first(index)?;
        Some(Asked {
            customer: guest.id,
            locale: &guest.locale,
            date: visit.placement.date,
            end: visit.placement.end,
        })
    });
    asked.collect()
}

/// Of those who were asked, whoever agreed; and of these, whoever took it back by today.
fn agreed(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (written, opened): (&Consent, &Opened),
    asked: &[Asked<'_>],
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let unknown = |word: &str| SeedError::Written(format!("unknown word: {word}"));
    let kind = Kind::from_word(&written.kind).ok_or_else(|| unknown(&written.kind))?;
    let way = Way::from_word(&written.way).ok_or_else(|| unknown(&written.way))?;
    let mut withdrawals = written.withdrawn.iter();
    for (place, one) in asked.iter().enumerate() {
        let id = chance.id();
        let member = at_desk(&opened.desk, chance);
        // Whoever looks at the house as a guest finds what they agreed to.
        if !chance.percent(written.percent) && place > 0 {
            continue;
        }
        let back = one.date.checked_add_days(THINKS_AGAIN).unwrap_or(one.date);
        let note = match back < town.today {
            true => withdrawals.next(),
            false => None,
        };
        let taken_back = one.end + TimeDelta::days(9);
        diesel::insert_into(consents::table)
            .values((
                (
                    consents::id.eq(id),
                    consents::business_id.eq(tx.business()),
                    consents::customer_id.eq(one.customer),
                    consents::kind.eq(kind.word()),
                    consents::topic.eq(written.topic.in_language(one.locale)),
                    consents::wording.eq(written.wording.in_language(one.locale)),
                    consents::way.eq(way.word()),
                ),
                (
                    consents::agreed_on.eq(one.date),
                    consents::written_by.eq(member),
                    consents::created_at.eq(one.end),
                ),
                (
                    consents::withdrawn_on.eq(note.map(|_| back)),
                    consents::withdrawal_note.eq(note.map_or("", |note| note.as_str())),
                    consents::withdrawn_at.eq(note.map(|_| taken_back)),
                    consents::withdrawn_by.eq(note.and(member)),
                ),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}
