//! What would come of a file, said: figures, days, every line that does not go, with the reason and what to do about it.

use super::parts;
use crate::{
    domain::bookings::import::{
        column::Column,
        line,
        plan::{Left, Plan, Why},
        waiting::Waiting,
    },
    web::{moments::Moments, page::PageCtx},
};
use std::collections::{BTreeMap, BTreeSet};

/// The same, for the page.
pub struct Report {
    pub sums: Vec<(String, String)>,
    pub days: Vec<(String, String)>,
    pub guests: Option<(String, String)>,
    pub left: Vec<(String, String)>,
    pub problems: Vec<Row>,
    /// What has changed since it was looked at.
    pub changed: Option<String>,
}

/// A line that does not go.
pub struct Row {
    pub line: String,
    /// What stands in it, so that nobody has to count lines.
    pub said: String,
    pub why: String,
    pub act: String,
    /// That it did when it was looked at.
    pub new: Option<String>,
}

/// The lines that do not go, as a form carries them.
pub fn lines(plan: &Plan) -> String {
    let lines: BTreeSet<u64> = plan.problems.iter().map(|(line, _)| *line).collect();
    let lines: Vec<String> = lines.iter().map(u64::to_string).collect();
    lines.join("-")
}

/// What would come of it; `before` are the lines that did not go when it was looked at.
pub fn of(
    ctx: &PageCtx,
    moments: &Moments,
    (plan, file): (&Plan, &Waiting),
    before: Option<&str>,
) -> Report {
    let t = ctx.t;
    let figure = |count: usize| t.imports_count(i32::try_from(count).unwrap_or(i32::MAX));
    let guests = plan.new_guests();
    let mut sums = vec![
        (t.imports_sum_made(), figure(plan.made())),
        (
            t.imports_sum_problems(),
            t.customers_import_count(plan.refused()),
        ),
        (
            t.imports_sum_left(),
            t.customers_import_count(plan.left.len()),
        ),
        (
            t.imports_sum_new_guests(),
            t.people(i64::try_from(guests.len()).unwrap_or(i64::MAX)),
        ),
        (
            t.imports_sum_known_guests(),
            t.people(i64::try_from(plan.known_guests()).unwrap_or(i64::MAX)),
        ),
    ];
    if plan.promised() > 0 {
        sums.push((t.imports_sum_promised(), figure(plan.promised())));
    }
    let known: Option<BTreeSet<u64>> = before.map(|before| {
        let lines = before.split('-');
        lines.filter_map(|line| line.parse().ok()).collect()
    });
    Report {
        sums,
        days: plan
            .by_day()
            .into_iter()
            .map(|(day, count)| (moments.day(day), figure(count)))
            .collect(),
        guests: (!guests.is_empty())
            .then(|| (t.imports_new_guests(guests.len()), guests.join(" · "))),
        left: left(ctx, plan),
        problems: plan
            .problems
            .iter()
            .map(|(line, why)| row(ctx, file, (*line, why), known.as_ref()))
            .collect(),
        changed: known.map(|known| changed(ctx, plan, &known)),
    }
}

fn changed(ctx: &PageCtx, plan: &Plan, known: &BTreeSet<u64>) -> String {
    let now: BTreeSet<u64> = plan.problems.iter().map(|(line, _)| *line).collect();
    let (worse, better) = (
        now.difference(known).count(),
        known.difference(&now).count(),
    );
    ctx.t.imports_changed(better, worse)
}

/// When, who, what and by whom, as the file has it.
fn said(file: &Waiting, number: u64) -> String {
    let rows = &file.cells.rows;
    let place = rows.binary_search_by_key(&number, |(line, _)| *line);
    let Some((_, cells)) = place.ok().and_then(|place| rows.get(place)) else {
        return String::new();
    };
    let row = line::Row {
        columns: &file.choices.columns,
        number,
        cells,
    };
    let all = [
        Column::Date,
        Column::Start,
        Column::Name,
        Column::Family,
        Column::Given,
        Column::Service,
        Column::Staff,
    ];
    let mut parts: Vec<String> = all.into_iter().map(|one| row.called(one)).collect();
    parts.retain(|part| !part.is_empty());
    // Day and time may stand in one column.
    parts.dedup();
    parts.join(" · ")
}

fn row(
    ctx: &PageCtx,
    file: &Waiting,
    (line, why): (u64, &Why),
    known: Option<&BTreeSet<u64>>,
) -> Row {
    let t = ctx.t;
    let number = |line: u64| i64::try_from(line).unwrap_or(0);
    let is_new = known.is_some_and(|known| !known.contains(&line));
    Row {
        line: t.customers_import_line(number(line)),
        said: said(file, line),
        why: match why {
            Why::Cell(column, why) => t.ui_error_about(parts::column(t, *column), t.msg(why)),
            Why::Twice(first) => t.imports_why_twice(number(*first)),
            Why::Known => t.imports_why_known(),
            Why::Blocked => t.imports_why_blocked(),
            Why::Gone => t.imports_why_gone(),
            Why::Options => t.imports_why_options(),
            Why::Party(least, most) => t.imports_why_party(*least, *most),
            Why::TooFar => t.imports_why_far(),
            Why::Refused(refusal) => t.of_family("desk-refusal", refusal.id()),
        },
        act: t.of_family("imports-do", why.id()),
        new: is_new.then(|| t.imports_problem_new()),
    }
}

/// Lines that stay out by choice, by the reason.
fn left(ctx: &PageCtx, plan: &Plan) -> Vec<(String, String)> {
    let t = ctx.t;
    let mut all: BTreeMap<Left, Vec<u64>> = BTreeMap::new();
    for (line, left) in &plan.left {
        all.entry(*left).or_default().push(*line);
    }
    let said = |(left, lines): (Left, Vec<u64>)| {
        let why = match left {
            Left::Service => t.imports_left_service(),
            Left::Staff => t.imports_left_staff(),
            Left::Ended => t.imports_left_ended(),
        };
        (why, t.imports_lines(ranges(&lines)))
    };
    all.into_iter().map(said).collect()
}

/// `3, 5–8`.
fn ranges(lines: &[u64]) -> String {
    let mut spans: Vec<(u64, u64)> = Vec::new();
    for line in lines {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *line => *last = *line,
            _ => spans.push((*line, *line)),
        }
    }
    let said = spans.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    said.collect::<Vec<_>>().join(", ")
}
