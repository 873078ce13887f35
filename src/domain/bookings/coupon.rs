//! What the code of a coupon makes of a price, and whether it may still be used. For showing it is only counted; for booking it is
//! decided behind a lock of the coupon, so that of two guests one has its last use.

use super::booking::Row;
use crate::{
    base::{
        ids::{BookingId, CouponId, CustomerId, ServiceId},
        time::LocalDate,
    },
    db::{
        self, TenantTx,
        statement::{Change, bind, statement},
    },
    domain::{
        catalog::{
            coupon::{self, CouponRefusal},
            coupon_card::{self, OwnCoupon},
            price::Quote,
        },
        customers::sharing,
    },
    schema::bookings::coupon_uses,
};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Bool, Nullable, SmallInt, Text, Uuid as SqlUuid},
};
use std::collections::HashMap;

/// How often it was used, how often by these cards, and whether they have been or are expected for anything. A use counts while the
/// price has the coupon: not once the services of a visit that it was for are called off.
const USES: &str = "select count(*), count(*) filter (where b.customer_id = any (?)), \
    exists (select from bookings.bookings o where o.business_id = ? and o.customer_id = any (?) \
        and o.status not in ('cancelled', 'expired') and o.deleted_at is null and o.id is distinct from ?) \
    from bookings.coupon_uses u join bookings.bookings b on b.business_id = u.business_id and b.id = u.booking_id \
    where u.business_id = ? and u.coupon_id = ? and b.status not in ('cancelled', 'expired') and b.deleted_at is null \
    and b.id is distinct from ? and b.price_snapshot_json @> '{\"lines\": [{\"kind\": \"coupon\"}]}'";

/// What is booked, when it is booked, and by whom if that is known.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// What was typed as a code; may be empty.
    pub code: &'a str,
    /// What is booked: each service of a visit by its number, one alone without.
    pub services: &'a [(Option<i16>, ServiceId)],
    /// The day on which it is booked, on the shop's calendar.
    pub today: LocalDate,
    /// Every card of the guest. With these the use is decided, and nobody else's until the transaction ends.
    pub cards: Option<&'a [CustomerId]>,
    /// The booking, where it stands already: it does not count beside itself.
    pub own: Option<BookingId>,
}

/// What a code has made of a price.
#[derive(Clone, Debug)]
pub struct Redeemed {
    /// The price, with the line of the coupon where it may be used.
    pub quote: Quote,
    /// The coupon that is used.
    pub coupon: Option<CouponId>,
    /// Until when it can be used.
    pub until: Option<LocalDate>,
    /// Why it is not.
    pub refusal: Option<CouponRefusal>,
}

/// A price with what a code makes of it. Without a code, it stays.
pub fn redeem(tx: &mut TenantTx<'_>, wish: &Wish<'_>, quote: Quote) -> db::Result<Redeemed> {
    let mut redeemed = Redeemed {
        quote,
        coupon: None,
        until: None,
        refusal: None,
    };
    if wish.code.is_empty() {
        return Ok(redeemed);
    }
    let coupons = coupon::living(tx)?;
    let Some(own) = coupons.find(wish.code) else {
        redeemed.refusal = Some(CouponRefusal::Unknown);
        return Ok(redeemed);
    };
    let services = wish.services.iter().map(|(_, service)| *service);
    let asks = own.setup.asks(services, &redeemed.quote, wish.today);
    redeemed.refusal = match asks {
        Err(refusal) => Some(refusal),
        Ok(()) => used_up(tx, own, (wish.cards, wish.own))?,
    };
    if redeemed.refusal.is_none() {
        take_off(&mut redeemed.quote, own, wish.services);
        redeemed.coupon = Some(own.id);
        redeemed.until = own.setup.card.last_date;
    }
    Ok(redeemed)
}

/// Takes it off: of a visit, off those of its services that it is for.
fn take_off(quote: &mut Quote, own: &OwnCoupon, services: &[(Option<i16>, ServiceId)]) {
    let card = &own.setup.card;
    if !quote.is_of_visit() {
        let lines = card.lines(quote);
        quote.lines.extend(lines);
        return;
    }
    let meant = services.iter();
    let meant = meant.filter(|(_, service)| own.setup.is_for(*service));
    let parts: Vec<i16> = meant.filter_map(|(part, _)| *part).collect();
    let lines = card.lines_of(quote, &parts);
    quote.lines.extend(lines);
    quote.in_order();
}

/// Why it may not be used once more, counted by what stands there now.
fn used_up(
    tx: &mut TenantTx<'_>,
    own: &OwnCoupon,
    (cards, booking): (Option<&[CustomerId]>, Option<BookingId>),
) -> db::Result<Option<CouponRefusal>> {
    let card = &own.setup.card;
    let is_limited = card.most_uses.is_some() || card.most_each.is_some() || card.is_for_new;
    if !is_limited {
        return Ok(None);
    }
    if cards.is_some() {
        lock(tx, own.id)?;
    }
    let ids: Vec<_> = cards.unwrap_or_default().iter().map(|id| id.0).collect();
    let business = tx.business();
    let (all, yours, is_known) = statement::<(BigInt, BigInt, Bool), _>(
        USES,
        (
            bind::<Array<SqlUuid>, _>(ids.clone()),
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(ids),
            bind::<Nullable<SqlUuid>, _>(booking),
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(own.id),
            bind::<Nullable<SqlUuid>, _>(booking),
        ),
    )
    .get_result::<(i64, i64, bool)>(tx.conn())?;
    let reached = |most: Option<i32>, count: i64| most.is_some_and(|most| i64::from(most) <= count);
    Ok(match () {
        () if reached(card.most_uses, all) => Some(CouponRefusal::UsedUp),
        () if reached(card.most_each, yours) => Some(CouponRefusal::UsedByYou),
        () if card.is_for_new && is_known => Some(CouponRefusal::NotNew),
        () => None,
    })
}

/// Whether a booking that was called off may stand again with the coupon that it used: not where others have used it up since.
pub(super) fn may_return(tx: &mut TenantTx<'_>, row: &Row) -> db::Result<bool> {
    let used: Option<CouponId> = coupon_uses::table
        .filter(
            coupon_uses::business_id
                .eq(tx.business())
                .and(coupon_uses::booking_id.eq(row.id)),
        )
        .select(coupon_uses::coupon_id)
        .first(tx.conn())
        .optional()?;
    let Some(used) = used else {
        return Ok(true);
    };
    let all = coupon_card::all(tx)?;
    let Some(own) = all.iter().find(|own| own.id == used) else {
        return Ok(true);
    };
    let cards = sharing::of(tx, row.customer_id)?.cards;
    let why = used_up(tx, own, (Some(&cards), Some(row.id)))?;
    // Whoever was new when they booked it is so still.
    Ok(matches!(why, None | Some(CouponRefusal::NotNew)))
}

/// Queues up for a coupon, until the transaction ends.
pub(super) fn lock(tx: &mut TenantTx<'_>, id: CouponId) -> db::Result<()> {
    db::lock_name(tx, format!("coupon {id}"))
}

/// The row that says so, written with the booking; instead of one that has left its price.
pub(super) fn use_row(tx: &TenantTx<'_>, coupon: CouponId, booking: BookingId) -> Change<'static> {
    let row = (
        coupon_uses::business_id.eq(tx.business()),
        coupon_uses::coupon_id.eq(coupon),
        coupon_uses::booking_id.eq(booking),
    );
    let insert = diesel::insert_into(coupon_uses::table).values(row);
    let one = (coupon_uses::business_id, coupon_uses::booking_id);
    let change = coupon_uses::coupon_id.eq(coupon);
    Box::new(insert.on_conflict(one).do_update().set(change))
}

/// Takes the use of a booking back, so that the coupon has it again; the code that it was used by, where it was used.
pub(super) fn unuse(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Option<String>> {
    let code = statement::<Text, _>(
        "with gone as (delete from bookings.coupon_uses where business_id = ? and booking_id = ? returning coupon_id) \
         select c.code from gone join catalog.coupons c on c.business_id = ? and c.id = gone.coupon_id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
            bind::<SqlUuid, _>(tx.business()),
        ),
    )
    .get_result(tx.conn())
    .optional()?;
    Ok(code)
}

/// How many percent the coupon of a booking takes off, where it takes percent.
pub(super) fn percent_of_booking(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
) -> db::Result<Option<i64>> {
    let percent: Option<Option<i16>> = statement::<Nullable<SmallInt>, _>(
        "select c.percent from bookings.coupon_uses u \
         join catalog.coupons c on c.business_id = u.business_id and c.id = u.coupon_id \
         where u.business_id = ? and u.booking_id = ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
        ),
    )
    .get_result(tx.conn())
    .optional()?;
    Ok(percent.flatten().map(i64::from))
}

/// How often each coupon of the business was used.
pub fn uses(tx: &mut TenantTx<'_>) -> db::Result<HashMap<CouponId, i64>> {
    let rows = statement::<(SqlUuid, BigInt), _>(
        "select u.coupon_id, count(*) from bookings.coupon_uses u \
         join bookings.bookings b on b.business_id = u.business_id and b.id = u.booking_id \
         where u.business_id = ? and b.status not in ('cancelled', 'expired') and b.deleted_at is null \
         and b.price_snapshot_json @> '{\"lines\": [{\"kind\": \"coupon\"}]}' group by u.coupon_id",
        (bind::<SqlUuid, _>(tx.business()),),
    )
    .load::<(CouponId, i64)>(tx.conn())?;
    Ok(rows.into_iter().collect())
}
