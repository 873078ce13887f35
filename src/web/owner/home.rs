//! The way to everything of the back office that somebody may see to.

use super::{
    files::list,
    first_steps::{self, FirstStepsBox},
    letters, messages, waiting,
};
use crate::{
    db,
    domain::{
        bookings::news,
        businesses::role::{Right, StaffRole},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{buttons::PostButton, frame::ShopFrame, icon::Icon, nav::Nav},
    },
};
use actix_web::web::{Data, Path};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "owner/home.html")]
pub struct HomePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    /// What a new shop still has to do; put away, it stands at the end.
    first_steps: Option<FirstStepsBox>,
    parts: Vec<Part>,
}

/// Ways of one kind.
struct Part {
    heading: String,
    ways: Vec<Way>,
}

/// One of them, and what it is for.
pub(super) struct Way {
    icon: Icon,
    pub label: String,
    pub words: String,
    pub url: String,
}

/// The page, for whoever may see to any of it.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wish = (path.1.as_str(), Right::ReadBookings);
    let user = signed_in.user;
    let steps = (
        first_steps::factor,
        move |tx: &mut db::TenantTx<'_>, at: &AtWork, has_factor: &bool| -> db::Result<_> {
            let at = AtWork {
                news: news::unread(tx, user)?,
                ..at.clone()
            };
            let amiss = letters::list::is_amiss(tx, &at)?;
            let known = first_steps::read(tx, &at, *has_factor)?;
            Ok((at, known, amiss))
        },
    );
    let found = member::look_after(&site, &ctx, &signed_in, wish, steps);
    let (at, known, amiss) = found.await??;
    let parts = told(&ctx, &at, parts(&ctx, &at), amiss);
    if parts.is_empty() {
        return Err(Error::Forbidden);
    }
    let desk = Desk::of(&ctx, &signed_in, &at, Room::Office);
    ctx.html(&HomePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: ctx.t.owner_home_title(),
        first_steps: known.map(|known| FirstStepsBox::of(&ctx, &at, &known)),
        parts,
        ctx: &ctx,
    })
}

/// The ways, with how much is new beside the one to it, and that a letter does not go in the shop's own words.
fn told(ctx: &PageCtx, at: &AtWork, mut parts: Vec<Part>, amiss: bool) -> Vec<Part> {
    let slug = at.profile.slug.as_str();
    let news = links::news(ctx.lang, slug);
    let letters = links::owner(ctx.lang, slug, letters::LIST);
    for way in parts.iter_mut().flat_map(|part| &mut part.ways) {
        if way.url == news && at.news > 0 {
            way.words = ctx.t.news_home_unread(at.news);
        } else if way.url == letters && amiss {
            way.words = ctx.t.wordings_home_amiss();
        }
    }
    parts
}

/// All of them, whatever part they belong to.
pub(super) fn ways(ctx: &PageCtx, at: &AtWork) -> Vec<Way> {
    let parts = parts(ctx, at).into_iter();
    parts.flat_map(|part| part.ways).collect()
}

fn parts(ctx: &PageCtx, at: &AtWork) -> Vec<Part> {
    let t = ctx.t;
    let parts = [
        (t.owner_home_shop(), shop(ctx, at)),
        (t.catalog_home(), offer(ctx, at)),
        (t.owner_home_time(), time(ctx, at)),
        (t.owner_home_people(), people(ctx, at)),
    ];
    parts
        .into_iter()
        .filter(|(_, ways)| !ways.is_empty())
        .map(|(heading, ways)| Part { heading, ways })
        .collect()
}

/// The business itself.
fn shop(ctx: &PageCtx, at: &AtWork) -> Vec<Way> {
    let t = ctx.t;
    let profile = (t.owner_profile_title(), t.owner_home_profile());
    let rules = (t.owner_rules_title(), t.owner_home_rules());
    let reminders = (t.reminders_title(), t.reminders_home());
    let letters = (t.wordings_list_title(), t.wordings_home());
    let overbooking = (t.overbooking_title(), t.overbooking_home());
    let share = (t.share_title(), t.share_home_words());
    let webhooks = (t.webhooks_title(), t.webhooks_home());
    let legal = (t.legal_commerce_title(), t.owner_home_legal());
    let photos = (t.photos_title(), t.photos_home());
    let ways = [
        (Icon::Home, profile, "profile"),
        (Icon::Star, photos, "photos"),
        (Icon::Settings, rules, "rules"),
        (Icon::Clock, reminders, "reminders"),
        (Icon::Note, letters, "letters"),
        (Icon::Calendar, overbooking, "overbooking"),
        (Icon::Link, share, "share"),
        (Icon::List, legal, "legal"),
        (Icon::Next, webhooks, "webhooks"),
    ];
    let mut ways = with(ctx, (at, Right::ManageBusiness), ways);
    // Papers are of who brought the business here, and no colleague's.
    ways.extend(at.member.is_founder.then(|| Way {
        icon: Icon::Note,
        label: t.owner_papers_title(),
        words: t.owner_home_papers(),
        url: links::application(ctx.lang, &at.profile.slug, ""),
    }));
    ways.extend(list::is_for(at).then(|| Way {
        icon: Icon::List,
        label: t.files_title(),
        words: t.files_home(),
        url: links::owner(ctx.lang, &at.profile.slug, "files"),
    }));
    ways.extend((at.member.role == StaffRole::Owner).then(|| Way {
        icon: Icon::Plus,
        label: t.branch_title(),
        words: t.branch_home(),
        url: links::owner(ctx.lang, &at.profile.slug, "branches/new"),
    }));
    ways
}

/// What is offered, who and what it takes, and what cancelling costs.
fn offer(ctx: &PageCtx, at: &AtWork) -> Vec<Way> {
    let t = ctx.t;
    let menu = (t.catalog_menu_title(), t.catalog_home_menu());
    let options = (t.options_title(), t.options_home());
    let questions = (t.questions_title(), t.questions_home());
    let resources = (t.catalog_resources_title(), t.catalog_home_resources());
    let prices = (t.prices_title(), t.prices_home());
    let coupons = (t.coupons_title(), t.coupons_home());
    let policies = (t.catalog_policies_title(), t.catalog_home_policies());
    let ways = [
        (Icon::MenuBook, menu, "menu"),
        (Icon::Plus, options, "options"),
        (Icon::Note, questions, "questions"),
        (Icon::People, resources, "resources"),
        (Icon::Yen, prices, "prices"),
        (Icon::Yen, coupons, "coupons"),
        (Icon::Yen, policies, "policies"),
    ];
    with(ctx, (at, Right::ManageCatalog), ways)
}

/// When the shop is open and who works when.
fn time(ctx: &PageCtx, at: &AtWork) -> Vec<Way> {
    let t = ctx.t;
    let hours = (t.schedule_hours_title(), t.schedule_home());
    let shifts = (t.schedule_shifts_title(), t.schedule_shifts_home());
    let ways = [
        (Icon::Clock, hours, "hours"),
        (Icon::Calendar, shifts, "shifts"),
    ];
    let mut ways = with(ctx, (at, Right::ManageSchedule), ways);
    let waiting = (t.waiting_list_title(), t.waiting_home());
    ways.extend(with(
        ctx,
        (at, waiting::RIGHT),
        [(Icon::List, waiting, "waitlist")],
    ));
    let calendars = (t.calendars_title(), t.calendars_home());
    ways.extend(with(
        ctx,
        (at, Right::ManageBusiness),
        [(Icon::Link, calendars, "calendars")],
    ));
    ways
}

/// Ways into the back office that need one right: the drawing, what it is called and what it is for, and where it is.
fn with<const N: usize>(
    ctx: &PageCtx,
    (at, right): (&AtWork, Right),
    ways: [(Icon, (String, String), &str); N],
) -> Vec<Way> {
    let way = |(icon, (label, words), path): (Icon, (String, String), &str)| Way {
        icon,
        label,
        words,
        url: links::owner(ctx.lang, &at.profile.slug, path),
    };
    let may = at.member.may(right);
    ways.into_iter().filter(|_| may).map(way).collect()
}

/// Who comes and who works here.
fn people(ctx: &PageCtx, at: &AtWork) -> Vec<Way> {
    let (t, lang, slug) = (ctx.t, ctx.lang, at.profile.slug.as_str());
    // Who only reads them has the way at the counter; the office is for those who see to something.
    let letters = at.member.may(messages::RIGHT).then(|| Way {
        icon: Icon::Mail,
        label: t.messages_undelivered_title(),
        words: t.messages_undelivered_home(),
        url: links::owner(lang, slug, "messages"),
    });
    let news = at.member.may(Right::WriteCustomers).then(|| Way {
        icon: Icon::List,
        label: t.news_title(),
        words: t.news_home(),
        url: links::news(lang, slug),
    });
    let customers = at.member.may(Right::WriteCustomers).then(|| Way {
        icon: Icon::Person,
        label: t.customers_title(),
        words: t.customers_home(),
        url: links::owner(lang, slug, "customers"),
    });
    let team = at.member.may(Right::ManageTeam).then(|| Way {
        icon: Icon::People,
        label: t.team_title(),
        words: t.owner_home_team(),
        url: links::team(lang, slug, ""),
    });
    let visits = (at.member.role == StaffRole::Owner).then(|| Way {
        icon: Icon::Note,
        label: t.operators_visits_title(),
        words: t.owner_home_visits(),
        url: links::visits(lang, slug),
    });
    let of_guests = customers.into_iter().chain(news).chain(letters);
    of_guests.chain(team).chain(visits).collect()
}
