//! Classes: services that are held on a timetable and on single dates, for however many come. How many are needed, when that is
//! decided, and what happens where there are too few is a row beside the service.

use super::timetable;
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{BusinessId, ResourceId, ServiceId},
        time::{LocalDate, WallTime, Weekday},
    },
    db::{
        self, EditError, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::catalog::service_card::{self, Fate},
    schema::scheduling::{class_dates, class_rules},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Bool, Date, Nullable, SmallInt, Timestamptz, Uuid as SqlUuid},
};

/// The most guests that a class may need.
pub const MOST: i64 = 500;
/// The most hours beforehand at which it may be decided: two weeks.
pub const MOST_HOURS: i64 = 336;

/// What a class goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = class_rules)]
pub struct ClassRules {
    /// So many guests are needed; 1 is whoever comes.
    pub least: i16,
    /// So many hours before a session it is decided whether it is held.
    pub decide_hours: i16,
    /// Whether a session with too few is called off by itself; otherwise the shop is asked.
    pub calls_off_itself: bool,
}

impl Default for ClassRules {
    fn default() -> Self {
        Self {
            least: 1,
            decide_hours: 24,
            calls_off_itself: false,
        }
    }
}

impl ClassRules {
    /// Tells them apart from what somebody else makes of them.
    pub fn version(&self) -> String {
        fingerprint(self)
    }

    /// When it is decided whether a session is held; `None` where whoever comes is enough.
    pub fn decided_at(&self, start: DateTime<Utc>) -> Option<DateTime<Utc>> {
        (self.least > 1).then(|| start - TimeDelta::hours(self.decide_hours.into()))
    }
}

/// A session: of which class, on which business day, beginning when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionKey {
    /// The class.
    pub service: ServiceId,
    /// The business day.
    pub date: LocalDate,
    /// When it begins.
    pub wall: WallTime,
}

impl SessionKey {
    /// The minute it begins with, as columns keep it.
    pub fn minute(&self) -> i16 {
        i16::try_from(self.wall.minutes()).unwrap_or(i16::MAX)
    }
}

/// What was said of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable)]
pub struct Said {
    /// Whether it is held; otherwise it was called off.
    pub is_held: bool,
    /// Who gives it; `None` is whoever gives the class.
    pub with: Option<ResourceId>,
    /// When that was said.
    pub at: DateTime<Utc>,
}

/// What a service goes by; `None` where it is no class.
pub fn find(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<Option<ClassRules>> {
    Ok(class_rules::table
        .filter(class_rules::business_id.eq(tx.business()))
        .filter(class_rules::service_id.eq(id))
        .select(ClassRules::as_select())
        .first(tx.conn())
        .optional()?)
}

/// What all classes go by, and since when.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<(ServiceId, ClassRules, DateTime<Utc>)>> {
    Ok(class_rules::table
        .filter(class_rules::business_id.eq(tx.business()))
        .order(class_rules::service_id)
        .select((
            class_rules::service_id,
            ClassRules::as_select(),
            class_rules::since,
        ))
        .load(tx.conn())?)
}

/// The businesses that have something to decide.
pub fn deciding(tx: &mut PlatformTx<'_>) -> db::Result<Vec<BusinessId>> {
    Ok(class_rules::table
        .filter(class_rules::least.gt(1))
        .select(class_rules::business_id)
        .distinct()
        .load(tx.conn())?)
}

/// The services that are classes: those that go by rules of classes, and those that have a timetable.
pub fn services(tx: &mut TenantTx<'_>) -> db::Result<Vec<ServiceId>> {
    let found = statement::<SqlUuid, _>(
        "select service_id from scheduling.class_rules where business_id = ? \
         union select service_id from scheduling.timetable_entries where business_id = ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(tx.business()),
        ),
    );
    Ok(found.load(tx.conn())?)
}

/// Lets a service go by these rules, if it still goes by what `opened` was made of; what had to be decided before now stays.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: ServiceId,
    rules: ClassRules,
    opened: &str,
) -> Result<(), EditError> {
    let found: Option<ClassRules> = class_rules::table
        .filter(class_rules::business_id.eq(tx.business()))
        .filter(class_rules::service_id.eq(id))
        .select(ClassRules::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?;
    let version = found.map_or_else(String::new, |found| found.version());
    if version != opened {
        return Err(EditError::Stale);
    }
    if found == Some(rules) {
        return Ok(());
    }
    let (business, now) = (tx.business(), tx.now());
    let insert = diesel::insert_into(class_rules::table)
        .values((
            class_rules::business_id.eq(business),
            class_rules::service_id.eq(id),
            rules,
            class_rules::since.eq(now),
        ))
        .on_conflict((class_rules::business_id, class_rules::service_id))
        .do_update()
        .set((rules, class_rules::since.eq(now)));
    prepared(insert).execute(tx.conn())?;
    Ok(())
}

/// Whether a class is held on single dates alone; without being one, it would begin at any time.
pub fn is_dates_only(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<bool> {
    let business = tx.business();
    let dates = class_dates::table.filter(
        class_dates::business_id
            .eq(business)
            .and(class_dates::service_id.eq(id)),
    );
    let has_dates: bool = diesel::select(diesel::dsl::exists(dates)).get_result(tx.conn())?;
    Ok(has_dates && timetable::of_service(tx, id)?.is_empty())
}

/// Lets a service be no class any more: what was said of single dates goes with it. One that was held on those alone is hidden
/// from guests until its owner says otherwise, for they could have it at any time.
pub fn end(tx: &mut TenantTx<'_>, id: ServiceId) -> Result<(), EditError> {
    if is_dates_only(tx, id)? {
        service_card::settle(tx, id, Fate::Hidden)?;
    }
    let own = class_rules::table
        .filter(class_rules::business_id.eq(tx.business()))
        .filter(class_rules::service_id.eq(id));
    match prepared(diesel::delete(own)).execute(tx.conn())? {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// What was said of a session, locked until the transaction ends.
pub fn said(tx: &mut TenantTx<'_>, key: &SessionKey) -> db::Result<Option<Said>> {
    Ok(class_dates::table
        .filter(class_dates::business_id.eq(tx.business()))
        .filter(class_dates::service_id.eq(key.service))
        .filter(class_dates::date.eq(key.date))
        .filter(class_dates::start_minute.eq(key.minute()))
        .select((
            class_dates::is_held,
            class_dates::resource_id,
            class_dates::created_at,
        ))
        .for_update()
        .first(tx.conn())
        .optional()?)
}

/// From now on a session is held, by somebody or by whoever gives the class; or it is called off. A service of which that is said
/// is a class.
pub fn say(
    tx: &mut TenantTx<'_>,
    key: &SessionKey,
    (is_held, with): (bool, Option<ResourceId>),
) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let usual = diesel::insert_into(class_rules::table).values((
        class_rules::business_id.eq(business),
        class_rules::service_id.eq(key.service),
        ClassRules::default(),
        class_rules::since.eq(now),
    ));
    prepared(usual.on_conflict_do_nothing()).execute(tx.conn())?;
    let said = statement::<(), _>(
        "insert into scheduling.class_dates (business_id, service_id, date, start_minute, is_held, resource_id, created_at) \
         values (?, ?, ?, ?, ?, ?, ?) on conflict (business_id, service_id, date, start_minute) \
         do update set is_held = excluded.is_held, resource_id = excluded.resource_id, created_at = excluded.created_at",
        (
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(key.service),
            bind::<Date, _>(key.date),
            bind::<SmallInt, _>(key.minute()),
            bind::<Bool, _>(is_held),
            bind::<Nullable<SqlUuid>, _>(with),
            bind::<Timestamptz, _>(now),
        ),
    );
    prepared(said).execute(tx.conn())?;
    Ok(())
}

/// A session that was called off is held again: as its timetable has it, else as it was added.
pub fn unsay(tx: &mut TenantTx<'_>, key: &SessionKey, was: &Said) -> db::Result<()> {
    let weekday = Weekday::of(key.date);
    let repeats = timetable::of_service(tx, key.service)?.contains(&(weekday, key.wall));
    if !repeats || was.with.is_some() {
        return say(tx, key, (true, was.with));
    }
    let own = class_dates::table
        .filter(class_dates::business_id.eq(tx.business()))
        .filter(class_dates::service_id.eq(key.service))
        .filter(class_dates::date.eq(key.date))
        .filter(class_dates::start_minute.eq(key.minute()));
    prepared(diesel::delete(own)).execute(tx.conn())?;
    Ok(())
}
