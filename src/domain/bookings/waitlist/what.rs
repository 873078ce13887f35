//! What somebody waits for: one service, or a visit of several that is offered whole or not at all.

use super::entry::Entry;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{OptionId, ResourceId, ServiceId, WaitId},
    },
    db::{
        self, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::{
        bookings::{
            promised::joined,
            visit_again::{self, With},
        },
        businesses::profile::{Profile, Settings},
        catalog::service::{self, Service},
        scheduling::{
            availability::{self, Slot},
            load::{self, By, Own},
            seek,
            visit::{self, Part},
        },
    },
    schema::bookings::waitlist_lines,
};
use chrono::NaiveDate;
use diesel::{
    prelude::*,
    sql_types::{Jsonb, Uuid as SqlUuid},
};
use serde_json::{Value, json};

/// Between the services of one guest, and between guests, where a wish is told from others.
const NEXT: &str = "_";
const GUEST: &str = "*";

/// One service that is waited for.
#[derive(Clone, Debug)]
pub struct Awaited {
    /// Whose, counted from 0.
    pub guest: i16,
    /// What, with what was chosen besides.
    pub service: Service,
    /// For how many.
    pub party: i16,
    /// With whom; `None` is anybody.
    pub resource: Option<ResourceId>,
    /// How many minutes the guest waits for it at most, once the one before is over.
    pub wait: u32,
}

/// All of it, guest after guest, each guest's services in their order; never nothing.
#[derive(Clone, Debug)]
pub struct What {
    first: Awaited,
    more: Vec<Awaited>,
}

impl What {
    /// One service.
    pub fn one(service: Service, party: i16, resource: Option<ResourceId>) -> Self {
        let first = Awaited {
            guest: 0,
            service,
            party,
            resource,
            wait: 0,
        };
        let more = Vec::new();
        Self { first, more }
    }

    /// Several; `None` where there is nothing.
    pub fn several(all: impl IntoIterator<Item = Awaited>) -> Option<Self> {
        let mut all = all.into_iter();
        let first = all.next()?;
        Some(Self {
            first,
            more: all.collect(),
        })
    }

    /// Each of them.
    pub fn all(&self) -> impl Iterator<Item = &Awaited> {
        std::iter::once(&self.first).chain(&self.more)
    }

    /// The first.
    pub fn first(&self) -> &Awaited {
        &self.first
    }

    /// Whether there are several.
    pub fn is_visit(&self) -> bool {
        !self.more.is_empty()
    }

    /// As it is told.
    pub fn name(&self) -> Bilingual {
        let name = self.first.service.name.clone();
        let next = self.more.iter().map(|one| &one.service.name);
        next.fold(name, |all, next| joined(&all, next, " + "))
    }

    /// How many come: who has several services is one guest.
    pub fn guests(&self) -> i16 {
        let mut all: Vec<_> = self.all().map(|one| (one.guest, one.party)).collect();
        all.dedup_by_key(|(guest, _)| *guest);
        let parties = all.into_iter().map(|(_, party)| party);
        parties.fold(0, i16::saturating_add)
    }

    /// Minutes ahead that all of it must be booked.
    pub fn notice(&self, settings: &Settings) -> i32 {
        let own = |one: &Awaited| one.service.figures.notice_minutes;
        let all = self.all();
        let all = all.map(|one| own(one).unwrap_or(settings.notice_minutes));
        all.max().unwrap_or(0)
    }

    /// Days ahead for which all of it can be booked.
    pub fn horizon(&self, settings: &Settings) -> i16 {
        let own = |one: &Awaited| one.service.figures.horizon_days;
        let all = self.all();
        let all = all.map(|one| own(one).unwrap_or(settings.horizon_days));
        all.min().unwrap_or(0)
    }

    /// As the engine is asked.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let part = |one: &Awaited| (one.guest, one.party, one.resource, one.wait);
        let each = self.all().map(|one| (part(one), &one.service));
        each.map(|((guest, party, nominated, wait), service)| Part {
            guest,
            service,
            party,
            nominated,
            wait,
        })
        .collect()
    }

    /// The times over some business days at which a guest could have all of it.
    pub(super) fn free(
        &self,
        tx: &mut TenantTx<'_>,
        profile: &Profile,
        (from, days): (NaiveDate, u16),
    ) -> db::Result<Vec<Slot>> {
        let (by, own) = (By::Guest, Own::None);
        if self.is_visit() {
            let parts = self.parts();
            let sought = visit::Sought {
                profile,
                parts: &parts,
                by,
                own,
            };
            return visit::free(tx, &sought, (from, days));
        }
        let sought = seek::Sought {
            profile,
            service: &self.first.service,
            party: self.first.party,
            nominated: self.first.resource,
            by,
            own,
        };
        let input = load::input(tx, &seek::Sought::over(&sought, from, days))?;
        Ok(availability::free_slots(&input))
    }

    /// What tells the wish for a visit from others that begin with the same service; nothing for one service.
    pub(super) fn key(&self) -> String {
        if !self.is_visit() {
            return String::new();
        }
        let mut key = self.first.service.id.to_string();
        let mut guest = self.first.guest;
        for one in &self.more {
            key.push_str(if one.guest == guest { NEXT } else { GUEST });
            key.push_str(&one.service.id.to_string());
            guest = one.guest;
        }
        key
    }
}

/// What a place is for, as the menu has it now; `None` when some of it cannot be had any more.
pub fn read(tx: &mut TenantTx<'_>, entry: &Entry) -> db::Result<Option<What>> {
    if let Some(booking) = entry.booking_id
        && let Some(again) = visit_again::read(tx, booking)?
    {
        if !again.is_whole() {
            return Ok(None);
        }
        let parts = again.parts(With::AskedFor);
        return Ok(What::several(parts.into_iter().map(|part| Awaited {
            guest: part.guest,
            service: part.service.clone(),
            party: part.party,
            resource: part.nominated,
            wait: part.wait,
        })));
    }
    if !entry.visit_services.is_empty() {
        return several(tx, entry.id);
    }
    let found = service::find(tx, entry.service_id)?;
    let service = found.and_then(|service| service.with_options(&entry.options()).ok());
    Ok(service.map(|service| What::one(service, entry.party_size, entry.resource_id)))
}

fn several(tx: &mut TenantTx<'_>, entry: WaitId) -> db::Result<Option<What>> {
    type Row = (
        i16,
        Option<ServiceId>,
        Option<ResourceId>,
        (i16, i16),
        Vec<Option<OptionId>>,
    );
    let rows: Vec<Row> = waitlist_lines::table
        .filter(waitlist_lines::business_id.eq(tx.business()))
        .filter(waitlist_lines::waitlist_id.eq(entry))
        .order(waitlist_lines::part)
        .select((
            waitlist_lines::guest,
            waitlist_lines::service_id,
            waitlist_lines::resource_id,
            (waitlist_lines::party_size, waitlist_lines::wait_minutes),
            waitlist_lines::option_ids,
        ))
        .load(tx.conn())?;
    let mut all = Vec::with_capacity(rows.len());
    for (guest, service, resource, (party, wait), options) in rows {
        let found = match service {
            Some(id) => service::find(tx, id)?,
            None => None,
        };
        let options: Vec<OptionId> = options.into_iter().flatten().collect();
        let Some(service) = found.and_then(|one| one.with_options(&options).ok()) else {
            return Ok(None);
        };
        all.push(Awaited {
            guest,
            service,
            party,
            resource,
            wait: u32::try_from(wait).unwrap_or(0),
        });
    }
    Ok(What::several(all))
}

/// Writes the services of a visit in the place of whatever was there; one service has none.
pub(super) fn write(tx: &mut TenantTx<'_>, entry: WaitId, what: &What) -> db::Result<()> {
    if !what.is_visit() {
        return Ok(());
    }
    let business = tx.business();
    let gone = waitlist_lines::table
        .filter(waitlist_lines::business_id.eq(business))
        .filter(waitlist_lines::waitlist_id.eq(entry));
    prepared(diesel::delete(gone)).execute(tx.conn())?;
    let row = |(part, one): (usize, &Awaited)| {
        json!({
            "part": part, "guest": one.guest, "service": one.service.id, "resource": one.resource, "party": one.party,
            "wait": one.wait, "options": one.service.chosen(),
        })
    };
    let rows: Vec<Value> = what.all().enumerate().map(row).collect();
    let written = statement::<(), _>(
        "insert into bookings.waitlist_lines (business_id, waitlist_id, part, guest, service_id, resource_id, party_size, wait_minutes, \
         option_ids) select ?, ?, r.part, r.guest, r.service, r.resource, r.party, r.wait, r.options \
         from jsonb_to_recordset(?) as r (part int2, guest int2, service uuid, resource uuid, party int2, wait int2, options uuid[])",
        (
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(entry),
            bind::<Jsonb, _>(Value::Array(rows)),
        ),
    );
    prepared(written).execute(tx.conn())?;
    Ok(())
}

/// What some places are for besides their first service: the other services of each, in their order.
pub(super) fn others(
    tx: &mut TenantTx<'_>,
    entries: &[WaitId],
) -> db::Result<Vec<(WaitId, Option<ServiceId>)>> {
    let business = tx.business();
    Ok(waitlist_lines::table
        .filter(waitlist_lines::business_id.eq(business))
        .filter(waitlist_lines::waitlist_id.eq_any(entries))
        .filter(waitlist_lines::part.gt(0))
        .order((waitlist_lines::waitlist_id, waitlist_lines::part))
        .select((waitlist_lines::waitlist_id, waitlist_lines::service_id))
        .load(tx.conn())?)
}
