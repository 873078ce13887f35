//! When operators of the platform were in the place of somebody who works here, and why. The owner reads it; nobody can
//! take it away.

use crate::{
    base::ids::{BusinessId, UserId},
    db,
    domain::{
        accounts::impersonation::{self, Visit},
        businesses::{
            member as seats,
            role::{Right, StaffRole},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        gate::member::{self, AtWork},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{buttons::PostButton, frame::ShopFrame, nav::Nav},
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use std::collections::HashMap;

/// The page.
#[derive(Template)]
#[template(path = "staff/visits.html")]
pub struct VisitsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    visits: Vec<Line>,
}

/// One time.
struct Line {
    who: String,
    place: String,
    when: String,
    why: String,
}

/// The page, for the owner.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let slug = path.into_inner().1;
    let found = member::look(
        &site,
        &ctx,
        &signed_in,
        (&slug, Right::ReadBookings),
        |tx, at| -> db::Result<(AtWork, chrono::DateTime<chrono::Utc>)> {
            let at = at.clone();
            Ok((at, tx.now()))
        },
    );
    let (at, now) = found.await??;
    if at.member.role != StaffRole::Owner {
        return Err(Error::NotFound);
    }
    let business: BusinessId = at.profile.id;
    let read: db::Result<(Vec<Visit>, HashMap<UserId, String>)> = site
        .db
        .platform(move |tx| {
            let people = seats::everybody(tx, business)?;
            impersonation::of_people(tx, &people)
        })
        .await;
    let (visits, names) = read?;
    let moments = Moments::new(ctx.t, at.profile.zone, now);
    let name = |user: UserId| names.get(&user).cloned().unwrap_or_default();
    let visits = visits.iter().map(|visit| Line {
        who: ctx
            .t
            .operators_visit_who(visit.operator.map(name).unwrap_or_default()),
        place: ctx.t.operators_visit_place(name(visit.user)),
        when: ctx.t.operators_visit_span(
            moments.moment(visit.started_at),
            moments.clock(visit.over_at()),
        ),
        why: visit.reason.clone(),
    });
    let visits = visits.collect();
    let desk = Desk::of(&ctx, &signed_in, &at, Room::Office);
    ctx.html(&VisitsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: ctx.t.operators_visits_title(),
        visits,
        ctx: &ctx,
    })
}
