//! Where a booking could be instead: the free times of some days, and the ways to other days.

use crate::{
    base::time::{LocalDate, days_after, local},
    db::{self, TenantTx},
    domain::{
        bookings::{booking::Booking, caps, reschedule},
        businesses::profile::Profile,
        catalog::service::Service,
        scheduling::{
            availability::{self, Input, Slot},
            load::{self, By, Own},
            outlook::Shown,
            seek::Sought,
        },
    },
    web::{
        moments::Moments,
        page::PageCtx,
        public::grid::Address,
        ui::{
            buttons::{LinkButton, Voice},
            empty::Empty,
            icon::Icon,
            pager::{Page, Pager},
        },
    },
};
use chrono::{DateTime, Utc};

/// So far ahead the next free day is looked for.
const AHEAD_DAYS: u16 = 62;

/// Which days are looked at.
#[derive(Clone, Copy)]
pub enum Days {
    /// A week from there, or from today.
    From(Option<LocalDate>),
    /// Those that an instant may belong to.
    Around(DateTime<Utc>),
}

/// The times there are; where there are none, the next day that has any.
pub struct Free {
    /// What was asked.
    pub input: Input,
    /// The free starts, the booking's own left out.
    pub slots: Vec<Slot>,
    /// The next day with a free start, looked for where these days have none.
    pub next_day: Option<LocalDate>,
}

/// Where the booking could be instead; the time it has is none of them.
pub fn free(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    service: &Service,
    booking: &Booking,
    days: Days,
) -> db::Result<Free> {
    let row = &booking.row;
    let service = row.promised(service.clone());
    let sought = Sought {
        profile,
        service: &service,
        party: row.party_size,
        nominated: row.resource_id.filter(|_| row.is_nominated),
        by: By::Guest,
        own: Own::Booking(row.id),
    };
    let today = local(profile.zone, tx.now()).date();
    let full = caps::full_days(tx, &profile.settings, (row, today))?;
    let is_other = |slot: &Slot| slot.start != row.start_at && !full.contains(&slot.date);
    let others = |input: &Input| -> Vec<Slot> {
        let mut slots = availability::free_slots(input);
        slots.retain(is_other);
        slots
    };
    let (from, days) = match days {
        Days::From(from) => (from.unwrap_or(today).max(today), 7),
        Days::Around(start) => Input::window(profile.zone, start),
    };
    let several = reschedule::free(tx, (profile, row), (from, days), (today, AHEAD_DAYS))?;
    if let Some(shown) = several {
        let found = visit(shown, is_other);
        if !found.slots.is_empty() || found.next_day.is_some() || full.is_empty() {
            return Ok(found);
        }
        // The first day that has any is one of those: the first of the others.
        let all = reschedule::free(tx, (profile, row), (today, AHEAD_DAYS), (today, 1))?;
        let first = all.and_then(|all| visit(all, is_other).slots.into_iter().next());
        return Ok(Free {
            next_day: first.map(|slot| slot.date),
            ..found
        });
    }
    let input = load::input(tx, &sought.over(from, days))?;
    let slots = others(&input);
    let next_day = if slots.is_empty() {
        let ahead = load::input(tx, &sought.over(today, AHEAD_DAYS))?;
        others(&ahead).first().map(|slot| slot.date)
    } else {
        None
    };
    Ok(Free {
        input,
        slots,
        next_day,
    })
}

/// The same for a visit of several services.
fn visit(shown: Shown, is_other: impl Fn(&Slot) -> bool) -> Free {
    let mut slots = shown.slots;
    slots.retain(|slot| slot.left > 0 && is_other(slot));
    let next = shown.soonest.filter(is_other);
    Free {
        input: shown.input,
        next_day: next.filter(|_| slots.is_empty()).map(|slot| slot.date),
        slots,
    }
}

/// Nothing free: when there is, and the way there.
pub fn nothing(ctx: &PageCtx, moments: &Moments, free: &Free, at: Address<'_>) -> Empty {
    let t = ctx.t;
    let way = |day: LocalDate| LinkButton {
        label: t.booking_nothing_way(moments.day(day)),
        url: at(&|times| times.from = Some(day)),
        voice: Voice::Quiet,
        ..LinkButton::default()
    };
    Empty {
        icon: Icon::Calendar,
        words: match free.next_day {
            Some(day) => t.booking_nothing_until(moments.day(day)),
            None => t.booking_nothing_ahead(),
        },
        ways: free.next_day.map(way).into_iter().collect(),
    }
}

/// Seven days back and on, as far as the business takes bookings.
pub fn pager(ctx: &PageCtx, today: LocalDate, input: &Input, at: Address<'_>) -> Pager {
    let t = ctx.t;
    let before = input
        .from
        .checked_sub_days(chrono::Days::new(7))
        .unwrap_or(today);
    let earlier = (input.from > today).then(|| before.max(today));
    let next = days_after(input.from, 7);
    let later = (next <= days_after(today, input.service.horizon_days)).then_some(next);
    let page = |label: String, date: LocalDate| Page {
        label,
        url: Some(at(&|times| times.from = Some(date))),
    };
    Pager {
        label: t.ui_times(),
        earlier: earlier.map(|date| page(t.ui_earlier_days(), date)),
        later: later.map(|date| page(t.ui_later_days(), date)),
    }
}
