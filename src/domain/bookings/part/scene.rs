//! A booked visit, read to change one of its services: those that stand, and what its row says of all of them together.

use super::{
    PartError,
    remainder::{Coupon, without},
};
use crate::{
    base::ids::BookingId,
    db::{self, TenantTx},
    domain::{
        bookings::{
            booking::{self, Row},
            coupon, lines, moving, proposal, rules, state,
            status::{Mover, Status},
        },
        businesses::profile::Profile,
        catalog::{
            policy::Policy,
            price::{self, LineKind, Quote},
        },
        scheduling::line::Line,
    },
    schema::bookings::bookings,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// What calling one service off would come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What that costs; minor units.
    pub fee: i64,
    /// What the booking costs then.
    pub total: i64,
    /// Whether it is the last one: with it the whole booking is off.
    pub is_last: bool,
}

/// A visit with one of its services in hand.
pub(super) struct Scene {
    /// The booking.
    pub row: Row,
    /// What stands, with the numbers.
    pub known: Vec<(i16, Line)>,
    /// Which of them is in hand.
    pub part: i16,
}

/// What calling one service of a visit off would come to now; `None` where it does not stand.
pub fn due(tx: &mut TenantTx<'_>, booking: BookingId, part: i16) -> db::Result<Option<Due>> {
    let Some(found) = booking::find(tx, booking)? else {
        return Ok(None);
    };
    let scene = Scene {
        known: lines::standing(tx, booking)?,
        row: found.row,
        part,
    };
    match scene.own() {
        Some(_) => Ok(Some(scene.weighed(tx)?.0)),
        None => Ok(None),
    }
}

/// Whether a guest may call one service off by themselves, as the booking stands.
pub fn may_call_off(profile: &Profile, row: &Row, now: DateTime<Utc>) -> bool {
    let deadline = rules::change_until(row.limits_start(), profile.settings.cancel_until_minutes);
    let waits = row.status == Status::Pending;
    row.status.is_ahead() && now < row.start_at && (waits || rules::in_time(deadline, now))
}

impl Scene {
    /// The visit of a booking, its row locked.
    pub fn read(tx: &mut TenantTx<'_>, booking: BookingId, part: i16) -> Result<Self, PartError> {
        let row = booking::find_for_update(tx, booking)?.ok_or(PartError::Unknown)?;
        let known = lines::standing(tx, row.id)?;
        Ok(Self { row, known, part })
    }

    /// The service in hand, while it stands.
    pub fn own(&self) -> Option<&Line> {
        let mut known = self.known.iter();
        known
            .find(|(part, _)| *part == self.part)
            .map(|(_, line)| line)
    }

    /// The others that stand.
    pub fn others(&self) -> impl Iterator<Item = &(i16, Line)> {
        self.known.iter().filter(|(part, _)| *part != self.part)
    }

    /// Another service by whoever was asked for here, to whom the fee for that goes over.
    pub fn heir(&self) -> Option<i16> {
        let asked = self.own()?.nominated?;
        let mut others = self.others();
        let same = others.find(|(_, line)| line.nominated == Some(asked));
        same.map(|(part, _)| *part)
    }

    /// What moving it costs its guest now.
    pub fn fee_for_moving(&self, tx: &mut TenantTx<'_>) -> db::Result<i64> {
        let (left, _) = self.without(tx)?;
        let price = self.price(&left);
        Ok(moving::fee_of(&self.row, price, tx.now()))
    }

    /// What calling it off comes to, the price that is left, and what has left it.
    pub fn weighed(&self, tx: &mut TenantTx<'_>) -> db::Result<(Due, Quote, Vec<price::Line>)> {
        let (row, now) = (&self.row, tx.now());
        let (left, dropped) = self.without(tx)?;
        let is_last = self.others().next().is_none();
        let price = self.price(&left);
        let policy = serde_json::from_value::<Policy>(row.policy_snapshot_json.clone()).ok();
        let is_free = row.status == Status::Pending
            || (state::mover(tx) == Mover::Guest && proposal::waits(tx, row)?);
        let policy = policy.filter(|_| !is_free);
        let due = Due {
            fee: policy.map_or(0, |policy| policy.fee(row.limits_start(), price, now)),
            total: left.total(),
            is_last,
        };
        Ok((due, left, dropped))
    }

    /// What it costs: all of the price where it is the last one.
    fn price(&self, left: &Quote) -> i64 {
        match self.others().next() {
            None => self.row.price_cents,
            Some(_) => quote(&self.row).total().saturating_sub(left.total()).max(0),
        }
    }

    /// The price without it, and what has left it.
    fn without(&self, tx: &mut TenantTx<'_>) -> db::Result<(Quote, Vec<price::Line>)> {
        let row = &self.row;
        let agreed = quote(row);
        let coupon = match agreed
            .lines
            .iter()
            .any(|line| line.kind == LineKind::Coupon)
        {
            true => coupon::percent_of_booking(tx, row.id)?.map(Coupon::Percent),
            false => None,
        };
        let minutes = self.own().map_or(0, Line::minutes);
        let minutes = i16::try_from(minutes).unwrap_or(i16::MAX);
        let coupon = coupon.unwrap_or(Coupon::Amount);
        Ok(without(&agreed, (self.part, self.heir()), minutes, coupon))
    }
}

/// The price as it was agreed.
pub(super) fn quote(row: &Row) -> Quote {
    serde_json::from_value(row.price_snapshot_json.clone()).unwrap_or_default()
}

/// Writes what a booking is, out of those of its services that stand: what, whose hands first, from when until when, for how many;
/// and its price.
pub(super) fn write(
    tx: &mut TenantTx<'_>,
    row: &Row,
    (standing, quote): (&[&Line], &Quote),
) -> db::Result<()> {
    let Some(first) = standing.first() else {
        return Ok(());
    };
    let starts = standing.iter().map(|line| line.start);
    let ends = standing.iter().map(|line| line.end);
    let mut guests: Vec<(i16, i16)> = standing
        .iter()
        .map(|line| (line.guest, line.party))
        .collect();
    guests.dedup_by_key(|(guest, _)| *guest);
    let party = guests
        .iter()
        .fold(0_i16, |sum, (_, party)| sum.saturating_add(*party));
    let business = tx.business();
    diesel::update(
        bookings::table.filter(
            bookings::business_id
                .eq(business)
                .and(bookings::id.eq(row.id)),
        ),
    )
    .set((
        bookings::service_id.eq(first.service),
        bookings::resource_id.eq(first.resource),
        bookings::is_nominated.eq(first.nominated.is_some()),
        bookings::start_at.eq(starts.min().unwrap_or(row.start_at)),
        bookings::end_at.eq(ends.max().unwrap_or(row.end_at)),
        bookings::party_size.eq(party),
        bookings::price_cents.eq(quote.total()),
        bookings::price_snapshot_json.eq(serde_json::to_value(quote).unwrap_or_default()),
        bookings::version.eq(bookings::version + 1),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// What is left begins when it begins, and its limits stay where they were agreed: see [`Row::limits_start`].
pub(super) fn keep_limits(tx: &mut TenantTx<'_>, row: &Row, standing: &[&Line]) -> db::Result<()> {
    let start = standing.iter().map(|line| line.start).min();
    let Some(start) = start.filter(|start| *start != row.start_at) else {
        return Ok(());
    };
    let from = row.limits_start();
    let business = tx.business();
    diesel::update(
        bookings::table.filter(
            bookings::business_id
                .eq(business)
                .and(bookings::id.eq(row.id)),
        ),
    )
    .set((
        bookings::limits_from.eq(from),
        bookings::limits_while.eq(start),
    ))
    .execute(tx.conn())?;
    Ok(())
}
