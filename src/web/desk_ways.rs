//! The ways around the counter and the back office: what is needed all day, what is seen to now and then, and what is a
//! person's own, below a line.

use super::{
    demand,
    desk::Room,
    gate::member::AtWork,
    links::{self, Prefill},
    page::PageCtx,
    session::SignedIn,
    ui::{
        icon::Icon,
        nav::{Nav, NavItem},
    },
};
use crate::domain::businesses::role::Right;

/// All of them, as far as somebody may go.
pub(super) fn nav(ctx: &PageCtx, signed_in: &SignedIn, at: &AtWork, room: Room) -> Nav {
    let mut items = ways_of_the_day(ctx, at, room);
    items.extend(ways_of_the_office(ctx, at, room));
    // What is a person's own is not for a tablet of the shop.
    items.push(NavItem {
        wide: true,
        ..NavItem::to(
            (
                ctx.t.owner_search_title(),
                links::owner(ctx.lang, &at.profile.slug, "search"),
            ),
            Icon::Search,
            false,
        )
        .by("/")
    });
    if signed_in.device.is_none() {
        let mut own = own_ways(ctx, signed_in, at, room);
        if let Some(first) = own.first_mut() {
            first.heading = Some(ctx.t.ui_desk_own());
        }
        items.extend(own);
    }
    Nav {
        label: ctx.t.ui_desk_nav(),
        more: ctx.t.ui_more(),
        items,
    }
}

/// What is needed all day: four of them stand on a telephone, too.
fn ways_of_the_day(ctx: &PageCtx, at: &AtWork, room: Room) -> Vec<NavItem> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let view = |view: &str| links::day(ctx.lang, slug, None, view);
    let mut items = vec![
        NavItem::to(
            (t.desk_nav_today(), view("today")),
            Icon::List,
            room == Room::Today,
        )
        .by("t"),
        NavItem {
            // Columns are small by nature: who wants large letters has the list first.
            wide: ctx.display.is_large,
            ..NavItem::to(
                (t.desk_nav_day(), view("day")),
                Icon::Calendar,
                room == Room::Day,
            )
        },
    ];
    items.extend(at.member.may(Right::CreateBookings).then(|| {
        let new = links::new_booking(ctx.lang, slug, &Prefill::default());
        NavItem {
            adds: true,
            ..NavItem::to((t.desk_nav_new(), new), Icon::Plus, room == Room::New).by("n")
        }
    }));
    // The bar of a telephone has four places: cards are needed more often there than paper.
    let has_cards = at.member.may(Right::ReadCustomers);
    items.extend(has_cards.then(|| {
        let cards = (
            t.desk_nav_customers(),
            links::owner(ctx.lang, slug, "customers"),
        );
        NavItem::to(cards, Icon::Person, room == Room::Customers)
    }));
    items.push(NavItem {
        wide: has_cards,
        ..NavItem::to((t.desk_nav_print(), view("print")), Icon::Print, false).by("p")
    });
    items
}

/// What is seen to now and then, by whoever may.
fn ways_of_the_office(ctx: &PageCtx, at: &AtWork, room: Room) -> Vec<NavItem> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let office = |path: &str| links::owner(ctx.lang, slug, path);
    let team = links::team(ctx.lang, slug, "");
    let ways = [
        (
            Right::ManageSchedule,
            (
                t.schedule_nav_shifts(),
                links::owner(ctx.lang, slug, "shifts"),
            ),
            Icon::Shift,
            Room::Shifts,
        ),
        (
            Right::ManageCatalog,
            (t.catalog_nav_menu(), office("menu")),
            Icon::MenuBook,
            Room::Menu,
        ),
        (
            Right::ManageSchedule,
            (
                t.schedule_nav_hours(),
                links::owner(ctx.lang, slug, "hours"),
            ),
            Icon::Clock,
            Room::Hours,
        ),
        (
            Right::ManageTeam,
            (t.team_nav(), team),
            Icon::People,
            Room::Team,
        ),
        (
            Right::ManageBusiness,
            (t.owner_nav_office(), office("")),
            Icon::Settings,
            Room::Office,
        ),
    ];
    ways.into_iter()
        .filter(|(right, ..)| at.member.may(*right))
        .map(|(_, way, icon, there)| NavItem {
            wide: true,
            waiting: match there {
                Room::Shifts if at.waiting > 0 => {
                    Some((at.waiting.to_string(), t.timeoff_waiting(at.waiting)))
                }
                Room::Office if at.news > 0 => Some((at.news.to_string(), t.news_unread(at.news))),
                _ => None,
            },
            ..NavItem::to(way, icon, there == room)
        })
        .collect()
}

fn own_ways(ctx: &PageCtx, signed_in: &SignedIn, at: &AtWork, room: Room) -> Vec<NavItem> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let off = at.member.resource.map(|_| {
        let way = (t.timeoff_nav(), links::time_off(ctx.lang, slug, ""));
        NavItem::to(way, Icon::Door, room == Room::TimeOff)
    });
    // The days themselves are heavy enough: from there one's own calendar is a page farther.
    let lists_it = room != Room::Day;
    let calendar = at.member.resource.filter(|_| lists_it).map(|_| {
        let way = (t.feeds_nav(), links::own_calendar(ctx.lang, slug, ""));
        NavItem::to(way, Icon::Calendar, room == Room::Calendar)
    });
    let pin = (t.team_pin_nav(), links::pin(ctx.lang, slug));
    let own = (t.accounts_profile_title(), links::own(ctx.lang, "profile"));
    let display = (t.accounts_display_title(), links::own(ctx.lang, "display"));
    let mut ways = vec![
        NavItem::to(pin, Icon::Lock, room == Room::Pin),
        NavItem::to(own, Icon::Edit, false),
        NavItem::to(display, Icon::Screen, false).by("?"),
    ];
    ways.extend(demand::way(t, ctx.lang, signed_in));
    off.into_iter()
        .chain(calendar)
        .chain(ways)
        .map(|way| NavItem { wide: true, ..way })
        .collect()
}
