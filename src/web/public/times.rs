//! Step 2: when. Seven days as a table of ○△×, a day as a list, a month as a calendar; with anybody or with one person.

use super::{
    checkout, frame,
    grid::{self, Address, Drawing},
    words,
};
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        lang::Lang,
        time::{LocalDate, days_after, local, parse_date},
    },
    db::DbError,
    domain::{
        businesses::profile::{self, Profile},
        catalog::service::{self, Service},
        scheduling::{
            availability::{self, Input, Slot},
            hold, load,
            resource::Resource,
            seek::Sought,
        },
    },
    web::{
        error::{Error, Result},
        form::typed::Asked,
        gate::business,
        links::{self, Times},
        moments::Moments,
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            month::Month,
            pager::{Page, Pager, Tab, Tabs},
            post_form::PostForm,
            price::Price,
            slot_list::{SlotList, SlotTime},
            slot_table::SlotTable,
            steps::Steps,
        },
    },
};
use actix_web::{
    http::{StatusCode, header},
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::Deserialize;
use uuid::Uuid;

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
    people: Option<Tabs>,
    parties: Option<Tabs>,
    views: Tabs,
    soonest: Option<SlotTime>,
    form: PostForm,
    view: Drawn,
    pager: Pager,
    book_soonest: String,
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

/// What is asked. Everything is text, and what cannot be read is as if it had not been asked.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TimesQuery {
    #[serde(default)]
    service: String,
    #[serde(default)]
    staff: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    party: String,
    #[serde(default)]
    view: String,
    #[serde(default)]
    hold: String,
}

/// How the times are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Table,
    List,
    Month,
}

/// A wish in parsed form.
#[derive(Clone, Debug)]
pub struct Wish {
    /// What.
    pub service: ServiceId,
    /// With whom.
    pub staff: Option<ResourceId>,
    /// From which business day.
    pub from: Option<NaiveDate>,
    /// Around which instant, where no day was asked for.
    near: Option<DateTime<Utc>>,
    /// For how many.
    pub party: i16,
    view: View,
    /// The hold that is being changed.
    pub hold: Option<String>,
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

impl Wish {
    /// A wish around a time that was lost.
    pub fn near(lang: Lang, service: ServiceId, party: i16, start: DateTime<Utc>) -> Self {
        Self {
            service,
            staff: None,
            from: None,
            near: Some(start),
            party,
            view: View::usual(lang),
            hold: None,
        }
    }

    /// The same with somebody, for the form of this key.
    pub fn with(self, staff: Option<ResourceId>, key: String) -> Self {
        Self {
            staff,
            hold: Some(key),
            ..self
        }
    }
}

struct Read {
    profile: Profile,
    service: Service,
    people: Vec<Resource>,
    input: Input,
    soonest: Option<Slot>,
    party: i16,
    now: DateTime<Utc>,
    from: NaiveDate,
}

/// The free times of a service.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    query: Asked<TimesQuery>,
) -> Result {
    let Some(wish) = wish(&ctx, &query.0) else {
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
        party: read.party,
        from: wish.from.or(wish.near.map(|_| read.from)),
        ..wish.clone()
    };
    if lost.is_some() {
        ctx.stand_at(&links::times(ctx.lang, slug, &times(wish, read.from)));
    }
    let ctx = &ctx;
    let moments = Moments::new(ctx.t, read.profile.zone, read.now);
    let (t, slug) = (ctx.t, &read.profile.slug);
    let service_name = read.service.name.written(ctx.lang);
    let key = wish
        .hold
        .clone()
        .unwrap_or_else(|| Uuid::new_v4().simple().to_string());
    let form = form(ctx, slug, wish, &key);
    let mut slots = availability::starts(&read.input);
    slots.sort_by_key(|slot| (slot.date, slot.minute));
    let at = |change: &dyn Fn(&mut Times)| {
        let mut times = times(wish, read.from);
        change(&mut times);
        links::times(ctx.lang, slug, &times)
    };
    let any_free = slots.iter().any(|slot| slot.left > 0);
    let drawing = Drawing {
        ctx,
        moments: &moments,
        input: &read.input,
        slots: &slots,
    };
    let view = match wish.view {
        _ if !any_free => Drawn::Nothing(nothing(ctx, &moments, &read, &at)),
        View::Table => Drawn::Table(Box::new(grid::table(&drawing, &read.profile, form.clone()))),
        View::List => Drawn::List(Box::new(grid::list(&drawing, form.clone(), &at))),
        View::Month => Drawn::Month(grid::month(&drawing, &at)),
    };
    let pager = pages(ctx, &moments, &read, wish, &at);
    let page = TimesPage {
        shop: frame::frame(ctx, &read.profile),
        steps: checkout::steps(
            ctx,
            1,
            [
                Some(checkout::menu_url(ctx, slug, wish.hold.as_deref())),
                None,
                None,
            ],
        ),
        alternatives: lost
            .as_ref()
            .map(|lost| words::alternatives(&moments, &lost.nearest))
            .unwrap_or_default(),
        complaint: lost.as_ref().map(|lost| lost.words.clone()),
        name: service_name.text,
        name_lang: service_name.other_lang,
        length: words::length(ctx, &read.service),
        price: words::menu_price(ctx, &read.service),
        people: people(ctx, &read, wish, &at),
        parties: parties(ctx, &read.service, wish, &at),
        views: views(ctx, wish, &at),
        soonest: read
            .soonest
            .as_ref()
            .filter(|_| lost.is_none())
            .map(|slot| SlotTime {
                start: crate::web::moments::to_field(slot.start),
                time: moments.at(slot.date, slot.start),
                note: Some(t.relative(slot.date, moments.today())),
            }),
        form,
        view,
        pager,
        book_soonest: t.businesses_book(),
        ctx,
    };
    match lost {
        Some(lost) => ctx.redraw(lost.status, &page),
        None => ctx.html(&page),
    }
}

/// The hidden fields that a chosen time is sent with.
pub fn form(ctx: &PageCtx, slug: &str, wish: &Wish, key: &str) -> PostForm {
    let mut hidden = vec![
        ("key".to_owned(), key.to_owned()),
        ("service".to_owned(), wish.service.to_string()),
        ("party".to_owned(), wish.party.to_string()),
    ];
    hidden.extend(
        wish.staff
            .map(|staff| ("staff".to_owned(), staff.to_string())),
    );
    PostForm {
        action: links::hold(ctx.lang, slug),
        hidden,
    }
}

fn wish(ctx: &PageCtx, query: &TimesQuery) -> Option<Wish> {
    let view = match query.view.as_str() {
        "table" => View::Table,
        "list" => View::List,
        "month" => View::Month,
        _ => View::usual(ctx.lang),
    };
    Some(Wish {
        service: query.service.parse().ok()?,
        staff: query.staff.parse().ok(),
        from: parse_date(&query.from),
        near: None,
        party: query
            .party
            .parse()
            .ok()
            .filter(|party| (1..=500).contains(party))
            .unwrap_or(1),
        view,
        hold: Some(query.hold.clone()).filter(|hold| checkout::hold::is_key(hold)),
    })
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
                own,
            };
            let near = wish.near.map(|start| local(profile.zone, start).date());
            let wanted = wish.from.or(near).unwrap_or(today).max(today);
            let (from, days) = match wish.view {
                View::Table | View::List => (wanted, 7),
                View::Month => month(wanted, today),
            };
            // From today on, so that the soonest time is known on every page without another reading.
            let ask = sought.over(from, days);
            let mut shop = load::service_shop(tx, &ask)?;
            let people = shop
                .resources()
                .iter()
                .filter(|one| one.kind.is_person() && one.is_nominable)
                .cloned()
                .collect();
            let input = shop.take_input(&ask);
            let mut soonest = availability::next_free(&input);
            if soonest.is_none() || from > today {
                let ahead = sought.over(today, load::AHEAD_DAYS);
                soonest = availability::next_free(&load::input(tx, &ahead)?);
            }
            Ok(Some(Read {
                profile,
                service,
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

/// The days of a month from today on.
fn month(wanted: NaiveDate, today: NaiveDate) -> (NaiveDate, u16) {
    let first = wanted.with_day(1).unwrap_or(wanted);
    let next = if first.month() == 12 {
        NaiveDate::from_ymd_opt(first.year() + 1, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(first.year(), first.month() + 1, 1)
    };
    let from = first.max(today);
    let days = next.map_or(31, |next| (next - from).num_days());
    (from, u16::try_from(days.clamp(1, 31)).unwrap_or(31))
}

fn times(wish: &Wish, from: NaiveDate) -> Times {
    Times {
        service: Some(wish.service),
        staff: wish.staff,
        from: wish.from.map(|_| from),
        party: Some(wish.party),
        view: Some(wish.view.word()),
        hold: wish.hold.clone(),
    }
}

impl View {
    /// The table of marks is a Japanese habit (UX 1.3).
    fn usual(lang: Lang) -> Self {
        match lang {
            Lang::Ja => Self::Table,
            Lang::En => Self::List,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::List => "list",
            Self::Month => "month",
        }
    }
}

fn people(ctx: &PageCtx, read: &Read, wish: &Wish, at: Address<'_>) -> Option<Tabs> {
    if read.people.is_empty() {
        return None;
    }
    let any = Tab {
        label: ctx.t.booking_any_staff(),
        count: None,
        url: at(&|times| times.staff = None),
        current: wish.staff.is_none(),
    };
    let each = read.people.iter().map(|person| Tab {
        label: person.name.text(ctx.lang).to_owned(),
        count: (person.nomination_fee > 0).then(|| {
            ctx.t
                .booking_nomination_fee(ctx.t.yen(person.nomination_fee))
        }),
        url: at(&|times| times.staff = Some(person.id)),
        current: wish.staff == Some(person.id),
    });
    Some(Tabs {
        label: ctx.t.booking_staff_filter(),
        items: std::iter::once(any).chain(each).collect(),
    })
}

fn parties(ctx: &PageCtx, service: &Service, wish: &Wish, at: Address<'_>) -> Option<Tabs> {
    let figures = &service.figures;
    if figures.party_max <= 1 {
        return None;
    }
    let items = (figures.party_min..=figures.party_max.min(12))
        .map(|party| Tab {
            label: ctx.t.people(i64::from(party)),
            count: None,
            url: at(&|times| times.party = Some(party)),
            current: wish.party == party,
        })
        .collect();
    Some(Tabs {
        label: ctx.t.booking_party_filter(),
        items,
    })
}

fn views(ctx: &PageCtx, wish: &Wish, at: Address<'_>) -> Tabs {
    let all = [
        (View::Table, ctx.t.ui_times_table()),
        (View::List, ctx.t.ui_times_list()),
        (View::Month, ctx.t.booking_times_month()),
    ];
    let items = all
        .into_iter()
        .map(|(view, label)| Tab {
            label,
            count: None,
            url: at(&|times| times.view = Some(view.word())),
            current: wish.view == view,
        })
        .collect();
    Tabs {
        label: ctx.t.ui_views(),
        items,
    }
}

/// Nothing free: when there is, and ways there.
fn nothing(ctx: &PageCtx, moments: &Moments, read: &Read, at: Address<'_>) -> Empty {
    let t = ctx.t;
    let way = |label: String, url: String| LinkButton {
        label,
        url,
        voice: Voice::Quiet,
        ..LinkButton::default()
    };
    let mut ways = Vec::new();
    let words = match &read.soonest {
        Some(slot) => {
            let day = slot.date;
            ways.push(way(
                t.booking_nothing_way(moments.day(day)),
                at(&|times| times.from = Some(day)),
            ));
            t.booking_nothing_until(moments.day(day))
        }
        None => t.booking_nothing_ahead(),
    };
    if read.input.needs.is_empty() || read.soonest.is_none() {
        ways.push(way(t.booking_any_staff(), at(&|times| times.staff = None)));
    }
    Empty {
        icon: Icon::Calendar,
        words,
        ways,
    }
}

fn pages(ctx: &PageCtx, moments: &Moments, read: &Read, wish: &Wish, at: Address<'_>) -> Pager {
    let t = ctx.t;
    let (today, from) = (moments.today(), read.from);
    let days = u32::from(read.input.days);
    let (earlier_words, later_words) = match wish.view {
        View::Month => (t.ui_earlier_month(), t.ui_later_month()),
        View::Table | View::List => (t.ui_earlier_days(), t.ui_later_days()),
    };
    let earlier: Option<LocalDate> = (from > today).then(|| match wish.view {
        View::Month => from
            .with_day(1)
            .and_then(|first| first.pred_opt())
            .unwrap_or(today)
            .max(today),
        View::Table | View::List => from
            .checked_sub_days(chrono::Days::new(7))
            .unwrap_or(today)
            .max(today),
    });
    let next = days_after(from, days);
    let horizon = days_after(today, read.input.service.horizon_days);
    let later = (next <= horizon).then_some(next);
    let page = |label: String, date: LocalDate| Page {
        label,
        url: Some(at(&|times| times.from = Some(date))),
    };
    Pager {
        label: t.ui_times(),
        earlier: earlier.map(|date| page(earlier_words, date)),
        later: later.map(|date| page(later_words, date)),
    }
}
