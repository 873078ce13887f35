//! Calling off a session of a class: who is told, then one press.

use super::{
    entry,
    session::SessionPath,
    session_scene::{Scene, key, read},
};
use crate::{
    base::{msg::Msg, text},
    domain::{
        bookings::{
            session::{Guest, mark},
            session_change::{CallOff, SessionError, Why, call_off},
        },
        businesses::role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            text_field::TextField,
        },
    },
};
use actix_web::{http::StatusCode, web::Data};
use askama::Template;
use serde::Deserialize;

/// The longest reason.
const LONGEST: usize = 200;

/// The page.
#[derive(Template)]
#[template(path = "staff/session_off.html")]
pub struct OffPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    name: String,
    when: String,
    comes_of_it: String,
    guests: Vec<(String, Option<String>)>,
    form: PostForm,
    reason: TextField,
    submit: Submit,
    back: LinkButton,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct OffForm {
    csrf: String,
    /// Who was expected when it was looked at.
    seen: String,
    reason: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// The question.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: SessionPath,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, service, date, minute) = path.into_inner();
    let wish = (slug.as_str(), key(&service, &date, &minute)?);
    let scene = read(&site, &ctx, &signed_in, wish, Right::CancelBookings).await?;
    if !scene.is_standing() {
        return overtaken(&ctx, &scene);
    }
    let form = OffForm::default();
    ctx.html(&page(&ctx, &signed_in, &scene, (&form, &Errors::default())))
}

/// Calls it off.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: SessionPath,
    form: Typed<OffForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, service, date, minute) = path.into_inner();
    let key = key(&service, &date, &minute)?;
    let wish = (slug.as_str(), key);
    let mut errors = Errors::default();
    let line = |typed: &str| text::line(typed, LONGEST);
    let reason = fields::optional(&mut errors, "reason", &form.reason, line);
    let reason = reason.filter(|_| form.switch != "yes");
    let Some(reason) = reason else {
        let scene = read(&site, &ctx, &signed_in, wish, Right::CancelBookings).await?;
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
        return match errors.is_empty() {
            true => ctx.html(&drawn),
            false => ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn),
        };
    };
    let (seen, by) = (form.seen.clone(), (slug.as_str(), Right::CancelBookings));
    let done = member::enter(&site, &ctx, &signed_in, by, move |tx, at| {
        let command = CallOff {
            profile: &at.profile,
            key,
            reason: &reason,
            seen: Some(&seen),
            why: Why::Shop,
        };
        call_off(tx, &command)
    });
    match done.await? {
        Ok(_) => {
            let scene = read(&site, &ctx, &signed_in, wish, Right::CancelBookings).await?;
            let there = scene.url(&ctx, "");
            Ok(flash::say(ctx.see_other(&there)?, Said::SessionCalledOff))
        }
        Err(SessionError::Unknown) => Err(Error::NotFound),
        Err(SessionError::Db(error)) => Err(error.into()),
        Err(SessionError::NotSo) => {
            let scene = read(&site, &ctx, &signed_in, wish, Right::CancelBookings).await?;
            errors.add("", Msg::new("classes-not-so"));
            let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
        Err(_) => {
            let scene = read(&site, &ctx, &signed_in, wish, Right::CancelBookings).await?;
            overtaken(&ctx, &scene)
        }
    }
}

/// Back to the session, where somebody else was first.
pub fn overtaken(ctx: &PageCtx, scene: &Scene) -> Result {
    let there = scene.url(ctx, "");
    Ok(flash::say(ctx.see_other(&there)?, Said::Overtaken))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&OffForm, &Errors),
) -> OffPage<'a> {
    let t = ctx.t;
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Booking);
    let title = t.classes_call_off_title();
    let expected: Vec<&Guest> = scene
        .guests
        .iter()
        .filter(|guest| guest.is_expected())
        .collect();
    let unwritten = expected
        .iter()
        .filter(|guest| guest.customer.email.is_none());
    let comes_of_it = match (expected.len(), unwritten.count()) {
        (0, _) => t.classes_call_off_nobody(),
        (count, 0) => t.classes_call_off_all_told(count),
        (count, silent) => t.classes_call_off_told(count, silent),
    };
    let guest = |guest: &&Guest| {
        let silent = guest.customer.email.is_none();
        let note = silent.then(|| t.classes_no_address());
        (entry::named(ctx, &guest.customer.name), note)
    };
    OffPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: match errors.is_empty() {
            true => title,
            false => t.ui_error_page_title(title),
        },
        name: scene.name(ctx).to_owned(),
        when: scene.when(ctx),
        comes_of_it,
        guests: expected.iter().map(guest).collect(),
        form: PostForm::keyed(
            &ctx.csrf,
            scene.url(ctx, "cancel"),
            &[("seen", &mark(&scene.guests))],
        ),
        reason: TextField {
            name: "reason".to_owned(),
            label: t.desk_reason(),
            value: form.reason.clone(),
            hint: Some(t.desk_reason_hint()),
            complaint: errors.of("reason", t),
            ..TextField::default()
        },
        submit: Submit {
            label: if scene.people() > 0 {
                t.classes_call_off_submit()
            } else {
                t.classes_call_off_quietly()
            },
            voice: Voice::Danger,
            ..Submit::default()
        },
        back: LinkButton {
            label: t.classes_call_off_keep(),
            url: scene.url(ctx, ""),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
