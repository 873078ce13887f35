//! What a booking will cost: the service and what was chosen besides for each of the party, the fee for choosing a person, and
//! what the rules of prices make of it.

use crate::{
    base::{
        ids::ResourceId,
        time::{LocalDate, wall_on},
    },
    domain::{
        catalog::{
            price::{Line, LineKind, Quote},
            rules::{self, Occasion},
            service::Service,
        },
        scheduling::{hold::Held, resource::Resource},
    },
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// What a visit costs: as on the menu, with a line for each rule of prices that holds for it. Tax is inside (総額表示).
pub fn priced(
    service: &Service,
    on: &Occasion,
    nominated: Option<&Resource>,
    currency: &str,
) -> Quote {
    let mut quote = quote(service, on.party, nominated, currency);
    let first = quote.lines.first();
    let more = first.map(|first| rules::lines(&service.rules, on, first));
    // Beside the service that they are about, before whatever was chosen besides.
    for (place, line) in more.into_iter().flatten().enumerate() {
        quote.lines.insert(place + 1, line);
    }
    quote
}

/// What is held, as rules of prices see it when it is booked now.
pub fn of_hold(held: &Held, zone: Tz, now: DateTime<Utc>) -> Occasion {
    let when = (held.business_date, held.start_at);
    occasion((zone, now), when, held.chosen_resource_id, held.party_size)
}

/// A visit, as rules of prices see it when it is booked now.
pub fn occasion(
    (zone, now): (Tz, DateTime<Utc>),
    (date, start): (LocalDate, DateTime<Utc>),
    resource: Option<ResourceId>,
    party: i16,
) -> Occasion {
    Occasion {
        date,
        wall: wall_on(zone, date, start),
        resource,
        party,
        ahead: start - now,
    }
}

/// The price of a service for a party as the menu has it, with somebody chosen or not.
pub fn quote(service: &Service, party: i16, nominated: Option<&Resource>, currency: &str) -> Quote {
    let quantity = i64::from(party);
    let figures = &service.figures;
    let mut lines = vec![Line {
        kind: LineKind::Service,
        name_ja: service.name.ja.clone(),
        name_en: service.name.en.clone(),
        quantity,
        amount: figures.price_cents.saturating_mul(quantity),
        tax_rate_percent: figures.tax_rate_percent,
        option: None,
        part: None,
    }];
    lines.extend(service.extras.iter().map(|extra| Line {
        kind: LineKind::Option,
        name_ja: extra.name.ja.clone(),
        name_en: extra.name.en.clone(),
        quantity,
        amount: extra.price.saturating_mul(quantity),
        tax_rate_percent: figures.tax_rate_percent,
        option: Some(extra.id),
        part: None,
    }));
    lines.extend(nominated.and_then(|person| nomination(person, figures.tax_rate_percent)));
    Quote {
        currency: currency.to_owned(),
        lines,
        duration_minutes: figures.duration_minutes,
    }
}

/// An agreed price when another person is to serve: what was agreed for the service stays, whatever the menu says by
/// now; the fee for choosing somebody follows whether somebody is chosen, and whom.
pub fn with_person(agreed: &Quote, nominated: Option<&Resource>) -> Quote {
    let mut quote = agreed.clone();
    quote.lines.retain(|line| line.kind != LineKind::Nomination);
    let rate = quote.lines.first().map_or(0, |line| line.tax_rate_percent);
    let fee = nominated.and_then(|person| nomination(person, rate));
    quote.lines.extend(fee);
    quote
}

/// What choosing a person costs, where it costs anything.
pub(super) fn nomination(person: &Resource, tax_rate_percent: i16) -> Option<Line> {
    (person.nomination_fee > 0).then(|| Line {
        kind: LineKind::Nomination,
        name_ja: person.name.ja.clone(),
        name_en: person.name.en.clone(),
        quantity: 1,
        amount: person.nomination_fee,
        tax_rate_percent,
        option: None,
        part: None,
    })
}
