//! Another time or person for a booking, as it is typed and as it is meant; and its questions, drawn with what was typed.

use super::new_fields::{self, parse_clock, tick};
use crate::{
    base::{ids::ResourceId, msg::Msg, text, time::instant},
    domain::{
        bookings::{booking::Row, reschedule::Person},
        scheduling::{availability::Slot, resource::Resource},
    },
    web::{
        error::Error,
        form::{Errors, fields},
        page::PageCtx,
        ui::{
            buttons::{PostButton, Voice},
            choice_field::{Choice, ChoiceField},
            post_form::PostForm,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;

/// A booking by hand is no shorter, in minutes.
const SHORTEST: i64 = 5;
/// And no longer.
const LONGEST: i64 = 36 * 60;

/// What an address may ask for: where a booking was dragged to.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The business day.
    pub date: String,
    /// From when.
    pub time: String,
    /// How long.
    pub minutes: String,
    /// With whom.
    pub staff: String,
    /// Which service of a visit was dragged.
    pub part: String,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RelocationForm {
    /// The key of the session.
    pub csrf: String,
    /// The version of the booking that was shown.
    pub version: String,
    /// The business day.
    pub date: String,
    /// From when.
    pub time: String,
    /// How long it takes; empty leaves that as it is.
    pub minutes: String,
    /// With whom; empty leaves that as it is.
    pub staff: String,
    /// `yes` when the customer asked for that person.
    pub nominated: String,
    /// Why it is changed.
    pub reason: String,
    /// `yes` when the customer is to be told.
    pub tell: String,
    /// Pressed the button that puts it over others.
    pub anyway: String,
    /// Why it may stand over another.
    pub override_reason: String,
    /// `yes` when the other language was pressed, and not the button.
    pub switch: String,
}

/// What is meant.
#[derive(Clone, Debug)]
pub struct Meant {
    /// From when.
    pub start: DateTime<Utc>,
    /// How long, where that is to change.
    pub minutes: Option<i16>,
    /// The version that was shown.
    pub version: i32,
    /// With whom, where that is to change.
    pub person: Option<Person>,
    /// Why it is changed.
    pub reason: String,
    /// Whether the customer is to be told.
    pub tell: bool,
    /// Why it may stand over another; empty: it may not.
    pub override_reason: String,
}

/// Reads the form, or complains about all of it at once.
pub fn parse(
    form: &RelocationForm,
    (zone, able): (Tz, &[Resource]),
    errors: &mut Errors,
) -> Result<Option<Meant>, Error> {
    let version = form
        .version
        .parse()
        .map_err(|_no_number| Error::Unreadable)?;
    let date = fields::date(errors, "date", &form.date);
    let time = parse_clock(errors, "time", &form.time);
    let start = date
        .zip(time)
        .and_then(|(date, time)| instant(zone, date, time));
    if start.is_none() && date.is_some() && time.is_some() {
        errors.add("time", Msg::new("desk-refusal-no-such-time"));
    }
    let minutes = match form.minutes.trim() {
        "" => None,
        typed => fields::number(errors, "minutes", typed, SHORTEST, LONGEST),
    };
    let chosen = form.staff.parse::<ResourceId>().ok();
    let person = able.iter().find(|one| Some(one.id) == chosen);
    if person.is_none() && !form.staff.is_empty() {
        errors.add("staff", Msg::new("form-choice-gone"));
    }
    let line = |typed: &str| text::line(typed, 200);
    let reason = fields::optional(errors, "reason", &form.reason, line);
    let override_reason = fields::optional(errors, "override_reason", &form.override_reason, line);
    Ok(match (start, reason, override_reason) {
        (Some(start), Some(reason), Some(override_reason)) if errors.is_empty() => Some(Meant {
            start,
            minutes: minutes.and_then(|minutes| i16::try_from(minutes).ok()),
            version,
            person: person.map(|person| Person {
                resource: person.id,
                is_nominated: form.nominated == "yes",
            }),
            reason,
            tell: form.tell == "yes",
            override_reason,
        }),
        _ => None,
    })
}

impl Wanted {
    /// Whoever asked for a person still does, as long as it is that person.
    pub fn nominated(&self, row: &Row) -> String {
        let same = row.resource_id.map(|id| id.to_string()) == Some(self.staff.clone());
        if same && row.is_nominated { "yes" } else { "" }.to_owned()
    }

    /// Whether nothing is asked for.
    pub fn is_nothing(&self) -> bool {
        [&self.date, &self.time, &self.minutes, &self.staff]
            .iter()
            .all(|asked| asked.is_empty())
    }
}

impl RelocationForm {
    /// On which day.
    pub fn date(&self, ctx: &PageCtx, errors: &Errors) -> TextField {
        let label = ctx.t.desk_date();
        field(ctx, errors, "date", (label, &self.date, Entry::Date))
    }

    /// From when.
    pub fn time(&self, ctx: &PageCtx, errors: &Errors) -> TextField {
        let label = ctx.t.desk_time();
        TextField {
            hint: Some(ctx.t.desk_time_hint()),
            ..field(ctx, errors, "time", (label, &self.time, Entry::Time))
        }
    }

    /// How long.
    pub fn minutes(&self, ctx: &PageCtx, errors: &Errors) -> TextField {
        let label = ctx.t.desk_minutes();
        TextField {
            unit: Some(ctx.t.desk_minutes_unit()),
            ..field(
                ctx,
                errors,
                "minutes",
                (label, &self.minutes, Entry::Number),
            )
        }
    }

    /// With whom, where there is a choice; first that nothing changes. Whoever was not asked for may be replaced then.
    pub fn staff(
        &self,
        ctx: &PageCtx,
        errors: &Errors,
        (able, is_replaceable): (&[Resource], bool),
    ) -> Option<SelectField> {
        let t = ctx.t;
        let drawn = new_fields::staff(ctx, &self.staff, able);
        let same = Choice {
            label: t.desk_move_same(),
            ..Choice::default()
        };
        let others = drawn.options.into_iter().skip(1);
        let options: Vec<Choice> = std::iter::once(same).chain(others).collect();
        (options.len() > 2).then(|| SelectField {
            options,
            hint: is_replaceable.then(|| t.desk_move_same_hint()),
            complaint: errors.of("staff", t),
            name: drawn.name,
            label: drawn.label,
            ..SelectField::default()
        })
    }

    /// Whether the new person was asked for.
    pub fn nominated(&self, ctx: &PageCtx, able: &[Resource]) -> Option<ChoiceField> {
        let some = able.len() > 1 && able.iter().any(|one| one.is_nominable);
        let label = ctx.t.desk_move_nominated();
        some.then(|| tick("nominated", label, self.nominated == "yes"))
    }

    /// Why it is changed.
    pub fn reason(&self, ctx: &PageCtx, errors: &Errors) -> TextField {
        let label = ctx.t.desk_reason();
        TextField {
            hint: Some(ctx.t.desk_reason_hint()),
            ..field(ctx, errors, "reason", (label, &self.reason, Entry::Text))
        }
    }

    /// Why it may stand over another.
    pub fn override_reason(&self, ctx: &PageCtx, errors: &Errors) -> TextField {
        let (label, typed) = (ctx.t.desk_override_reason(), &self.override_reason);
        field(ctx, errors, "override_reason", (label, typed, Entry::Text))
    }

    /// The same form with another time in it, as one button.
    pub fn at(&self, action: &str, slot: &Slot, label: String) -> PostButton {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        PostButton {
            label,
            form: PostForm {
                action: action.to_owned(),
                hidden: vec![
                    pair("csrf", &self.csrf),
                    pair("version", &self.version),
                    pair("date", &slot.date.to_string()),
                    pair("time", &slot.minute.to_string()),
                    pair("minutes", &self.minutes),
                    pair("staff", &self.staff),
                    pair("nominated", &self.nominated),
                    pair("reason", &self.reason),
                    pair("tell", &self.tell),
                ],
            },
            voice: Voice::Quiet,
            small: true,
            ..PostButton::default()
        }
    }
}

fn field(
    ctx: &PageCtx,
    errors: &Errors,
    name: &str,
    (label, value, entry): (String, &str, Entry),
) -> TextField {
    TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, ctx.t),
        ..TextField::default()
    }
}
