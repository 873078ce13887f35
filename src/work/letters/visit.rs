//! The services of a visit in its letters: each as a line of what is booked; and that one of them was called off or moved.

use super::{
    Draft,
    facts::{Fact, fact},
};
use crate::{
    base::bilingual::Bilingual,
    domain::{
        bookings::lines_told::ToldLine, businesses::vertical::Vertical, notifications::send::Kind,
    },
};

/// A line for each service that stands: when, what, whose, and with whom where they were asked for.
pub(super) fn facts(draft: &Draft<'_>) -> Vec<Fact> {
    let t = draft.t;
    let menu = t.businesses_menu(draft.material.profile.vertical.slug());
    let numbered = (1_i64..).zip(standing(draft));
    numbered
        .map(|(place, line)| Fact {
            other_lang: line.name.written(draft.lang()).other_lang,
            ..fact(t.parts_letter_label(&menu, place), said(draft, line))
        })
        .collect()
}

/// What the calendar says of it, after all that stands of the visit; of a clinic nothing, because families and colleagues share
/// calendars.
pub(super) fn described(draft: &Draft<'_>, about: String) -> String {
    if draft.material.profile.vertical == Vertical::Clinic {
        return about;
    }
    let lines = standing(draft).map(|line| said(draft, line));
    let all: Vec<String> = lines.chain([about]).collect();
    all.join("\n")
}

/// Whether the letter is about one service of several.
pub(super) fn is_about_one(draft: &Draft<'_>) -> bool {
    draft.kind == Kind::BookingChanged
        && (named(draft, "part_off").is_some() || named(draft, "part_moved").is_some())
}

/// The first sentence, where it is.
pub(super) fn opening(draft: &Draft<'_>) -> Option<String> {
    let (t, tone, by_shop) = (draft.t, draft.tone(), draft.material.is_by_shop);
    if let Some(name) = named(draft, "part_off") {
        let fee = draft.material.letter.data_json.get("part_fee");
        let fee = match fee.and_then(serde_json::Value::as_i64).unwrap_or(0) {
            0 => t.letters_cancelled_no_fee(),
            fee => t.letters_cancelled_fee(fee),
        };
        return Some(match by_shop {
            true => t.parts_letter_off_by_shop(fee, name, tone),
            false => t.parts_letter_off_by_guest(fee, name, tone),
        });
    }
    let name = named(draft, "part_moved")?;
    Some(match by_shop {
        true => t.parts_letter_moved_by_shop(name, tone),
        false => t.parts_letter_moved_by_guest(name, tone),
    })
}

fn standing<'a>(draft: &Draft<'a>) -> impl Iterator<Item = &'a ToldLine> + use<'a> {
    draft.material.lines.iter().filter(|line| line.stands())
}

/// `14:30〜15:30 カット（お連れ様、指名 佐藤）`
fn said(draft: &Draft<'_>, line: &ToldLine) -> String {
    let (t, lang) = (draft.t, draft.lang());
    let clock = |at| t.time(draft.local(at).time());
    let time = t.format_time_range(clock(line.start), clock(line.end));
    let with = line.shown_with().map(|name| t.parts_named(name.text(lang)));
    let notes: Vec<String> = [whose(draft, line), with].into_iter().flatten().collect();
    let name = line.name.text(lang);
    match notes.as_slice() {
        [] => t.parts_line(name, time),
        notes => t.parts_line_noted(notes.join(&t.businesses_list_comma()), name, time),
    }
}

fn whose(draft: &Draft<'_>, line: &ToldLine) -> Option<String> {
    let several = draft.material.lines.iter().any(|one| one.guest > 1);
    match (line.guest, several) {
        (0, _) => None,
        (_, false) => Some(draft.t.parts_companion()),
        (place, true) => Some(draft.t.parts_companion_of(i64::from(place))),
    }
}

/// The name of a service that the letter's row remembers.
fn named(draft: &Draft<'_>, field: &str) -> Option<String> {
    let told = draft.material.letter.data_json.get(field)?;
    let text = |lang: &str| {
        let text = told.get(lang).and_then(serde_json::Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    let name = Bilingual::new(text("ja"), text("en"));
    (!name.is_empty()).then(|| name.text(draft.lang()).to_owned())
}
