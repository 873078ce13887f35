//! Coupons as their owner sees to them: those that were deleted, too. Bookings keep what was agreed, so whatever is changed here
//! is for bookings to come.

use crate::{
    base::{
        bilingual::Bilingual,
        fingerprint::fingerprint,
        ids::{CouponId, ServiceId},
        time::LocalDate,
    },
    db::{self, EditError, TenantTx, constraint::on_constraint, statement::prepared},
    schema::catalog::{coupon_services, coupons, services},
};
use diesel::prelude::*;

/// No two coupons have one code.
const ONE_CODE: &str = "coupons_one_code";

/// What is written about a coupon.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = coupons, treat_none_as_null = true)]
pub struct CouponCard {
    /// What guests type.
    pub code: String,
    /// What guests read, Japanese.
    pub name_ja: String,
    /// What guests read, English; empty when it has none.
    pub name_en: String,
    /// For every service.
    pub is_for_all: bool,
    /// Whole percent of a booking; else an amount.
    pub percent: Option<i16>,
    /// Tax-included, minor units, off a booking; else percent.
    pub amount_cents: Option<i64>,
    /// What a booking costs at least.
    pub least_cents: i64,
    /// Booked on this day or later.
    pub first_date: Option<LocalDate>,
    /// Booked on this day or earlier.
    pub last_date: Option<LocalDate>,
    /// In so many bookings at most.
    pub most_uses: Option<i32>,
    /// In so many bookings of one guest at most.
    pub most_each: Option<i32>,
    /// For those who come for the first time.
    pub is_for_new: bool,
}

/// A coupon and the services it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CouponSetup {
    /// What is written about it.
    pub card: CouponCard,
    /// The services that it is for where it is not for all, by key.
    pub services: Vec<ServiceId>,
}

/// A coupon of the business.
#[derive(Clone, Debug)]
pub struct OwnCoupon {
    /// Its key.
    pub id: CouponId,
    /// What is written about it, and what it is for.
    pub setup: CouponSetup,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

impl CouponSetup {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

impl CouponCard {
    /// What guests read.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name_ja, &self.name_en)
    }
}

/// All coupons, the last made first, those that were deleted last.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnCoupon>> {
    let business = tx.business();
    let rows: Vec<(CouponId, CouponCard, bool)> = coupons::table
        .filter(coupons::business_id.eq(business))
        .order((
            coupons::deleted_at.desc().nulls_first(),
            coupons::created_at.desc(),
            coupons::id,
        ))
        .select((
            coupons::id,
            CouponCard::as_select(),
            coupons::deleted_at.is_not_null(),
        ))
        .load(tx.conn())?;
    // A business without coupons has nothing more read about them.
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ties: Vec<(CouponId, ServiceId)> = coupon_services::table
        .filter(coupon_services::business_id.eq(business))
        .order(coupon_services::service_id)
        .select((coupon_services::coupon_id, coupon_services::service_id))
        .load(tx.conn())?;
    let services = |id| {
        let own = ties.iter().filter(|(coupon, _)| *coupon == id);
        own.map(|(_, service)| *service).collect()
    };
    let own = |(id, card, is_deleted)| OwnCoupon {
        id,
        setup: CouponSetup {
            services: services(id),
            card,
        },
        is_deleted,
    };
    Ok(rows.into_iter().map(own).collect())
}

/// A new coupon.
pub fn add(tx: &mut TenantTx<'_>, setup: &CouponSetup) -> Result<CouponId, EditError> {
    let business = tx.business();
    let added = diesel::insert_into(coupons::table)
        .values((&setup.card, coupons::business_id.eq(business)))
        .returning(coupons::id)
        .get_result(tx.conn());
    let id = on_constraint(added, ONE_CODE, || EditError::Taken)?;
    tie(tx, id, &setup.services)?;
    Ok(id)
}

/// Writes a coupon anew, if it is still what `version` was made of.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: CouponId,
    setup: &CouponSetup,
    version: &str,
) -> Result<(), EditError> {
    let own = coupons::table
        .filter(coupons::id.eq(id))
        .filter(coupons::business_id.eq(tx.business()))
        .filter(coupons::deleted_at.is_null());
    // The lock is the row's; what belongs to it is only written with it.
    let locked: Option<CouponId> = own
        .select(coupons::id)
        .for_update()
        .first(tx.conn())
        .optional()?;
    locked.ok_or(EditError::Unknown)?;
    let found = all(tx)?.into_iter().find(|one| one.id == id);
    let found = found.ok_or(EditError::Unknown)?;
    if found.setup.version() != version {
        return Err(EditError::Stale);
    }
    let saved = prepared(diesel::update(own).set(&setup.card)).execute(tx.conn());
    on_constraint(saved, ONE_CODE, || EditError::Taken)?;
    if found.setup.services != setup.services {
        tie(tx, id, &setup.services)?;
    }
    Ok(())
}

/// Deletes a coupon, or takes it back.
pub fn delete(tx: &mut TenantTx<'_>, id: CouponId, gone: bool) -> Result<(), EditError> {
    let now = tx.now();
    let own = coupons::table
        .filter(coupons::id.eq(id))
        .filter(coupons::business_id.eq(tx.business()));
    let change = coupons::deleted_at.eq(gone.then_some(now));
    let rows = prepared(diesel::update(own).set(change)).execute(tx.conn());
    match on_constraint(rows, ONE_CODE, || EditError::Taken)? {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// Makes a coupon be for these services and no others.
fn tie(tx: &mut TenantTx<'_>, id: CouponId, services: &[ServiceId]) -> db::Result<()> {
    let business = tx.business();
    // A service that was deleted keeps what it had: it may come back.
    let standing = services::table
        .filter(services::business_id.eq(business))
        .filter(services::deleted_at.is_null())
        .select(services::id);
    let all = coupon_services::table
        .filter(coupon_services::business_id.eq(business))
        .filter(coupon_services::coupon_id.eq(id))
        .filter(coupon_services::service_id.eq_any(standing));
    prepared(diesel::delete(all)).execute(tx.conn())?;
    for service in services {
        let row = (
            coupon_services::business_id.eq(business),
            coupon_services::service_id.eq(*service),
            coupon_services::coupon_id.eq(id),
        );
        let insert = diesel::insert_into(coupon_services::table).values(row);
        prepared(insert.on_conflict_do_nothing()).execute(tx.conn())?;
    }
    Ok(())
}
