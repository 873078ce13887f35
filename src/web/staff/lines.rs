//! The services of a visit of several, said on every page about it: when, what, by whom, whose, for how much.

use super::{booking::Whole, facts};
use crate::{
    domain::bookings::lines_told::ToldLine,
    web::{
        page::PageCtx,
        ui::summary_list::{SummaryList, SummaryRow},
    },
};

/// When, what, with whom, for how many, and where it came from; of a visit a row for each of its services.
pub fn visit(ctx: &PageCtx, whole: &Whole) -> SummaryList {
    let clock = whole.clock(ctx);
    let list = facts::visit(ctx, &clock, &whole.booking, &whole.with(ctx));
    if whole.lines.is_empty() {
        return list;
    }
    let own = whole.lines.iter().map(|line| row(ctx, whole, line));
    // In the place of what, and with whom.
    let mut rows = list.rows;
    let after = rows.split_off(3.min(rows.len()));
    rows.truncate(1);
    rows.extend(own);
    rows.extend(after);
    SummaryList { rows }
}

fn row(ctx: &PageCtx, whole: &Whole, line: &ToldLine) -> SummaryRow {
    let (t, clock) = (ctx.t, whole.clock(ctx));
    let with = line
        .with
        .as_ref()
        .map(|name| name.text(ctx.lang).to_owned());
    let what = line.name.text(ctx.lang);
    let what = match line.guest {
        0 => what.to_owned(),
        _ => t.desk_several_with(what),
    };
    let when = clock.range(whole.booking.row.business_date, line.start, line.end);
    let with = with.unwrap_or_else(|| t.desk_unassigned());
    let said = t.desk_several_line(what, when, with);
    let marks = [
        Some(t.yen(line.price)),
        line.is_nominated.then(|| t.desk_tag_nominated()),
        (!line.stands()).then(|| t.desk_several_off()),
    ];
    let marks: Vec<String> = marks.into_iter().flatten().collect();
    SummaryRow {
        question: t.desk_several_place(i64::from(line.part) + 1),
        answer: said,
        note: Some(marks.join(" · ")),
        ..SummaryRow::default()
    }
}
