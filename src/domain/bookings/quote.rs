//! What a booking will cost: the service for each of the party, and the fee for choosing a person.

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
    }];
    if let Some(person) = nominated.filter(|person| person.nomination_fee > 0) {
        lines.push(Line {
            kind: LineKind::Nomination,
            name_ja: person.name.ja.clone(),
            name_en: person.name.en.clone(),
            quantity: 1,
            amount: person.nomination_fee,
            tax_rate_percent: figures.tax_rate_percent,
        });
    }
    Quote {
        currency: currency.to_owned(),
        lines,
        duration_minutes: figures.duration_minutes,
    }
}
