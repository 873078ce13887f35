//! The days of a plan as a form asks about them: what goes is ticked, what does not go says why and what would; and what was
//! answered.

use crate::{
    base::{
        msg::Msg,
        time::{WallTime, instant, parse_date},
    },
    domain::{
        bookings::series::plan::{Line, Pick},
        scheduling::availability::Slot,
    },
    web::{
        form::Errors,
        page::PageCtx,
        staff::clock::WallClock,
        ui::{
            choice_field::{Choice, ChoiceField},
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use std::collections::HashMap;

/// What a form says of a day that is left out, and of one that goes to a time that is typed.
const SKIP: &str = "skip";
const OWN: &str = "own";

/// The fields of a form that are named after days or bookings.
pub type Boxes = HashMap<String, String>;

/// One day of a plan, as the form calls it.
pub struct Day<'a> {
    /// By which key.
    pub key: String,
    /// What it comes to.
    pub line: &'a Line,
    /// What is wanted, in words.
    pub label: String,
    /// What it costs, or nothing.
    pub aside: Option<String>,
}

/// How a day that does not go is called.
pub struct Labels {
    /// Over the days that go.
    pub legend: String,
    /// That it is left out.
    pub skip: String,
}

/// The questions about all of them.
pub struct Days {
    /// Those that go.
    pub free: Option<ChoiceField>,
    /// Those that do not.
    pub clashes: Vec<Clash>,
}

/// A day that does not go.
pub struct Clash {
    /// What is to become of it.
    pub pick: SelectField,
    /// Another time, typed.
    pub own: Vec<TextField>,
    /// Whether that is what was chosen.
    pub is_own: bool,
}

/// What was answered about a day. Of days that were ticked when they were shown, those that are not any more are left out; `None`
/// where another time was typed and cannot be read, which is then complained about.
pub fn pick(
    (boxes, shown): (&Boxes, &str),
    (key, zone): (&str, Tz),
    errors: &mut Errors,
) -> Option<Pick> {
    let typed = |name: &str| boxes.get(&format!("{name}-{key}")).map(String::as_str);
    match typed("at") {
        Some(SKIP) => Some(Pick::Skip),
        Some(OWN) => own((typed("date"), typed("time")), (key, zone), errors),
        Some(at) => Some(
            DateTime::parse_from_rfc3339(at)
                .map_or(Pick::Wanted, |at| Pick::At(at.with_timezone(&Utc))),
        ),
        None if typed("on").is_none() && shown.split(',').any(|one| one == key) => Some(Pick::Skip),
        None => Some(Pick::Wanted),
    }
}

fn own(
    (date, time): (Option<&str>, Option<&str>),
    (key, zone): (&str, Tz),
    errors: &mut Errors,
) -> Option<Pick> {
    let date = parse_date(date.unwrap_or_default());
    let time = WallTime::hurried(time.unwrap_or_default());
    if date.is_none() {
        errors.add(format!("date-{key}"), Msg::new("form-date-form"));
    }
    if time.is_none() {
        errors.add(format!("time-{key}"), Msg::new("form-time-late-form"));
    }
    let (date, time) = date.zip(time)?;
    let at = instant(zone, date, time);
    if at.is_none() {
        errors.add(format!("time-{key}"), Msg::new("desk-refusal-no-such-time"));
    }
    at.map(Pick::At)
}

/// The keys of days, as a form carries them unseen.
pub fn shown(days: &[Day<'_>]) -> String {
    let keys: Vec<&str> = days.iter().map(|day| day.key.as_str()).collect();
    keys.join(",")
}

/// Draws the questions, with what was typed before.
pub fn draw(
    ctx: &PageCtx,
    (clock, labels): (&WallClock, &Labels),
    days: &[Day<'_>],
    (boxes, errors): (&Boxes, &Errors),
) -> Days {
    let goes = |day: &&Day<'_>| day.line.refusal.is_none();
    let options: Vec<Choice> = days
        .iter()
        .filter(goes)
        .map(|day| Choice {
            name: Some(format!("on-{}", day.key)),
            value: "yes".to_owned(),
            label: day.label.clone(),
            aside: day.aside.clone(),
            chosen: day.line.pick != Pick::Skip,
            ..Choice::default()
        })
        .collect();
    Days {
        free: (!options.is_empty()).then(|| ChoiceField {
            name: "days".to_owned(),
            legend: labels.legend.clone(),
            several: true,
            options,
            ..ChoiceField::default()
        }),
        clashes: days
            .iter()
            .filter(|day| day.line.refusal.is_some())
            .map(|day| clash(ctx, (clock, labels), day, (boxes, errors)))
            .collect(),
    }
}

fn clash(
    ctx: &PageCtx,
    (clock, labels): (&WallClock, &Labels),
    day: &Day<'_>,
    (boxes, errors): (&Boxes, &Errors),
) -> Clash {
    let (t, line) = (ctx.t, day.line);
    let name = |word: &str| format!("{word}-{}", day.key);
    let typed = |word: &str| boxes.get(&name(word)).cloned().unwrap_or_default();
    let is_own = typed("at") == OWN;
    let because = |refusal| t.of_family("desk-refusal", refusal);
    let field = |word: &str, label: String, entry: Entry| TextField {
        name: name(word),
        label,
        value: typed(word),
        entry,
        complaint: errors.of(&name(word), t),
        ..TextField::default()
    };
    Clash {
        pick: SelectField {
            name: name("at"),
            label: day.label.clone(),
            options: options(ctx, (clock, labels), line, is_own),
            hint: line.refusal.map(|refusal| because(refusal.id())),
            complaint: line.not_that.map(|refusal| because(refusal.id())),
            ..SelectField::default()
        },
        own: vec![
            field("date", t.series_own_date(), Entry::Date),
            field("time", t.series_own_time(), Entry::Time),
        ],
        is_own,
    }
}

/// What can become of a day that does not go: nothing, one of the nearest times, another that is typed.
fn options(
    ctx: &PageCtx,
    (clock, labels): (&WallClock, &Labels),
    line: &Line,
    is_own: bool,
) -> Vec<Choice> {
    let t = ctx.t;
    let picked = match line.pick {
        Pick::At(at) if !is_own => Some(at),
        _ => None,
    };
    let choice = |value: String, label: String, chosen: bool| Choice {
        value,
        label,
        chosen,
        ..Choice::default()
    };
    let skip = !is_own && picked.is_none();
    let mut all = vec![choice(SKIP.to_owned(), labels.skip.clone(), skip)];
    let is_near = |slot: &Slot| Some(slot.start) == picked;
    if let Some(at) = picked.filter(|_| !line.nearest.iter().any(is_near)) {
        all.push(choice(written(at), clock.moment(at), true));
    }
    all.extend(line.nearest.iter().map(|slot| {
        let time = t.wall_time(u32::from(slot.minute.minutes()));
        let label = t.format_at(clock.day(slot.date), time);
        choice(written(slot.start), label, is_near(slot))
    }));
    all.push(choice(OWN.to_owned(), t.series_own(), is_own));
    all
}

fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
