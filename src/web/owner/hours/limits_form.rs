//! The usual numbers as they are filled in: a row for each half-hour, a column for each kind of day, and an empty box where there
//! is no limit. One row above them fills what is empty below it: nobody types the same number a hundred times.

use crate::{
    base::text,
    domain::scheduling::start_limit::{self, Usual},
    web::{
        form::{Errors, fields},
        opening,
        page::PageCtx,
    },
};
use std::{collections::HashMap, fmt::Display};

/// Every kind of day in the order of the columns: the week, holidays, the days before them.
pub const DAYS: [i16; 9] = [1, 2, 3, 4, 5, 6, 0, 7, 8];

/// The row that fills what is empty below it, as the names of its boxes say it.
const REST: &str = "rest";

/// What is typed, by the names of the boxes.
pub struct LimitsForm(pub HashMap<String, String>);

/// One half-hour, drawn.
pub struct HalfRow {
    pub time: String,
    pub boxes: Vec<LimitBox>,
}

/// One box.
pub struct LimitBox {
    pub name: String,
    pub label: String,
    pub value: String,
    pub complaint: Option<String>,
}

impl LimitsForm {
    /// The numbers as they stand.
    pub fn of(rows: &[Usual], version: &str) -> Self {
        let typed = rows.iter().map(|one| {
            let minute = u16::try_from(one.start_minute).unwrap_or(0);
            (name(one.day_of_week, minute), one.most.to_string())
        });
        let version = ("version".to_owned(), version.to_owned());
        Self(typed.chain([version]).collect())
    }

    /// One box.
    pub fn value(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// What it means, or complaints.
    pub fn read(&self, errors: &mut Errors, halves: &[u16]) -> Option<Vec<Usual>> {
        let mut rows = Vec::new();
        for day_of_week in DAYS {
            let rest = self.number(errors, name(day_of_week, REST));
            for half in halves {
                let own = self.number(errors, name(day_of_week, half));
                rows.extend(own.or(rest).map(|most| Usual {
                    day_of_week,
                    start_minute: i16::try_from(*half).unwrap_or(i16::MAX),
                    most,
                }));
            }
        }
        errors.is_empty().then_some(rows)
    }

    /// The number in a box; none where it is empty, or complained of.
    fn number(&self, errors: &mut Errors, name: String) -> Option<i16> {
        let typed = self.value(&name);
        if text::is_blank(typed) {
            return None;
        }
        let most = fields::number(errors, name.clone(), typed, 0, start_limit::MOST)?;
        i16::try_from(most).ok()
    }

    /// The heads of the columns.
    pub fn days(ctx: &PageCtx) -> Vec<String> {
        let days = DAYS.into_iter();
        days.map(|day| opening::day_said(ctx, day)).collect()
    }

    /// The rows: what fills the rest, then each half-hour.
    pub fn rows(&self, ctx: &PageCtx, errors: &Errors, halves: &[u16]) -> Vec<HalfRow> {
        let row = |half: &dyn Display, time: String| {
            let boxes = DAYS.into_iter().map(|day| {
                let name = name(day, half);
                LimitBox {
                    label: ctx
                        .t
                        .schedule_limits_box(opening::day_said(ctx, day), &time),
                    value: self.value(&name).to_owned(),
                    complaint: errors.of(&name, ctx.t),
                    name,
                }
            });
            HalfRow {
                boxes: boxes.collect(),
                time,
            }
        };
        let rest = (!halves.is_empty()).then(|| row(&REST, ctx.t.schedule_limits_rest()));
        let each = halves.iter();
        let each = each.map(|half| row(half, ctx.t.wall_time(u32::from(*half))));
        rest.into_iter().chain(each).collect()
    }
}

/// The numbers in words, a line for each kind of day that has any: half-hours of the same number that follow one another are
/// said together.
pub fn said(ctx: &PageCtx, rows: &[Usual]) -> Vec<(String, String)> {
    let of = |day: i16| {
        let own: Vec<&Usual> = rows.iter().filter(|one| one.day_of_week == day).collect();
        let runs = own.chunk_by(|one, next| {
            one.most == next.most && one.start_minute + 30 == next.start_minute
        });
        let runs: Vec<String> = runs.filter_map(|run| run_said(ctx, run)).collect();
        // One under the other, as opening hours are.
        (!runs.is_empty()).then(|| (opening::day_said(ctx, day), runs.join("\n")))
    };
    DAYS.into_iter().filter_map(of).collect()
}

fn run_said(ctx: &PageCtx, run: &[&Usual]) -> Option<String> {
    let (first, last) = (run.first()?, run.last()?);
    let wall = |minute: i16| ctx.t.wall_time(u32::try_from(minute).unwrap_or(0));
    let span = ctx
        .t
        .businesses_hours_span(wall(first.start_minute), wall(last.start_minute + 30));
    Some(
        ctx.t
            .schedule_limits_run(u32::try_from(first.most).unwrap_or(0), span),
    )
}

fn name(day: i16, half: impl Display) -> String {
    format!("d{day}_{half}")
}
