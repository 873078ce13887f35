//! What the form of a booking by hand begins with: the gap that was pressed, the card that staff came from, what they type.

use super::{clock::WallClock, new_form::NewForm};
use crate::base::{time, token::Token};
use serde::Deserialize;

/// Minutes to which the present time is rounded for somebody who stands at the counter.
const ROUND: u16 = 5;

/// What the address of the form tells.
#[derive(Clone, Deserialize, Default)]
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
    /// For whoever fits this.
    pub q: String,
}

/// The form, filled as far as that tells.
pub fn begin(csrf: &str, (clock, locale): (&WallClock, &str), query: &NewQuery) -> NewForm {
    let walk_in = query.source == "walk_in";
    let now = clock.minute(clock.today, clock.now).div_ceil(ROUND) * ROUND;
    NewForm {
        csrf: csrf.to_owned(),
        key: Token::random().text(),
        service: query.service.clone(),
        staff: query.staff.clone(),
        date: time::parse_date(&query.date)
            .unwrap_or(clock.today)
            .to_string(),
        time: if walk_in && query.time.is_empty() {
            clock.t.wall_time(u32::from(now))
        } else {
            query.time.clone()
        },
        party: "1".to_owned(),
        source: if walk_in { "walk_in" } else { "phone" }.to_owned(),
        language: locale.to_owned(),
        customer: query.customer.clone(),
        q: query.q.clone(),
        ..NewForm::default()
    }
}
