//! Time kept free of bookings: put on one resource, and taken off again. It takes time as a booking does.

use super::{
    allocation::{self, Claim, TakeError},
    availability::{Occupied, Placement},
    resource::Resource,
};
use crate::{
    base::{
        ids::{BlockId, OutsideCalendarId, ResourceId, UserId},
        time::LocalDate,
    },
    db::{self, TenantTx, statement::prepared},
    schema::scheduling::blocks,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// One block.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = blocks)]
pub struct Block {
    /// Its key.
    pub id: BlockId,
    /// On whom or what.
    pub resource_id: ResourceId,
    /// The business day it belongs to.
    pub business_date: LocalDate,
    /// From.
    pub start_at: DateTime<Utc>,
    /// Until.
    pub end_at: DateTime<Utc>,
    /// Why.
    pub reason: String,
    /// The calendar elsewhere that it was read from.
    pub outside_id: Option<OutsideCalendarId>,
}

/// A block that is to be.
#[derive(Clone, Debug)]
pub struct NewBlock {
    /// On whom or what: all of its seats.
    pub resource: Resource,
    /// The business day.
    pub date: LocalDate,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub by: UserId,
}

/// The blocks of the business days from the one to the other, by time.
pub fn within(
    tx: &mut TenantTx<'_>,
    (first, last): (LocalDate, LocalDate),
) -> db::Result<Vec<Block>> {
    let business = tx.business();
    Ok(blocks::table
        .filter(blocks::business_id.eq(business))
        .filter(blocks::business_date.between(first, last))
        .order((blocks::start_at, blocks::id))
        .select(Block::as_select())
        .load(tx.conn())?)
}

/// One of them.
pub fn find(tx: &mut TenantTx<'_>, id: BlockId) -> db::Result<Option<Block>> {
    let business = tx.business();
    Ok(blocks::table
        .filter(blocks::business_id.eq(business))
        .filter(blocks::id.eq(id))
        .select(Block::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Puts it there, unless somebody has the time.
pub fn put(tx: &mut TenantTx<'_>, new: &NewBlock) -> Result<BlockId, TakeError> {
    allocation::lock(tx, &[new.resource.id])?;
    let (business, id) = (tx.business(), BlockId(Uuid::new_v4()));
    let seats = u16::try_from(new.resource.capacity).unwrap_or(1);
    let placement = Placement {
        date: new.date,
        start: new.start,
        end: new.end,
        occupied_from: new.start,
        occupied_until: new.end,
        takes: vec![Occupied {
            resource: new.resource.id,
            seats: (0..seats).collect(),
            spans: vec![(new.start, new.end)],
            chosen: None,
        }],
    };
    let row = diesel::insert_into(blocks::table).values((
        blocks::id.eq(id),
        blocks::business_id.eq(business),
        blocks::resource_id.eq(new.resource.id),
        blocks::business_date.eq(new.date),
        blocks::start_at.eq(new.start),
        blocks::end_at.eq(new.end),
        blocks::reason.eq(&new.reason),
        blocks::created_by.eq(new.by),
    ));
    allocation::take(tx, &placement, Claim::Block(id), vec![Box::new(row)])?;
    Ok(id)
}

/// Takes it off; whether it was there. What was read from a calendar elsewhere goes with what is there.
pub fn remove(tx: &mut TenantTx<'_>, id: BlockId) -> db::Result<bool> {
    let business = tx.business();
    let removed = prepared(diesel::delete(
        blocks::table
            .filter(blocks::business_id.eq(business))
            .filter(blocks::outside_id.is_null())
            .filter(blocks::id.eq(id)),
    ))
    .execute(tx.conn())?;
    Ok(removed > 0)
}
