//! What was paid for a booking, on its page: each payment with who took it and when, what is still owed, and the ways to the form
//! and to the receipt.

use super::{booking::Whole, entry, facts, payment};
use crate::{
    domain::{
        bookings::{history, moving, payment as till, receipt},
        businesses::role::Right,
        payments::payment::{self as rows, Payment},
    },
    web::{
        links,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            flash::Outcome,
            icon::Icon,
            summary_list::Bill,
        },
    },
};

/// The part of the page.
pub struct PaidPart {
    /// Whether it is paid, in a word.
    pub state: String,
    /// What was taken, oldest first.
    pub lines: Vec<PaidLine>,
    /// What can be done now.
    pub ways: Vec<LinkButton>,
}

/// One payment.
pub struct PaidLine {
    /// How, and how much.
    pub what: String,
    /// When, and by whom.
    pub by: String,
    /// That it was taken back, when and by whom.
    pub cancelled: Option<String>,
    /// To take it back.
    pub cancel: Option<PostButton>,
}

impl Whole {
    /// What is still to be paid.
    pub fn owed(&self) -> i64 {
        let due = (&self.booking.row, self.moving_fee());
        till::owed(due, rows::sum(&self.payments))
    }

    /// What is owed for having moved it.
    pub fn moving_fee(&self) -> i64 {
        let fees = self.history.iter();
        let fees = fees.filter(|line| line.field == history::MOVE_FEE);
        moving::owed(fees.map(|line| (line.old.as_deref(), line.new.as_deref())))
    }

    /// What it comes to, line by line.
    pub fn bill(&self, ctx: &PageCtx) -> Bill {
        let bill = self.booking.quote.with_moving(self.moving_fee());
        facts::bill(ctx, &bill)
    }
}

/// The part, where there is anything to say of money.
pub fn part(ctx: &PageCtx, whole: &Whole) -> Option<PaidPart> {
    let row = &whole.booking.row;
    let due = till::due(row, whole.moving_fee());
    let money = (due, due.saturating_sub(whole.owed()));
    let state = entry::paid(ctx, row.status, money);
    if state.is_none() && whole.payments.is_empty() {
        return None;
    }
    let lines = whole.payments.iter().map(|one| line(ctx, whole, one));
    Some(PaidPart {
        state: state.unwrap_or_default(),
        lines: lines.collect(),
        ways: way(ctx, whole)
            .into_iter()
            .chain(receipt_way(ctx, whole))
            .collect(),
    })
}

/// The way to the form, where something is owed.
pub fn way(ctx: &PageCtx, whole: &Whole) -> Option<LinkButton> {
    let row = &whole.booking.row;
    let of = (
        whole.at.profile.slug.as_str(),
        row.id,
        whole.booking.customer.name.as_str(),
    );
    payment::way(ctx, of, (row.status, whole.owed()), whole.at.member.rights)
}

/// Puts the button that takes a payment back into what was just said of it.
pub fn offer_undo(ctx: &mut PageCtx, whole: &Whole, paid: &str) {
    let found = whole
        .payments
        .iter()
        .find(|one| one.id.to_string() == paid && one.cancelled.is_none());
    let Some(one) = found.filter(|one| may_cancel(whole, one)) else {
        return;
    };
    let of = (whole.at.profile.slug.as_str(), whole.booking.row.id);
    let about = whole.booking.customer.name.clone();
    let undo = payment::cancel_button(ctx, of, one.id, (ctx.t.ui_undo(), about));
    if let Some(flash) = &mut ctx.flash
        && flash.outcome == Outcome::Done
    {
        flash.undo = Some(undo);
    }
}

/// What a receipt speaks of stays.
fn may_cancel(whole: &Whole, one: &Payment) -> bool {
    let stands = one.is_own && one.cancelled.is_none() && whole.receipt.is_none();
    stands && whole.may(Right::TakePayments)
}

fn line(ctx: &PageCtx, whole: &Whole, one: &Payment) -> PaidLine {
    let (t, clock) = (ctx.t, whole.clock(ctx));
    let way = one.way.map_or_else(
        || t.of_family("payments-way", "other"),
        |way| t.of_family("payments-way", way.label()),
    );
    let what = t.payments_line(t.yen(one.amount), way);
    let of = (whole.at.profile.slug.as_str(), whole.booking.row.id);
    let who = |name: &Option<String>| name.clone().unwrap_or_else(|| t.desk_who_staff());
    PaidLine {
        by: t.payments_line_by(clock.moment(one.taken_at), who(&one.taken_by)),
        cancelled: one
            .cancelled
            .as_ref()
            .map(|(at, name)| t.payments_line_cancelled(clock.moment(*at), who(name))),
        cancel: may_cancel(whole, one).then(|| {
            let words = (t.payments_cancel(), what.clone());
            payment::cancel_button(ctx, of, one.id, words)
        }),
        what,
    }
}

fn receipt_way(ctx: &PageCtx, whole: &Whole) -> Option<LinkButton> {
    let is_there = whole.receipt.is_some()
        || receipt::is_settled((&whole.booking, whole.moving_fee()), &whole.payments);
    (is_there && whole.may(Right::TakePayments)).then(|| LinkButton {
        label: ctx.t.payments_receipt(),
        url: links::desk_act(
            ctx.lang,
            &whole.at.profile.slug,
            whole.booking.row.id,
            "receipt",
        ),
        voice: Voice::Quiet,
        small: true,
        icon: Some(Icon::Print),
        ..LinkButton::default()
    })
}
