//! The facts of one booking, said: when, what, with whom, for whom, for how much.

use super::{clock::WallClock, entry};
use crate::{
    base::money::percent_of,
    domain::{
        bookings::booking::{Booking, Source},
        catalog::price::{LineKind, Quote},
    },
    web::{
        page::PageCtx,
        ui::{
            frame::Phone,
            ladder::{Ladder, LadderStep, Weight},
            summary_list::{Bill, SummaryList, SummaryRow},
        },
    },
};

/// When, what, with whom, for how many, and where it came from.
pub fn visit(ctx: &PageCtx, clock: &WallClock, booking: &Booking, with: &str) -> SummaryList {
    let (t, row) = (ctx.t, &booking.row);
    let mut rows = vec![
        line(
            t.desk_when(),
            clock.when(row.business_date, row.start_at, row.end_at),
        ),
        line(t.desk_service(), service(ctx, &booking.quote)),
    ];
    let with = if with.is_empty() {
        t.desk_unassigned()
    } else {
        with.to_owned()
    };
    rows.push(SummaryRow {
        note: row.is_nominated.then(|| t.desk_tag_nominated()),
        ..line(t.desk_staff(), with)
    });
    rows.push(line(
        t.desk_people_count(),
        t.people(i64::from(row.party_size)),
    ));
    rows.push(SummaryRow {
        note: Some(t.desk_made_at(clock.moment(row.created_at))),
        ..line(t.desk_source(), source(ctx, row.source))
    });
    SummaryList { rows }
}

/// With what it is called in the system that it came from.
pub fn called(ctx: &PageCtx, visit: SummaryList, outside: Option<String>) -> SummaryList {
    let mut rows = visit.rows;
    rows.extend(outside.map(|number| line(ctx.t.imports_outside(), number)));
    SummaryList { rows }
}

/// With why it was whose turn, beside whoever it was.
pub fn chosen(visit: SummaryList, why: Option<SummaryRow>) -> SummaryList {
    let (mut rows, place) = (visit.rows, 3);
    if let Some(why) = why {
        rows.insert(place.min(rows.len()), why);
    }
    SummaryList { rows }
}

/// Name, reading, ways to reach them.
pub fn customer(ctx: &PageCtx, booking: &Booking) -> SummaryList {
    let (t, person) = (ctx.t, &booking.customer);
    let kana = person.kana();
    let mut rows = vec![SummaryRow {
        note: (!kana.is_empty()).then_some(kana),
        ..line(t.desk_name(), t.desk_guest(&person.name))
    }];
    rows.extend(
        person
            .email
            .clone()
            .map(|email| line(t.desk_email(), email)),
    );
    rows.extend(
        (person.no_show_count > 0)
            .then(|| line(t.desk_no_shows(), t.desk_figure_count(person.no_show_count))),
    );
    let note = booking.row.customer_note.clone();
    rows.extend((!note.is_empty()).then(|| line(t.desk_remarks(), note)));
    SummaryList { rows }
}

/// The customer's number to press.
pub fn call(ctx: &PageCtx, booking: &Booking) -> Option<Phone> {
    entry::call(ctx, booking.customer.phone.as_deref())
}

/// What was booked, by the name it had then.
pub fn service(ctx: &PageCtx, quote: &Quote) -> String {
    quote.booked_as().text(ctx.lang).to_owned()
}

/// What is paid, line by line, and the tax inside it.
pub fn bill(ctx: &PageCtx, quote: &Quote) -> Bill {
    let t = ctx.t;
    let lines = quote
        .lines
        .iter()
        .map(|line| {
            let name = name(ctx, &line.name_ja, &line.name_en);
            let label = match line.kind {
                LineKind::Service | LineKind::Option if line.quantity > 1 => {
                    t.desk_line_quantity(name, line.quantity)
                }
                LineKind::Service | LineKind::Option | LineKind::Rule => name,
                LineKind::Moving => t.moves_fee_line(),
                LineKind::Coupon => t.desk_line_coupon(name),
                LineKind::Nomination => t.desk_line_nomination(name),
            };
            (label, t.yen(line.amount))
        })
        .collect();
    let taxes: Vec<String> = quote
        .taxes()
        .into_iter()
        .filter(|(_, _, tax)| *tax > 0)
        .map(|(rate, _, tax)| t.desk_tax_inside(rate, t.yen(tax)))
        .collect();
    Bill {
        lines,
        total: (t.desk_total(), t.yen(quote.total())),
        note: (!taxes.is_empty()).then(|| taxes.join(" · ")),
    }
}

/// What cancelling costs, by the policy frozen on the booking; `None` when it never costs anything. Steps that are over
/// stay: staff are asked about them afterwards.
pub fn ladder(ctx: &PageCtx, clock: &WallClock, booking: &Booking) -> Option<Ladder> {
    let (t, row) = (ctx.t, &booking.row);
    let policy = booking.policy.as_ref()?;
    let step = |when: String, yen: i64, percent: i16| LadderStep {
        when,
        now: None,
        fee: if yen == 0 {
            t.desk_fee_none()
        } else {
            t.desk_fee(t.yen(yen), percent)
        },
        weight: match percent {
            0 => Weight::Free,
            1..100 => Weight::Part,
            _ => Weight::Full,
        },
    };
    let rungs = policy.ladder(row.limits_start(), row.price_cents);
    let current = rungs
        .iter()
        .position(|rung| row.status.is_ahead() && !rung.is_over(clock.now));
    let mut steps: Vec<LadderStep> = rungs
        .iter()
        .map(|rung| {
            let when = match (rung.from, rung.until) {
                (_, Some(until)) => t.desk_ladder_until(clock.moment(until)),
                (Some(from), None) => t.desk_ladder_from(clock.moment(from)),
                (None, None) => t.desk_ladder_always(),
            };
            step(when, rung.fee, rung.percent)
        })
        .collect();
    if let Some(step) = current.and_then(|place| steps.get_mut(place)) {
        step.now = Some(t.ui_ladder_now());
    }
    let percent = policy.no_show_percent;
    if percent > 0 {
        let fee = percent_of(row.price_cents, i64::from(percent));
        steps.push(step(t.desk_ladder_no_show(), fee, percent));
    }
    let costs = row.price_cents > 0 && steps.iter().any(|step| step.weight != Weight::Free);
    costs.then_some(Ladder { steps })
}

fn source(ctx: &PageCtx, source: Source) -> String {
    let t = ctx.t;
    match source {
        Source::Web => t.desk_source_web(),
        Source::OwnerPortal => t.desk_source_desk(),
        Source::Phone => t.desk_source_phone(),
        Source::WalkIn => t.desk_source_walk_in(),
        Source::Import => t.desk_source_import(),
    }
}

fn line(question: String, answer: String) -> SummaryRow {
    SummaryRow {
        question,
        answer,
        ..SummaryRow::default()
    }
}

fn name(ctx: &PageCtx, ja: &str, en: &str) -> String {
    crate::base::bilingual::Bilingual::new(ja, en)
        .text(ctx.lang)
        .to_owned()
}
