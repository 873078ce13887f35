//! The cards: all of them, or those that are looked for by a part of a name in any writing, by telephone, address, customer
//! number or the number of a booking, and by what the shop knows of them; in the order of their readings or of their visits.

use super::{
    list_filters::{self, Boxes, Typed},
    list_query::{ListQuery, Place},
    words,
};
use crate::{
    base::time::local,
    db::{self, TenantTx},
    domain::{
        bookings::{cards::Line, guest_list},
        businesses::role::Right,
        customers::tags,
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        form::{Errors, typed::Asked},
        gate::member::{self, AtWork},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            empty::Empty,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            pager::{Page, Pager, Tabs},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};

/// So many words are offered to choose from.
const TAGS: i64 = 100;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/list.html")]
pub struct ListPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    /// How many there are; nothing where it could not be understood who is meant.
    count: Option<String>,
    ways: Vec<LinkButton>,
    further: Vec<LinkButton>,
    action: String,
    boxes: Boxes,
    parts: Option<Tabs>,
    lines: Vec<Row>,
    empty: Option<Empty>,
    pager: Option<Pager>,
}

/// One guest.
struct Row {
    url: String,
    name: String,
    kana: String,
    badges: Vec<String>,
    facts: Vec<String>,
    tags: Vec<String>,
}

/// What the page is drawn from.
struct Found {
    at: AtWork,
    page: guest_list::Page,
    count: Option<i64>,
    errors: Errors,
    tags: Vec<(String, i64)>,
    now: DateTime<Utc>,
}

/// The list.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<ListQuery>,
) -> Result {
    let query = query.0.clean();
    let asked = query.clone();
    let right = (path.1.as_str(), Right::ReadCustomers);
    let found = member::look(&site, &ctx, &signed_in, right, move |tx, at| {
        find(tx, at, &asked)
    });
    let found = found.await??;
    let status = match found.errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    ctx.redraw(status, &page(&ctx, &signed_in, found, &query))
}

fn find(tx: &mut TenantTx<'_>, at: &AtWork, query: &ListQuery) -> db::Result<Found> {
    let may = at.member.may(Right::ReadContacts);
    let mut meant = query.meant(local(at.profile.zone, tx.now()).date());
    meant.filter.by_contacts = may;
    let is_clear = meant.errors.is_empty();
    let (count, mut page) = match is_clear {
        true => (
            Some(guest_list::count(tx, &meant.filter)?),
            guest_list::page(tx, &meant.filter, meant.order, meant.from)?,
        ),
        false => (None, guest_list::Page::default()),
    };
    if !may {
        page.lines.iter_mut().for_each(|line| line.phone = None);
    }
    Ok(Found {
        at: at.clone(),
        page,
        count,
        errors: meant.errors,
        tags: tags::used(tx, TAGS)?,
        now: tx.now(),
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    found: Found,
    query: &ListQuery,
) -> ListPage<'a> {
    let slug = found.at.profile.slug.clone();
    let desk = Desk::of(ctx, signed_in, &found.at, Room::Customers);
    let lines: Vec<Row> = found
        .page
        .lines
        .iter()
        .map(|line| row(ctx, &found, line))
        .collect();
    let is_nobody = lines.is_empty() && found.errors.is_empty();
    let typed = Typed {
        query,
        errors: &found.errors,
        tags: &found.tags,
    };
    ListPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: found.errors.summary(ctx.t),
        title: ctx.t.customers_title(),
        count: found.count.map(|count| ctx.t.customers_how_many(count)),
        ways: ways(ctx, &found.at),
        further: further(ctx, &found.at, query),
        action: words::list(ctx, &slug, ""),
        boxes: Boxes::of(ctx, &typed),
        parts: (query.narrows() || !is_nobody).then(|| list_filters::parts(ctx, &slug, query)),
        empty: is_nobody.then(|| nothing(ctx, &found.at, query)),
        pager: pager(ctx, &slug, query, &found.page),
        lines,
        ctx,
    }
}

fn row(ctx: &PageCtx, found: &Found, line: &Line) -> Row {
    let t = ctx.t;
    let moments = Moments::new(t, found.at.profile.zone, found.now);
    let (family, given) = &line.kana;
    let phone = line.phone.as_deref().map(|phone| t.phone(phone));
    let visit = match line.last_visit {
        Some(day) => t.customers_last_visit(moments.day(day)),
        None => t.customers_no_visit(),
    };
    let visits = (line.visits > 0).then(|| t.customers_visited(line.visits));
    let no_shows = (line.no_shows > 0).then(|| t.desk_tag_no_shows(line.no_shows));
    Row {
        url: words::card(ctx, &found.at.profile.slug, line.id, ""),
        name: words::guest(ctx, &line.name),
        kana: format!("{family} {given}").trim().to_owned(),
        badges: badges(ctx, (line.is_vip, line.is_blocked)),
        facts: [t.customers_number(line.number)]
            .into_iter()
            .chain(phone)
            .chain([visit])
            .chain(visits)
            .chain(no_shows)
            .collect(),
        tags: line.tags.clone(),
    }
}

/// How a guest is marked, in words.
pub(super) fn badges(ctx: &PageCtx, (is_vip, is_blocked): (bool, bool)) -> Vec<String> {
    let vip = is_vip.then(|| ctx.t.customers_vip());
    let blocked = is_blocked.then(|| ctx.t.customers_blocked());
    vip.into_iter().chain(blocked).collect()
}

fn ways(ctx: &PageCtx, at: &AtWork) -> Vec<LinkButton> {
    let add = at.member.may(Right::WriteCustomers).then(|| LinkButton {
        label: ctx.t.customers_new(),
        url: words::list(ctx, &at.profile.slug, "/new"),
        icon: Some(Icon::Plus),
        small: true,
        ..LinkButton::default()
    });
    add.into_iter().collect()
}

/// What is done now and then, below the list.
fn further(ctx: &PageCtx, at: &AtWork, query: &ListQuery) -> Vec<LinkButton> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let ways = [
        (
            Right::WriteCustomers,
            t.customers_duplicates(),
            "/duplicates",
        ),
        (Right::WriteCustomers, t.customers_deleted(), "/deleted"),
        (Right::MoveCustomers, t.customers_export(), "/export"),
        (Right::MoveCustomers, t.customers_import(), "/import"),
        (Right::ManageBusiness, t.chart_headings(), "/headings"),
    ];
    ways.into_iter()
        .filter(|(right, ..)| at.member.may(*right))
        .map(|(_, label, below)| LinkButton {
            label,
            // What is narrowed down here is what the file has.
            url: match below {
                "/export" => query.address(ctx, slug, below, None),
                _ => words::list(ctx, slug, below),
            },
            voice: Voice::Text,
            small: true,
            ..LinkButton::default()
        })
        .collect()
}

fn nothing(ctx: &PageCtx, at: &AtWork, query: &ListQuery) -> Empty {
    let slug = &at.profile.slug;
    if !query.narrows() {
        return Empty {
            icon: Icon::People,
            words: ctx.t.customers_none(),
            ways: ways(ctx, at),
        };
    }
    Empty {
        icon: Icon::Search,
        words: ctx.t.customers_not_found(),
        ways: vec![LinkButton {
            label: ctx.t.customers_all(),
            url: words::list(ctx, slug, ""),
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        }],
    }
}

fn pager(ctx: &PageCtx, slug: &str, query: &ListQuery, page: &guest_list::Page) -> Option<Pager> {
    let first = page.lines.first().filter(|_| page.has_earlier);
    let last = page.lines.last().filter(|_| page.has_later);
    let earlier = first.map(|line| Page {
        label: ctx.t.customers_previous_page(),
        url: Some(query.address(ctx, slug, "", Some(Place::Before(line.id)))),
    });
    let later = last.map(|line| Page {
        label: ctx.t.customers_next_page(),
        url: Some(query.address(ctx, slug, "", Some(Place::After(line.id)))),
    });
    (earlier.is_some() || later.is_some()).then(|| Pager {
        label: ctx.t.customers_pages(),
        earlier,
        later,
    })
}
