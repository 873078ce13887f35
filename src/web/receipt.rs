//! A receipt as it is shown: at the counter, and to the guest whose booking it is of. It says what it said when it was issued.

use super::{
    address::address,
    page::PageCtx,
    ui::receipt::{Money, Paper},
};
use crate::{
    base::bilingual::Bilingual,
    domain::{
        catalog::price::{Line, LineKind},
        payments::receipt::{RateWords, Receipt, ReceiptWords},
    },
};

/// The tax rate of food that is taken away: what has it is marked.
const REDUCED: i16 = 8;

/// Which one it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that was issued.
    First,
    /// Any that is shown later.
    Again,
}

/// What it says of the money. Without a number of the issuer, no tax is told apart: it must not look like a qualified invoice.
pub fn money(ctx: &PageCtx, said: &ReceiptWords) -> Money {
    let t = ctx.t;
    let rate = |one: &RateWords| {
        let words = match said.registration {
            Some(_) => t.payments_rate_amount(t.yen(one.gross), t.yen(one.tax)),
            None => t.yen(one.gross),
        };
        (t.payments_rate(one.percent), words)
    };
    let way = |(label, sum): &(String, i64)| (t.of_family("payments-way", label), t.yen(*sum));
    let is_reduced = |line: &Line| line.tax_rate_percent == REDUCED;
    Money {
        lines: said.lines.iter().map(|one| line(ctx, one)).collect(),
        rates: said.rates.iter().map(rate).collect(),
        ways: said.ways.iter().map(way).collect(),
        reduced: said
            .lines
            .iter()
            .any(is_reduced)
            .then(|| t.payments_reduced()),
        heading: t.payments_breakdown(),
    }
}

fn line(ctx: &PageCtx, line: &Line) -> (String, String) {
    let t = ctx.t;
    let name = Bilingual::new(line.name_ja.clone(), line.name_en.clone());
    let name = name.text(ctx.lang).to_owned();
    let name = match line.kind {
        LineKind::Nomination => t.desk_line_nomination(name),
        LineKind::Service | LineKind::Option if line.quantity > 1 => {
            t.desk_line_quantity(name, line.quantity)
        }
        LineKind::Service | LineKind::Option | LineKind::Rule => name,
        LineKind::Moving => t.moves_fee_line(),
        LineKind::Coupon => t.desk_line_coupon(name),
    };
    let name = match line.tax_rate_percent {
        REDUCED => t.payments_line_reduced(name),
        _ => name,
    };
    (name, t.yen(line.amount))
}

/// The receipt.
pub fn paper(ctx: &PageCtx, receipt: &Receipt, which: Which) -> Paper {
    let (t, said) = (ctx.t, &receipt.said);
    let issuer = &said.issuer;
    let phone = (!issuer.phone.is_empty()).then(|| t.payments_issuer_phone(t.phone(&issuer.phone)));
    let own = [
        issuer.name().text(ctx.lang).to_owned(),
        address(ctx, &issuer.address()),
    ];
    Paper {
        title: t.payments_receipt(),
        again: (which == Which::Again).then(|| t.payments_again()),
        number: t.payments_number(format!("{:06}", receipt.number)),
        addressee: said.addressee.clone(),
        amount: t.payments_receipt_amount(t.yen(said.amount)),
        purpose: t.payments_purpose_line(&said.purpose),
        received: t.payments_received(),
        dates: vec![
            (t.payments_issued_on(), t.date(said.issued_on)),
            (t.payments_used_on(), t.date(said.used_on)),
        ],
        money: money(ctx, said),
        issuer: own
            .into_iter()
            .chain(phone)
            .filter(|line| !line.is_empty())
            .collect(),
        registration: match &said.registration {
            Some(number) => t.payments_registration(number),
            None => t.payments_no_invoice(),
        },
    }
}
