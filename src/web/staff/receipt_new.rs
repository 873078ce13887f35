//! What is asked before a receipt is issued: whom it is for, and what for. Both are filled in.

use super::booking::Whole;
use crate::{
    base::{msg::Msg, text},
    domain::{bookings::receipt, payments::receipt::STAMPED_FROM},
    web::{
        desk::{Desk, Room},
        form::{Errors, fields},
        links,
        page::PageCtx,
        receipt as shown,
        session::SignedIn,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            mark::Mark,
            nav::Nav,
            post_form::PostForm,
            receipt::Money,
            text_field::TextField,
        },
    },
};
use askama::Template;
use serde::Deserialize;

/// The longest name or purpose: what fits on a line of the paper.
const LONGEST: usize = 60;

/// What is asked before one is issued.
#[derive(Template)]
#[template(path = "staff/receipt_new.html")]
pub struct ReceiptFormPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    amount: String,
    form: PostForm,
    addressee: TextField,
    purpose: TextField,
    stamp: Option<String>,
    submit: Submit,
    back: LinkButton,
    money: Money,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReceiptForm {
    pub(super) csrf: String,
    addressee: String,
    purpose: String,
    /// `yes` when the other language was pressed, and not the button.
    pub(super) switch: String,
}

/// What is filled in: the guest's name, and what they had.
pub fn begun(ctx: &PageCtx, whole: &Whole) -> ReceiptForm {
    let name = &whole.booking.customer.name;
    let service = whole.booking.quote.booked_as().text(ctx.lang).to_owned();
    ReceiptForm {
        addressee: match name.as_str() {
            "" => String::new(),
            name => ctx.t.payments_addressee_polite(name),
        },
        purpose: match service.as_str() {
            "" => String::new(),
            service => shortened(&ctx.t.payments_purpose_of(service)),
        },
        ..ReceiptForm::default()
    }
}

/// What it means, or complaints.
pub fn parse(form: &ReceiptForm, errors: &mut Errors) -> Option<(String, String)> {
    let line = |typed: &str| text::line(typed, LONGEST);
    let missing = Msg::new("payments-addressee-required");
    let addressee = fields::required(errors, "addressee", &form.addressee, line, missing);
    let missing = Msg::new("payments-purpose-required");
    let purpose = fields::required(errors, "purpose", &form.purpose, line, missing);
    Some((addressee?, purpose?))
}

/// What is filled in is never refused for its length.
fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// The way back to the booking.
pub fn back(ctx: &PageCtx, whole: &Whole) -> LinkButton {
    LinkButton {
        label: ctx.t.ui_back(),
        url: links::desk_booking(ctx.lang, &whole.at.profile.slug, whole.booking.row.id),
        voice: Voice::Quiet,
        ..LinkButton::default()
    }
}

/// What is said of the stamp that the paper takes, where it takes one.
pub fn stamp(ctx: &PageCtx, amount: i64) -> Option<String> {
    (amount >= STAMPED_FROM).then(|| ctx.t.payments_stamp())
}

/// The page.
pub fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    (form, errors): (&ReceiptForm, &Errors),
) -> ReceiptFormPage<'a> {
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let said = receipt::preview((&whole.booking, whole.moving_fee()), &whole.payments);
    let title = t.payments_receipt();
    let field = |name: &str, label: String, value: &str| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        mark: Mark::required(t.ui_required()),
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    ReceiptFormPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        amount: t.payments_receipt_amount(t.yen(said.amount)),
        form: PostForm::keyed(
            &ctx.csrf,
            links::desk_act(ctx.lang, slug, row.id, "receipt"),
            &[],
        ),
        addressee: TextField {
            hint: Some(t.payments_addressee_hint()),
            ..field("addressee", t.payments_addressee(), &form.addressee)
        },
        purpose: field("purpose", t.payments_purpose(), &form.purpose),
        stamp: stamp(ctx, said.amount),
        submit: Submit {
            label: t.payments_receipt_submit(),
            ..Submit::default()
        },
        back: back(ctx, whole),
        money: shown::money(ctx, &said),
        ctx,
    }
}
