//! What a booking will cost: the service and what was chosen besides for each of the party, and the fee for choosing a person.

use crate::domain::{
    catalog::{
        price::{Line, LineKind, Quote},
        service::Service,
    },
    scheduling::resource::Resource,
};

/// The price of a service for a party, with somebody chosen or not. Tax is inside (総額表示).
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

fn nomination(person: &Resource, tax_rate_percent: i16) -> Option<Line> {
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
