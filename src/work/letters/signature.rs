//! Who writes: name, address, telephone, and hours where they are simple enough for one line.

use super::Draft;
use crate::{
    base::{bilingual::Written, lang::Lang},
    domain::businesses::{hours::WeeklyHours, profile::Profile},
    i18n::Words,
};
use chrono::Weekday;

/// As rows of opening hours count them: Sunday is 0.
const WEEK: [Weekday; 7] = [
    Weekday::Sun,
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
];

/// The end of a letter.
pub(super) struct Signature {
    pub lines: Vec<Written>,
    pub note: String,
}

impl Signature {
    pub fn new(draft: &Draft<'_>) -> Self {
        Self::of_shop(draft.t, &draft.material.profile)
    }

    /// The end of a letter from a shop.
    pub fn of_shop(t: Words, profile: &Profile) -> Self {
        let mut lines = vec![profile.name.written(t.lang())];
        lines.extend(place(t, profile));
        let has_phone = !profile.phone.is_empty();
        if has_phone {
            let phone = t.phone(&profile.phone);
            lines.push(own(match hours(t, &profile.week) {
                Some(hours) => t.letters_phone_and_hours(hours, phone),
                None => phone,
            }));
        }
        let note = match (&profile.email, has_phone) {
            (Some(_), _) => t.letters_reply_to_shop(),
            (None, true) => t.letters_reply_by_phone(),
            (None, false) => t.letters_no_reply(),
        };
        Self { lines, note }
    }
}

impl Signature {
    /// The end of a letter that comes from no shop.
    pub fn of_the_house(t: Words, public_url: &str) -> Self {
        Self {
            lines: vec![own(t.ui_brand()), own(public_url.to_owned())],
            note: t.letters_no_reply(),
        }
    }
}

/// The address in the reader's order, in one line; the Japanese one when no other was written.
pub(super) fn address(draft: &Draft<'_>) -> Option<Written> {
    place(draft.t, &draft.material.profile)
}

fn place(t: Words, profile: &Profile) -> Option<Written> {
    let address = &profile.address;
    if t.lang() == Lang::En && !address.english.is_empty() {
        return Some(own(address.english.clone()));
    }
    let town = [&address.prefecture, &address.city, &address.street]
        .map(String::as_str)
        .concat();
    let postal_code = Some(&address.postal_code)
        .filter(|code| !code.is_empty())
        .map(|code| Words::of(Lang::Ja).postal_code(code));
    let parts: Vec<String> = postal_code
        .into_iter()
        .chain([town, address.building.clone()])
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| Written {
        text: parts.join(" "),
        other_lang: (t.lang() != Lang::Ja).then(|| Lang::Ja.code()),
    })
}

fn own(text: String) -> Written {
    Written {
        text,
        other_lang: None,
    }
}

/// One line, if every open day has the same one span, at most two weekdays are closed, and nothing else is said about
/// the week: `10:00〜19:00、火曜定休`.
fn hours(t: Words, week: &[WeeklyHours]) -> Option<String> {
    let is_plain = |rule: &WeeklyHours| rule.week_of_month.is_none() && rule.day_of_week <= 6;
    if !week.iter().all(is_plain) {
        return None;
    }
    let mut span = None;
    let mut closed = Vec::new();
    for (number, weekday) in (0..).zip(WEEK) {
        let of_day = week.iter().filter(|rule| rule.day_of_week == number);
        let spans: Vec<_> = of_day
            .filter_map(|rule| rule.open_minute.zip(rule.close_minute))
            .collect();
        match spans.as_slice() {
            [] => closed.push(t.weekday(weekday)),
            [one] if span.is_none_or(|same| same == *one) => span = Some(*one),
            _ => return None,
        }
    }
    let (open, close) = span?;
    let time = |minute: i16| t.wall_time(u32::try_from(minute).unwrap_or_default());
    let (from, until) = (time(open), time(close));
    match closed.as_slice() {
        [] => Some(t.letters_hours(from, until)),
        [day] => Some(t.letters_hours_one_closed(day, from, until)),
        [first, second] => Some(t.letters_hours_two_closed(first, from, second, until)),
        _ => None,
    }
}
