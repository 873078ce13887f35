//! What a visit comes to, as far as it is known before a time is chosen.

use super::read::Read;
use crate::{
    domain::scheduling::spread::Spread,
    web::{page::PageCtx, public::words},
};

/// How long the whole visit takes, and what it costs.
pub(super) fn said(ctx: &PageCtx, read: &Read) -> String {
    let guests = read.guests.iter();
    let minutes = guests.map(|services| services.iter().map(|one| one.spread.minutes).sum());
    let prices = read.all().map(|one| {
        let each = one.spread.price;
        each.saturating_mul(one.party.into())
    });
    // Whoever is asked for twice costs once.
    let mut asked_for = Vec::new();
    let mut fees = 0_i64;
    for one in read.all() {
        let person = one
            .people
            .iter()
            .find(|person| Some(person.id) == one.staff);
        if let Some(person) = person.filter(|person| !asked_for.contains(&person.id)) {
            asked_for.push(person.id);
            fees = fees.saturating_add(person.fee);
        }
    }
    let all = Spread {
        price: prices.fold(fees, i64::saturating_add),
        is_price_from: read.all().any(|one| one.spread.is_price_from),
        minutes: minutes.max().unwrap_or_default(),
        is_length_from: read.all().any(|one| one.spread.is_length_from),
    };
    let price = words::amount(ctx, all.price);
    let price = match all.is_price_from {
        true => ctx.t.booking_price_from(price),
        false => price,
    };
    ctx.t.together_sum(words::length(ctx, &all), price)
}
