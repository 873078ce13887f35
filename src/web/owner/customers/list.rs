//! The cards in the order of their readings, all of them or those that are looked for: by a part of a name in any writing,
//! by telephone, address, customer number or the number of a booking.

use super::words;
use crate::{
    base::ids::CustomerId,
    db,
    domain::{
        bookings::cards::{self, Asked as Wish, Line, PAGE},
        businesses::role::Right,
        customers::{search::Wanted, tags},
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        form::typed::Asked,
        gate::member::{self, AtWork},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            choice_field::Choice,
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            pager::{Page, Pager},
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The longest search, in characters.
const LONGEST: usize = 100;
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
    title: String,
    ways: Vec<LinkButton>,
    further: Vec<LinkButton>,
    action: String,
    search: TextField,
    tag: Option<SelectField>,
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

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    q: String,
    tag: String,
    after: String,
}

/// What the page is drawn from.
struct Found {
    at: AtWork,
    lines: Vec<Line>,
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
    let query = clean(query.0);
    let wish = Wish {
        wanted: Wanted::read(&query.q),
        tag: Some(query.tag.clone()).filter(|tag| !tag.is_empty()),
        after: query.after.parse::<CustomerId>().ok(),
        by_contacts: true,
    };
    let right = (path.1.as_str(), Right::ReadCustomers);
    let found = member::look(&site, &ctx, &signed_in, right, move |tx, at| {
        let may = at.member.may(Right::ReadContacts);
        let wish = Wish {
            by_contacts: may,
            ..wish.clone()
        };
        let mut lines = cards::search(tx, &wish)?;
        if !may {
            lines.iter_mut().for_each(|line| line.phone = None);
        }
        db::Result::Ok(Found {
            at: at.clone(),
            lines,
            tags: tags::used(tx, TAGS)?,
            now: tx.now(),
        })
    });
    let found = found.await??;
    ctx.html(&page(&ctx, &signed_in, found, &query))
}

fn clean(query: ListQuery) -> ListQuery {
    let kept = |typed: &str, most: usize| -> String {
        let kept = typed.trim().chars().filter(|c| !c.is_control());
        kept.take(most).collect()
    };
    ListQuery {
        q: kept(&query.q, LONGEST),
        tag: kept(&query.tag, LONGEST),
        after: query.after,
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    mut found: Found,
    query: &ListQuery,
) -> ListPage<'a> {
    let slug = found.at.profile.slug.clone();
    let desk = Desk::of(ctx, signed_in, &found.at, Room::Customers);
    let more = found.lines.len() > PAGE;
    found.lines.truncate(PAGE);
    let lines: Vec<Row> = found
        .lines
        .iter()
        .map(|line| row(ctx, &found, line))
        .collect();
    let last = found.lines.last().filter(|_| more).map(|last| last.id);
    ListPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: ctx.t.customers_title(),
        ways: ways(ctx, &found.at),
        further: further(ctx, &found.at),
        action: words::list(ctx, &slug, ""),
        search: TextField {
            name: "q".to_owned(),
            label: ctx.t.customers_search(),
            value: query.q.clone(),
            entry: Entry::Search,
            ..TextField::default()
        },
        tag: tag_field(ctx, &found.tags, &query.tag),
        empty: lines.is_empty().then(|| nothing(ctx, &found.at, query)),
        pager: pager(ctx, &slug, query, last),
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
fn further(ctx: &PageCtx, at: &AtWork) -> Vec<LinkButton> {
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
            url: words::list(ctx, slug, below),
            voice: Voice::Text,
            small: true,
            ..LinkButton::default()
        })
        .collect()
}

fn tag_field(ctx: &PageCtx, tags: &[(String, i64)], chosen: &str) -> Option<SelectField> {
    let known = tags.iter().any(|(tag, _)| tag == chosen);
    let gone = (!known && !chosen.is_empty()).then(|| Choice {
        value: chosen.to_owned(),
        label: chosen.to_owned(),
        chosen: true,
        ..Choice::default()
    });
    if tags.is_empty() && gone.is_none() {
        return None;
    }
    let any = Choice {
        label: ctx.t.customers_any_tag(),
        ..Choice::default()
    };
    let each = tags.iter().map(|(tag, count)| Choice {
        value: tag.clone(),
        label: ctx.t.customers_tag_count(*count, tag),
        chosen: tag == chosen,
        ..Choice::default()
    });
    Some(SelectField {
        name: "tag".to_owned(),
        label: ctx.t.customers_tag(),
        options: std::iter::once(any).chain(gone).chain(each).collect(),
        ..SelectField::default()
    })
}

fn nothing(ctx: &PageCtx, at: &AtWork, query: &ListQuery) -> Empty {
    let slug = &at.profile.slug;
    if query.q.is_empty() && query.tag.is_empty() {
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

fn pager(ctx: &PageCtx, slug: &str, query: &ListQuery, last: Option<CustomerId>) -> Option<Pager> {
    let at = |after: Option<String>| {
        let pairs: Vec<(&str, String)> = [("q", query.q.clone()), ("tag", query.tag.clone())]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .chain(after.map(|after| ("after", after)))
            .collect();
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        let mark = if query.is_empty() { "" } else { "?" };
        Some(words::list(ctx, slug, &format!("{mark}{query}")))
    };
    let earlier = (!query.after.is_empty()).then(|| Page {
        label: ctx.t.customers_from_the_start(),
        url: at(None),
    });
    let later = last.map(|last| Page {
        label: ctx.t.customers_next_page(),
        url: at(Some(last.to_string())),
    });
    (earlier.is_some() || later.is_some()).then(|| Pager {
        label: ctx.t.customers_pages(),
        earlier,
        later,
    })
}
