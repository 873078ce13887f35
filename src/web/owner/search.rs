//! One box for whatever somebody looks for in the shop: guests, a booking by its number, what is on the menu, who and what
//! there is, and the pages of the office. Each is found by those who may see it.

use super::home;
use crate::{
    base::{lang::Lang, text},
    db::{self, TenantTx},
    domain::{
        bookings::{
            cards::{self, Asked as Wish, Line},
            find::{self, Found as FoundBooking},
            import::made,
        },
        businesses::role::Right,
        catalog::service_card,
        customers::search::Wanted,
        scheduling::resource_card,
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        form::typed::Asked,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::PostButton,
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
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
/// So many of a kind are shown; who wants more has a page for it.
const SHOWN: usize = 8;

/// The page.
#[derive(Template)]
#[template(path = "owner/search.html")]
pub struct SearchPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    action: String,
    search: TextField,
    groups: Vec<Group>,
    empty: Option<Empty>,
}

/// What was found of one kind.
struct Group {
    heading: String,
    hits: Vec<Hit>,
    /// The page with all of them.
    more: Option<(String, String)>,
}

/// One thing.
struct Hit {
    label: String,
    url: String,
    note: String,
}

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SearchQuery {
    find: String,
}

/// What the page is drawn from.
struct Found {
    at: AtWork,
    now: DateTime<Utc>,
    bookings: Vec<FoundBooking>,
    cards: Vec<Line>,
    /// Their path and their name.
    things: Vec<(String, String)>,
}

/// What fits.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<SearchQuery>,
) -> Result {
    let kept = query.0.find.trim().chars().filter(|c| !c.is_control());
    let typed: String = kept.take(LONGEST).collect();
    let (wanted, lang) = (typed.clone(), ctx.lang);
    let right = (path.1.as_str(), Right::ReadBookings);
    let found = member::look(&site, &ctx, &signed_in, right, move |tx, at| {
        let mut found = Found {
            at: at.clone(),
            now: tx.now(),
            bookings: Vec::new(),
            cards: Vec::new(),
            things: Vec::new(),
        };
        if !wanted.is_empty() {
            found.bookings.extend(find::by_number(tx, &wanted)?);
            found.bookings.extend(made::by_outside_number(tx, &wanted)?);
            found.cards = guests(tx, at, &wanted)?;
            found.things = things(tx, at, (&wanted, lang))?;
        }
        db::Result::Ok(found)
    });
    let found = found.await??;
    let desk = Desk::of(&ctx, &signed_in, &found.at, Room::Booking);
    let groups = groups(&ctx, &found, &typed);
    let nothing = || Empty {
        icon: Icon::Search,
        words: ctx.t.owner_search_nothing(&typed),
        ways: Vec::new(),
    };
    ctx.html(&SearchPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: ctx.t.owner_search_title(),
        action: links::owner(ctx.lang, &found.at.profile.slug, "search"),
        search: TextField {
            name: "find".to_owned(),
            label: ctx.t.owner_search_label(),
            entry: Entry::Search,
            first: typed.is_empty(),
            value: typed.clone(),
            ..TextField::default()
        },
        empty: (groups.is_empty() && !typed.is_empty()).then(nothing),
        groups,
        ctx: &ctx,
    })
}

fn guests(tx: &mut TenantTx<'_>, at: &AtWork, wanted: &str) -> db::Result<Vec<Line>> {
    if !at.member.may(Right::ReadCustomers) {
        return Ok(Vec::new());
    }
    let may = at.member.may(Right::ReadContacts);
    let wish = Wish {
        wanted: Wanted::read(wanted),
        by_contacts: may,
    };
    let mut lines = cards::search(tx, &wish)?;
    if !may {
        lines.iter_mut().for_each(|line| line.phone = None);
    }
    Ok(lines)
}

/// What is on the menu, and who and what is taken by it.
fn things(
    tx: &mut TenantTx<'_>,
    at: &AtWork,
    (wanted, lang): (&str, Lang),
) -> db::Result<Vec<(String, String)>> {
    if !at.member.may(Right::ManageCatalog) {
        return Ok(Vec::new());
    }
    let services = service_card::all(tx)?.into_iter();
    let services = services.filter(|one| !one.is_deleted).map(|one| {
        let name = one.card.name();
        (format!("menu/{}", one.id), name)
    });
    let resources = resource_card::all(tx)?.into_iter();
    let resources = resources.filter(|one| !one.is_deleted).map(|one| {
        let name = one.card.name();
        (format!("resources/{}", one.id), name)
    });
    let fits = |name: &str| text::search_key(name).contains(&text::search_key(wanted));
    Ok(services
        .chain(resources)
        .filter(|(_, name)| fits(&name.ja) || fits(&name.en))
        .map(|(path, name)| (path, name.text(lang).to_owned()))
        .collect())
}

fn groups(ctx: &PageCtx, found: &Found, typed: &str) -> Vec<Group> {
    let (t, slug) = (ctx.t, found.at.profile.slug.as_str());
    let moments = Moments::new(t, found.at.profile.zone, found.now);
    let booking = found.bookings.iter().map(|one| Hit {
        label: one.number.clone(),
        url: links::desk_booking(ctx.lang, slug, one.id),
        note: moments.at(one.date, one.start),
    });
    let guests = found.cards.iter().map(|card| Hit {
        label: match card.name.as_str() {
            "" => t.desk_guest_erased(),
            name => t.desk_guest(name),
        },
        url: links::owner(ctx.lang, slug, &format!("customers/{}", card.id)),
        note: [&card.kana.0, &card.kana.1]
            .map(String::as_str)
            .into_iter()
            .map(str::to_owned)
            .chain(card.phone.as_deref().map(|phone| t.phone(phone)))
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
    });
    let things = found.things.iter().map(|(path, name)| Hit {
        label: name.clone(),
        url: links::owner(ctx.lang, slug, path),
        note: String::new(),
    });
    let wanted = text::search_key(typed);
    let pages = home::ways(ctx, &found.at);
    let pages = pages
        .into_iter()
        .filter(|way| !wanted.is_empty() && text::search_key(&way.label).contains(&wanted))
        .map(|way| Hit {
            label: way.label,
            url: way.url,
            note: way.words,
        });
    let all = links::owner_asked(ctx.lang, slug, ("customers", typed));
    let all = (found.cards.len() > SHOWN).then(|| (t.owner_search_all(), all));
    let group = |heading: String, hits: Vec<Hit>, more| Group {
        heading,
        hits,
        more,
    };
    [
        group(t.owner_search_bookings(), booking.collect(), None),
        group(t.customers_title(), guests.take(SHOWN).collect(), all),
        group(t.owner_search_things(), things.take(SHOWN).collect(), None),
        group(t.owner_search_pages(), pages.collect(), None),
    ]
    .into_iter()
    .filter(|group| !group.hits.is_empty())
    .collect()
}
