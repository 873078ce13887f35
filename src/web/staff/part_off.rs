//! Calling one service of a visit off, on behalf of the business: what it costs, why, whether the customer is told.

use super::{
    booking::{self, Whole},
    new_fields::tick,
    part::{act, drawn, open_line, overtaken},
    progress,
};
use crate::{
    base::{ids::BookingId, msg::Msg, text},
    domain::{
        bookings::{
            lines_told::ToldLine,
            part::{self, CallOff, Due, Off, PartError},
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
        parts::PartLine,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
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

/// The page.
#[derive(Template)]
#[template(path = "staff/part_off.html")]
pub struct PartOffPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    name: String,
    part: PartLine,
    fee: String,
    left: String,
    form: PostForm,
    reason: TextField,
    waive: Option<ChoiceField>,
    tell: Option<ChoiceField>,
    submit: Submit,
    back: LinkButton,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PartOffForm {
    csrf: String,
    version: String,
    fee: String,
    reason: String,
    waive: String,
    tell: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// What the page is drawn from.
struct Scene {
    whole: Whole,
    line: ToldLine,
    due: Due,
}

/// The question.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, i16)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id, part) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::CancelBookings).await?;
    let scene = match read(&site, &ctx, &signed_in, whole, part).await? {
        Ok(scene) => scene,
        Err(whole) => return overtaken(&ctx, &whole),
    };
    let form = PartOffForm {
        version: scene.whole.booking.row.version.to_string(),
        tell: "yes".to_owned(),
        ..PartOffForm::default()
    };
    ctx.html(&page(&ctx, &signed_in, &scene, (&form, &Errors::default())))
}

/// Calls it off.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, i16)>,
    form: Typed<PartOffForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id, part) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::CancelBookings).await?;
    if form.waive == "yes" && !whole.may(Right::WaiveFees) {
        return Err(Error::Forbidden);
    }
    let scene = match read(&site, &ctx, &signed_in, whole, part).await? {
        Ok(scene) => scene,
        Err(whole) => return overtaken(&ctx, &whole),
    };
    if form.switch == "yes" {
        let asked = (&form, &Errors::default());
        return ctx.html(&page(&ctx, &signed_in, &scene, asked));
    }
    let mut errors = Errors::default();
    let line = |typed: &str| text::line(typed, 200);
    let Some(reason) = fields::optional(&mut errors, "reason", &form.reason, line) else {
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let booking = scene.whole.booking.row.id;
    let wish = (slug.as_str(), &form, reason.as_str());
    match call_off(&site, &ctx, &signed_in, (booking, part), wish).await? {
        Ok(off) => {
            let said = match off {
                Off::Part(_) => Said::PartCancelled,
                Off::Booking(_) => Said::CalledOff,
            };
            let page = progress::done(&ctx, &slug, booking);
            return Ok(flash::say(ctx.see_other(&page)?, said));
        }
        Err(PartError::Unknown) => return Err(Error::NotFound),
        Err(PartError::Db(error)) => return Err(error.into()),
        Err(PartError::FeeChanged) => errors.add("", Msg::new("desk-cancel-fee-changed")),
        Err(PartError::Stale) => errors.add("", Msg::new("form-stale")),
        Err(_) => return overtaken(&ctx, &scene.whole),
    }
    // The next press is about what is shown now.
    let version = scene.whole.booking.row.version.to_string();
    let form = PartOffForm { version, ..form };
    let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
    ctx.redraw(StatusCode::CONFLICT, &drawn)
}

async fn call_off(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (booking, part): (BookingId, i16),
    (slug, form, reason): (&str, &PartOffForm, &str),
) -> Result<std::result::Result<Off, PartError>> {
    let unreadable = |_no_number| Error::Unreadable;
    let seen: i64 = form.fee.parse().map_err(unreadable)?;
    let version: i32 = form.version.parse().map_err(unreadable)?;
    let seen_fee = (form.waive != "yes").then_some(seen);
    let (reason, tell) = (reason.to_owned(), form.tell == "yes");
    let wish = (slug, Right::CancelBookings);
    member::enter(site, ctx, signed_in, wish, move |tx, at| {
        let command = CallOff {
            profile: &at.profile,
            booking,
            part,
            version,
            reason: &reason,
            seen_fee,
            tell,
        };
        part::call_off(tx, &command)
    })
    .await
}

/// What the page needs; or the booking back, where nothing is to be called off any more.
async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    whole: Whole,
    part: i16,
) -> Result<std::result::Result<Scene, Box<Whole>>> {
    let Some(line) = open_line(&whole, part) else {
        return Ok(Err(Box::new(whole)));
    };
    let (slug, booking) = (whole.at.profile.slug.clone(), whole.booking.row.id);
    let wish = (slug.as_str(), Right::CancelBookings);
    let due = member::look(site, ctx, signed_in, wish, move |tx, _| {
        part::due(tx, booking, part)
    });
    Ok(match due.await?? {
        Some(due) => Ok(Scene { whole, line, due }),
        None => Err(Box::new(whole)),
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&PartOffForm, &Errors),
) -> PartOffPage<'a> {
    let (whole, due) = (&scene.whole, &scene.due);
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let title = t.parts_desk_off_title();
    let hidden = |name: &str, value: String| (name.to_owned(), value);
    PartOffPage {
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
        part: drawn(ctx, whole, &scene.line),
        fee: match due.fee {
            0 => t.desk_cancel_free(),
            fee => t.desk_cancel_fee(t.yen(fee)),
        },
        left: match due.is_last {
            true => t.parts_desk_last(),
            false => t.parts_desk_left(t.yen(due.total)),
        },
        form: PostForm {
            action: act(ctx, whole, (scene.line.part, "cancel")),
            hidden: vec![
                hidden("csrf", ctx.csrf.clone()),
                hidden("version", form.version.clone()),
                hidden("fee", due.fee.to_string()),
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
        waive: (due.fee > 0 && whole.may(Right::WaiveFees))
            .then(|| tick("waive", t.parts_desk_off_waive(), form.waive == "yes")),
        tell: whole
            .has_email
            .then(|| tick("tell", t.parts_desk_off_tell(), form.tell == "yes")),
        submit: Submit {
            label: t.parts_desk_off_submit(),
            voice: Voice::Danger,
            ..Submit::default()
        },
        back: LinkButton {
            label: t.parts_desk_keep(),
            url: links::desk_booking(ctx.lang, slug, row.id),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
