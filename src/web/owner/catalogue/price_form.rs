//! The boxes of a rule of prices: what guests read, what it makes of the price, and when it holds.

use super::{
    answers::Answers,
    ask::Ask,
    figures::{chosen, offered, whole, yen},
    sheet::Part,
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::ResourceId,
        msg::Msg,
        text,
        time::{LocalDate, WallSpan, WallTime},
    },
    domain::catalog::{
        price_rules::RuleCard,
        rules::{Days, EVE, HOLIDAY},
    },
    web::{
        form::{Errors, fields},
        opening::{WEEK, day_said},
        page::PageCtx,
        prices,
        ui::{
            choice_field::{Choice, ChoiceField},
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};

/// The longest name.
const NAME: usize = 60;
/// The largest share that is added, in percent.
const DEAREST: i64 = 300;
/// The largest party.
const PARTY: i64 = 500;
/// How long ahead one books, in hours.
const AHEAD: [i64; 12] = [1, 3, 6, 12, 24, 48, 72, 168, 336, 720, 1440, 2160];
/// The longest of them.
const LONGEST: i64 = 17_520;
/// The ways of answering what is more than one thing.
const MORE: &str = "more";
const AMOUNT: &str = "amount";
pub(super) const SOME: &str = "some";

/// Whoever may be named in a rule.
pub(super) type People = [(ResourceId, Bilingual)];

/// A rule that is not written yet: a tenth less, for everything.
pub(super) fn blank() -> Answers {
    let mut answers = Answers::default();
    for (name, value) in [("sign", "less"), ("kind", "percent"), ("scope", "all")] {
        answers.put(name, value);
    }
    answers.put("priority", 2);
    answers
}

/// One as it is kept.
pub(super) fn answers(card: &RuleCard) -> Answers {
    let mut answers = blank();
    answers.put("name_ja", &card.name_ja);
    answers.put("name_en", &card.name_en);
    let size = card.percent.map(i64::from).or(card.amount_cents);
    let size = size.unwrap_or_default();
    if size > 0 {
        answers.put("sign", MORE);
    }
    if card.amount_cents.is_some() {
        answers.put("kind", AMOUNT);
    }
    answers.put("size", size.abs());
    if !card.is_for_all {
        answers.put("scope", SOME);
    }
    for kind in kinds() {
        answers.tick(day_box(kind), Days(card.days).has(kind));
    }
    let wall = |minute: Option<i16>| {
        let minute = minute.and_then(|minute| u16::try_from(minute).ok());
        minute.and_then(WallTime::new)
    };
    put(&mut answers, "begins", wall(card.start_minute));
    put(&mut answers, "ends", wall(card.end_minute));
    put(&mut answers, "first_date", card.first_date);
    put(&mut answers, "last_date", card.last_date);
    put(&mut answers, "staff", card.resource_id);
    put(&mut answers, "party_min", card.party_min);
    put(&mut answers, "party_max", card.party_max);
    put(&mut answers, "ahead_min", card.lead_min_hours);
    put(&mut answers, "ahead_max", card.lead_max_hours);
    answers.put("priority", card.priority);
    answers
}

fn put(answers: &mut Answers, name: &str, value: Option<impl ToString>) {
    if let Some(value) = value {
        answers.put(name, value);
    }
}

/// The kinds of day in the order of the boxes.
fn kinds() -> impl Iterator<Item = i16> {
    WEEK.into_iter().chain([HOLIDAY, EVE])
}

fn day_box(kind: i16) -> String {
    format!("d{kind}")
}

/// All boxes but those of the services.
pub(super) fn parts(
    ctx: &PageCtx,
    people: &People,
    (typed, errors): (&Answers, &Errors),
) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let line = |name: &str, label: String, entry: Entry| Field::Line(ask.line(name, label, entry));
    let basics = Part {
        heading: t.catalog_part_basics(),
        fields: vec![
            Field::Line(TextField {
                hint: Some(t.prices_name_hint()),
                ..ask.must("name_ja", t.catalog_name_ja(), Entry::Text)
            }),
            Field::Line(ask.may("name_en", t.catalog_name_en(), Entry::Text)),
            Field::Choice(either(
                ask,
                "sign",
                t.prices_sign(),
                [("less", t.prices_sign_less()), (MORE, t.prices_sign_more())],
            )),
            Field::Line(TextField {
                hint: Some(t.prices_size_hint()),
                ..ask.must("size", t.prices_size(), Entry::Amount)
            }),
            Field::Choice(either(
                ask,
                "kind",
                t.prices_kind(),
                [
                    ("percent", t.prices_kind_percent()),
                    (AMOUNT, t.prices_kind_amount()),
                ],
            )),
        ],
        ..Part::default()
    };
    let days = kinds().map(|kind| ask.tick(&day_box(kind), day_said(ctx, kind), None));
    let days = Part {
        heading: t.prices_part_days(),
        note: Some(t.prices_days_note()),
        boxes: days.collect(),
        ..Part::default()
    };
    let when = Part {
        heading: t.prices_part_when(),
        note: Some(t.prices_when_note()),
        paired: true,
        fields: vec![
            line("begins", t.prices_begins_from(), Entry::Time),
            line("ends", t.prices_begins_before(), Entry::Time),
            line("first_date", t.prices_first_date(), Entry::Date),
            line("last_date", t.prices_last_date(), Entry::Date),
        ],
        ..Part::default()
    };
    vec![basics, days, when, who(ctx, people, ask)]
}

/// Who serves, how many come, how long ahead they book, and in what order rules are reckoned.
fn who(ctx: &PageCtx, people: &People, ask: Ask<'_>) -> Part {
    let t = ctx.t;
    let any = (String::new(), t.prices_anybody());
    let each = people
        .iter()
        .map(|(id, name)| (id.to_string(), name.text(ctx.lang).to_owned()));
    let staff = [any].into_iter().chain(each);
    let people = |name: &str, label: String| {
        Field::Line(TextField {
            unit: Some(t.catalog_unit_people()),
            ..ask.line(name, label, Entry::Number)
        })
    };
    let ahead = |name: &str, label: String| {
        let none = (String::new(), t.prices_ahead_any());
        let each = offered(&AHEAD, ask.typed.get(name)).into_iter();
        let each = each.map(|hours| (hours.to_string(), prices::ahead(t, hours)));
        Field::Select(ask.select(name, label, [none].into_iter().chain(each)))
    };
    let orders = [
        ("1", t.prices_priority_first()),
        ("2", t.prices_priority_usual()),
        ("3", t.prices_priority_late()),
        ("4", t.prices_priority_last()),
    ];
    let orders = orders.map(|(value, label)| (value.to_owned(), label));
    Part {
        heading: t.prices_part_who(),
        note: Some(t.prices_who_note()),
        paired: true,
        fields: vec![
            people("party_min", t.prices_party_min()),
            people("party_max", t.prices_party_max()),
            ahead("ahead_min", t.prices_ahead_min()),
            ahead("ahead_max", t.prices_ahead_max()),
            Field::Select(ask.select("staff", t.prices_staff(), staff)),
            Field::Select(ask.select("priority", t.prices_priority(), orders)),
        ],
        ..Part::default()
    }
}

/// One of two.
pub(super) fn either(
    ask: Ask<'_>,
    name: &str,
    legend: String,
    both: [(&str, String); 2],
) -> ChoiceField {
    let typed = ask.typed.get(name);
    let each = both.map(|(value, label)| Choice {
        value: value.to_owned(),
        label,
        chosen: typed == value,
        ..Choice::default()
    });
    ChoiceField {
        name: name.to_owned(),
        legend,
        options: each.into(),
        side_by_side: true,
        complaint: ask.errors.of(name, ask.t),
        ..ChoiceField::default()
    }
}

/// The rule, or complaints about it.
pub(super) fn parse(people: &People, typed: &Answers, errors: &mut Errors) -> Option<RuleCard> {
    let short = |typed: &str| text::short_line(typed, NAME);
    let missing = Msg::new("catalog-name-required");
    let name_ja = fields::required(errors, "name_ja", typed.get("name_ja"), short, missing);
    let name_en = fields::optional(errors, "name_en", typed.get("name_en"), short);
    let (percent, amount_cents) = size(typed, errors).unzip();
    let days = kinds().filter(|kind| typed.has(&day_box(*kind)));
    let days = Days::of(days).0;
    let span = span(typed, errors);
    let dates = dates(typed, errors);
    let staff = typed.get("staff");
    let person = people.iter().find(|(id, _)| id.to_string() == staff);
    if person.is_none() && !staff.is_empty() {
        errors.add("staff", Msg::new("form-choice-gone"));
    }
    let party = party(typed, errors);
    let ahead = ahead(typed, errors);
    let priority = whole(errors, "priority", typed, (1, 4));
    let (start_minute, end_minute) = span?.map(WallSpan::minutes).unzip();
    let (first_date, last_date) = dates?;
    let (party_min, party_max) = party?;
    let (lead_min_hours, lead_max_hours) = ahead?;
    let card = RuleCard {
        name_ja: name_ja?,
        name_en: name_en?,
        is_for_all: typed.get("scope") != SOME,
        days,
        start_minute,
        end_minute,
        first_date,
        last_date,
        resource_id: person.map(|(id, _)| *id),
        party_min,
        party_max,
        lead_min_hours,
        lead_max_hours,
        percent: percent?,
        amount_cents: amount_cents?,
        priority: priority?,
    };
    errors.is_empty().then_some(card)
}

/// Percent, or an amount; below nothing where it makes things cheaper.
fn size(typed: &Answers, errors: &mut Errors) -> Option<(Option<i16>, Option<i64>)> {
    let is_less = typed.get("sign") != MORE;
    let signed = |size: i64| if is_less { -size } else { size };
    let is_amount = typed.get("kind") == AMOUNT;
    let size = if is_amount {
        yen(errors, "size", typed)?
    } else {
        // A share above all of it would leave less than nothing.
        let most = if is_less { 100 } else { DEAREST };
        fields::number(errors, "size", typed.get("size"), 1, most)?
    };
    if size == 0 {
        errors.add("size", Msg::new("prices-size-nothing"));
        return None;
    }
    Some(match is_amount {
        true => (None, Some(signed(size))),
        false => (i16::try_from(signed(size)).ok(), None),
    })
}

/// When the visit begins; without either box, whenever.
pub(super) fn span(typed: &Answers, errors: &mut Errors) -> Option<Option<WallSpan>> {
    let (begins, ends) = (typed.get("begins"), typed.get("ends"));
    if text::is_blank(begins) && text::is_blank(ends) {
        return Some(None);
    }
    let mut wall = |name: &'static str, typed: &str| {
        let wall = WallTime::hurried(typed);
        if wall.is_none() {
            let half = text::is_blank(typed);
            let half = half.then(|| Msg::new("form-span-half"));
            errors.add(name, half.unwrap_or_else(|| Msg::new("form-span-form")));
        }
        wall
    };
    let both = (wall("begins", begins), wall("ends", ends));
    let span = WallSpan::new(both.0?, both.1?);
    if span.is_none() {
        errors.add("ends", Msg::new("form-span-order"));
    }
    span.map(Some)
}

/// From and until which day; each may be left open.
pub(super) fn dates(
    typed: &Answers,
    errors: &mut Errors,
) -> Option<(Option<LocalDate>, Option<LocalDate>)> {
    let mut date = |name: &'static str| match text::is_blank(typed.get(name)) {
        true => Some(None),
        false => fields::date(errors, name, typed.get(name)).map(Some),
    };
    let (first, last) = (date("first_date"), date("last_date"));
    let (first, last) = (first?, last?);
    if first.zip(last).is_some_and(|(first, last)| last < first) {
        errors.add("last_date", Msg::new("prices-dates-order"));
        return None;
    }
    Some((first, last))
}

fn party(typed: &Answers, errors: &mut Errors) -> Option<(Option<i16>, Option<i16>)> {
    let mut count = |name: &'static str| match text::is_blank(typed.get(name)) {
        true => Some(None),
        false => whole(errors, name, typed, (1, PARTY)).map(Some),
    };
    let (least, most) = (count("party_min"), count("party_max"));
    let (least, most) = (least?, most?);
    if least.zip(most).is_some_and(|(least, most)| most < least) {
        errors.add("party_max", Msg::new("catalog-party-order"));
        return None;
    }
    Some((least, most))
}

fn ahead(typed: &Answers, errors: &mut Errors) -> Option<(Option<i32>, Option<i32>)> {
    let is_sound = |hours: i64| (1..=LONGEST).contains(&hours);
    let least = chosen(errors, "ahead_min", typed, is_sound);
    let most = chosen(errors, "ahead_max", typed, is_sound);
    let hours = |hours: Option<i64>| hours.and_then(|hours| i32::try_from(hours).ok());
    let (least, most) = (hours(least?), hours(most?));
    if least.zip(most).is_some_and(|(least, most)| most <= least) {
        errors.add("ahead_max", Msg::new("prices-ahead-order"));
        return None;
    }
    Some((least, most))
}
