//! What guests did lately, for everybody who works here: each sees what is new to them.

use crate::{
    db,
    domain::{
        bookings::news::{self, News},
        businesses::role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, SaidOfLetters},
        form::typed::Typed,
        gate::member::{self, AtWork},
        links,
        moments::{Moments, from_field},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Deserialize;

/// More than a person reads.
const MOST: i64 = 100;

/// The page.
#[derive(Template)]
#[template(path = "staff/news.html")]
pub struct NewsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    empty: Option<Empty>,
    lines: Vec<Line>,
    read: Option<PostButton>,
}

/// Something that happened.
pub struct Line {
    what: String,
    name: String,
    url: String,
    facts: Vec<String>,
    is_new: bool,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    news: Vec<News>,
    read_until: DateTime<Utc>,
    now: DateTime<Utc>,
}

/// What was pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReadForm {
    csrf: String,
    /// When the page was drawn: what came later was not seen.
    seen: String,
}

/// The list.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (wish, user) = ((path.1.as_str(), Right::ReadBookings), signed_in.user);
    let found = member::look(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, at| -> db::Result<Scene> {
            Ok(Scene {
                at: at.clone(),
                news: news::lately(tx, MOST)?,
                read_until: news::read_until(tx, user)?,
                now: tx.now(),
            })
        },
    );
    let scene = found.await??;
    ctx.html(&page(&ctx, &signed_in, &scene))
}

/// Everything that was shown has been read.
pub async fn read(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<ReadForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let seen = from_field(&form.0.seen).ok_or(Error::Unreadable)?;
    let (wish, user) = ((path.1.as_str(), Right::ReadBookings), signed_in.user);
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> db::Result<()> { news::mark_read(tx, user, seen) },
    );
    done.await??;
    let list = links::news(ctx.lang, &path.1);
    Ok(flash::say(ctx.see_other(&list)?, SaidOfLetters::NewsRead))
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> NewsPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Booking);
    let lines: Vec<Line> = scene.news.iter().map(|one| line(ctx, scene, one)).collect();
    let has_new = lines.iter().any(|line| line.is_new);
    // To the microsecond, as the database has it: what was shown is read, and nothing that came after it.
    let seen = scene.now.to_rfc3339_opts(SecondsFormat::Micros, true);
    NewsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.news_title(),
        back: LinkButton::back(t.desk_nav_day(), links::day(ctx.lang, slug, None, "day")),
        empty: lines.is_empty().then(|| Empty {
            icon: Icon::Check,
            words: t.news_none(),
            ways: Vec::new(),
        }),
        lines,
        read: has_new.then(|| PostButton {
            label: t.news_read(),
            about: None,
            form: PostForm::keyed(&ctx.csrf, links::news(ctx.lang, slug), &[("seen", &seen)]),
            voice: Voice::Quiet,
            small: true,
        }),
        ctx,
    }
}

fn line(ctx: &PageCtx, scene: &Scene, one: &News) -> Line {
    let (t, profile) = (ctx.t, &scene.at.profile);
    let moments = Moments::new(t, profile.zone, scene.now);
    Line {
        what: t.of_family("news-what", one.what.word()),
        name: match one.name.as_str() {
            "" => t.desk_guest_erased(),
            name => t.desk_guest(name),
        },
        url: links::desk_booking(ctx.lang, &profile.slug, one.booking),
        facts: vec![
            moments.when(one.date, one.start, one.end),
            one.number.clone(),
            t.news_at(moments.moment(one.at)),
        ],
        is_new: one.at > scene.read_until,
    }
}
