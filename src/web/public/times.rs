//! Step 2: when. Seven days as a table of ○△×, a day as a list, a month as a calendar; with anybody or with one person.

use super::{
    checkout, choices,
    extras::{self, Extras},
    frame,
    grid::{self, Address, Drawing},
    wish::{self, TimesQuery, View, Wish},
    words,
};
use crate::{
    base::{ids::ResourceId, time::local},
    db::DbError,
    domain::{
        businesses::profile::{self, Profile},
        catalog::service::{self, Service},
        scheduling::{
            availability::{self, Input, Slot},
            hold, load,
            resource::{self, Resource, Roster},
            seek::{self, Sought},
            spread::Spread,
        },
    },
    i18n::Words,
    web::{
        crowd,
        error::{Error, Result},
        form::typed::Asked,
        gate::business,
        links::{self, Times},
        moments::Moments,
        page::PageCtx,
        site::Site,
        ui::{
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
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// Over how many business days a first free time is looked for, when none is near.
const AHEAD_DAYS: u16 = 62;

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
    extras: Option<Extras>,
    people: Option<Tabs>,
    parties: Option<Tabs>,
    views: Tabs,
    soonest: Option<SlotTime>,
    form: PostForm,
    view: Drawn,
    pager: Pager,
    book_soonest: String,
    /// Whether there are no times here whatever is chosen.
    is_by_hand: bool,
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

/// What the page reads.
pub(super) struct Read {
    pub(super) profile: Profile,
    /// With what is chosen besides.
    pub(super) service: Service,
    pub(super) spread: Spread,
    /// What it comes to from a date on, where that is something else.
    later: Option<(NaiveDate, Service, Spread)>,
    /// Whether guests cannot book it by themselves, whenever and with whomever.
    pub(super) is_by_hand: bool,
    pub(super) people: Vec<Resource>,
    pub(super) input: Input,
    pub(super) soonest: Option<Slot>,
    pub(super) party: i16,
    pub(super) now: DateTime<Utc>,
    pub(super) from: NaiveDate,
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
    let key = wish
        .hold
        .clone()
        .unwrap_or_else(|| Uuid::new_v4().simple().to_string());
    let form = wish::form(ctx, slug, wish, &key);
    let mut slots = availability::starts(&read.input);
    slots.sort_by_key(|slot| (slot.date, slot.minute));
    let at = |change: &dyn Fn(&mut Times)| {
        let mut times = wish::times(wish, read.from);
        change(&mut times);
        links::times(ctx.lang, slug, &times)
    };
    let drawing = Drawing {
        ctx,
        moments: &moments,
        input: &read.input,
        slots: &slots,
    };
    let is_plain = lost.is_none() && read.service.lacking().next().is_none();
    let view = drawn(&drawing, &read, wish, &form, &at);
    let pager = choices::pages(ctx, &moments, &read, wish, &at);
    let menu_url = checkout::menu_url(ctx, slug, wish.hold.as_deref());
    let page = TimesPage {
        shop: frame::frame(ctx, &read.profile),
        steps: checkout::steps(ctx, read.profile.vertical, 1, [Some(menu_url), None, None]),
        alternatives: words::alternatives(
            &moments,
            lost.as_ref().map_or(&[], |lost| &lost.nearest),
        ),
        complaint: lost.as_ref().map(|lost| lost.words.clone()),
        name: service_name.text,
        name_lang: service_name.other_lang,
        length: words::length(ctx, &read.spread),
        price: words::menu_price(ctx, &read.service, &read.spread),
        later: read.said_later(ctx, &moments),
        extras: extras::form(ctx, (slug, &read.service), wish, read.from),
        people: choices::people(ctx, &read, wish, &at),
        parties: choices::parties(ctx, &read.service, wish, &at),
        views: choices::views(ctx, wish, &at),
        soonest: read.soonest(&moments, t).filter(|_| is_plain),
        form,
        view,
        pager,
        book_soonest: t.businesses_book(),
        is_by_hand: read.is_by_hand,
        ctx,
    };
    match lost {
        Some(lost) => ctx.redraw(lost.status, &page),
        None => ctx.html(&page),
    }
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

    /// The earliest time there is, with how far off it is.
    fn soonest(&self, moments: &Moments, t: Words) -> Option<SlotTime> {
        self.soonest.as_ref().map(|slot| SlotTime {
            start: crate::web::moments::to_field(slot.start),
            time: moments.at(slot.date, slot.start),
            note: Some(t.relative(slot.date, moments.today())),
        })
    }
}

/// What the service comes to: with one person, exactly; else from the least on.
fn spread(roster: &Roster, service: &Service, staff: Option<ResourceId>) -> Spread {
    match staff {
        None => roster.spread(service),
        Some(_) => Spread::with(service, roster.terms(service, staff)),
    }
}

/// The date from which on the service will be otherwise, and what it comes to then.
fn later(
    roster: &Roster,
    service: &Service,
    staff: Option<ResourceId>,
) -> Option<(NaiveDate, Service, Spread)> {
    let from = service.later.as_ref()?.from;
    let then = service.clone().on(from);
    let spread = spread(roster, &then, staff);
    Some((from, then, spread))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    slug: &str,
    wish: &Wish,
) -> std::result::Result<Read, Error> {
    let scope = business::visitor(site, ctx, slug).await?;
    let wish = wish.clone();
    let token = wish
        .hold
        .as_deref()
        .map(|key| checkout::hold::token(site, slug, key));
    let found = site.db.read(
        scope,
        move |tx| -> std::result::Result<Option<Read>, DbError> {
            let Some(profile) = profile::open_to_public(tx)? else {
                return Ok(None);
            };
            let Some(service) = service::find(tx, wish.service)? else {
                return Ok(None);
            };
            let service = service.with_known(&wish.options);
            let roster = resource::roster(tx)?;
            let spread = spread(&roster, &service, wish.staff);
            let is_by_hand = roster.is_by_hand(&service);
            let later = later(&roster, &service, wish.staff).filter(|(.., then)| *then != spread);
            let now = tx.now();
            let today = local(profile.zone, now).date();
            let party = wish
                .party
                .clamp(service.figures.party_min, service.figures.party_max);
            // Who looks for another time gives their own up for it, so it is free to them.
            let own = match &token {
                Some(token) => {
                    hold::find(tx, token)?.map_or(load::Own::None, |held| load::Own::Hold(held.id))
                }
                None => load::Own::None,
            };
            let sought = Sought {
                profile: &profile,
                service: &service,
                party,
                nominated: wish.staff,
                by: load::By::Guest,
                own,
            };
            let near = wish.near.map(|start| local(profile.zone, start).date());
            let wanted = wish.from.or(near).unwrap_or(today).max(today);
            let (from, days) = match wish.view {
                View::Table | View::List => (wanted, 7),
                View::Month => wish::month(wanted, today),
            };
            let (shop, input, soonest) =
                seek::shown(tx, &sought, (from, days), (today, AHEAD_DAYS))?;
            let people = shop.nominable().cloned().collect();
            Ok(Some(Read {
                profile,
                service,
                spread,
                later,
                is_by_hand,
                people,
                input,
                soonest,
                party,
                now,
                from,
            }))
        },
    );
    found.await?.ok_or(Error::NotFound)
}
