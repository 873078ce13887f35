//! Somebody leaves: asked once more, and then at once and everywhere.

use super::{
    member::{self as one_of_them, Scene},
    words::RIGHT,
};
use crate::{
    base::{ids::UserId, msg::Msg},
    db::{PlatformTx, TenantTx},
    domain::{
        accounts::standing,
        businesses::{
            member::Member,
            seats::{self, SeatError},
        },
        scheduling::time_off,
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The question.
#[derive(Template)]
#[template(path = "staff/team/leave.html")]
pub struct LeavePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    lead: String,
    form: PostForm,
    /// The last owner is told before that they cannot go.
    submit: Option<Submit>,
    keep: LinkButton,
}

/// The key of the form alone.
#[derive(Deserialize)]
pub struct LeaveForm {
    #[serde(default)]
    csrf: String,
}

/// Asks; changes nothing.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = one_of_them::read(&site, &ctx, &signed_in, (&path.1, &path.2)).await?;
    signed_in.fresh(&site, &ctx.here())?;
    ctx.html(&page(&ctx, &signed_in, &scene, &Errors::default()))
}

/// Takes the seat, and ends every session of whoever sat there: a session is a person's, and theirs may stand at the
/// counter.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<LeaveForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let scene = one_of_them::read(&site, &ctx, &signed_in, (&slug, &id)).await?;
    signed_in.still_fresh(&site, &ctx.here())?;
    let seat = scene.one.seat;
    let steps = (
        move |tx: &mut PlatformTx<'_>, at: &Member| -> std::result::Result<UserId, SeatError> {
            let user = seats::prepare(tx, (at.business, seat), None)?;
            standing::sign_out_everywhere(tx, user)?;
            Ok(user)
        },
        move |tx: &mut TenantTx<'_>, _: &AtWork, user: &UserId| {
            seats::terminate(tx, seat)?;
            Ok(time_off::lapse(tx, *user)?)
        },
    );
    let wish = (slug.as_str(), RIGHT);
    match member::enter_after(&site, &ctx, &signed_in, wish, steps).await? {
        Ok(()) => {
            let list = links::team(ctx.lang, &slug, "");
            Ok(flash::say(ctx.see_other(&list)?, Said::MemberLeft))
        }
        Err(SeatError::LastOwner) => {
            let mut errors = Errors::default();
            errors.add("", Msg::new("team-last-owner"));
            let page = page(&ctx, &signed_in, &scene, &errors);
            ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(one_of_them::refused(error)),
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    errors: &Errors,
) -> LeavePage<'a> {
    let (t, slug) = (ctx.t, &scene.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Team);
    let seat = scene.one.seat.to_string();
    let heading = t.team_leave_title(&scene.one.name);
    LeavePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            heading.clone()
        } else {
            t.ui_error_page_title(&heading)
        },
        heading,
        lead: if scene.is_last_owner {
            t.team_last_owner()
        } else if scene.one.user == scene.at.member.user {
            t.team_leave_self()
        } else {
            t.team_leave_lead()
        },
        form: PostForm {
            action: links::team(ctx.lang, slug, &format!("{seat}/leave")),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        },
        submit: (!scene.is_last_owner).then(|| Submit {
            label: t.team_leave_submit(),
            voice: Voice::Danger,
            ..Submit::default()
        }),
        keep: LinkButton {
            label: t.team_leave_keep(),
            url: links::team(ctx.lang, slug, &seat),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
