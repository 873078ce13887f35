//! What is repeated: a booking as it was agreed, with all the services of a visit of several.

use super::{make::MakeError, plan::Asked, read};
use crate::{
    base::{
        ids::ResourceId,
        time::{WallTime, wall_on},
    },
    db::{DbError, TenantTx},
    domain::{
        bookings::{
            booking::Row,
            lines,
            promised::{self, Promised},
            status::Status,
        },
        businesses::profile::Profile,
        catalog::{
            price::Quote,
            service::{self, Service},
        },
        scheduling::{
            allocation,
            availability::VisitPlacement,
            line::{self, Line},
            load::Own,
            resource,
            visit::Part,
        },
    },
};
use chrono_tz::Tz;

/// A booking as it was agreed.
pub(super) struct Pattern {
    pub row: Row,
    pub wall: WallTime,
    lines: Vec<Line>,
    services: Vec<Service>,
}

/// Whether a booking can be repeated at all, as far as its row tells. What the shop has not promised yet is not.
pub fn is_repeatable(row: &Row) -> bool {
    row.status.takes_time() && row.status != Status::Pending && row.service_id.is_some()
}

/// Reads what is repeated, the way it was agreed: of a visit all that still stands. Whoever made it longer or shorter by hand has it
/// so every time.
pub(super) fn pattern(tx: &mut TenantTx<'_>, zone: Tz, row: Row) -> Result<Pattern, MakeError> {
    if !is_repeatable(&row) || read::is_in_one(tx, row.id)? {
        return Err(MakeError::NotRepeatable);
    }
    let mut all = (Vec::new(), Vec::new());
    for line in agreed_lines(tx, &row)? {
        let service = service::find(tx, line.service)?.ok_or(MakeError::Gone)?;
        let service = service.with_options(&line.options);
        let service = service.map_err(|_otherwise| MakeError::Gone)?;
        let then = service.clone().on(row.business_date);
        let terms = resource::roster(tx)?.terms(&then, line.resource);
        let is_usual = i64::from(then.minutes_by(terms)) == line.minutes();
        if let Some(id) = line.nominated {
            resource::find(tx, id)?.ok_or(MakeError::Gone)?;
        }
        all.1.push(match is_usual {
            true => service,
            false => service.lasting(line.minutes()),
        });
        all.0.push(line);
    }
    Ok(Pattern {
        wall: wall_on(zone, row.business_date, row.start_at).ok_or(MakeError::NotRepeatable)?,
        row,
        lines: all.0,
        services: all.1,
    })
}

/// Each service that stands, with what was chosen besides. A visit of which the menu has lost something is not repeated without it.
fn agreed_lines(tx: &mut TenantTx<'_>, row: &Row) -> Result<Vec<Line>, MakeError> {
    let quote: Quote = serde_json::from_value(row.price_snapshot_json.clone()).unwrap_or_default();
    let known = lines::standing(tx, row.id)?;
    let booked = lines::of(tx, &[row.id])?;
    let standing = booked.iter().filter(|line| line.cancelled_at.is_none());
    if standing.count() != known.len() {
        return Err(MakeError::Gone);
    }
    if known.is_empty() {
        let resource = row.resource_id;
        return Ok(vec![Line {
            guest: 0,
            service: row.service_id.ok_or(MakeError::Gone)?,
            options: quote.options(),
            party: row.party_size,
            nominated: resource.filter(|_| row.is_nominated),
            resource,
            wait: 0,
            start: row.start_at,
            end: row.end_at,
            takes: Vec::new(),
        }]);
    }
    let line = |(part, line): (i16, Line)| Line {
        options: quote.options_of(part),
        ..line
    };
    Ok(known.into_iter().map(line).collect())
}

impl Pattern {
    /// The services, as the engine is asked.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let both = self.lines.iter().zip(&self.services);
        both.map(|(line, service)| line.part(service)).collect()
    }

    /// Who has each of them.
    pub fn columns(&self) -> Vec<Option<ResourceId>> {
        self.lines.iter().map(|line| line.resource).collect()
    }

    /// The question about any of its days.
    pub fn asked<'a>(
        &self,
        profile: &'a Profile,
        (parts, columns): (&'a [Part<'a>], &'a [Option<ResourceId>]),
        is_to_decide: bool,
    ) -> Asked<'a> {
        Asked {
            profile,
            parts,
            columns,
            own: Own::None,
            is_to_decide,
        }
    }

    /// What is agreed for one day: each service as it is on that day and by whoever it falls to, and what all of it costs.
    pub fn agreed(
        &self,
        tx: &mut TenantTx<'_>,
        placed: &VisitPlacement,
    ) -> Result<Option<Promised>, DbError> {
        let roster = resource::roster(tx)?;
        let lines = line::lines(&self.parts(), placed, &roster);
        let known = lines.into_iter().zip(self.services.iter().cloned());
        promised::of_known(tx, known.collect(), placed.date)
    }

    /// Queues up at once for everything that any of them could take, as the services are now and as they will be at the end.
    pub fn lock(
        &self,
        tx: &mut TenantTx<'_>,
        last: Option<chrono::NaiveDate>,
    ) -> Result<(), DbError> {
        let mut all: Vec<ResourceId> = Vec::new();
        for date in [Some(self.row.business_date), last].into_iter().flatten() {
            for service in &self.services {
                let linked = resource::linked(tx, &service.clone().on(date))?;
                all.extend(linked.into_iter().map(|(resource, _)| resource.id));
            }
        }
        allocation::lock(tx, &all)
    }
}
