//! Read: the sessions of classes over some days, and what is kept of them. Whether anybody is free then is another question.

use super::{
    allocation,
    availability::{DatedSession, Sessions, Starts, hours},
    class::SessionKey,
    resource, rule_rows,
};
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        time::{LocalDate, WallTime, days_after, instant},
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::catalog::service::Service,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::{
    prelude::*,
    sql_types::{Timestamptz, Uuid as SqlUuid},
};
use std::borrow::Cow;
use uuid::Uuid;

/// A session of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub key: SessionKey,
    /// When it begins.
    pub start: DateTime<Utc>,
    /// Whether it is held; otherwise it was called off.
    pub is_held: bool,
    /// Whether the shop is open then.
    pub is_open: bool,
    /// Who gives it; `None` is whoever gives the class.
    pub with: Option<ResourceId>,
    /// Whether something was said of it; otherwise it is as its timetable has it.
    pub is_said: bool,
}

/// The sessions of these services over so many days, those that were called off among them, by time.
pub fn within(
    tx: &mut TenantTx<'_>,
    zone: Tz,
    services: &[Service],
    (from, days): (LocalDate, u16),
) -> db::Result<Vec<Session>> {
    let rules = rule_rows::read(tx, &mut [], from, days)?;
    let mut all = Vec::new();
    for offset in 0..u32::from(days) {
        let date = days_after(from, offset);
        let open = hours(&rules.opening, date);
        for service in services {
            let sessions = match rules.timetable.starts(&on(service, date)) {
                Starts::Grid => continue,
                Starts::Timetable(weekly) => Sessions {
                    weekly,
                    dated: Vec::new(),
                },
                Starts::Sessions(sessions) => sessions,
            };
            let of = |said: DatedSession| {
                Some(Session {
                    key: SessionKey {
                        service: service.id,
                        date,
                        wall: said.wall,
                    },
                    start: instant(zone, date, said.wall)?,
                    is_held: said.is_held,
                    is_open: open.iter().any(|span| span.contains(said.wall)),
                    with: said.with,
                    is_said: sessions.said(date, said.wall).is_some(),
                })
            };
            all.extend(sessions.on(date).into_iter().filter_map(of));
        }
    }
    all.sort_by_key(|one| (one.start, one.key.service));
    Ok(all)
}

/// One session, held or called off; `None` where there is none.
pub fn find(
    tx: &mut TenantTx<'_>,
    zone: Tz,
    service: &Service,
    (date, wall): (LocalDate, WallTime),
) -> db::Result<Option<Session>> {
    let own = [service.clone()];
    let day = within(tx, zone, &own, (date, 1))?;
    Ok(day.into_iter().find(|one| one.key.wall == wall))
}

/// The services that are held at set times, as the rules are remembered: no page waits for it.
pub fn classes(tx: &mut TenantTx<'_>, today: LocalDate) -> db::Result<Vec<ServiceId>> {
    let rules = rule_rows::read(tx, &mut [], today, 1)?;
    Ok(rules.timetable.services())
}

/// Whether the shop is open at a wall time of a date.
pub fn is_open(tx: &mut TenantTx<'_>, (date, wall): (LocalDate, WallTime)) -> db::Result<bool> {
    let rules = rule_rows::read(tx, &mut [], date, 1)?;
    let open = hours(&rules.opening, date);
    Ok(open.iter().any(|span| span.contains(wall)))
}

/// Queues up for everything that a class takes; what is read afterwards is as whoever stood before has left it.
pub fn stand_in_line(tx: &mut TenantTx<'_>, service: &Service, date: LocalDate) -> db::Result<()> {
    let linked = resource::linked(tx, &on(service, date))?;
    let ids: Vec<ResourceId> = linked.into_iter().map(|(one, _)| one.id).collect();
    allocation::lock(tx, &ids)?;
    tx.rules_changed()?;
    Ok(())
}

/// Whoever is filling in a form for a session that is not held any more is told so at their next press: what they hold has lapsed,
/// and what they typed is kept. A hold that is just becoming a booking is waited for.
pub fn let_holds_lapse(
    tx: &mut TenantTx<'_>,
    service: ServiceId,
    start: DateTime<Utc>,
) -> db::Result<()> {
    let _freed: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "with lapsed as (update scheduling.reservations set expires_at = ? \
         where business_id = ? and service_id = ? and start_at = ? and committed_at is null and expires_at > ? returning id) \
         delete from scheduling.allocations a using lapsed where a.business_id = ? and a.reservation_id = lapsed.id returning a.id",
        (
            bind::<Timestamptz, _>(tx.now()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(service),
            bind::<Timestamptz, _>(start),
            bind::<Timestamptz, _>(tx.now()),
            bind::<SqlUuid, _>(tx.business()),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// The service as it is on a date.
fn on(service: &Service, date: LocalDate) -> Cow<'_, Service> {
    match service.later.is_some() || service.policy_later.is_some() {
        true => Cow::Owned(service.clone().on(date)),
        false => Cow::Borrowed(service),
    }
}
