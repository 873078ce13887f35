//! Opening hours as people read them: runs of days with the same hours together, exceptions with their reason.

use crate::{
    domain::businesses::{closing::Closing, hours::WeeklyHours},
    web::{moments::Moments, page::PageCtx},
};

/// The weekdays by number, Monday first, as a week of work is read.
pub const WEEK: [i16; 7] = [1, 2, 3, 4, 5, 6, 0];

/// Opening and closing minutes of one day.
type Spans = Vec<(i16, i16)>;

/// The week as lines of days and hours, Monday first, then holidays, then "2nd and 4th Tuesday".
pub fn week(ctx: &PageCtx, vertical: &str, rows: &[WeeklyHours]) -> Vec<(String, String)> {
    let mut lines: Vec<(Vec<i16>, Spans)> = Vec::new();
    for day in WEEK {
        let spans = spans_of(rows, (day, None));
        match lines.last_mut().filter(|(_, known)| *known == spans) {
            Some((days, _)) => days.push(day),
            None => lines.push((vec![day], spans)),
        }
    }
    let mut said: Vec<(String, String)> = lines
        .iter()
        .map(|(days, spans)| (days_said(ctx, days), hours(ctx, vertical, spans)))
        .collect();
    for day in [7, 8] {
        if rows.iter().any(|row| row.day_of_week == day) {
            let spans = spans_of(rows, (day, None));
            said.push((day_said(ctx, day), hours(ctx, vertical, &spans)));
        }
    }
    for day in 0..7 {
        said.extend(nth_weeks(ctx, vertical, rows, day));
    }
    said
}

/// "2nd and 4th Tuesday": weeks of the same hours in one line.
fn nth_weeks(
    ctx: &PageCtx,
    vertical: &str,
    rows: &[WeeklyHours],
    day: i16,
) -> Vec<(String, String)> {
    let mut lines: Vec<(Vec<String>, Spans)> = Vec::new();
    for week in 1..=5 {
        let named = |row: &WeeklyHours| row.day_of_week == day && row.week_of_month == Some(week);
        if !rows.iter().any(named) {
            continue;
        }
        let (nth, spans) = (
            ctx.t.businesses_nth(week),
            spans_of(rows, (day, Some(week))),
        );
        match lines.iter_mut().find(|(_, known)| *known == spans) {
            Some((weeks, _)) => weeks.push(nth),
            None => lines.push((vec![nth], spans)),
        }
    }
    let label = |weeks: &[String]| {
        let weeks = weeks.join(&ctx.t.businesses_nth_join());
        ctx.t.businesses_nth_weekday(day_said(ctx, day), weeks)
    };
    lines
        .iter()
        .map(|(weeks, spans)| (label(weeks), hours(ctx, vertical, spans)))
        .collect()
}

/// Coming exceptions: the day, and what is special about it; a day with a pause in between is one line.
pub fn closings(
    ctx: &PageCtx,
    vertical: &str,
    moments: &Moments,
    closings: &[Closing],
) -> Vec<(String, String)> {
    closings
        .chunk_by(|one, next| one.date == next.date)
        .filter_map(|day| {
            let first = day.first()?;
            let spans: Vec<String> = day
                .iter()
                .filter_map(|closing| closing.span)
                .map(|(open, close)| span(ctx, open, close))
                .collect();
            let what = if spans.is_empty() {
                ctx.t.businesses_closed(vertical)
            } else {
                spans.join(&ctx.t.businesses_list_comma())
            };
            let reason = first.reason.text(ctx.lang);
            let said = if reason.is_empty() {
                what
            } else {
                ctx.t.businesses_closing_reason(reason, what)
            };
            Some((moments.day(first.date), said))
        })
        .collect()
}

fn spans_of(rows: &[WeeklyHours], (day, week): (i16, Option<i16>)) -> Spans {
    rows.iter()
        .filter(|row| row.day_of_week == day && row.week_of_month == week)
        .filter_map(|row| Some((row.open_minute?, row.close_minute?)))
        .collect()
}

fn hours(ctx: &PageCtx, vertical: &str, spans: &[(i16, i16)]) -> String {
    if spans.is_empty() {
        return ctx.t.businesses_closed_weekly(vertical);
    }
    let said: Vec<String> = spans
        .iter()
        .map(|(open, close)| span(ctx, *open, *close))
        .collect();
    // One under the other: a line is never broken within a time.
    said.join("\n")
}

fn span(ctx: &PageCtx, open: i16, close: i16) -> String {
    let wall = |minute: i16| ctx.t.late_wall_time(u32::try_from(minute).unwrap_or(0));
    ctx.t.businesses_hours_span(wall(open), wall(close))
}

fn days_said(ctx: &PageCtx, days: &[i16]) -> String {
    match days {
        [first, .., last] => ctx
            .t
            .businesses_days_span(day_said(ctx, *first), day_said(ctx, *last)),
        _ => days
            .first()
            .map(|day| day_said(ctx, *day))
            .unwrap_or_default(),
    }
}

/// A kind of day: a weekday, holidays, the days before them.
pub fn day_said(ctx: &PageCtx, day: i16) -> String {
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let weekday = match day {
        0 => Sun,
        1 => Mon,
        2 => Tue,
        3 => Wed,
        4 => Thu,
        5 => Fri,
        6 => Sat,
        7 => return ctx.t.businesses_holidays(),
        _ => return ctx.t.businesses_holiday_eves(),
    };
    ctx.t.weekday_in_full(weekday)
}
