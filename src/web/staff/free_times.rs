//! The next free times of what is asked for, by day: on the telephone and in the form of a booking.

use super::clock::WallClock;
use crate::{
    base::{ids::ResourceId, time::LocalDate},
    db::{self, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service::Service,
        scheduling::{
            availability::Slot,
            day_plan,
            load::{By, Own},
            seek::{self, Sought},
            visit,
        },
    },
};

/// Over so many days they are looked for.
const DAYS: u16 = 14;
/// So many are offered, and all of the day that is asked for.
const TIMES: usize = 12;
/// But never more than this.
const MOST: usize = 60;

/// Which times.
pub struct Wish<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// What, with what was chosen besides.
    pub service: &'a Service,
    /// With whom.
    pub staff: Option<ResourceId>,
    /// For how many.
    pub party: i16,
    /// From which day; one that is over is today.
    pub from: Option<LocalDate>,
}

/// The times.
pub fn read(tx: &mut TenantTx<'_>, wish: &Wish<'_>) -> db::Result<Vec<Slot>> {
    let today = day_plan::today(tx, wish.profile.zone)?;
    let from = wish.from.unwrap_or(today).max(today);
    let sought = Sought {
        profile: wish.profile,
        service: wish.service,
        party: wish.party,
        nominated: wish.staff,
        by: By::Hand,
        own: Own::None,
    };
    let mut slots = seek::free_by_hand(tx, &sought, (from, DAYS), MOST)?;
    let own = slots.iter().take_while(|slot| slot.date == from).count();
    slots.truncate(own.max(TIMES));
    Ok(slots)
}

/// The times of a whole visit.
pub fn read_visit(
    tx: &mut TenantTx<'_>,
    sought: &visit::Sought<'_>,
    from: Option<LocalDate>,
) -> db::Result<Vec<Slot>> {
    let today = day_plan::today(tx, sought.profile.zone)?;
    let from = from.unwrap_or(today).max(today);
    let mut slots = visit::free_by_hand(tx, sought, (from, DAYS), MOST)?;
    let own = slots.iter().take_while(|slot| slot.date == from).count();
    slots.truncate(own.max(TIMES));
    Ok(slots)
}

/// Each time as a button, under its day.
pub fn by_day<B>(
    clock: &WallClock,
    slots: &[Slot],
    button: impl Fn(&Slot, String) -> B,
) -> Vec<(String, Vec<B>)> {
    let mut days: Vec<(String, Vec<B>)> = Vec::new();
    for slot in slots {
        let day = clock.day(slot.date);
        let time = clock.t.wall_time(u32::from(slot.minute.minutes()));
        let button = button(slot, time);
        match days.last_mut().filter(|(known, _)| *known == day) {
            Some((_, buttons)) => buttons.push(button),
            None => days.push((day, vec![button])),
        }
    }
    days
}
