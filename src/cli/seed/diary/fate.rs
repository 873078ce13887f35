//! What became of a booking: how it came in, whether it was moved or called off, whether the guest came. What lies
//! before the present instant has happened, what lies after it has not.

use super::at_desk;
use crate::{
    base::{
        ids::UserId,
        time::{LocalDate, WallTime, instant},
    },
    cli::seed::chance::Chance,
    domain::{
        bookings::{
            booking::{CancelledBy, Source},
            history::PAYMENT,
            status::Status,
        },
        catalog::policy::Policy,
        payments::payment::Way,
    },
};
use chrono::{DateTime, Days, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;

/// Percent of bookings that are called off, that nobody came to, and that were moved before.
const CANCELLED: u64 = 7;
const NO_SHOW: u64 = 2;
const MOVED: u64 = 5;

/// All that decides.
pub(super) struct Circumstances<'a> {
    pub today: LocalDate,
    pub zone: Tz,
    pub now: DateTime<Utc>,
    pub date: LocalDate,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    /// Whether they can book and cancel online: a link needs an address.
    pub has_email: bool,
    /// Until so long before the start they can.
    pub cancel_until: TimeDelta,
    pub policy: Option<&'a Policy>,
    pub price: i64,
    pub desk: &'a [UserId],
    pub reasons: &'a [String],
}

/// Where a booking stands now, and how it came there.
pub(super) struct Fate {
    pub status: Status,
    pub cancelled_by: Option<CancelledBy>,
    /// One after another, the first is its making.
    pub story: Vec<Turn>,
    /// When it was paid, how, and who took it.
    pub paid: Option<(DateTime<Utc>, Way, Option<UserId>)>,
}

/// One line of a booking's story.
pub(super) struct Turn {
    pub at: DateTime<Utc>,
    /// Who did it, if it was somebody of the shop; else the guest.
    pub member: Option<UserId>,
    pub field: &'static str,
    pub old: Option<String>,
    pub new: Option<String>,
    pub reason: String,
}

/// Draws how a booking came in, when, and what became of it.
pub(super) fn draw(
    about: &Circumstances<'_>,
    chance: &mut Chance,
) -> (Source, DateTime<Utc>, Fate) {
    let source = source(about, chance);
    let created_at = created_at(about, source, chance);
    let taken_by = match source {
        Source::Web => None,
        _ => at_desk(about.desk, chance),
    };
    let mut fate = Fate {
        status: Status::Confirmed,
        cancelled_by: None,
        story: vec![Turn::status(created_at, taken_by, None, Status::Confirmed)],
        paid: None,
    };
    let known_for = about.start.min(midnight(about, about.today)) - created_at;
    if known_for > TimeDelta::days(2) && chance.percent(MOVED) {
        let third = TimeDelta::seconds(known_for.num_seconds() / 3);
        fate.moved(about, created_at + third, chance);
    }
    let walked_in = source == Source::WalkIn;
    if known_for > TimeDelta::hours(2) && !walked_in && chance.percent(CANCELLED) {
        let late = known_for.num_seconds() * chance.between(45, 98) / 100;
        fate.cancelled(about, created_at + TimeDelta::seconds(late), chance);
    } else if about.end <= about.now && !walked_in && chance.percent(NO_SHOW) {
        let at = (about.start + TimeDelta::minutes(20)).min(about.now);
        fate.becomes(Status::NoShow, at, at_desk(about.desk, chance));
    } else {
        fate.visited(about, created_at, chance);
    }
    (source, created_at, fate)
}

impl Turn {
    fn status(at: DateTime<Utc>, member: Option<UserId>, old: Option<Status>, new: Status) -> Self {
        Self {
            at,
            member,
            field: "status",
            old: old.map(|status| status.label().to_owned()),
            new: Some(new.label().to_owned()),
            reason: String::new(),
        }
    }
}

impl Fate {
    fn becomes(&mut self, status: Status, at: DateTime<Utc>, member: Option<UserId>) {
        let turn = Turn::status(at, member, Some(self.status), status);
        self.story.push(turn);
        self.status = status;
    }

    /// At the counter, when they leave; what costs nothing is not paid.
    fn pays(&mut self, about: &Circumstances<'_>, (at, member): (DateTime<Utc>, Option<UserId>)) {
        if about.price <= 0 {
            return;
        }
        let ways = [Way::Cash, Way::Card, Way::Card, Way::Qr, Way::Emoney];
        // By the minute, not by chance: who comes when stays as it was.
        let minute = usize::try_from(at.timestamp() / 60).unwrap_or(0);
        let way = ways.get(minute % ways.len()).copied().unwrap_or(Way::Cash);
        self.story.push(Turn {
            at,
            member,
            field: PAYMENT,
            old: None,
            new: Some(format!("{} {}", about.price, way.label())),
            reason: String::new(),
        });
        self.paid = Some((at, way, member));
    }

    fn moved(&mut self, about: &Circumstances<'_>, at: DateTime<Utc>, chance: &mut Chance) {
        let hours = chance.pick(&[-48, -24, -2, -1, 1, 2, 24, 48]).copied();
        let before = about.start + TimeDelta::hours(hours.unwrap_or(24));
        let written = |at: DateTime<Utc>| Some(at.to_rfc3339_opts(SecondsFormat::Secs, true));
        let by_shop = chance.percent(40);
        self.story.push(Turn {
            at,
            member: at_desk(about.desk, chance).filter(|_| by_shop),
            field: "start_at",
            old: written(before),
            new: written(about.start),
            reason: String::new(),
        });
    }

    fn cancelled(&mut self, about: &Circumstances<'_>, at: DateTime<Utc>, chance: &mut Chance) {
        let by_shop = chance.percent(12);
        // After the time for cancelling online a guest telephones, and the shop waives the fee.
        let by_phone = at > about.start - about.cancel_until || !about.has_email;
        let member = at_desk(about.desk, chance).filter(|_| by_shop || by_phone);
        let reason = chance.pick(about.reasons).cloned().unwrap_or_default();
        self.becomes(Status::Cancelled, at, member);
        if let Some(turn) = self.story.last_mut() {
            turn.reason = reason;
        }
        let fee = about
            .policy
            .map_or(0, |policy| policy.fee(about.start, about.price, at));
        if fee > 0 && member.is_none() {
            self.story.push(Turn {
                at,
                member: None,
                field: "cancellation_fee",
                old: None,
                new: Some(fee.to_string()),
                reason: String::new(),
            });
        }
        self.cancelled_by = Some(match by_shop {
            true => CancelledBy::Business,
            false => CancelledBy::Customer,
        });
    }

    /// As far as it has come by now: some shops press every button of the day, some only the last.
    fn visited(
        &mut self,
        about: &Circumstances<'_>,
        created_at: DateTime<Utc>,
        chance: &mut Chance,
    ) {
        let member = at_desk(about.desk, chance);
        let early = TimeDelta::minutes(chance.between(1, 12));
        // Who walks in has arrived when the booking is made.
        let arrived_at = (about.start - early).max(created_at);
        let overrun = TimeDelta::minutes(chance.between(-4, 6));
        let every_button = chance.percent(60);
        let ended = about.end <= about.now;
        if (every_button || !ended) && arrived_at <= about.now {
            self.becomes(Status::Arrived, arrived_at, member);
        }
        if (every_button || !ended) && about.start <= about.now {
            self.becomes(Status::InService, about.start, member);
        }
        if ended {
            let at = (about.end + overrun).min(about.now);
            self.becomes(Status::Completed, at, member);
            self.pays(about, (at, member));
        }
    }
}

fn source(about: &Circumstances<'_>, chance: &mut Chance) -> Source {
    let drawn = chance.below(100);
    match about.has_email {
        true if drawn < 68 => Source::Web,
        _ if drawn < 88 => Source::Phone,
        _ if drawn < 95 && about.start <= about.now => Source::WalkIn,
        _ => Source::OwnerPortal,
    }
}

/// When it was booked: most often in the days before, always before today if it lies ahead.
fn created_at(about: &Circumstances<'_>, source: Source, chance: &mut Chance) -> DateTime<Utc> {
    if source == Source::WalkIn {
        return about.start - TimeDelta::minutes(chance.between(1, 6));
    }
    let usual = chance.below(22).min(chance.below(22));
    let ahead = about.date.signed_duration_since(about.today).num_days() + 1;
    let least = u64::try_from(ahead).map_or(0, |ahead| ahead + chance.below(4));
    let days = usual.max(least);
    let open = match source {
        Source::Web => chance.between(7 * 60, 23 * 60),
        _ => chance.between(10 * 60, 18 * 60),
    };
    let date = about.date.checked_sub_days(Days::new(days));
    let typed = u16::try_from(open).ok().and_then(WallTime::new);
    let seconds = TimeDelta::seconds(chance.between(0, 59));
    let at = date
        .zip(typed)
        .and_then(|(date, wall)| instant(about.zone, date, wall))
        .map(|at| at + seconds);
    let latest = about.start - TimeDelta::minutes(chance.between(90, 400));
    at.map_or(latest, |at| at.min(latest))
}

fn midnight(about: &Circumstances<'_>, date: LocalDate) -> DateTime<Utc> {
    instant(about.zone, date, WallTime::MIDNIGHT).unwrap_or(about.now)
}
