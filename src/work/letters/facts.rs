//! The lines that say what is booked.

use super::{Draft, series, visit};
use crate::{
    base::{bilingual::Written, lang::Lang},
    domain::{businesses::vertical::Vertical, catalog::price::LineKind, notifications::send::Kind},
    i18n::format::When,
};
use chrono::{DateTime, NaiveDate, Utc};

/// One line: a table row in HTML, `■ 日時 …` in text.
pub(super) struct Fact {
    pub label: String,
    pub value: String,
    /// Given when the value is in the other language.
    pub other_lang: Option<&'static str>,
    pub line: String,
}

/// A day that lies in no booking's year, so that the year is always written: letters are kept.
const NO_DAY: NaiveDate = NaiveDate::MIN;

/// The facts of the booking as it stands; for a move, the old time before the new.
pub(super) fn of(draft: &Draft<'_>) -> Vec<Fact> {
    let (t, row) = (draft.t, &draft.material.booking.row);
    if !draft.material.series.is_empty() {
        return series::facts(draft);
    }
    let mut facts = Vec::new();
    let new = when(draft, row.start_at, row.end_at, Some(row.business_date));
    let tells_of_another = matches!(draft.kind, Kind::BookingChanged | Kind::BookingProposed);
    match old_time(draft).filter(|_| tells_of_another) {
        Some((start, end)) => {
            facts.push(fact(t.letters_when_old(), when(draft, start, end, None)));
            facts.push(fact(t.letters_when_new(), new));
        }
        None => facts.push(fact(t.letters_when(), new)),
    }
    facts.extend(what(draft));
    if draft.kind != Kind::BookingCancelled {
        facts.extend(price(draft).map(|price| fact(t.letters_price(), price)));
    }
    facts.push(fact(t.letters_number(), row.number.clone()));
    lines(draft, &mut facts);
    facts
}

/// What is booked, for how many and with whom.
pub(super) fn what(draft: &Draft<'_>) -> Vec<Fact> {
    let (t, party) = (draft.t, draft.material.booking.row.party_size);
    // A letter about several has a line for each time, not for each service.
    let is_one = draft.material.lines.is_empty() || !draft.material.series.is_empty();
    let mut facts: Vec<Fact> = match is_one {
        true => service(draft).into_iter().collect(),
        false => visit::facts(draft),
    };
    let counts_people = matches!(
        draft.material.profile.vertical,
        Vertical::Restaurant | Vertical::Class | Vertical::Stay
    );
    if party > 1 || counts_people {
        facts.push(fact(t.letters_people(), t.people(party.into())));
    }
    // Each service of a visit says with whom.
    if draft.material.lines.is_empty() {
        facts.extend(staff(draft));
    }
    facts
}

/// A person who was not chosen is not promised: the shop may still give the work to another. Only a letter about nothing
/// but the person says who it is now.
fn staff(draft: &Draft<'_>) -> Option<Fact> {
    let t = draft.t;
    let name = draft.material.booking.resource.as_ref()?.text(draft.lang());
    if draft.material.booking.row.is_nominated {
        return Some(fact(t.letters_staff(), t.letters_staff_chosen(name)));
    }
    let is_the_news = match draft.kind {
        Kind::BookingChanged => !is_moved(draft),
        // Whoever is off is no news; whoever serves in their place is.
        Kind::BookingProposed => !is_choice(draft),
        _ => false,
    };
    is_the_news.then(|| fact(t.letters_staff(), name.to_owned()))
}

/// The name on the menu at the time of booking, as it stands in the agreed price.
pub(super) fn service_name(draft: &Draft<'_>) -> Option<Written> {
    let name = draft.material.booking.quote.booked_as();
    Some(name.written(draft.lang())).filter(|name| !name.text.is_empty())
}

pub(super) fn fact(label: String, value: String) -> Fact {
    Fact {
        label,
        value,
        other_lang: None,
        line: String::new(),
    }
}

fn service(draft: &Draft<'_>) -> Option<Fact> {
    let name = service_name(draft)?;
    let vertical = draft.material.profile.vertical.slug();
    let label = draft.t.businesses_menu(vertical);
    Some(Fact {
        other_lang: name.other_lang,
        ..fact(label, name.text)
    })
}

/// With the day it belongs to; of a time long left only the calendar's day is known.
pub(super) fn when(
    draft: &Draft<'_>,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    business_date: Option<NaiveDate>,
) -> String {
    let local_start = draft.local(start);
    let minutes = (end - start).num_minutes();
    let when = When {
        business_date: business_date.unwrap_or_else(|| local_start.date()),
        start: local_start,
        end: draft.local(end),
        minutes: u32::try_from(minutes).unwrap_or_default(),
    };
    draft.t.when(&when, NO_DAY)
}

/// Whether the letter tells of another time; a change without one is of the person.
pub(super) fn is_moved(draft: &Draft<'_>) -> bool {
    old_time(draft).is_some()
}

/// Whether nothing could be proposed, so that the guest chooses.
pub(super) fn is_choice(draft: &Draft<'_>) -> bool {
    let choice = draft.material.letter.data_json.get("choice");
    choice.and_then(serde_json::Value::as_bool) == Some(true)
}

/// Where a moved booking was: the letter's row remembers what the booking's no longer tells.
fn old_time(draft: &Draft<'_>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let instant = |name| {
        let text = draft.material.letter.data_json.get(name)?.as_str()?;
        text.parse().ok()
    };
    Some((instant("old_start")?, instant("old_end")?))
}

/// What is to be paid. Where a table or a consultation is booked for nothing, the meal and the treatment still cost
/// something, so "free" would be untrue.
fn price(draft: &Draft<'_>) -> Option<String> {
    let (t, booking) = (draft.t, &draft.material.booking);
    let total = booking.row.price_cents;
    let chosen = booking.quote.lines.iter();
    let fee: i64 = chosen
        .filter(|line| line.kind == LineKind::Nomination)
        .map(|line| line.amount)
        .sum();
    let vertical = draft.material.profile.vertical;
    match (total, fee) {
        (0, _) if matches!(vertical, Vertical::Restaurant | Vertical::Clinic) => None,
        (0, _) => Some(t.letters_price_free()),
        (_, 0) => Some(t.letters_price_total(total)),
        _ => Some(t.letters_price_with_choice(fee, total)),
    }
}

/// Writes the lines of the text; in Japanese the labels are filled up to one width, so that the values stand below
/// each other.
pub(super) fn lines(draft: &Draft<'_>, facts: &mut [Fact]) {
    let length = |label: &str| label.chars().count();
    let widest = match draft.lang() {
        Lang::Ja => facts.iter().map(|fact| length(&fact.label)).max(),
        Lang::En => None,
    };
    for fact in facts {
        let missing = widest.unwrap_or(0).saturating_sub(length(&fact.label));
        let label = format!("{}{}", fact.label, "\u{3000}".repeat(missing));
        fact.line = draft.t.letters_fact(label, &fact.value);
    }
}
