//! Moving a session of a class within its day: another hour, or another teacher. Whoever has booked goes with it and is told.

use super::{
    new_fields::parse_clock,
    session::SessionPath,
    session_new::teachers,
    session_off::overtaken,
    session_scene::{Scene, key, read},
};
use crate::{
    base::{ids::ResourceId, msg::Msg, text, time::WallTime},
    domain::{
        bookings::{
            session::mark,
            session_change::{Relocate, SessionError, relocate},
        },
        businesses::role::Right,
        scheduling::class::SessionKey,
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
            error_summary::ErrorSummary,
            frame::ShopFrame,
            mark::Mark,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            text_field::{Entry, TextField},
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
#[template(path = "staff/session_move.html")]
pub struct MovePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    name: String,
    when: String,
    comes_of_it: String,
    form: PostForm,
    time: TextField,
    staff: Option<SelectField>,
    reason: TextField,
    submit: Submit,
    back: LinkButton,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct MoveForm {
    csrf: String,
    /// Who was expected when it was looked at.
    seen: String,
    time: String,
    staff: String,
    reason: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// The form, with the session as it is.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: SessionPath,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, service, date, minute) = path.into_inner();
    let wish = (slug.as_str(), key(&service, &date, &minute)?);
    let scene = read(&site, &ctx, &signed_in, wish, Right::MoveBookings).await?;
    if !scene.session.is_held || scene.session.start <= scene.now {
        return overtaken(&ctx, &scene);
    }
    let with = scene.session.with;
    let form = MoveForm {
        time: scene.session.key.wall.to_string(),
        staff: with.map(|id| id.to_string()).unwrap_or_default(),
        ..MoveForm::default()
    };
    ctx.html(&page(&ctx, &signed_in, &scene, (&form, &Errors::default())))
}

/// Moves it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: SessionPath,
    form: Typed<MoveForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, service, date, minute) = path.into_inner();
    let key = key(&service, &date, &minute)?;
    let wish = (slug.as_str(), key);
    let scene = read(&site, &ctx, &signed_in, wish, Right::MoveBookings).await?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&form, &errors)));
    }
    let Some((wall, with, reason)) = meant(&scene, &form, &mut errors) else {
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let (seen, by) = (form.seen.clone(), (slug.as_str(), Right::MoveBookings));
    let done = member::enter(&site, &ctx, &signed_in, by, move |tx, at| {
        let command = Relocate {
            profile: &at.profile,
            key,
            wall,
            with,
            reason: &reason,
            seen: &seen,
        };
        relocate(tx, &command)
    });
    let refusal = match done.await? {
        Ok(_) => {
            let there = SessionKey { wall, ..key };
            let there = (there.service, there.date, there.wall);
            let there = links::session(ctx.lang, &slug, there, "");
            return Ok(flash::say(ctx.see_other(&there)?, Said::SessionMoved));
        }
        Err(SessionError::Unknown) => return Err(Error::NotFound),
        Err(SessionError::Db(error)) => return Err(error.into()),
        Err(SessionError::Already) => return overtaken(&ctx, &scene),
        Err(refusal) => refusal,
    };
    let scene = read(&site, &ctx, &signed_in, wish, Right::MoveBookings).await?;
    let status = match refusal {
        SessionError::NotSo => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let (field, msg) = complaint(refusal);
    errors.add(field, msg);
    let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
    ctx.redraw(status, &drawn)
}

/// What is said of a refusal, and where.
pub fn complaint(refusal: SessionError) -> (&'static str, Msg) {
    match refusal {
        SessionError::Over => ("time", Msg::new("classes-past")),
        SessionError::There => ("time", Msg::new("classes-there")),
        SessionError::Closed => ("time", Msg::new("classes-shut")),
        SessionError::NoRoom(name) => ("time", Msg::new("classes-no-room").with("name", name)),
        SessionError::NotSo
        | SessionError::Unknown
        | SessionError::Already
        | SessionError::Db(_) => ("", Msg::new("classes-not-so")),
    }
}

type Meant = (WallTime, Option<ResourceId>, String);

fn meant(scene: &Scene, form: &MoveForm, errors: &mut Errors) -> Option<Meant> {
    let wall = parse_clock(errors, "time", &form.time);
    let line = |typed: &str| text::line(typed, LONGEST);
    let reason = fields::optional(errors, "reason", &form.reason, line);
    let chosen: Option<ResourceId> = form.staff.parse().ok();
    let with = chosen.filter(|id| scene.teachers.iter().any(|one| one.id == *id));
    if with.is_none() && !form.staff.is_empty() {
        errors.add("staff", Msg::new("form-choice-gone"));
    }
    errors.is_empty().then_some(())?;
    Some((wall?, with, reason?))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&MoveForm, &Errors),
) -> MovePage<'a> {
    let t = ctx.t;
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Booking);
    let title = t.classes_move_title();
    let all = scene.guests.iter();
    let expected = all.filter(|guest| guest.is_expected()).count();
    MovePage {
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
        comes_of_it: match expected {
            0 => t.classes_move_nobody(),
            count => t.classes_move_told(count),
        },
        form: PostForm::keyed(
            &ctx.csrf,
            scene.url(ctx, "move"),
            &[("seen", &mark(&scene.guests))],
        ),
        time: TextField {
            name: "time".to_owned(),
            label: t.classes_time(),
            value: form.time.clone(),
            entry: Entry::Time,
            mark: Mark::required(t.ui_required()),
            complaint: errors.of("time", t),
            ..TextField::default()
        },
        staff: teachers(ctx, &scene.teachers, &form.staff, errors),
        reason: TextField {
            name: "reason".to_owned(),
            label: t.desk_reason(),
            value: form.reason.clone(),
            hint: Some(t.desk_reason_hint()),
            complaint: errors.of("reason", t),
            ..TextField::default()
        },
        submit: Submit {
            label: t.classes_move_submit(),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: scene.url(ctx, ""),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
