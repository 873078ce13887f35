//! A tablet that stands in the shop: its cookie is a token of which the row has the hash. Whoever works here comes in on it
//! by a few digits ([`super::pin`]), and no further than the day.

use crate::{
    base::{
        ids::{BusinessId, DeviceId},
        token::Token,
    },
    db::{self, PlatformTx, TenantTx, statement::prepared},
    schema::businesses::{businesses, shop_devices},
};
use chrono::{DateTime, Utc};
use diesel::{dsl::exists, prelude::*};

/// A tablet, as the team sees it.
#[derive(Clone, Debug, Queryable)]
pub struct Device {
    /// Its key.
    pub id: DeviceId,
    /// What it is called.
    pub name: String,
    /// Since when it is one.
    pub created_at: DateTime<Utc>,
    /// When somebody last came in on it.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Makes the browser that holds this token one.
pub fn enrol(tx: &mut TenantTx<'_>, name: &str, token: &Token) -> db::Result<()> {
    let (business, user, now) = (tx.business(), tx.actor().user(), tx.now());
    prepared(diesel::insert_into(shop_devices::table).values((
        shop_devices::business_id.eq(business),
        shop_devices::name.eq(name),
        shop_devices::token_hash.eq(token.hash()),
        shop_devices::enrolled_by.eq(user),
        shop_devices::created_at.eq(now),
    )))
    .execute(tx.conn())?;
    Ok(())
}

/// Those that count, the newest first.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<Device>> {
    let business = tx.business();
    Ok(living(business)
        .order(shop_devices::created_at.desc())
        .select((
            shop_devices::id,
            shop_devices::name,
            shop_devices::created_at,
            shop_devices::last_used_at,
        ))
        .load(tx.conn())?)
}

/// It counts no more, and neither does whoever is in on it. `false` when there is none of that key.
pub fn revoke(tx: &mut TenantTx<'_>, id: DeviceId) -> db::Result<bool> {
    let (business, now) = (tx.business(), tx.now());
    let revoked = prepared(
        diesel::update(living(business).filter(shop_devices::id.eq(id)))
            .set(shop_devices::revoked_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(revoked > 0)
}

/// The tablet of a cookie, in the business of a slug.
pub fn find(
    tx: &mut PlatformTx<'_>,
    slug: &str,
    token: &Token,
) -> db::Result<Option<(BusinessId, DeviceId)>> {
    Ok(shop_devices::table
        .inner_join(businesses::table)
        .filter(shop_devices::token_hash.eq(token.hash()))
        .filter(shop_devices::revoked_at.is_null())
        .filter(businesses::slug.eq(slug))
        .filter(businesses::deleted_at.is_null())
        .select((shop_devices::business_id, shop_devices::id))
        .first(tx.conn())
        .optional()?)
}

/// Whether the shop has taken a tablet off its list.
pub fn is_revoked(tx: &mut PlatformTx<'_>, id: DeviceId) -> db::Result<bool> {
    let revoked = shop_devices::table
        .filter(shop_devices::id.eq(id))
        .filter(shop_devices::revoked_at.is_not_null());
    Ok(diesel::select(exists(revoked)).get_result(tx.conn())?)
}

/// Whether what a browser holds was once a tablet of the business of a slug, and is none any more.
pub fn was_one(tx: &mut PlatformTx<'_>, slug: &str, token: &Token) -> db::Result<bool> {
    let revoked = shop_devices::table
        .inner_join(businesses::table)
        .filter(shop_devices::token_hash.eq(token.hash()))
        .filter(shop_devices::revoked_at.is_not_null())
        .filter(businesses::slug.eq(slug))
        .filter(businesses::deleted_at.is_null());
    Ok(diesel::select(exists(revoked)).get_result(tx.conn())?)
}

/// Whether a session that was begun on a tablet of this business goes on there.
pub fn is_living(tx: &mut PlatformTx<'_>, business: BusinessId, id: DeviceId) -> db::Result<bool> {
    Ok(
        diesel::select(exists(living(business).filter(shop_devices::id.eq(id))))
            .get_result(tx.conn())?,
    )
}

/// Somebody has come in on it.
pub fn used(tx: &mut TenantTx<'_>, id: DeviceId) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    prepared(
        diesel::update(living(business).filter(shop_devices::id.eq(id)))
            .set(shop_devices::last_used_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(())
}

#[diesel::dsl::auto_type]
fn living(business: BusinessId) -> _ {
    shop_devices::table.filter(
        shop_devices::business_id
            .eq(business)
            .and(shop_devices::revoked_at.is_null()),
    )
}
