//! Requests that wait for the shop, the most urgent first: each is answered here with one press, or looked at.

use super::{
    block,
    clock::WallClock,
    entry,
    progress::{self, Back, Subject},
};
use crate::{
    base::time::LocalDate,
    db,
    domain::{
        bookings::{
            request::{self, Waiting},
            status::Status,
        },
        businesses::role::Right,
        scheduling::day_plan,
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};

/// The page.
#[derive(Template)]
#[template(path = "staff/requests.html")]
pub struct RequestsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    back: LinkButton,
    title: String,
    empty: Option<Empty>,
    lines: Vec<Line>,
}

/// One that waits.
struct Line {
    when: String,
    name: String,
    facts: Vec<String>,
    open: LinkButton,
    acts: Vec<PostButton>,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    today: LocalDate,
    now: DateTime<Utc>,
    waiting: Vec<Waiting>,
}

/// The list.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wish = (path.1.as_str(), Right::ReadBookings);
    let found = member::look(
        &site,
        &ctx,
        &signed_in,
        wish,
        |tx, at| -> db::Result<Scene> {
            Ok(Scene {
                at: at.clone(),
                today: day_plan::today(tx, at.profile.zone)?,
                now: tx.now(),
                waiting: request::waiting(tx)?,
            })
        },
    );
    let scene = found.await??;
    let desk = Desk::of(&ctx, &signed_in, &scene.at, Room::Day);
    let slug = scene.at.profile.slug.as_str();
    ctx.html(&RequestsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        back: block::back(&ctx, slug, None),
        title: ctx.t.requests_list_title(),
        empty: scene.waiting.is_empty().then(|| Empty {
            icon: Icon::Check,
            words: ctx.t.requests_list_none(),
            ways: Vec::new(),
        }),
        lines: scene
            .waiting
            .iter()
            .map(|one| line(&ctx, &scene, one))
            .collect(),
        ctx: &ctx,
    })
}

fn line(ctx: &PageCtx, scene: &Scene, one: &Waiting) -> Line {
    let (t, profile) = (ctx.t, &scene.at.profile);
    let clock = WallClock {
        t,
        zone: profile.zone,
        now: scene.now,
        today: scene.today,
    };
    let when = clock.when(one.date, one.start, one.end);
    let until = one.until.map(|until| t.requests_until(clock.moment(until)));
    let offers = (one.offers > 0).then(|| t.requests_offered(one.offers));
    let service = one.service.text(ctx.lang).to_owned();
    let party = (one.party > 1).then(|| t.people(i64::from(one.party)));
    let facts = [Some(service), party, until, offers];
    let subject = Subject {
        slug: &profile.slug,
        kind: profile.vertical,
        id: one.booking,
        name: &one.name,
        status: Status::Pending,
        recallable_until: None,
        start: one.start,
        now: scene.now,
        has_come: false,
        rights: scene.at.member.rights,
        back: Back::Booking,
    };
    Line {
        name: entry::named(ctx, &one.name),
        facts: facts.into_iter().flatten().collect(),
        open: LinkButton {
            label: t.requests_open(),
            url: links::desk_booking(ctx.lang, &profile.slug, one.booking),
            voice: Voice::Text,
            small: true,
            about: Some(when.clone()),
            ..LinkButton::default()
        },
        acts: progress::acts(ctx, &subject),
        when,
    }
}
