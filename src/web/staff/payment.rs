//! A guest pays at the shop: the amount is filled in and so is the way, so that one press takes it; and what was taken by mistake
//! is taken back.

use super::{
    booking::{self, Whole},
    lines,
};
use crate::{
    base::{
        ids::{BookingId, PaymentId},
        msg::Msg,
    },
    domain::{
        bookings::{
            payment::{self, PaymentError, TakePayment},
            status::Status,
        },
        businesses::role::{Right, Rights},
        payments::payment::{self as rows, Way},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            mark::Mark,
            nav::Nav,
            post_form::PostForm,
            summary_list::{Bill, SummaryList},
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

/// The highest amount that is read at all; what is owed is less.
const MOST: i64 = 99_999_999;

/// The page.
#[derive(Template)]
#[template(path = "staff/payment.html")]
pub struct PaymentPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    name: String,
    owed: String,
    form: PostForm,
    amount: TextField,
    ways: ChoiceField,
    submit: Submit,
    back: LinkButton,
    visit: SummaryList,
    bill: Bill,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PaymentForm {
    csrf: String,
    /// What tells this form from every other: sent twice, it is taken once.
    key: String,
    amount: String,
    way: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// What was pressed to take something back.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CancelPaymentForm {
    csrf: String,
}

/// The form, filled in.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::TakePayments).await?;
    if !payment::is_payable(whole.booking.row.status) || whole.owed() == 0 {
        return overtaken(&ctx, &whole);
    }
    let last = last_way(&site, &ctx, &signed_in, &slug).await?;
    let form = PaymentForm {
        key: Uuid::new_v4().simple().to_string(),
        amount: whole.owed().to_string(),
        way: last.unwrap_or(Way::Cash).label().to_owned(),
        ..PaymentForm::default()
    };
    let asked = (&form, &Errors::default());
    ctx.html(&page(&ctx, &signed_in, (&whole, last), asked))
}

/// Takes it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<PaymentForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let key: Uuid = form.key.parse().map_err(|_no_key| Error::Unreadable)?;
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::TakePayments).await?;
    let mut errors = Errors::default();
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if form.switch == "yes" {
        status = StatusCode::OK;
    } else if let Some((amount, way)) = parse(&form, &mut errors) {
        let (booking, key) = (whole.booking.row.id, key.simple().to_string());
        let wish = (slug.as_str(), Right::TakePayments);
        let taken = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
            let command = TakePayment {
                booking,
                amount,
                way,
                key: &key,
            };
            payment::take(tx, at.profile.zone, &command)
        })
        .await?;
        match taken {
            Ok(id) => {
                let page = links::desk_booking(ctx.lang, &slug, booking);
                let answer = ctx.see_other(&format!("{page}?paid={id}"))?;
                return Ok(flash::say(answer, Said::PaymentTaken));
            }
            Err(PaymentError::TooMuch(owed)) if owed > 0 => {
                let owed = ctx.t.yen(owed);
                errors.add(
                    "amount",
                    Msg::new("payments-amount-too-much").with("owed", owed),
                );
            }
            Err(PaymentError::Nothing) => {
                errors.add("amount", Msg::new("payments-amount-nothing"));
            }
            Err(PaymentError::Unknown) => return Err(Error::NotFound),
            Err(PaymentError::Db(error)) => return Err(error.into()),
            Err(
                PaymentError::NotThere
                | PaymentError::TooMuch(_)
                | PaymentError::Receipted
                | PaymentError::NothingToCancel,
            ) => return overtaken(&ctx, &whole),
        }
    }
    let last = last_way(&site, &ctx, &signed_in, &slug).await?;
    let drawn = page(&ctx, &signed_in, (&whole, last), (&form, &errors));
    ctx.redraw(status, &drawn)
}

/// Takes back what was taken by mistake.
pub async fn cancel(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
    form: Typed<CancelPaymentForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id, paid) = path.into_inner();
    let booking: BookingId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let paid: PaymentId = paid.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug.as_str(), Right::TakePayments);
    let answer = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        payment::cancel(tx, booking, paid)
    })
    .await?;
    let said = match answer {
        Ok(()) => Said::Undone,
        Err(PaymentError::Unknown) => return Err(Error::NotFound),
        Err(PaymentError::Db(error)) => return Err(error.into()),
        Err(
            PaymentError::NotThere
            | PaymentError::Nothing
            | PaymentError::TooMuch(_)
            | PaymentError::Receipted
            | PaymentError::NothingToCancel,
        ) => Said::Overtaken,
    };
    let back = links::desk_booking(ctx.lang, &slug, booking);
    Ok(flash::say(ctx.see_other(&back)?, said))
}

/// The way to the form, for a guest who is there or was, and owes something.
pub fn way(
    ctx: &PageCtx,
    (slug, id, name): (&str, BookingId, &str),
    (status, owed): (Status, i64),
    rights: Rights,
) -> Option<LinkButton> {
    let is_due = payment::is_payable(status) && owed > 0;
    (is_due && rights.have(Right::TakePayments)).then(|| LinkButton {
        label: ctx.t.payments_take(),
        url: links::desk_act(ctx.lang, slug, id, "payment"),
        voice: Voice::Quiet,
        small: true,
        icon: Some(Icon::Yen),
        about: Some(name.to_owned()),
        ..LinkButton::default()
    })
}

/// The button that takes one payment back.
pub fn cancel_button(
    ctx: &PageCtx,
    (slug, booking): (&str, BookingId),
    paid: PaymentId,
    (label, about): (String, String),
) -> PostButton {
    let act = format!("payments/{paid}/cancel");
    PostButton {
        label,
        about: Some(about),
        form: PostForm::keyed(
            &ctx.csrf,
            links::desk_act(ctx.lang, slug, booking, &act),
            &[],
        ),
        voice: Voice::Text,
        small: true,
    }
}

fn parse(form: &PaymentForm, errors: &mut Errors) -> Option<(i64, Way)> {
    let amount = fields::amount(errors, "amount", &form.amount, MOST);
    if amount == Some(0) {
        errors.add("amount", Msg::new("payments-amount-nothing"));
    }
    let way = Way::from_label(&form.way);
    if way.is_none() {
        errors.add("way", Msg::new("payments-way-required"));
    }
    Some((amount.filter(|amount| *amount > 0)?, way?))
}

fn overtaken(ctx: &PageCtx, whole: &Whole) -> Result {
    let back = links::desk_booking(ctx.lang, &whole.at.profile.slug, whole.booking.row.id);
    Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken))
}

async fn last_way(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Option<Way>, Error> {
    let wish = (slug, Right::TakePayments);
    let found = member::look(site, ctx, signed_in, wish, |tx, _| rows::last_way(tx));
    Ok(found.await??)
}

/// The ways, the last one first.
fn ways(ctx: &PageCtx, last: Option<Way>, (chosen, errors): (&str, &Errors)) -> ChoiceField {
    let t = ctx.t;
    let others = Way::ALL.into_iter().filter(|way| Some(*way) != last);
    let choice = |way: Way| Choice {
        value: way.label().to_owned(),
        label: t.of_family("payments-way", way.label()),
        chosen: way.label() == chosen,
        ..Choice::default()
    };
    ChoiceField {
        name: "way".to_owned(),
        legend: t.payments_way(),
        side_by_side: true,
        options: last.into_iter().chain(others).map(choice).collect(),
        mark: Mark::required(t.ui_required()),
        complaint: errors.of("way", t),
        ..ChoiceField::default()
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    (whole, last): (&Whole, Option<Way>),
    (form, errors): (&PaymentForm, &Errors),
) -> PaymentPage<'a> {
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let title = t.payments_title();
    PaymentPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        name: t.desk_guest(&whole.booking.customer.name),
        owed: t.payments_owed(t.yen(whole.owed())),
        form: PostForm::keyed(
            &ctx.csrf,
            links::desk_act(ctx.lang, slug, row.id, "payment"),
            &[("key", form.key.as_str())],
        ),
        amount: TextField {
            name: "amount".to_owned(),
            label: t.payments_amount(),
            value: form.amount.clone(),
            entry: Entry::Amount,
            mark: Mark::required(t.ui_required()),
            hint: Some(t.payments_amount_hint()),
            complaint: errors.of("amount", t),
            unit: Some(t.payments_yen()),
            ..TextField::default()
        },
        ways: ways(ctx, last, (&form.way, errors)),
        submit: Submit {
            label: t.payments_submit(),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: links::desk_booking(ctx.lang, slug, row.id),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        visit: lines::visit(ctx, whole),
        bill: whole.bill(ctx),
        ctx,
    }
}
