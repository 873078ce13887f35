//! Calling a booking off, on behalf of the business: why, what it costs, whether the customer is told.

use super::{
    booking::{self, Whole},
    lines,
    new_fields::tick,
    progress,
};
use crate::{
    base::{msg::Msg, text},
    domain::{
        bookings::{
            cancel::{Cancel, CancelError, cancel},
            status::Status,
        },
        businesses::role::Right,
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
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            summary_list::SummaryList,
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

/// The page.
#[derive(Template)]
#[template(path = "staff/cancellation.html")]
pub struct CancellationPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    name: String,
    visit: SummaryList,
    fee: String,
    form: PostForm,
    reason: TextField,
    waive: Option<ChoiceField>,
    tell: Option<ChoiceField>,
    submit: Submit,
    back: LinkButton,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct CancellationForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    fee: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    waive: String,
    #[serde(default)]
    tell: String,
    /// `yes` when the other language was pressed, and not the button.
    #[serde(default)]
    switch: String,
}

/// The question.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::CancelBookings).await?;
    if !whole.booking.row.status.may_become(Status::Cancelled) {
        let back = links::desk_booking(ctx.lang, &slug, whole.booking.row.id);
        return Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken));
    }
    let form = CancellationForm {
        tell: "yes".to_owned(),
        ..CancellationForm::default()
    };
    ctx.html(&page(&ctx, &signed_in, &whole, (&form, &Errors::default())))
}

/// Calls it off.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<CancellationForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::CancelBookings).await?;
    if form.switch == "yes" {
        let asked = (&form, &Errors::default());
        return ctx.html(&page(&ctx, &signed_in, &whole, asked));
    }
    if form.waive == "yes" && !whole.may(Right::WaiveFees) {
        return Err(Error::Forbidden);
    }
    let seen: i64 = form.fee.parse().map_err(|_no_number| Error::Unreadable)?;
    let mut errors = Errors::default();
    let line = |typed: &str| text::line(typed, 200);
    let reason = fields::optional(&mut errors, "reason", &form.reason, line);
    let Some(reason) = reason else {
        let drawn = page(&ctx, &signed_in, &whole, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let (booking, tell) = (whole.booking.row.id, form.tell == "yes");
    let seen_fee = (form.waive != "yes").then_some(seen);
    let wish = (slug.as_str(), Right::CancelBookings);
    let answer = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        cancel(
            tx,
            &Cancel {
                profile: &at.profile,
                booking,
                reason: &reason,
                seen_fee,
                tell,
            },
        )
    })
    .await?;
    let back = links::desk_booking(ctx.lang, &slug, booking);
    match answer {
        Ok(_fee) => {
            let page = progress::done(&ctx, &slug, booking);
            Ok(flash::say(ctx.see_other(&page)?, Said::CalledOff))
        }
        Err(CancelError::Unknown) => Err(Error::NotFound),
        Err(CancelError::Db(error)) => Err(error.into()),
        Err(CancelError::Already | CancelError::TooLate) => {
            Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken))
        }
        Err(CancelError::FeeChanged) => {
            errors.add("", Msg::new("desk-cancel-fee-changed"));
            let drawn = page(&ctx, &signed_in, &whole, (&form, &errors));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    (form, errors): (&CancellationForm, &Errors),
) -> CancellationPage<'a> {
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let policy = whole.booking.policy.as_ref();
    let fee = policy.map_or(0, |policy| {
        policy.fee(row.limits_start(), row.price_cents, whole.now)
    });
    let title = t.desk_cancel_title();
    CancellationPage {
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
        visit: lines::visit(ctx, whole),
        fee: if fee == 0 {
            t.desk_cancel_free()
        } else {
            t.desk_cancel_fee(t.yen(fee))
        },
        form: PostForm {
            action: links::desk_act(ctx.lang, slug, row.id, "cancel"),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("fee".to_owned(), fee.to_string()),
            ],
        },
        reason: TextField {
            name: "reason".to_owned(),
            label: t.desk_reason(),
            value: form.reason.clone(),
            hint: Some(t.desk_reason_hint()),
            complaint: errors.of("reason", t),
            ..TextField::default()
        },
        waive: (fee > 0 && whole.may(Right::WaiveFees))
            .then(|| tick("waive", t.desk_cancel_waive(), form.waive == "yes")),
        tell: whole
            .has_email
            .then(|| tick("tell", t.desk_cancel_tell(), form.tell == "yes")),
        submit: Submit {
            label: t.desk_cancel_submit(),
            voice: Voice::Danger,
            ..Submit::default()
        },
        back: LinkButton {
            label: t.desk_cancel_keep(),
            url: links::desk_booking(ctx.lang, slug, row.id),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
