//! A receipt from the counter: whom it is for and what for, then one press issues and prints it; whatever is shown later says that
//! it is issued again.

use super::booking::{self, Whole};
use crate::{
    base::{msg::Msg, text},
    domain::{
        bookings::receipt::{self, IssueReceipt, ReceiptError},
        businesses::role::Right,
        payments::receipt::{Receipt, STAMPED_FROM},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        receipt::{self as shown, Money, Paper, Which},
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            flash::Outcome,
            frame::ShopFrame,
            mark::Mark,
            nav::Nav,
            post_form::PostForm,
            text_field::TextField,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
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

/// The receipt on paper.
#[derive(Template)]
#[template(path = "staff/receipt.html")]
pub struct ReceiptPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    back: LinkButton,
    stamp: Option<String>,
    /// Whether the browser's print dialogue opens by itself: it was issued by the press before.
    is_new: bool,
    paper: Paper,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReceiptForm {
    csrf: String,
    addressee: String,
    purpose: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// The receipt; or, before there is one, what is asked for it.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::TakePayments).await?;
    if let Some(receipt) = &whole.receipt {
        return ctx.html(&paper(&ctx, &whole, receipt));
    }
    if !receipt::is_settled(&whole.booking, &whole.payments) {
        return not_yet(&ctx, &whole);
    }
    let name = &whole.booking.customer.name;
    let service = whole.booking.quote.booked_as().text(ctx.lang).to_owned();
    let form = ReceiptForm {
        addressee: match name.as_str() {
            "" => String::new(),
            name => ctx.t.payments_addressee_polite(name),
        },
        purpose: match service.as_str() {
            "" => String::new(),
            service => shortened(&ctx.t.payments_purpose_of(service)),
        },
        ..ReceiptForm::default()
    };
    let asked = (&form, &Errors::default());
    ctx.html(&page(&ctx, &signed_in, &whole, asked))
}

/// Issues it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<ReceiptForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::TakePayments).await?;
    let mut errors = Errors::default();
    let here = links::desk_act(ctx.lang, &slug, whole.booking.row.id, "receipt");
    if form.switch == "yes" {
        let asked = (&form, &errors);
        return ctx.html(&page(&ctx, &signed_in, &whole, asked));
    }
    let Some((addressee, purpose)) = parse(&form, &mut errors) else {
        let drawn = page(&ctx, &signed_in, &whole, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let (booking, wish) = (whole.booking.row.id, (slug.as_str(), Right::TakePayments));
    let issued = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        let command = IssueReceipt {
            profile: &at.profile,
            booking,
            addressee: &addressee,
            purpose: &purpose,
        };
        receipt::issue(tx, &command)
    })
    .await?;
    match issued {
        Ok(true) => Ok(flash::say(ctx.see_other(&here)?, Said::ReceiptIssued)),
        // Somebody issued it before: what is shown now is a copy of that.
        Ok(false) => ctx.see_other(&here),
        Err(ReceiptError::Unknown) => Err(Error::NotFound),
        Err(ReceiptError::NotSettled) => not_yet(&ctx, &whole),
        Err(ReceiptError::Db(error)) => Err(error.into()),
    }
}

fn parse(form: &ReceiptForm, errors: &mut Errors) -> Option<(String, String)> {
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

fn not_yet(ctx: &PageCtx, whole: &Whole) -> Result {
    let back = links::desk_booking(ctx.lang, &whole.at.profile.slug, whole.booking.row.id);
    Ok(flash::say(ctx.see_other(&back)?, Said::ReceiptNotYet))
}

fn back(ctx: &PageCtx, whole: &Whole) -> LinkButton {
    LinkButton {
        label: ctx.t.ui_back(),
        url: links::desk_booking(ctx.lang, &whole.at.profile.slug, whole.booking.row.id),
        voice: Voice::Quiet,
        ..LinkButton::default()
    }
}

fn stamp(ctx: &PageCtx, amount: i64) -> Option<String> {
    (amount >= STAMPED_FROM).then(|| ctx.t.payments_stamp())
}

fn paper<'a>(ctx: &'a PageCtx, whole: &Whole, receipt: &Receipt) -> ReceiptPage<'a> {
    // Only the page that follows the press says that it was issued: it is the first one, and every later one is a copy.
    let issued = flash::words(ctx.t, Said::ReceiptIssued);
    let is_new = ctx
        .flash
        .as_ref()
        .is_some_and(|flash| flash.outcome == Outcome::Done && flash.words == issued);
    let which = match is_new {
        true => Which::First,
        false => Which::Again,
    };
    ReceiptPage {
        title: ctx.t.payments_receipt(),
        back: back(ctx, whole),
        stamp: stamp(ctx, receipt.said.amount),
        is_new,
        paper: shown::paper(ctx, receipt, which),
        ctx,
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    (form, errors): (&ReceiptForm, &Errors),
) -> ReceiptFormPage<'a> {
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let said = receipt::preview(&whole.booking, &whole.payments);
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
