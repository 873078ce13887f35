//! What a hold promises: each of its services as whoever will serve does it, and what all of it costs.

use super::quote::{occasion, priced};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{ResourceId, ServiceId},
    },
    db::{self, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::{
            price::{self, Quote},
            service::{self, Service},
        },
        scheduling::{
            availability::Slot,
            hold::Held,
            line::Line,
            load::{By, Own},
            resource::{self, Resource},
            seek, visit,
        },
    },
};
use chrono::{DateTime, NaiveDate, Utc};

/// One service of a hold.
#[derive(Clone, Debug)]
pub struct Part {
    /// Who, when, and what it takes.
    pub line: Line,
    /// What, with what was chosen besides, for as long as it is held.
    pub service: Service,
    /// Who was asked for, where they are still there.
    pub person: Option<Resource>,
}

/// Everything that is held together.
#[derive(Clone, Debug)]
pub struct Promised {
    /// All of it as one: the first service under the names of all of them, with everything that is asked, and with the terms of
    /// the dearest, which are those of the whole visit.
    pub service: Service,
    /// Each of them, in the order of guests and of time.
    pub parts: Vec<Part>,
    /// The business day.
    pub date: NaiveDate,
}

/// What a hold is for; `None` when some of it cannot be had any more.
pub fn promised(tx: &mut TenantTx<'_>, held: &Held) -> db::Result<Option<Promised>> {
    let mut lines = held.lines();
    if lines.is_empty() {
        lines.push(only_line(held));
    }
    of_lines(tx, lines, held.business_date)
}

/// The same of services that nobody holds, on a business day: as whoever has them in hand does them.
pub fn of_lines(
    tx: &mut TenantTx<'_>,
    lines: Vec<Line>,
    date: NaiveDate,
) -> db::Result<Option<Promised>> {
    let mut known = Vec::with_capacity(lines.len());
    for line in lines {
        let Some(service) = service::find(tx, line.service)? else {
            return Ok(None);
        };
        let Ok(service) = service.with_options(&line.options) else {
            return Ok(None);
        };
        known.push((line, service));
    }
    of_known(tx, known, date)
}

/// The same where the services are read already, with what was chosen besides.
pub(super) fn of_known(
    tx: &mut TenantTx<'_>,
    known: Vec<(Line, Service)>,
    date: NaiveDate,
) -> db::Result<Option<Promised>> {
    let mut parts = Vec::with_capacity(known.len());
    for (line, service) in known {
        let service = service.on(date);
        let terms = resource::roster(tx)?.terms(&service, line.resource);
        let service = service.done_by(terms).lasting(line.minutes());
        let person = match line.nominated {
            Some(id) => resource::find(tx, id)?,
            None => None,
        };
        parts.push(Part {
            line,
            service,
            person,
        });
    }
    Ok(as_one(&parts).map(|service| Promised {
        service,
        parts,
        date,
    }))
}

/// The nearest times that a hold could be for instead, its own time among them where nobody took it. Another time may be somebody
/// else's, who takes longer.
pub fn nearest(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    held: &Held,
    promised: &Promised,
) -> db::Result<Vec<Slot>> {
    let mut services = Vec::with_capacity(promised.parts.len());
    for part in &promised.parts {
        let found = service::find(tx, part.line.service)?;
        let known = found.map(|one| one.with_known(&part.line.options));
        services.push(known.unwrap_or_else(|| part.service.clone()));
    }
    let (by, own) = (By::Guest, Own::Hold(held.id));
    if let [service] = services.as_slice() {
        let sought = seek::Sought {
            profile,
            service,
            party: held.party_size,
            nominated: held.nominated_resource_id,
            by,
            own,
        };
        return seek::nearest(tx, &sought, held.start_at);
    }
    let lines = promised.parts.iter().map(|part| &part.line);
    let parts: Vec<_> = lines
        .zip(&services)
        .map(|(line, service)| line.part(service))
        .collect();
    let sought = visit::Sought {
        profile,
        parts: &parts,
        by,
        own,
    };
    visit::nearest(tx, &sought, held.start_at)
}

impl Promised {
    /// What it will cost: the lines of each service, and which they belong to where there are several.
    pub fn quote(&self, profile: &Profile, now: DateTime<Utc>) -> Quote {
        let currency = &profile.settings.currency;
        let mut all = Quote {
            currency: currency.clone(),
            ..Quote::default()
        };
        let mut asked_for: Vec<ResourceId> = Vec::new();
        for (place, part) in (0..).zip(&self.parts) {
            // Whoever serves all of a visit was asked for once.
            let person = part.person.as_ref();
            let person = person.filter(|one| !asked_for.contains(&one.id));
            asked_for.extend(person.map(|one| one.id));
            let (line, when) = (&part.line, (self.date, part.line.start));
            let on = occasion((profile.zone, now), when, line.resource, line.party);
            let one = priced(&part.service, &on, person, currency);
            let number = (self.parts.len() > 1).then_some(place);
            let lines = one.lines.into_iter().map(|line| price::Line {
                part: number,
                ..line
            });
            all.lines.extend(lines);
            all.duration_minutes = all.duration_minutes.saturating_add(one.duration_minutes);
        }
        all
    }

    /// Each of the services, for as long as it is held.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.parts.iter().map(|part| &part.service)
    }

    /// Whether somebody who was asked for is not there any more.
    pub fn misses_somebody(&self) -> bool {
        let mut parts = self.parts.iter();
        parts.any(|part| part.line.nominated.is_some() && part.person.is_none())
    }

    /// What a coupon is asked about: each of several services by its number, one alone without.
    pub fn numbered(&self) -> Vec<(Option<i16>, ServiceId)> {
        let is_visit = self.parts.len() > 1;
        let each = (0..).zip(&self.parts);
        each.map(|(place, part)| (is_visit.then_some(place), part.line.service))
            .collect()
    }

    /// The services of a visit of several; none where there is one.
    pub fn lines(&self) -> Vec<&Line> {
        match self.parts.as_slice() {
            [_] => Vec::new(),
            parts => parts.iter().map(|part| &part.line).collect(),
        }
    }
}

/// The line of a hold that has one service.
fn only_line(held: &Held) -> Line {
    Line {
        guest: 0,
        service: held.service_id,
        options: held.options(),
        party: held.party_size,
        nominated: held.nominated_resource_id,
        resource: held.chosen_resource_id,
        wait: 0,
        start: held.start_at,
        end: held.end_at,
        takes: Vec::new(),
    }
}

fn as_one(parts: &[Part]) -> Option<Service> {
    let (first, others) = parts.split_first()?;
    let mut all = first.service.clone();
    for part in others {
        let next = &part.service;
        all.name = joined(&all.name, &next.name, " + ");
        all.important = joined(&all.important, &next.important, "\n");
        let new = next.questions.iter();
        let new = new.filter(|one| all.questions.iter().all(|known| known.id != one.id));
        let new: Vec<_> = new.cloned().collect();
        all.questions.extend(new);
    }
    let dearest = parts.iter().rev();
    let dearest = dearest.max_by_key(|part| part.service.figures.price_cents)?;
    all.policy.clone_from(&dearest.service.policy);
    Some(all)
}

/// Two texts as one; English only where both have it, so that no language stands in the other.
pub(super) fn joined(one: &Bilingual, other: &Bilingual, between: &str) -> Bilingual {
    let both = |one: &str, other: &str| match (one, other) {
        ("", text) | (text, "") => text.to_owned(),
        (one, other) if one == other => one.to_owned(),
        (one, other) => format!("{one}{between}{other}"),
    };
    let is_translated = [one, other]
        .iter()
        .all(|text| text.ja.is_empty() || !text.en.is_empty());
    let en = match is_translated {
        true => both(&one.en, &other.en),
        false => String::new(),
    };
    Bilingual::new(both(&one.ja, &other.ja), en)
}
