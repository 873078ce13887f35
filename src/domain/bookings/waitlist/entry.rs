//! Somebody's place on the list, as it is read.

use super::wish::{Weekdays, Wish};
use crate::{
    base::{
        ids::{
            BookingId, BusinessId, CustomerId, OptionId, ReservationId, ResourceId, ServiceId,
            WaitId,
        },
        lang::Lang,
        time::{LocalDate, WallSpan},
    },
    db::{self, PlatformTx, TenantTx},
    schema::bookings::{
        sql_types::{WaitlistPriority as PrioritySql, WaitlistStatus as StatusSql},
        waitlist,
    },
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

crate::pg_enum! {
    /// Where a place stands (seed 000).
    Status as StatusSql {
        /// Waits.
        Active = "active",
        /// Is offered a time.
        Notified = "notified",
        /// Has it.
        Converted = "converted",
        /// Did not answer, or all that was wished for has passed.
        Expired = "expired",
        /// Was left.
        Cancelled = "cancelled",
    }
}

crate::pg_enum! {
    /// Who comes before others, whenever they came (seed 000).
    Priority as PrioritySql {
        /// After everybody.
        Low = "low",
        /// By order of coming.
        Normal = "normal",
        /// Before others.
        High = "high",
        /// Before everybody.
        Vip = "vip",
    }
}

impl Status {
    /// Whether anything may still come of it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Active | Self::Notified)
    }
}

impl Priority {
    /// All of them, the first first.
    pub const ALL: [Self; 4] = [Self::Vip, Self::High, Self::Normal, Self::Low];
}

/// A place on the list.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = waitlist)]
pub struct Entry {
    /// Its key.
    pub id: WaitId,
    /// For what.
    pub service_id: ServiceId,
    /// Whose.
    pub customer_id: CustomerId,
    /// The first business day.
    pub preferred_date: Option<LocalDate>,
    /// The last one.
    pub preferred_until: Option<LocalDate>,
    /// From which minute of the business day.
    pub preferred_time_start: Option<i16>,
    /// Until which.
    pub preferred_time_end: Option<i16>,
    /// On which weekdays, as a sum.
    pub weekdays: i16,
    /// For how many.
    pub party_size: i16,
    /// With whom; `None` is anybody.
    pub resource_id: Option<ResourceId>,
    /// What besides.
    pub option_ids: Vec<Option<OptionId>>,
    /// The language to write in.
    pub locale: String,
    /// The later booking that would be moved.
    pub booking_id: Option<BookingId>,
    /// The hold that is offered, or was last.
    pub reservation_id: Option<ReservationId>,
    /// Where it stands.
    pub status: Status,
    /// Whether others come first.
    pub priority: Priority,
    /// Until when the offer stands.
    pub response_deadline: Option<DateTime<Utc>>,
    /// How many offers there were.
    pub notification_count: i32,
    /// When the address was proved.
    pub proved_at: Option<DateTime<Utc>>,
    /// The services of a visit of several, as they are told from others; empty for one service.
    pub visit_services: String,
    /// Rises with each change that a member makes.
    pub version: i32,
    /// When it began.
    pub created_at: DateTime<Utc>,
}

impl Entry {
    /// What is wished for.
    pub fn wish(&self) -> Wish {
        let hours = self.preferred_time_start.zip(self.preferred_time_end);
        Wish {
            from: self.preferred_date,
            until: self.preferred_until,
            weekdays: Weekdays::from_column(self.weekdays),
            hours: hours.and_then(|(from, until)| WallSpan::of_minutes(from, until)),
        }
    }

    /// The language to write in.
    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.locale).unwrap_or_default()
    }

    /// What besides, by key.
    pub fn options(&self) -> Vec<OptionId> {
        self.option_ids.iter().flatten().copied().collect()
    }

    /// Whether it waits for a time, and is nobody's joke.
    pub fn is_waiting(&self) -> bool {
        self.status == Status::Active && self.proved_at.is_some()
    }
}

/// The place of a key in this business.
pub fn find(tx: &mut TenantTx<'_>, id: WaitId) -> db::Result<Option<Entry>> {
    let entry = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::id.eq(id))
        .filter(waitlist::deleted_at.is_null())
        .select(Entry::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(entry)
}

/// The same, locked until the transaction ends: two who would change it come one after the other.
pub fn find_for_update(tx: &mut TenantTx<'_>, id: WaitId) -> db::Result<Option<Entry>> {
    let entry = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::id.eq(id))
        .filter(waitlist::deleted_at.is_null())
        .select(Entry::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?;
    Ok(entry)
}

/// The open place of somebody for a service, or for a visit of several that begins with it.
pub fn open_of(
    tx: &mut TenantTx<'_>,
    (customer, service): (CustomerId, ServiceId),
    visit: &str,
) -> db::Result<Option<Entry>> {
    let entry = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::customer_id.eq(customer))
        .filter(waitlist::service_id.eq(service))
        .filter(waitlist::visit_services.eq(visit))
        .filter(waitlist::status.eq_any([Status::Active, Status::Notified]))
        .filter(waitlist::deleted_at.is_null())
        .select(Entry::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(entry)
}

/// How many open places these cards have.
pub fn count_open(tx: &mut TenantTx<'_>, cards: &[CustomerId]) -> db::Result<i64> {
    let counted = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::customer_id.eq_any(cards))
        .filter(waitlist::status.eq_any([Status::Active, Status::Notified]))
        .filter(waitlist::deleted_at.is_null())
        .count()
        .get_result(tx.conn())?;
    Ok(counted)
}

/// The oldest place of these cards of which nobody has said yet that it is theirs, locked until the transaction ends.
pub(super) fn unproved(tx: &mut TenantTx<'_>, cards: &[CustomerId]) -> db::Result<Option<Entry>> {
    let entry = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::customer_id.eq_any(cards))
        .filter(waitlist::status.eq(Status::Active))
        .filter(waitlist::proved_at.is_null())
        .filter(waitlist::deleted_at.is_null())
        .order((waitlist::created_at, waitlist::id))
        .select(Entry::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?;
    Ok(entry)
}

/// The open place of a booking that would move up.
pub fn of_booking(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Option<Entry>> {
    let entry = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::booking_id.eq(booking))
        .filter(waitlist::status.eq_any([Status::Active, Status::Notified]))
        .filter(waitlist::deleted_at.is_null())
        .select(Entry::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(entry)
}

/// Everybody who waits or is offered something, whose turn it is first; those whose address is not proved are none of them.
pub fn open(tx: &mut TenantTx<'_>, most: i64) -> db::Result<Vec<Entry>> {
    let entries = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::status.eq_any([Status::Active, Status::Notified]))
        .filter(waitlist::proved_at.is_not_null())
        .filter(waitlist::deleted_at.is_null())
        .order((
            waitlist::priority.desc(),
            waitlist::created_at,
            waitlist::id,
        ))
        .limit(most)
        .select(Entry::as_select())
        .load(tx.conn())?;
    Ok(entries)
}

/// At which businesses anybody has an open place.
pub fn anywhere(tx: &mut PlatformTx<'_>) -> db::Result<Vec<BusinessId>> {
    let businesses = waitlist::table
        .filter(waitlist::status.eq_any([Status::Active, Status::Notified]))
        .filter(waitlist::deleted_at.is_null())
        .select(waitlist::business_id)
        .distinct()
        .order(waitlist::business_id)
        .load(tx.conn())?;
    Ok(businesses)
}
