//! Whom the shop asks because somebody is suddenly off, and what they say: on the page of who is off, and on the present day.

use super::{clock::WallClock, entry, sheet::Sheet};
use crate::{
    base::time::LocalDate,
    domain::{
        bookings::proposal::{Asked, Outcome},
        businesses::role::Right,
    },
    web::{
        links,
        page::PageCtx,
        ui::{
            buttons::{PostButton, Voice},
            frame::Phone,
            post_form::PostForm,
        },
    },
};
use askama::{Template, filters::HtmlSafe};
use chrono::{DateTime, Utc};

/// One guest.
#[derive(Template)]
#[template(path = "staff/absence_answer.html")]
pub struct Line {
    name: String,
    url: String,
    when: String,
    outcome: String,
    call: Option<Phone>,
    agreed: Option<PostButton>,
}

impl HtmlSafe for Line {}

/// Those who have not said that it suits them, for the present day.
pub fn of_today(ctx: &PageCtx, sheet: &Sheet) -> Vec<Line> {
    let may_agree = sheet.may(Right::MoveBookings);
    let clock = sheet.clock(ctx);
    lines(ctx, &clock, (sheet.slug(), &sheet.asked), (may_agree, ""))
}

/// Each of them; whoever was called, and is content, is said to be by a press, which leads back to `from` when somebody is off.
pub fn lines(
    ctx: &PageCtx,
    clock: &WallClock,
    (slug, asked): (&str, &[Asked]),
    (may_agree, from): (bool, &str),
) -> Vec<Line> {
    let line = |one: &Asked| {
        let (outcome, row) = (one.outcome(), &one.row);
        let name = entry::named(ctx, &one.customer.name);
        let is_open = matches!(outcome, Outcome::Waiting | Outcome::Other);
        let may = may_agree && is_open && !one.proposal.is_choice && clock.now < row.start_at;
        Line {
            url: links::desk_booking(ctx.lang, slug, row.id),
            when: when(ctx, clock, one),
            outcome: ctx.t.of_family("absence-outcome", word(outcome)),
            call: entry::call(ctx, one.customer.phone.as_deref()).filter(|_| is_open),
            agreed: may.then(|| PostButton {
                label: ctx.t.absence_agreed(),
                about: Some(name.clone()),
                form: PostForm::keyed(
                    &ctx.csrf,
                    links::desk_act(ctx.lang, slug, row.id, "agreed"),
                    &[("version", &row.version.to_string()), ("from", from)],
                ),
                voice: Voice::Quiet,
                small: true,
            }),
            name,
        }
    };
    asked.iter().map(line).collect()
}

/// From when it was to when it is.
fn when(ctx: &PageCtx, clock: &WallClock, one: &Asked) -> String {
    let (proposal, row) = (&one.proposal, &one.row);
    let at = |date: LocalDate, start: DateTime<Utc>| {
        let (day, time) = (clock.day(date), clock.time(date, start));
        ctx.t.format_at(day, time)
    };
    let was = at(proposal.absent_on, proposal.was_start_at);
    let has_moved = row.start_at != proposal.was_start_at && row.status.takes_time();
    match has_moved {
        true => ctx
            .t
            .absence_from_to(was, at(row.business_date, row.start_at)),
        false => was,
    }
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Waiting => "waiting",
        Outcome::Accepted => "accepted",
        Outcome::Other => "other",
        Outcome::Elsewhere => "elsewhere",
        Outcome::CalledOff => "called-off",
        Outcome::Past => "past",
    }
}
