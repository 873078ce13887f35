//! What the form of a booking by hand begins with: the gap that was pressed, the card that staff came from.

use super::{clock::WallClock, new_form::NewForm};
use crate::{
    base::{ids::CustomerId, time, token::Token},
    db,
    domain::{businesses::role::Right, customers::card},
    web::{error::Error, gate::member, page::PageCtx, session::SignedIn, site::Site},
};
use serde::Deserialize;

/// Minutes to which the present time is rounded for somebody who stands at the counter.
const ROUND: u16 = 5;

/// What the address of the form tells.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewQuery {
    /// With whom.
    pub staff: String,
    /// On which business day.
    pub date: String,
    /// From when.
    pub time: String,
    /// What.
    pub service: String,
    /// `walk_in` for somebody who stands at the counter.
    pub source: String,
    /// For whom: somebody with a card.
    pub customer: String,
}

/// The form, filled as far as that tells.
pub fn begin(ctx: &PageCtx, (clock, locale): (&WallClock, &str), query: &NewQuery) -> NewForm {
    let walk_in = query.source == "walk_in";
    let now = clock.minute(clock.today, clock.now).div_ceil(ROUND) * ROUND;
    NewForm {
        csrf: ctx.csrf.clone(),
        key: Token::random().text(),
        service: query.service.clone(),
        staff: query.staff.clone(),
        date: time::parse_date(&query.date)
            .unwrap_or(clock.today)
            .to_string(),
        time: if walk_in && query.time.is_empty() {
            ctx.t.wall_time(u32::from(now))
        } else {
            query.time.clone()
        },
        party: "1".to_owned(),
        source: if walk_in { "walk_in" } else { "phone" }.to_owned(),
        language: locale.to_owned(),
        ..NewForm::default()
    }
}

/// The same for somebody with a card: whoever may look cards up need not ask for the name again.
pub async fn of_a_card(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, CustomerId),
    form: NewForm,
) -> Result<NewForm, Error> {
    let wish = (slug, Right::ReadCustomers);
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| {
        let card = card::find(tx, id)?;
        let may = at.member.may(Right::ReadContacts);
        db::Result::Ok(card.map(|card| (card, may)))
    });
    let Some((card, may)) = found.await?? else {
        return Ok(form);
    };
    if card.deleted_at.is_some() || card.erased_at.is_some() {
        return Ok(form);
    }
    let told = |contact: Option<String>| contact.filter(|_| may).unwrap_or_default();
    let parts = format!("{}{}", card.family_name, card.given_name);
    Ok(NewForm {
        customer: id.to_string(),
        // A name that was only ever told as one stands in the first box as it is.
        family: if parts.is_empty() {
            card.name.clone()
        } else {
            card.family_name
        },
        given: card.given_name,
        family_kana: card.family_name_kana,
        given_kana: card.given_name_kana,
        full_name: card.name,
        phone: told(card.phone.map(|phone| ctx.t.phone(&phone))),
        email: told(card.email),
        language: card.locale,
        ..form
    })
}
