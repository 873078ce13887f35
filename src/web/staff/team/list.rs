//! Everybody who works here, who was asked to, and who did.

use super::{
    devices::Devices,
    second_factor::Rule,
    words::{self, RIGHT},
};
use crate::{
    base::ids::UserId,
    db::{self, PlatformTx, TenantTx},
    domain::{
        businesses::{
            device::{self, Device},
            invitation::{self, Pending},
            member::{Member, closed},
            role::{Right, Rights, StaffRole},
            second_factor,
            team::{self, Colleague},
        },
        scheduling::resource::{self, Resource},
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        form::Errors,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
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
use chrono::{DateTime, Utc};
use serde_json::json;

/// The page.
#[derive(Template)]
#[template(path = "staff/team/list.html")]
pub struct TeamPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    invite: LinkButton,
    rights_url: String,
    file: LinkButton,
    people: Vec<Line>,
    pending: Vec<Offer>,
    left: Vec<Line>,
    left_title: String,
    devices: Option<Devices<'a>>,
    rule: Option<Rule<'a>>,
    errors: ErrorSummary,
}

/// Somebody.
struct Line {
    name: String,
    facts: Vec<String>,
    is_you: bool,
    is_adjusted: bool,
    /// Whether the operators have closed their account.
    is_closed: bool,
    open: Option<LinkButton>,
}

/// An offer without an answer.
struct Offer {
    name: String,
    facts: Vec<String>,
    ways: Vec<PostButton>,
}

/// What the page is drawn from.
struct Team {
    at: AtWork,
    people: Vec<Colleague>,
    closed: Vec<UserId>,
    pending: Vec<Pending>,
    resources: Vec<Resource>,
    devices: Vec<Device>,
    second_factor_since: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
}

/// The list.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let nothing = ("", &Errors::default());
    draw(&site, &ctx, &signed_in, &path.1, nothing).await
}

/// The list, perhaps with the name of a tablet that was typed and cannot be taken.
pub(super) async fn draw(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    (typed, errors): (&str, &Errors),
) -> Result {
    let wish = (slug, RIGHT);
    let steps = (
        |tx: &mut PlatformTx<'_>, member: &Member| closed(tx, member.business),
        |tx: &mut TenantTx<'_>, at: &AtWork, closed: &Vec<UserId>| read(tx, at, closed),
    );
    let found = member::look_after(site, ctx, signed_in, wish, steps).await??;
    let desk = Desk::of(ctx, signed_in, &found.at, Room::Team);
    let may_devices = found.at.member.may(Right::ManageDevices);
    let (left, here): (Vec<_>, Vec<_>) = found.people.iter().partition(|one| one.left_at.is_some());
    let lines = |people: &[&Colleague]| people.iter().map(|one| line(ctx, &found, one)).collect();
    let page = TeamPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: ctx.t.team_title(),
        file: LinkButton {
            label: ctx.t.files_way(),
            url: links::owner(ctx.lang, slug, "files/team"),
            voice: Voice::Text,
            ..LinkButton::default()
        },
        rights_url: links::team(ctx.lang, &found.at.profile.slug, "rights"),
        invite: LinkButton {
            label: ctx.t.team_invite(),
            url: links::team(ctx.lang, slug, "invite"),
            icon: Some(Icon::Plus),
            ..LinkButton::default()
        },
        people: lines(&here),
        pending: found
            .pending
            .iter()
            .map(|one| offer(ctx, &found, one))
            .collect(),
        left_title: ctx.t.team_left(left.len()),
        left: lines(&left),
        devices: may_devices.then(|| {
            Devices::of(
                ctx,
                &found.at,
                &found.devices,
                moments(ctx, &found),
                (typed, errors),
            )
        }),
        rule: (found.at.member.role == StaffRole::Owner).then(|| {
            let since = found.second_factor_since;
            Rule::of(ctx, &found.at, since, moments(ctx, &found))
        }),
        errors: errors.summary(ctx.t),
        ctx,
    };
    if errors.is_empty() {
        ctx.html(&page)
    } else {
        ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page)
    }
}

fn read(tx: &mut TenantTx<'_>, at: &AtWork, closed: &[UserId]) -> db::Result<Team> {
    Ok(Team {
        at: at.clone(),
        people: team::all(tx)?,
        closed: closed.to_vec(),
        pending: invitation::pending(tx)?,
        resources: resource::all(tx)?,
        devices: device::all(tx)?,
        second_factor_since: second_factor::demanded(tx)?,
        now: tx.now(),
    })
}

fn moments(ctx: &PageCtx, team: &Team) -> Moments {
    Moments::new(ctx.t, team.at.profile.zone, team.now)
}

fn line(ctx: &PageCtx, team: &Team, one: &Colleague) -> Line {
    let (t, moments) = (ctx.t, moments(ctx, team));
    let day = |at| moments.day(moments.wall(at).date());
    let mut facts = vec![
        words::role(ctx, one.role),
        words::column_name(ctx, &team.resources, one.column),
        t.team_since(day(one.since)),
    ];
    facts.extend(one.left_at.map(|at| t.team_left_at(day(at))));
    let decides = team.at.member.role.decides_about(one.role);
    let open = (one.left_at.is_none() && decides).then(|| LinkButton {
        label: t.team_open(),
        url: links::team(ctx.lang, &team.at.profile.slug, &one.seat.to_string()),
        voice: Voice::Quiet,
        small: true,
        about: Some(one.name.clone()),
        ..LinkButton::default()
    });
    Line {
        name: one.name.clone(),
        facts,
        is_you: one.user == team.at.member.user,
        is_closed: one.left_at.is_none() && team.closed.contains(&one.user),
        is_adjusted: one.left_at.is_none()
            && one.role != StaffRole::Owner
            && one.rights != Rights::of(one.role, &json!({})),
        open,
    }
}

fn offer(ctx: &PageCtx, team: &Team, one: &Pending) -> Offer {
    let t = ctx.t;
    let until = if one.expires_at > team.now {
        t.team_pending_until(moments(ctx, team).moment(one.expires_at))
    } else {
        t.team_pending_over()
    };
    let way = |act: &str, label: String, voice: Voice| PostButton {
        label,
        about: Some(one.offer.email.clone()),
        form: PostForm {
            action: links::team(
                ctx.lang,
                &team.at.profile.slug,
                &format!("invitations/{}/{act}", one.id),
            ),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        },
        voice,
        small: true,
    };
    let decides = team.at.member.role.decides_about(one.offer.role);
    let ways = [
        way("send", t.team_send_again(), Voice::Quiet),
        way("withdraw", t.team_withdraw(), Voice::DangerQuiet),
    ];
    let name = if one.offer.name.is_empty() {
        one.offer.email.clone()
    } else {
        one.offer.name.clone()
    };
    Offer {
        facts: vec![
            words::role(ctx, one.offer.role),
            one.offer.email.clone(),
            until,
        ],
        ways: ways.into_iter().filter(|_| decides).collect(),
        name,
    }
}
