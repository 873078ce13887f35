//! The services of a visit on its page: one list, in which each has its time, whose it is and with whom, its price, and what can be
//! done with it alone. What belongs to all of them, and what the price is made up of besides, stands in the bill.

use super::show::Shown;
use crate::{
    base::lang::Lang,
    domain::{
        bookings::lines_told::ToldLine,
        catalog::price::{LineKind, Quote},
    },
    web::{
        links,
        page::PageCtx,
        parts::PartLine,
        public::words,
        ui::{
            buttons::{LinkButton, Voice},
            summary_list::Bill,
        },
    },
};

/// What is said in the list, and not once more in the bill.
const LISTED: [LineKind; 2] = [LineKind::Service, LineKind::Option];

/// Each service; none where there is one. Whoever may move or call off the booking may do so with one of several.
pub fn parts(ctx: &PageCtx, shown: &Shown) -> Vec<PartLine> {
    let (t, moments) = (ctx.t, shown.moments(ctx));
    let all: Vec<&ToldLine> = shown.lines.iter().collect();
    let is_one_of_several = all.iter().filter(|line| line.stands()).count() > 1;
    let drawn = all.iter().map(|line| {
        let time = t.format_time_range(moments.clock(line.start), moments.clock(line.end));
        let mut part = PartLine::of_guest(ctx, &all, line, time);
        // What was called off has no price any more.
        let is_priced = line.stands() && shown.fee.is_none();
        part.price = is_priced.then(|| words::amount(ctx, price(&shown.booking.quote, line.part)));
        if is_one_of_several && line.stands() {
            part.acts = acts(ctx, shown, (*line, &part.name));
        }
        part
    });
    drawn.collect()
}

/// What can be done with one of several.
fn acts(ctx: &PageCtx, shown: &Shown, (line, name): (&ToldLine, &str)) -> Vec<LinkButton> {
    let (t, rights) = (ctx.t, shown.rights());
    let act = |label: String, url: String, voice: Voice| LinkButton {
        label,
        url,
        voice,
        small: true,
        about: Some(name.to_owned()),
        ..LinkButton::default()
    };
    let to = (ctx.lang, shown.token.as_str(), line.part);
    let may_move = rights.change_until.is_some() && line.service.is_some();
    let moving = may_move.then(|| {
        let url = links::booking_part_move(to.0, to.1, to.2);
        act(t.parts_move(), url, Voice::Quiet)
    });
    let cancelling = rights.cancel_until.map(|_| {
        let url = links::booking_part_cancel(to.0, to.1, to.2);
        act(t.parts_cancel(), url, Voice::DangerQuiet)
    });
    moving.into_iter().chain(cancelling).collect()
}

/// What it is made up of. The services of a visit stand in their list, each with its price; here they are one line, and whatever
/// comes to them or goes off has its own.
pub fn bill(ctx: &PageCtx, quote: &Quote) -> Bill {
    let bill = words::bill(ctx, quote);
    if !quote.is_of_visit() {
        return bill;
    }
    let is_listed = |kind: LineKind| LISTED.contains(&kind);
    let listed = quote.lines.iter().filter(|line| is_listed(line.kind));
    let services = listed.clone().filter(|line| line.kind == LineKind::Service);
    let all = (
        ctx.t.parts_bill_services(services.count()),
        words::amount(ctx, listed.map(|line| line.amount).sum()),
    );
    let each = quote.lines.iter().zip(bill.lines);
    // What a coupon takes off each of them is one line, too.
    let is_other = |kind: LineKind| !is_listed(kind) && kind != LineKind::Coupon;
    let others = each.filter(|(line, _)| is_other(line.kind));
    let off = quote.lines.iter();
    let off = off.filter(|line| line.kind == LineKind::Coupon);
    let taken: i64 = off.clone().map(|line| line.amount).sum();
    let coupon = off.clone().next().map(|line| {
        let name = match ctx.lang {
            Lang::En if !line.name_en.is_empty() => line.name_en.clone(),
            Lang::Ja | Lang::En => line.name_ja.clone(),
        };
        (ctx.t.booking_line_coupon(name), words::amount(ctx, taken))
    });
    Bill {
        lines: std::iter::once(all)
            .chain(others.map(|(_, said)| said))
            .chain(coupon)
            .collect(),
        ..bill
    }
}

/// What one service costs with what was chosen besides, before what the bill says.
fn price(quote: &Quote, part: i16) -> i64 {
    let own = quote.lines.iter();
    let own = own.filter(|line| line.part == Some(part) && LISTED.contains(&line.kind));
    own.map(|line| line.amount).sum()
}
