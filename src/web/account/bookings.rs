//! A person's bookings across businesses, in four heaps (AC1).

use crate::{
    base::ids::BookingId,
    db,
    domain::{
        accounts::person,
        bookings::{
            lines_told::{self, ToldLine},
            link,
            mine::{self, Heap, Mine, PAGE},
        },
        businesses::member,
    },
    web::{
        basket::Basket,
        error::{Error, Result},
        form::typed::{Asked, Typed},
        links,
        moments::Moments,
        page::PageCtx,
        parts::PartLine,
        session::SignedIn,
        site::Site,
        statuses,
        ui::{
            buttons::{LinkButton, Voice},
            empty::Empty,
            icon::Icon,
            pager::{Page, Pager, Tab, Tabs},
            post_form::PostForm,
            status_badge::StatusBadge,
        },
    },
};
use actix_web::web::Data;
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// So far back can be paged: ten thousand bookings.
const LAST_PAGE: i64 = 499;

/// The page.
#[derive(Template)]
#[template(path = "account/bookings.html")]
pub struct BookingsPage<'a> {
    ctx: &'a PageCtx,
    name: String,
    tabs: Tabs,
    bookings: Vec<Line>,
    empty: Option<Empty>,
    pager: Option<Pager>,
    ways: Vec<LinkButton>,
}

/// One booking.
struct Line {
    when: String,
    /// The way to its page: where it has a link, or the act that makes one.
    way: LineWay,
    /// Its number, how many it is for, and whom, if that is somebody else.
    facts: Vec<String>,
    /// The services of a visit, each with its own time.
    parts: Vec<PartLine>,
    service: String,
    service_lang: Option<&'static str>,
    shop: String,
    shop_lang: Option<&'static str>,
    shop_url: Option<String>,
    badge: StatusBadge,
    again: Option<LinkButton>,
}

/// How a booking's own page is reached.
enum LineWay {
    Link(String),
    Act(PostForm),
}

/// Which booking is to be opened.
#[derive(Deserialize)]
pub struct OpenForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    booking: String,
}

/// Which heap, and how far down.
#[derive(Deserialize, Default)]
pub struct BookingsQuery {
    #[serde(default)]
    show: String,
    #[serde(default)]
    page: String,
}

/// Lists one heap.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    query: Asked<BookingsQuery>,
) -> Result {
    let heap = Heap::from_slug(&query.0.show);
    let page: i64 = query.0.page.parse().unwrap_or(0);
    let page = page.clamp(0, LAST_PAGE);
    let user = signed_in.user;
    let found = site
        .db
        .person(
            move |tx| -> db::Result<_> {
                let works = !member::workplaces(tx, user)?.is_empty();
                Ok(person::myself(tx, user)?.map(|myself| (myself, works)))
            },
            move |tx, works| {
                let bookings = mine::list(tx, heap, page)?;
                let visits = bookings.iter().filter(|booking| booking.is_of_visit);
                let visits: Vec<_> = visits.map(|booking| booking.id).collect();
                let parts = lines_told::own(tx, &visits)?;
                Ok((bookings, parts, tx.now(), *works))
            },
        )
        .await?;
    let (bookings, parts, now, works) = found.ok_or(Error::NotFound)?;
    let is_more = bookings.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    let shown = bookings
        .iter()
        .take(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let lines: Vec<Line> = shown
        .map(|booking| {
            let parts = lines_told::of_booking(&parts, booking.id);
            line((&site, &ctx, &signed_in), (heap, booking), &parts, now)
        })
        .collect();
    if lines.is_empty() && page > 0 {
        // So far down there is nothing; that is no reason to say there are none.
        return ctx.see_other(&links::own_bookings(ctx.lang, heap.slug(), 0));
    }
    let t = ctx.t;
    ctx.html(&BookingsPage {
        name: t.accounts_greeting(&signed_in.name),
        tabs: tabs(&ctx, heap),
        empty: lines.is_empty().then(|| empty(&ctx, heap)),
        pager: pager(&ctx, heap, page, is_more),
        bookings: lines,
        ways: ways(&ctx, works),
        ctx: &ctx,
    })
}

/// Opens a booking that has no link yet, as one that was taken on the telephone before there was an account: makes the
/// link and follows it.
pub async fn open(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<OpenForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let wanted: BookingId = form.0.booking.parse().map_err(|_no_key| Error::NotFound)?;
    let user = signed_in.user;
    let found: db::Result<_> = site
        .db
        .person(
            move |tx| Ok(person::myself(tx, user)?.map(|myself| (myself, ()))),
            move |tx, ()| mine::place(tx, wanted),
        )
        .await;
    let business = found?.flatten().ok_or(Error::NotFound)?;
    let token = link::token(&site.secret, wanted);
    let there = links::booking(ctx.lang, &token.text());
    let given: db::Result<()> = site
        .db
        .platform(move |tx| link::give(tx, (business, wanted), &token))
        .await;
    given?;
    ctx.see_other(&there)
}

fn line(
    (site, ctx, signed_in): (&Site, &PageCtx, &SignedIn),
    (heap, booking): (Heap, &Mine),
    parts: &[&ToldLine],
    now: DateTime<Utc>,
) -> Line {
    let (t, lang) = (ctx.t, ctx.lang);
    let moments = Moments::new(t, booking.zone, now);
    let (service, shop) = (
        booking.service_name.written(lang),
        booking.shop.written(lang),
    );
    let when = moments.when(booking.business_date, booking.start_at, booking.end_at);
    let is_over = matches!(heap, Heap::Past | Heap::Cancelled);
    let again = again(ctx, booking, parts).filter(|_| booking.is_open && is_over);
    let token = link::token(&site.secret, booking.id);
    let way = if booking.opens_with(&token) {
        LineWay::Link(links::booking(lang, &token.text()))
    } else {
        LineWay::Act(PostForm {
            action: links::own(lang, "bookings/open"),
            hidden: vec![
                ("csrf".to_owned(), signed_in.csrf.clone()),
                ("booking".to_owned(), booking.id.to_string()),
            ],
        })
    };
    Line {
        parts: drawn(ctx, &moments, parts),
        way,
        facts: facts(ctx, signed_in, (heap, booking)),
        shop_url: booking
            .is_open
            .then(|| links::business(lang, &booking.slug)),
        badge: match booking.is_asked && heap != Heap::Past {
            true => statuses::asked_badge(t),
            false => {
                let (status, by) = (booking.status, booking.cancelled_by);
                statuses::guest_badge(t, booking.vertical, status, by)
            }
        },
        service: service.text,
        service_lang: service.other_lang,
        shop: shop.text,
        shop_lang: shop.other_lang,
        when,
        again,
    }
}

/// The same once more: of a visit with all of its services; nothing where the menu has lost it.
fn again(ctx: &PageCtx, booking: &Mine, parts: &[&ToldLine]) -> Option<LinkButton> {
    let one = |id| {
        let wish = links::Times {
            service: Some(id),
            staff: booking.chosen,
            party: Some(booking.party),
            options: booking.options.clone(),
            ..links::Times::default()
        };
        links::times(ctx.lang, &booking.slug, &wish)
    };
    let url = match parts.is_empty() {
        true => booking.service.map(one),
        false => Some(Basket::again(parts).url(ctx, &booking.slug)),
    };
    url.map(|url| LinkButton {
        label: ctx.t.accounts_bookings_again(),
        url,
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    })
}

/// The services of a visit.
fn drawn(ctx: &PageCtx, moments: &Moments, parts: &[&ToldLine]) -> Vec<PartLine> {
    let clock = |at: DateTime<Utc>| moments.clock(at);
    let drawn = parts.iter().map(|part| {
        let time = ctx.t.format_time_range(clock(part.start), clock(part.end));
        PartLine::of_guest(ctx, parts, part, time)
    });
    drawn.collect()
}

/// What tells one booking from another. What was called off has no price any more; oneself needs no naming.
fn facts(ctx: &PageCtx, signed_in: &SignedIn, (heap, booking): (Heap, &Mine)) -> Vec<String> {
    let t = ctx.t;
    let guest = (booking.guest != signed_in.name).then(|| t.accounts_bookings_for(&booking.guest));
    let party = (booking.party > 1).then(|| t.people(i64::from(booking.party)));
    let price = (heap != Heap::Cancelled).then(|| t.price(booking.price));
    let number = Some(t.accounts_bookings_number(&booking.number));
    [guest, party, price, number]
        .into_iter()
        .flatten()
        .collect()
}

fn label(ctx: &PageCtx, heap: Heap) -> String {
    match heap {
        Heap::Coming => ctx.t.accounts_bookings_coming(),
        Heap::Waiting => ctx.t.accounts_bookings_waiting(),
        Heap::Past => ctx.t.accounts_bookings_past(),
        Heap::Cancelled => ctx.t.accounts_bookings_cancelled(),
    }
}

fn tabs(ctx: &PageCtx, current: Heap) -> Tabs {
    let items = Heap::ALL.map(|heap| Tab {
        key: None,
        picture: None,
        label: label(ctx, heap),
        url: links::own_bookings(ctx.lang, heap.slug(), 0),
        count: None,
        current: heap == current,
    });
    Tabs {
        label: ctx.t.accounts_bookings_title(),
        items: items.into(),
    }
}

fn empty(ctx: &PageCtx, heap: Heap) -> Empty {
    let t = ctx.t;
    let words = match heap {
        Heap::Coming => t.accounts_bookings_none_coming(),
        Heap::Waiting => t.accounts_bookings_none_waiting(),
        Heap::Past => t.accounts_bookings_none_past(),
        Heap::Cancelled => t.accounts_bookings_none_cancelled(),
    };
    let find = LinkButton {
        label: t.accounts_bookings_find(),
        url: links::home(ctx.lang),
        ..LinkButton::default()
    };
    Empty {
        icon: Icon::Calendar,
        words,
        ways: if heap == Heap::Coming {
            vec![find]
        } else {
            Vec::new()
        },
    }
}

fn pager(ctx: &PageCtx, heap: Heap, page: i64, is_more: bool) -> Option<Pager> {
    let t = ctx.t;
    let to = |label: String, page: i64| Page {
        label,
        url: Some(links::own_bookings(ctx.lang, heap.slug(), page)),
    };
    let earlier = (page > 0).then(|| to(t.accounts_bookings_back(), page - 1));
    let later = (is_more && page < LAST_PAGE).then(|| to(t.accounts_bookings_more(), page + 1));
    (earlier.is_some() || later.is_some()).then(|| Pager {
        label: t.accounts_bookings_title(),
        earlier,
        later,
    })
}

fn ways(ctx: &PageCtx, works: bool) -> Vec<LinkButton> {
    let t = ctx.t;
    let way = |label: String, url: String| LinkButton {
        label,
        url,
        voice: Voice::Text,
        ..LinkButton::default()
    };
    let mut ways = vec![
        way(t.accounts_profile_title(), links::own(ctx.lang, "profile")),
        way(t.operators_apply_title(), links::application_new(ctx.lang)),
    ];
    if works {
        ways.push(way(t.accounts_places_way(), links::account(ctx.lang)));
    }
    ways
}
