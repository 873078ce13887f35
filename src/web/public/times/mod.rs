//! Step 2: when. Seven days as a table of ○△×, a day as a list, a month as a calendar; with anybody or with one person.

mod read;

use super::{
    checkout, choices, class,
    extras::{self, Extras},
    frame,
    grid::{self, Address, Drawing},
    poll, visit,
    wish::{self, TimesQuery, View, Wish},
    words,
};
use crate::{
    base::{ids::ResourceId, time::local},
    domain::scheduling::availability::{self, Slot},
    i18n::Words,
    web::{
        crowd,
        error::Result,
        form::typed::Asked,
        gate::business,
        links::{self, Times},
        moments::Moments,
        page::PageCtx,
        prices,
        site::Site,
        ui::{
            buttons::LinkButton,
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            month::Month,
            pager::{Pager, Tabs},
            post_form::PostForm,
            price::Price,
            slot_list::{SlotList, SlotTime},
            slot_table::SlotTable,
            steps::Steps,
        },
    },
};
use actix_web::{
    HttpRequest,
    http::{StatusCode, header},
    web::{Data, Path},
};
use askama::Template;
use chrono::NaiveDate;
use read::read;
use uuid::Uuid;

pub(super) use read::{Read, spread};

/// Over how many business days a first free time is looked for, when none is near.
pub(super) const AHEAD_DAYS: u16 = 62;

/// The page.
#[derive(Template)]
#[template(path = "public/times.html")]
pub struct TimesPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    steps: Steps,
    complaint: Option<String>,
    alternatives: Vec<SlotTime>,
    name: String,
    name_lang: Option<&'static str>,
    length: String,
    price: Price,
    /// What it comes to from a date on.
    later: Option<String>,
    /// That it is asked for, and what that means.
    request: Option<String>,
    /// When it costs more or less than usual.
    rules: Vec<String>,
    /// Something else besides, and somebody who comes along.
    together: Vec<LinkButton>,
    extras: Option<Extras>,
    people: Option<Tabs>,
    parties: Option<Tabs>,
    views: Tabs,
    soonest: Option<SlotTime>,
    form: PostForm,
    view: Drawn,
    pager: Pager,
    book_soonest: String,
    /// The sessions one after another, of a class; asking a group.
    ways: Vec<LinkButton>,
    /// Whether there are no times here whatever is chosen.
    is_by_hand: bool,
    /// The way to the waiting list, where the shop keeps one.
    waitlist: Option<LinkButton>,
    /// Where one finds out why a time cannot be chosen.
    why: String,
}

/// The free times, drawn one of three ways, or a sentence when there are none.
pub enum Drawn {
    /// Seven days across.
    Table(Box<SlotTable>),
    /// A strip of days and one day's times.
    List(Box<SlotList>),
    /// A month of days.
    Month(Month),
    /// Nothing free in these days.
    Nothing(Empty),
}

/// Why the page is shown again.
pub struct Lost {
    /// What happened, said.
    pub words: String,
    /// The nearest times.
    pub nearest: Vec<Slot>,
    /// The status of the answer.
    pub status: StatusCode,
}

/// The free times of a service.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    query: Asked<TimesQuery>,
) -> Result {
    let business = business::visitor(&site, &ctx, &path.1).await?.business;
    crowd::look(&site, &request, business).await?;
    let Some(wish) = wish::wish(&ctx, &query.0) else {
        return ctx.see_other(&links::menu(ctx.lang, &path.1));
    };
    let mut page = draw(&site, ctx, &path.1, &wish, None).await?;
    // Whoever comes back by the browser's arrow finds the very same form, so that choosing again moves their hold: its
    // key is in the page and not in the address, which people pass on.
    page.headers_mut().insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("private, no-cache"),
    );
    Ok(page)
}

/// Draws the page, with or without the news that a time was lost.
pub async fn draw(
    site: &Site,
    mut ctx: PageCtx,
    slug: &str,
    wish: &Wish,
    lost: Option<Lost>,
) -> Result {
    let read = read(site, &ctx, slug, wish).await?;
    if !read.profile.settings.is_accepting {
        return ctx.see_other(&links::menu(ctx.lang, slug));
    }
    let wish = &Wish {
        options: read.service.chosen(),
        party: read.party,
        from: wish.from.or(wish.near.map(|_| read.from)),
        ..wish.clone()
    };
    if lost.is_some() {
        ctx.stand_at(&links::times(ctx.lang, slug, &wish::times(wish, read.from)));
    }
    let ctx = &ctx;
    let moments = Moments::new(ctx.t, read.profile.zone, read.now);
    let (t, slug) = (ctx.t, &read.profile.slug);
    let service_name = read.service.name.written(ctx.lang);
    let nearest = lost.as_ref().map_or(&[][..], |lost| &lost.nearest);
    let form = wish::form(ctx, slug, wish, &key(wish));
    let mut slots = availability::starts(&read.input);
    slots.sort_by_key(|slot| (slot.date, slot.minute));
    let at = |change: &dyn Fn(&mut Times)| {
        let mut times = wish::times(wish, read.from);
        change(&mut times);
        links::times(ctx.lang, slug, &times)
    };
    let full: &dyn Fn(NaiveDate) -> String = &|date| choices::waits(ctx, slug, wish, date);
    let drawing = Drawing {
        ctx,
        moments: &moments,
        input: &read.input,
        slots: &slots,
        waits: read.has_waitlist.then_some(full),
    };
    let is_plain = lost.is_none() && read.service.lacking().next().is_none();
    let menu_url = checkout::menu_url(ctx, slug, wish.hold.as_deref());
    let page = TimesPage {
        shop: frame::frame(ctx, &read.profile),
        steps: checkout::steps(ctx, read.profile.vertical, 1, [Some(menu_url), None, None]),
        alternatives: words::alternatives(&moments, nearest),
        complaint: lost.as_ref().map(|lost| lost.words.clone()),
        name: service_name.text,
        name_lang: service_name.other_lang,
        length: words::length(ctx, &read.spread),
        price: words::menu_price(ctx, &read.service, &read.spread),
        later: read.said_later(ctx, &moments),
        request: (read.is_on_request && !read.is_by_hand).then(|| ctx.t.requests_times_note()),
        rules: read.said_rules(ctx),
        extras: extras::form(ctx, (slug, &read.service), wish, read.from),
        people: choices::people(ctx, &read, wish, &at),
        parties: choices::parties(ctx, &read.service, wish, &at),
        views: choices::views(ctx, wish.view, &at),
        soonest: read.soonest(&moments, t).filter(|_| is_plain),
        view: drawn(&drawing, &read, wish, &form, &at),
        form,
        pager: choices::pages(ctx, &moments, (read.from, &read.input), wish.view, &at),
        book_soonest: t.businesses_book(),
        ways: ways(ctx, &read),
        together: visit::ways(ctx, (slug, &read.service), wish, &read.input.service.starts),
        waitlist: choices::waitlist(ctx, &read, wish),
        is_by_hand: read.is_by_hand,
        why: links::why(ctx.lang, slug, Some(&wish::times(wish, read.from))),
        ctx,
    };
    match lost {
        Some(lost) => ctx.redraw(lost.status, &page),
        None => ctx.html(&page),
    }
}

/// Other ways to a time.
fn ways(ctx: &PageCtx, read: &Read) -> Vec<LinkButton> {
    let (slug, service) = (read.profile.slug.as_str(), &read.service);
    let sessions = class::way(ctx, (slug, service.id), &read.input.service.starts);
    let group = poll::way(ctx, slug, service);
    sessions.into_iter().chain(group).collect()
}

/// The key of the form: that of the hold that is being changed, or a new one.
fn key(wish: &Wish) -> String {
    let known = wish.hold.clone();
    known.unwrap_or_else(|| Uuid::new_v4().simple().to_string())
}

/// The free times, drawn as they are wished for; nothing free is a sentence with ways on.
fn drawn(
    drawing: &Drawing<'_>,
    read: &Read,
    wish: &Wish,
    form: &PostForm,
    at: Address<'_>,
) -> Drawn {
    if read.is_by_hand {
        return Drawn::Nothing(choices::by_hand(drawing.ctx, &read.profile));
    }
    if let Some(group) = read.service.lacking().next() {
        return Drawn::Nothing(extras::first(drawing.ctx, group));
    }
    let any_free = drawing.slots.iter().any(|slot| slot.left > 0);
    match wish.view {
        _ if !any_free => Drawn::Nothing(choices::nothing(
            drawing.ctx,
            drawing.moments,
            read,
            wish,
            at,
        )),
        View::Table => Drawn::Table(Box::new(grid::table(drawing, &read.profile, form.clone()))),
        View::List => Drawn::List(Box::new(grid::list(drawing, form.clone(), at))),
        View::Month => Drawn::Month(grid::month(drawing, at)),
    }
}

impl Read {
    /// What it comes to from a date on, where that is something else.
    fn said_later(&self, ctx: &PageCtx, moments: &Moments) -> Option<String> {
        let (from, service, spread) = self.later.as_ref()?;
        let price = words::menu_price(ctx, service, spread).amount;
        let length = words::length(ctx, spread);
        Some(ctx.t.booking_times_later(moments.day(*from), length, price))
    }

    /// The rules that may make another price of it, each in a line; what is over concerns nobody.
    fn said_rules(&self, ctx: &PageCtx) -> Vec<String> {
        let name = |id: ResourceId| {
            let person = self.people.iter().find(|person| person.id == id)?;
            Some(person.name.text(ctx.lang).to_owned())
        };
        let today = local(self.profile.zone, self.now).date();
        let rules = self.service.rules.iter();
        let rules = rules.filter(|rule| rule.dates.1.is_none_or(|last| today <= last));
        rules.map(|rule| prices::said(ctx, rule, &name)).collect()
    }

    /// The earliest time there is, with how far off it is.
    fn soonest(&self, moments: &Moments, t: Words) -> Option<SlotTime> {
        self.soonest.as_ref().map(|slot| SlotTime {
            start: crate::web::moments::to_field(slot.start),
            time: moments.at(slot.date, slot.start),
            note: Some(t.relative(slot.date, moments.today())),
        })
    }
}
