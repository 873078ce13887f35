//! The page of the calendars: those elsewhere with how long ago each was heard of, where they and a booking are at one time, and the
//! links under which calendars elsewhere read what is booked.

use super::{RIGHT, lines};
use crate::{
    db,
    domain::{
        bookings::{
            feed::{self, Feed, Shows},
            feed_lines::{self, Overlap},
        },
        scheduling::{
            outside::calendar::{self, OutsideCalendar, WhenSilent},
            resource::{self, Resource},
        },
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        feeds::link,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            feed_link::FeedLink,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};

/// The page.
#[derive(Template)]
#[template(path = "owner/calendars/list.html")]
pub struct CalendarsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    add: Option<LinkButton>,
    calendars: Vec<Line>,
    overlaps: Vec<Beside>,
    link: FeedLink,
    others: Vec<Other>,
    shows: Telling,
}

/// What calendars outside are told.
struct Telling {
    form: PostForm,
    field: ChoiceField,
    save: Submit,
}

/// A calendar elsewhere.
struct Line {
    url: String,
    name: String,
    facts: Vec<String>,
    /// What its silence has come to.
    warning: Option<String>,
}

/// A booking at the time of something else.
struct Beside {
    url: String,
    name: String,
    facts: String,
}

/// Somebody else's link.
struct Other {
    name: String,
    facts: Vec<String>,
    end: PostButton,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    now: DateTime<Utc>,
    resources: Vec<Resource>,
    calendars: Vec<OutsideCalendar>,
    overlaps: Vec<Overlap>,
    own: Vec<Feed>,
    others: Vec<(Feed, String)>,
    shows: Shows,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wish = (path.1.as_str(), RIGHT);
    let found = member::look(&site, &ctx, &signed_in, wish, |tx, at| -> db::Result<_> {
        Ok(Scene {
            at: at.clone(),
            now: tx.now(),
            resources: resource::all(tx)?,
            calendars: calendar::all(tx)?,
            overlaps: feed_lines::overlaps(tx)?,
            own: feed::of(tx, at.member.user)?,
            others: feed::of_others(tx, at.member.user)?,
            shows: feed::shows(tx)?.unwrap_or(Shows::usual(at.profile.vertical)),
        })
    });
    let scene = found.await??;
    ctx.html(&page(&site, &ctx, &signed_in, &scene))
}

fn page<'a>(
    site: &Site,
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
) -> CalendarsPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Office);
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let to = |path: &str| links::owner(ctx.lang, slug, path);
    let feed = scene.own.iter().find(|feed| feed.resource.is_none());
    let end = feed.map_or_else(String::new, |feed| {
        to(&format!("calendars/links/{}/end", feed.id))
    });
    CalendarsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.calendars_title(),
        back: LinkButton::back(t.ui_back(), to("")),
        add: (scene.calendars.len() < calendar::MOST).then(|| LinkButton {
            label: t.calendars_new(),
            url: to("calendars/new"),
            icon: Some(Icon::Plus),
            ..LinkButton::default()
        }),
        calendars: scene
            .calendars
            .iter()
            .map(|one| line(ctx, scene, &moments, one))
            .collect(),
        overlaps: scene
            .overlaps
            .iter()
            .map(|one| beside(ctx, scene, &moments, one))
            .collect(),
        link: link::shown((site, ctx), feed, &moments, (to("calendars/links"), end)),
        others: scene
            .others
            .iter()
            .map(|one| other(ctx, scene, &moments, one))
            .collect(),
        shows: shows(ctx, scene.shows, to("calendars/shows")),
        ctx,
    }
}

fn line(ctx: &PageCtx, scene: &Scene, moments: &Moments, one: &OutsideCalendar) -> Line {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let whose = lines::name(ctx, &scene.resources, one.setup.resource);
    let is_silent = one.is_silent(scene.now);
    let warning = match one.setup.when_silent {
        _ if one.is_closed => Some(t.calendars_closed(&whose)),
        WhenSilent::GoOn if is_silent => Some(t.calendars_stale(&whose)),
        WhenSilent::GoOn | WhenSilent::Close => None,
    };
    Line {
        url: links::owner(ctx.lang, slug, &format!("calendars/{}", one.id)),
        name: one.setup.name.clone(),
        facts: vec![
            whose,
            one.host.clone(),
            lines::state(t, moments, one),
            t.calendars_events(one.events),
        ],
        warning,
    }
}

fn beside(ctx: &PageCtx, scene: &Scene, moments: &Moments, one: &Overlap) -> Beside {
    let whose = lines::name(ctx, &scene.resources, one.resource);
    let date = moments.wall(one.start).date();
    let when = moments.when(date, one.start, one.end);
    Beside {
        url: links::desk_booking(ctx.lang, &scene.at.profile.slug, one.booking),
        name: ctx.t.calendars_booking(&one.number),
        facts: ctx.t.calendars_of(whose, when),
    }
}

fn other(
    ctx: &PageCtx,
    scene: &Scene,
    moments: &Moments,
    (feed, person): &(Feed, String),
) -> Other {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let whose = match feed.resource {
        None => t.feeds_everything(),
        Some(column) => lines::name(ctx, &scene.resources, column),
    };
    let url = links::owner(ctx.lang, slug, &format!("calendars/links/{}/end", feed.id));
    Other {
        name: person.clone(),
        facts: vec![
            whose,
            feed.fetched_at.map_or_else(
                || t.feeds_unfetched(),
                |at| t.feeds_fetched(moments.moment(at)),
            ),
        ],
        end: PostButton {
            label: t.feeds_end(),
            about: Some(person.clone()),
            form: PostForm::keyed(&ctx.csrf, url, &[]),
            voice: Voice::DangerQuiet,
            small: true,
        },
    }
}

/// What calendars outside are told.
fn shows(ctx: &PageCtx, chosen: Shows, url: String) -> Telling {
    let t = ctx.t;
    let options = Shows::ALL.map(|one| {
        let word: &str = one.into();
        Choice {
            value: word.to_owned(),
            label: t.of_family("feeds-shows", word),
            note: Some(t.of_family("feeds-about-shows", word)),
            chosen: one == chosen,
            ..Choice::default()
        }
    });
    let field = ChoiceField {
        name: "shows".to_owned(),
        legend: t.feeds_shows_ask(),
        options: options.to_vec(),
        ..ChoiceField::default()
    };
    let save = Submit {
        label: t.owner_sheet_save(),
        voice: Voice::Quiet,
        ..Submit::default()
    };
    Telling {
        form: PostForm::keyed(&ctx.csrf, url, &[]),
        field,
        save,
    }
}
