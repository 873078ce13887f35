//! One of the team: what they are here, and what they may do beside what their role says.

use super::words::{self, RIGHT};
use crate::{
    base::{ids::SeatId, msg::Msg},
    db,
    domain::{
        businesses::{
            role::{Right, Rights, StaffRole},
            seats::{self, SeatError},
            team::{self, Colleague},
        },
        scheduling::resource::{self, Resource},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
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
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;
use std::collections::HashMap;

/// The page.
#[derive(Template)]
#[template(path = "staff/team/member.html")]
pub struct MemberPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    role_form: PostForm,
    role: SelectField,
    column: SelectField,
    save_role: Submit,
    rights: Option<(PostForm, Vec<ChoiceField>)>,
    save_rights: Submit,
    leave: LinkButton,
}

/// What the role's form says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RoleForm {
    csrf: String,
    role: String,
    column: String,
    /// What was looked at.
    version: String,
}

/// One of the team, and who looks.
pub(super) struct Scene {
    pub at: AtWork,
    pub one: Colleague,
    pub resources: Vec<Resource>,
    pub is_last_owner: bool,
}

/// The page.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, (&path.1, &path.2)).await?;
    signed_in.fresh(&site, &ctx.here())?;
    let form = as_it_is(&scene.one);
    ctx.html(&page(&ctx, &signed_in, &scene, (&form, &Errors::default())))
}

/// Another role, another column.
pub async fn change(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<RoleForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let scene = read(&site, &ctx, &signed_in, (&slug, &id)).await?;
    let seat = scene.one.seat;
    ctx.stand_at(&links::team(ctx.lang, &slug, &id));
    signed_in.still_fresh(&site, &ctx.here())?;
    let mut errors = Errors::default();
    let Some(role) = StaffRole::from_label(&form.role) else {
        errors.add("role", Msg::new("team-role-required"));
        return refuse(&ctx, &signed_in, &scene, (&form, &errors));
    };
    let Ok(column) = words::column(&scene.resources, &form.column) else {
        errors.add("column", Msg::new("form-choice-gone"));
        return refuse(&ctx, &signed_in, &scene, (&form, &errors));
    };
    let known = form.version.clone();
    let steps = (
        move |tx: &mut db::PlatformTx<'_>, at: &crate::domain::businesses::member::Member| {
            seats::prepare(tx, (at.business, seat), Some(role))
        },
        move |tx: &mut db::TenantTx<'_>, _: &AtWork, _: &_| {
            seats::change(tx, seat, (role, column), &known)
        },
    );
    let wish = (slug.as_str(), RIGHT);
    match member::enter_after(&site, &ctx, &signed_in, wish, steps).await? {
        Ok(()) => {
            let is_self = scene.one.user == scene.at.member.user;
            // Whoever stepped down may have no way back to this page.
            let next = if is_self && !role.may(RIGHT) {
                links::day(ctx.lang, &slug, None, "today")
            } else {
                links::team(ctx.lang, &slug, "")
            };
            Ok(flash::say(ctx.see_other(&next)?, Said::RoleChanged))
        }
        Err(SeatError::Stale) => overtaken(&ctx, &slug, &id),
        Err(SeatError::LastOwner) => {
            errors.add("role", Msg::new("team-last-owner"));
            refuse(&ctx, &signed_in, &scene, (&form, &errors))
        }
        Err(error) => Err(refused(error)),
    }
}

/// Other rights than the role's.
pub async fn adjust(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<HashMap<String, String>>,
) -> Result {
    let form = form.0;
    signed_in.sent(form.get("csrf").map_or("", String::as_str))?;
    let (_, slug, id) = path.into_inner();
    let seat: SeatId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let ticked = Rights::from_iter(
        Right::ALL
            .into_iter()
            .filter(|right| form.get(&right.id()).is_some_and(|value| value == "yes")),
    );
    signed_in.still_fresh(&site, &links::team(ctx.lang, &slug, &id))?;
    let wish = (slug.as_str(), RIGHT);
    let known = form.get("version").cloned().unwrap_or_default();
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        seats::adjust(tx, seat, ticked, &known)
    })
    .await?;
    if matches!(done, Err(SeatError::Stale)) {
        return overtaken(&ctx, &slug, &id);
    }
    done.map_err(refused)?;
    let list = links::team(ctx.lang, &slug, "");
    Ok(flash::say(ctx.see_other(&list)?, Said::RightsChanged))
}

/// Reads one of the team about whom the one who looks decides.
pub(super) async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, &str),
) -> std::result::Result<Scene, Error> {
    let seat: SeatId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug, RIGHT);
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| -> db::Result<_> {
        let mut team = team::all(tx)?;
        team.retain(|one| one.left_at.is_none());
        let owners = team.iter().filter(|one| one.role == StaffRole::Owner);
        let has_one_owner = owners.count() == 1;
        let Some(one) = team.into_iter().find(|one| one.seat == seat) else {
            return Ok(None);
        };
        Ok(Some(Scene {
            at: at.clone(),
            resources: resource::all(tx)?,
            is_last_owner: has_one_owner && one.role == StaffRole::Owner,
            one,
        }))
    });
    let scene = found.await??.ok_or(Error::NotFound)?;
    if !scene.at.member.role.decides_about(scene.one.role) {
        return Err(Error::Forbidden);
    }
    Ok(scene)
}

/// Somebody else was first: what stands there now is shown.
fn overtaken(ctx: &PageCtx, slug: &str, seat: &str) -> Result {
    let there = links::team(ctx.lang, slug, seat);
    Ok(flash::say(ctx.see_other(&there)?, Said::Overtaken))
}

/// What is said when a seat was not changed, where its page can say nothing better.
pub(super) fn refused(error: SeatError) -> Error {
    match error {
        SeatError::Unknown => Error::NotFound,
        SeatError::NotTheirs | SeatError::LastOwner | SeatError::Stale => Error::Forbidden,
        SeatError::Db(error) => error.into(),
    }
}

fn as_it_is(one: &Colleague) -> RoleForm {
    RoleForm {
        role: one.role.label().to_owned(),
        column: one.column.map(|id| id.to_string()).unwrap_or_default(),
        ..RoleForm::default()
    }
}

fn refuse(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    asked: (&RoleForm, &Errors),
) -> Result {
    let page = page(ctx, signed_in, scene, asked);
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&RoleForm, &Errors),
) -> MemberPage<'a> {
    let (t, slug) = (ctx.t, &scene.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Team);
    let seat = scene.one.seat.to_string();
    let one = &scene.one;
    let version = seats::version(one.role, one.rights, one.column);
    let to = |act: &str| {
        let action = links::team(ctx.lang, slug, &format!("{seat}/{act}"));
        PostForm::keyed(&ctx.csrf, action, &[("version", version.as_str())])
    };
    let save = |label: String| Submit {
        label,
        voice: Voice::Quiet,
        ..Submit::default()
    };
    let heading = t.team_member_title(&scene.one.name);
    let is_owner = scene.one.role == StaffRole::Owner;
    let mut role = words::role_field(ctx, &scene.at, &form.role, errors);
    role.hint = Some(t.team_role_hint());
    MemberPage {
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
        back: LinkButton {
            label: t.team_title(),
            url: links::team(ctx.lang, slug, ""),
            voice: Voice::Text,
            small: true,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        role_form: to("role"),
        role,
        column: words::column_field(ctx, &scene.resources, &form.column, errors),
        save_role: save(t.team_role_save()),
        rights: (!is_owner).then(|| (to("rights"), rights(ctx, scene))),
        save_rights: save(t.team_rights_save()),
        leave: LinkButton {
            label: t.team_leave(),
            url: links::team(ctx.lang, slug, &format!("{seat}/leave")),
            voice: Voice::DangerQuiet,
            ..LinkButton::default()
        },
        ctx,
    }
}

/// A box for each right that can be given or taken apart from the role, with what the role says beside it.
fn rights(ctx: &PageCtx, scene: &Scene) -> Vec<ChoiceField> {
    let (t, one) = (ctx.t, &scene.one);
    let role = words::role(ctx, one.role);
    let adjustable = Right::ALL
        .into_iter()
        .filter(|right| right.is_adjustable(one.role));
    adjustable
        .map(|right| ChoiceField {
            name: right.id(),
            several: true,
            options: vec![Choice {
                value: "yes".to_owned(),
                label: t.of_family("team-right", &right.id()),
                note: Some(if one.role.may(right) {
                    t.team_by_role_yes(&role)
                } else {
                    t.team_by_role_no(&role)
                }),
                aside: None,
                name: None,
                label_lang: None,
                wrong: None,
                chosen: one.rights.have(right),
            }],
            ..ChoiceField::default()
        })
        .collect()
}
