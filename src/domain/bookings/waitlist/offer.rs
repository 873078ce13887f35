//! Command: a time is offered to somebody on the list. It is held for them from that moment on, decided under the same lock as
//! every other hold; the letter says until when.

use super::{
    entry::{self, Entry},
    room::{self, Room},
    rule_rows,
    what::{self, What},
};
use crate::{
    base::{
        ids::{ReservationId, WaitId},
        quiet,
        time::local,
        token::Token,
    },
    db::{DbError, TenantTx, statement::prepared},
    domain::{
        bookings::{booking, details::Details, moving, rules::in_time},
        businesses::profile::Profile,
        customers::{
            card::{self, Card},
            register::Contact,
        },
        notifications::waiting::{Kind, Notice, send},
        scheduling::{
            availability::{Refusal, Slot},
            hold::{self, Hold, HoldError},
            promise,
        },
    },
    refusal,
    schema::bookings::waitlist,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// Whoever is offered something has so much waking time at least; what is nearer is left to whoever comes by.
const SHORTEST: TimeDelta = TimeDelta::minutes(15);

/// What is offered.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// To whom.
    pub entry: WaitId,
    /// From when.
    pub start: DateTime<Utc>,
    /// The house's secret, from which the hold's key is made.
    pub secret: &'a [u8],
}

/// Why nothing was offered.
#[derive(Debug, thiserror::Error)]
pub enum OfferError {
    /// There is no such place, or it does not wait any more.
    #[error("nobody waits there")]
    Unknown,
    /// The shop takes no bookings, or has no list any more.
    #[error("not accepting")]
    NotAccepting,
    /// What is waited for is not offered any more.
    #[error("gone")]
    Gone,
    /// It cannot be had.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Nobody could answer in time, or it is no earlier than what they have.
    #[error("too late for an answer")]
    TooSoon,
    /// The shop does not want them, or there is no address.
    #[error("cannot be written to")]
    Unreachable,
    /// They have as many bookings as one guest may have.
    #[error("has as many as there may be")]
    Full,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(OfferError);

impl From<HoldError> for OfferError {
    fn from(error: HoldError) -> Self {
        match error {
            HoldError::Refused(refusal, _) => Self::Refused(refusal),
            HoldError::TooMany | HoldError::Spent | HoldError::Unknown => Self::Unknown,
            HoldError::Db(error) => Self::Db(error),
        }
    }
}

/// Somebody who waits, with what they wait for.
struct Waiting {
    entry: Entry,
    what: What,
    card: Card,
    /// Of somebody who has a later booking: when that begins, and until when they may move it.
    later: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// What they may still book.
    room: Room,
}

/// The key of the hold that is offered: of each offer another.
pub fn token(secret: &[u8], entry: &Entry) -> Token {
    let count = entry.notification_count.to_be_bytes();
    Token::derived(
        secret,
        &[b"waiting list offer", entry.id.0.as_bytes(), &count],
    )
}

/// Offers a start; gives until when.
pub fn offer(tx: &mut TenantTx<'_>, command: &Offer<'_>) -> Result<DateTime<Utc>, OfferError> {
    let entry = entry::find_for_update(tx, command.entry)?;
    let waiting = waiting(tx, command.profile, entry)?;
    give(tx, command, waiting)
}

/// Looks for the first free time that somebody waits for, and offers it. Whether there was one.
pub fn look(
    tx: &mut TenantTx<'_>,
    (profile, secret): (&Profile, &[u8]),
    id: WaitId,
) -> Result<bool, OfferError> {
    let entry = entry::find_for_update(tx, id)?;
    let waiting = match waiting(tx, profile, entry) {
        Ok(waiting) => waiting,
        Err(OfferError::Db(error)) => return Err(OfferError::Db(error)),
        Err(_) => return Ok(false),
    };
    let Some(start) = times(tx, profile, &waiting)?.first().map(|slot| slot.start) else {
        return Ok(false);
    };
    let command = Offer {
        profile,
        entry: id,
        start,
        secret,
    };
    give(tx, &command, waiting)?;
    Ok(true)
}

/// The free times that somebody could be offered as things stand, the earliest first.
pub fn offerable(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    id: WaitId,
) -> Result<Vec<Slot>, OfferError> {
    let entry = entry::find(tx, id)?;
    let waiting = waiting(tx, profile, entry)?;
    Ok(times(tx, profile, &waiting)?)
}

/// A place that waits, with all that an offer needs.
fn waiting(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    entry: Option<Entry>,
) -> Result<Waiting, OfferError> {
    let entry = entry.ok_or(OfferError::Unknown)?;
    if !entry.is_waiting() {
        return Err(OfferError::Unknown);
    }
    let is_shut = !profile.is_open || profile.is_stopped || !profile.settings.is_accepting;
    if is_shut || !rule_rows::of(tx)?.is_on {
        return Err(OfferError::NotAccepting);
    }
    let what = what::read(tx, &entry)?.ok_or(OfferError::Gone)?;
    let card = card::find(tx, entry.customer_id)?;
    let card = card
        .filter(|card| card.deleted_at.is_none() && card.erased_at.is_none())
        .filter(|card| card.blocked_at.is_none() && card.email.is_some())
        .ok_or(OfferError::Unreachable)?;
    let room = room::of(tx, &profile.settings, (&entry, &card))?;
    if room.is_full {
        return Err(OfferError::Full);
    }
    let later = match entry.booking_id {
        None => None,
        Some(id) => {
            let booking = booking::find(tx, id)?.ok_or(OfferError::Unknown)?;
            let row = booking.row;
            let until = moving::deadline(&profile.settings, &row);
            if !row.status.is_ahead() || row.start_at <= tx.now() || !in_time(until, tx.now()) {
                return Err(OfferError::Unknown);
            }
            Some((row.start_at, until))
        }
    };
    Ok(Waiting {
        entry,
        what,
        card,
        later,
        room,
    })
}

fn times(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    waiting: &Waiting,
) -> Result<Vec<Slot>, DbError> {
    let Waiting { entry, what, .. } = waiting;
    let today = local(profile.zone, tx.now()).date();
    let ahead = what.horizon(&profile.settings);
    let wish = entry.wish();
    let Some(window) = wish.window(today, ahead.into()) else {
        return Ok(Vec::new());
    };
    let mut slots = what.free(tx, profile, window)?;
    let answer = rule_rows::of(tx)?.answer();
    let now = tx.now();
    slots.retain(|slot| {
        wish.fits(slot)
            && !waiting.room.days.contains(&slot.date)
            && waiting.until(profile, (now, slot.start), answer).is_some()
    });
    Ok(slots)
}

impl Waiting {
    /// Until when an offer of a start stands: as long as the shop lets people think, nights left out, and never later than one
    /// can book it, or move to it what one has. `None` where nobody could answer, and where it is no earlier than that.
    fn until(
        &self,
        profile: &Profile,
        (now, start): (DateTime<Utc>, DateTime<Utc>),
        answer: TimeDelta,
    ) -> Option<DateTime<Utc>> {
        let notice = self.what.notice(&profile.settings);
        let last = start - TimeDelta::minutes(notice.max(0).into());
        let mut until = quiet::deadline(profile.zone, now, answer).min(last);
        if let Some((begins, may_move)) = self.later {
            if start >= begins {
                return None;
            }
            until = until.min(may_move);
        }
        (quiet::between(profile.zone, now, until) >= SHORTEST).then_some(until)
    }
}

fn give(
    tx: &mut TenantTx<'_>,
    command: &Offer<'_>,
    waiting: Waiting,
) -> Result<DateTime<Utc>, OfferError> {
    let (profile, now) = (command.profile, tx.now());
    let answer = rule_rows::of(tx)?.answer();
    let until = waiting.until(profile, (now, command.start), answer);
    let until = until.ok_or(OfferError::TooSoon)?;
    let Waiting {
        entry,
        what,
        card,
        room,
        ..
    } = waiting;
    // With a space in it, it is no key that a form may have.
    let key = format!("waitlist {} {}", entry.id, entry.notification_count + 1);
    let offered = Entry {
        notification_count: entry.notification_count + 1,
        ..entry
    };
    let parts = what.parts();
    let (first, more) = parts.split_first().ok_or(OfferError::Gone)?;
    let wanted = Hold {
        profile,
        service: first.service,
        party: first.party,
        nominated: first.nominated,
        more,
        start: command.start,
        key: &key,
        token: token(command.secret, &offered),
        // Nobody's network: what is offered to one counts against nobody.
        client: offered.id.0.as_bytes(),
        lang: offered.lang(),
    };
    let held = hold::hold(tx, &wanted)?;
    if room.days.contains(&held.business_date) {
        return Err(OfferError::Full);
    }
    let details = Details {
        contact: Contact {
            lang: offered.lang(),
            ..card.contact()
        },
        note: String::new(),
        answers: Vec::new(),
    };
    promise::until(tx, held.id, (until, &details.to_json()))?;
    note(tx, &offered, (held.id, until))?;
    let notice = Notice {
        kind: Kind::Offered,
        entry: offered.id,
        offer: Some(held.id),
        to_email: card.email.ok_or(OfferError::Unreachable)?,
        locale: offered.locale,
        // Nobody is woken; the clock does not go before, either.
        due: quiet::awake(profile.zone, now),
    };
    send(tx, &notice)?;
    Ok(until)
}

/// Writes down that something is offered.
fn note(
    tx: &mut TenantTx<'_>,
    offered: &Entry,
    (hold, until): (ReservationId, DateTime<Utc>),
) -> Result<(), DbError> {
    let now = tx.now();
    let own = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::id.eq(offered.id));
    let change = (
        waitlist::status.eq(entry::Status::Notified),
        waitlist::reservation_id.eq(hold),
        waitlist::response_deadline.eq(until),
        waitlist::notified_at.eq(now),
        waitlist::last_notified_at.eq(now),
        waitlist::notification_count.eq(offered.notification_count),
    );
    prepared(diesel::update(own).set(change)).execute(tx.conn())?;
    Ok(())
}
