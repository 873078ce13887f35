//! The addresses behind the counter of a business.

use crate::base::{
    ids::{BookingId, CustomerId, ResourceId, ServiceId},
    lang::Lang,
    time::WallTime,
};
use chrono::NaiveDate;

/// A day of a business, by time or by person.
pub fn day(lang: Lang, slug: &str, date: Option<NaiveDate>, view: &str) -> String {
    let on = date.map(|date| format!("?date={date}")).unwrap_or_default();
    format!("/{}/staff/{slug}/{view}{on}", lang.code())
}

/// One session of a class: its page, or what is done to it there: `attend`, `keep`, `again`, `move`, `cancel`, `print`.
pub fn session(
    lang: Lang,
    slug: &str,
    (service, date, wall): (ServiceId, NaiveDate, WallTime),
    act: &str,
) -> String {
    let page = format!("/{}/staff/{slug}/sessions/{service}/{date}", lang.code());
    match act {
        "" => format!("{page}/{}", wall.minutes()),
        act => format!("{page}/{}/{act}", wall.minutes()),
    }
}

/// A booking, for those who work there.
pub fn desk_booking(lang: Lang, slug: &str, id: BookingId) -> String {
    format!("/{}/staff/{slug}/bookings/{id}", lang.code())
}

/// What is done to a booking behind the counter: `progress`, `undo`, `note`, `move`, `cancel`, `payment`, `receipt`.
pub fn desk_act(lang: Lang, slug: &str, id: BookingId, act: &str) -> String {
    format!("/{}/staff/{slug}/bookings/{id}/{act}", lang.code())
}

/// What the form of a new booking begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prefill {
    /// With whom.
    pub staff: Option<ResourceId>,
    /// On which business day.
    pub date: Option<NaiveDate>,
    /// From when, as people write it: `14:30`, `25:30`.
    pub time: Option<String>,
    /// `walk_in` for somebody who stands at the counter.
    pub source: Option<&'static str>,
    /// For whom: somebody with a card.
    pub customer: Option<CustomerId>,
    /// For whoever fits this: digits, a reading, a name.
    pub find: Option<String>,
    /// What.
    pub service: Option<ServiceId>,
}

/// A booking by telephone or at the counter.
pub fn new_booking(lang: Lang, slug: &str, prefill: &Prefill) -> String {
    with(
        format!("/{}/staff/{slug}/bookings/new", lang.code()),
        prefill,
    )
}

fn with(path: String, prefill: &Prefill) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    pairs.extend(prefill.staff.map(|id| ("staff", id.to_string())));
    pairs.extend(prefill.date.map(|date| ("date", date.to_string())));
    pairs.extend(prefill.time.clone().map(|time| ("time", time)));
    pairs.extend(prefill.customer.map(|id| ("customer", id.to_string())));
    pairs.extend(prefill.find.clone().map(|typed| ("q", typed)));
    pairs.extend(prefill.service.map(|id| ("service", id.to_string())));
    pairs.extend(prefill.source.map(|source| ("source", source.to_owned())));
    match serde_urlencoded::to_string(pairs) {
        // A colon may stand in a query as it is, and a week has hundreds of them.
        Ok(query) if !query.is_empty() => format!("{path}?{}", query.replace("%3A", ":")),
        _ => path,
    }
}

/// Time kept free of bookings: a new block, or one of them.
pub fn block(lang: Lang, slug: &str, path: &str, prefill: &Prefill) -> String {
    with(
        format!("/{}/staff/{slug}/blocks/{path}", lang.code()),
        prefill,
    )
}

/// Somebody is suddenly off: who, on which business day and from when, as far as that is known.
pub fn absence(
    lang: Lang,
    slug: &str,
    (staff, date, from): (Option<ResourceId>, Option<NaiveDate>, &str),
) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    pairs.extend(staff.map(|id| ("staff", id.to_string())));
    pairs.extend(date.map(|date| ("date", date.to_string())));
    pairs.extend((!from.is_empty()).then(|| ("from", from.to_owned())));
    let path = format!("/{}/staff/{slug}/absence", lang.code());
    match serde_urlencoded::to_string(pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path,
    }
}

/// Where a guest's code is read; with one, what the code itself leads to.
pub fn check_in(lang: Lang, slug: &str, code: Option<&str>) -> String {
    let code = code.map(|code| format!("?code={code}")).unwrap_or_default();
    format!("/{}/staff/{slug}/check-in{code}", lang.code())
}

/// Where calls are taken; with a card, who calls.
pub fn phone(lang: Lang, slug: &str, customer: Option<CustomerId>) -> String {
    let customer = customer.map(|id| format!("?customer={id}"));
    format!(
        "/{}/staff/{slug}/phone{}",
        lang.code(),
        customer.unwrap_or_default()
    )
}

/// Who works in a business; below it, at `path`: `invite`, a seat, a seat's `role`.
pub fn team(lang: Lang, slug: &str, path: &str) -> String {
    let path = if path.is_empty() {
        String::new()
    } else {
        format!("/{path}")
    };
    format!("/{}/staff/{slug}/team{path}", lang.code())
}

/// What somebody asks for off; below it, at `path`, one of these and what is done to it.
pub fn time_off(lang: Lang, slug: &str, path: &str) -> String {
    let below = if path.is_empty() { "" } else { "/" };
    format!("/{}/staff/{slug}/time-off{below}{path}", lang.code())
}

/// One's own bookings in one's own calendar: the page, or what is done there.
pub fn own_calendar(lang: Lang, slug: &str, path: &str) -> String {
    let below = if path.is_empty() { "" } else { "/" };
    format!("/{}/staff/{slug}/calendar{below}{path}", lang.code())
}

/// Where people come in on a tablet of the shop.
pub fn counter(lang: Lang, slug: &str) -> String {
    format!("/{}/staff/{slug}/counter", lang.code())
}

/// The same with a passkey: `""` begins, `answer` ends.
pub fn counter_passkey(lang: Lang, slug: &str, act: &str) -> String {
    match act {
        "" => format!("{}/passkey", counter(lang, slug)),
        act => format!("{}/passkey/{act}", counter(lang, slug)),
    }
}

/// Where somebody chooses the digits for that.
pub fn pin(lang: Lang, slug: &str) -> String {
    format!("/{}/staff/{slug}/pin", lang.code())
}

/// What guests did lately.
pub fn news(lang: Lang, slug: &str) -> String {
    format!("/{}/staff/{slug}/news", lang.code())
}
