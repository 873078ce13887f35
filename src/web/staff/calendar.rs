//! Somebody's own bookings in their own calendar: the link for it. It is a person's own, so a tablet of the shop has no such page.

use crate::{
    base::ids::CalendarFeedId,
    db,
    domain::{
        bookings::feed::{self, Feed},
        businesses::role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        feeds::link,
        flash::{self, SaidOfIntegrations},
        form::typed::Typed,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{buttons::PostButton, feed_link::FeedLink, frame::ShopFrame, nav::Nav},
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// What whoever comes here needs: a seat.
const RIGHT: Right = Right::ReadBookings;

/// The page.
#[derive(Template)]
#[template(path = "staff/calendar.html")]
pub struct CalendarPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    /// Who has no column has no bookings of their own.
    link: Option<FeedLink>,
}

/// What its buttons send.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LinkForm {
    csrf: String,
}

/// The link, or the button that makes one.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let found = member::look(&site, &ctx, &signed_in, (&slug, RIGHT), |tx, at| {
        let own = feed::of(tx, at.member.user)?;
        db::Result::Ok((at.clone(), own, tx.now()))
    });
    let found = found.await??;
    ctx.html(&page(&site, &ctx, &signed_in, &found))
}

/// Makes the link, or another.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<LinkForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (slug, secret) = (path.into_inner().1, site.secret.clone());
    let wish = (slug.as_str(), RIGHT);
    let made = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        let own = at.member.resource;
        if own.is_some() {
            feed::make(tx, at.member.user, own, &secret)?;
        }
        db::Result::Ok(own.is_some())
    });
    if !made.await?? {
        return Err(Error::NotFound);
    }
    let there = links::own_calendar(ctx.lang, &slug, "");
    Ok(flash::say(
        ctx.see_other(&there)?,
        SaidOfIntegrations::FeedMade,
    ))
}

/// Ends it.
pub async fn end(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<LinkForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id: CalendarFeedId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug.as_str(), RIGHT);
    let ended = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        feed::end(tx, id, Some(at.member.user))
    });
    if !ended.await?? {
        return Err(Error::NotFound);
    }
    let there = links::own_calendar(ctx.lang, &slug, "");
    Ok(flash::say(
        ctx.see_other(&there)?,
        SaidOfIntegrations::FeedEnded,
    ))
}

fn page<'a>(
    site: &Site,
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    (at, own, now): &(AtWork, Vec<Feed>, DateTime<Utc>),
) -> CalendarPage<'a> {
    let desk = Desk::of(ctx, signed_in, at, Room::Calendar);
    let moments = Moments::new(ctx.t, at.profile.zone, *now);
    let slug = at.profile.slug.as_str();
    let to = |path: &str| links::own_calendar(ctx.lang, slug, path);
    let link = at.member.resource.map(|column| {
        let feed = own.iter().find(|feed| feed.resource == Some(column));
        let end = feed.map_or_else(String::new, |feed| to(&format!("{}/end", feed.id)));
        link::shown((site, ctx), feed, &moments, (to(""), end))
    });
    CalendarPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: ctx.t.feeds_own_title(),
        link,
        ctx,
    }
}
