//! From which day on what is written in a form holds: at once, or for visits from a date on. What is planned for a date stands
//! above the form until that day has come.

use super::{
    answers::Answers,
    ask::Ask,
    changes::ChangeTable,
    sheet::{Part, PlanBox, act},
    subject::Subject,
};
use crate::{
    base::{
        msg::Msg,
        time::{LocalDate, parse_date},
    },
    web::{
        form::Errors,
        links,
        moments::Moments,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, Voice},
            field::Field,
            text_field::Entry,
        },
    },
};
use chrono::{DateTime, Days, Utc};

/// The box of the date.
pub(super) const FROM: &str = "valid_from";
/// In the address: the form with what is planned instead of what is kept.
pub(super) const PLAN: &str = "plan";
/// How far ahead it can be planned, in days.
const AHEAD: u64 = 730;

/// The boxes of a form, and that of the date.
pub(super) fn with_date(
    ctx: &PageCtx,
    mut parts: Vec<Part>,
    (typed, errors): (&Answers, &Errors),
) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    parts.push(Part {
        heading: t.owner_effective_title(),
        note: Some(t.owner_effective_note()),
        fields: vec![Field::Line(ask.may(
            FROM,
            t.owner_effective_label(),
            Entry::Date,
        ))],
        ..Part::default()
    });
    parts
}

/// The date, if there is one; a complaint about one that is not ahead.
pub(super) fn parse(typed: &Answers, today: LocalDate, errors: &mut Errors) -> Option<LocalDate> {
    let word = typed.get(FROM).trim();
    if word.is_empty() {
        return None;
    }
    let last = today.checked_add_days(Days::new(AHEAD));
    let date = parse_date(word);
    let date = date.filter(|date| *date > today && last.is_none_or(|last| *date <= last));
    if date.is_none() {
        errors.add(FROM, Msg::new("owner-effective-ahead"));
    }
    date
}

/// What is planned for something: `filled` is its form as it would be.
pub(super) fn planned<S: Subject>(
    ctx: &PageCtx,
    subject: &S,
    (from, filled): (LocalDate, &Answers),
    (path, now): (&str, DateTime<Utc>),
) -> PlanBox {
    let t = ctx.t;
    let plan = unreadable(ctx, subject, from, (path, now));
    let edit = LinkButton {
        label: t.owner_effective_edit(),
        url: links::owner(
            ctx.lang,
            &subject.at().profile.slug,
            &format!("{path}?{PLAN}=yes"),
        ),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    };
    let changes = ChangeTable::of(ctx, subject, filled, plan.title.clone());
    PlanBox {
        changes: Some((changes, edit)),
        ..plan
    }
}

/// The same for what a program has planned that knew other figures: that there is something, and how it is given up.
pub(super) fn unreadable<S: Subject>(
    ctx: &PageCtx,
    subject: &S,
    from: LocalDate,
    (path, now): (&str, DateTime<Utc>),
) -> PlanBox {
    let (t, profile) = (ctx.t, &subject.at().profile);
    let moments = Moments::new(t, profile.zone, now);
    let state = links::owner(ctx.lang, &profile.slug, &format!("{path}/state"));
    let revoke = (t.owner_effective_revoke(), None);
    PlanBox {
        title: t.owner_effective_planned(moments.day(from)),
        changes: None,
        revoke: act(
            ctx,
            state,
            revoke,
            (Voice::DangerQuiet, &[("to", "revoke")]),
        ),
    }
}
