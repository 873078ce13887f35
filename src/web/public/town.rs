//! Who in this town is free then: a day and a part of it, and the shops that can be booked there and then, with their first
//! times.

use super::town_form::{Fields, TownQuery, today};
use crate::{
    base::{ids::BusinessId, lang::Lang},
    db,
    domain::{
        businesses::directory::{self, Listing},
        scheduling::town::{self, Answer, Found, MOST_SHOPS, Wanted},
    },
    web::{
        crowd,
        error::Result,
        form::{Errors, typed::Asked},
        links::{self, Times},
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            empty::Empty,
            error_summary::ErrorSummary,
            icon::Icon,
        },
    },
};
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use askama::Template;
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// Shops on one page.
const EACH: usize = 24;

/// The page.
#[derive(Template)]
#[template(path = "public/town.html")]
pub struct TownPage<'a> {
    ctx: &'a PageCtx,
    errors: ErrorSummary,
    has_errors: bool,
    action: String,
    fields: Fields,
    answer: Option<Answered>,
}

/// What is said of a question.
struct Answered {
    heading: String,
    /// That not all shops were asked.
    cut: Option<String>,
    places: Vec<Place>,
    nothing: Option<Empty>,
    more: Option<String>,
}

/// A shop that is free.
struct Place {
    url: String,
    name: String,
    name_lang: Option<&'static str>,
    kind: String,
    area: String,
    service: String,
    service_lang: Option<&'static str>,
    length: String,
    /// Whom it is for, when it is not for everyone.
    audience: Option<String>,
    times_url: String,
    times: Vec<String>,
    /// That there are more.
    more: Option<String>,
}

/// What was found, with what is said of those shops.
struct Read {
    answer: Answer,
    listings: HashMap<String, Listing>,
    /// The first that is shown.
    first: usize,
}

/// Where it is asked and answered.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    query: Asked<TownQuery>,
) -> Result {
    crowd::search(&site, &request).await?;
    let (query, now) = (query.0, site.db.clock().now());
    let mut errors = Errors::default();
    let wanted = match query.is_asked() {
        true => query.meant(now, &mut errors),
        false => None,
    };
    let answer = match wanted {
        Some(wanted) => {
            let read = read(&site, &query, wanted.clone()).await?;
            Some(answered(&ctx, &query, (&wanted, &read), now))
        }
        None => None,
    };
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = TownPage {
        errors: errors.summary(ctx.t),
        has_errors: !errors.is_empty(),
        action: links::town(ctx.lang),
        fields: query.fields(&ctx, now, &errors),
        answer,
        ctx: &ctx,
    };
    ctx.redraw(status, &page)
}

/// Searches the town, and reads what those who are shown say of themselves.
async fn read(
    site: &Site,
    query: &TownQuery,
    wanted: Wanted,
) -> std::result::Result<Read, db::DbError> {
    let answer = site.db.town(move |tx| town::search(tx, &wanted)).await?;
    let page = query.page.parse::<usize>().unwrap_or(0);
    let first = page.saturating_mul(EACH);
    let shown = answer.found.iter().skip(first).take(EACH);
    let shown: Vec<BusinessId> = shown.map(|one| one.business).collect();
    let listings = match shown.is_empty() {
        true => Vec::new(),
        false => {
            let wanted = directory::Wanted {
                only: Some(shown),
                ..directory::Wanted::default()
            };
            site.db
                .platform(move |tx| -> db::Result<_> { directory::list(tx, &wanted) })
                .await?
        }
    };
    let listings = listings.into_iter().map(|one| (one.slug.clone(), one));
    Ok(Read {
        answer,
        listings: listings.collect(),
        first,
    })
}

fn answered(
    ctx: &PageCtx,
    query: &TownQuery,
    (wanted, read): (&Wanted, &Read),
    now: DateTime<Utc>,
) -> Answered {
    let (t, answer) = (ctx.t, &read.answer);
    let day = t.day(wanted.date, today(now));
    let shown = answer.found.iter().skip(read.first).take(EACH);
    // A shop that was hidden between the two readings is not shown.
    let places = shown.filter_map(|found| {
        let listing = read.listings.get(&found.slug)?;
        Some(place(ctx, wanted, (found, listing)))
    });
    let is_more = answer.found.len() > read.first + EACH;
    let next = read.first / EACH + 1;
    Answered {
        heading: t.town_found(answer.found.len(), day),
        cut: answer.is_cut.then(|| t.town_cut(MOST_SHOPS)),
        places: places.collect(),
        nothing: answer
            .found
            .is_empty()
            .then(|| nothing(ctx, query, answer, now)),
        more: is_more.then(|| query.of_page(next).url(ctx)),
    }
}

fn place(ctx: &PageCtx, wanted: &Wanted, (found, listing): (&Found, &Listing)) -> Place {
    let t = ctx.t;
    let (name, service) = (listing.name.written(ctx.lang), found.name.written(ctx.lang));
    let times = Times {
        service: Some(found.service),
        from: Some(wanted.date),
        party: Some(wanted.party),
        view: Some("list"),
        ..Times::default()
    };
    let wall = |minutes: u16| t.late_wall_time(u32::from(minutes));
    let each = found.slots.iter().map(|slot| wall(slot.minute.minutes()));
    Place {
        url: links::business(ctx.lang, &listing.slug),
        name: name.text,
        name_lang: name.other_lang,
        kind: t.of_family("businesses-kind", listing.vertical.slug()),
        area: match ctx.lang {
            Lang::Ja => listing.area.clone(),
            Lang::En => listing.address_en.clone(),
        },
        service: service.text,
        service_lang: service.other_lang,
        length: t.length(u32::try_from(found.minutes).unwrap_or(0)),
        audience: found.is_for_new.then(|| t.booking_audience_new()),
        times_url: links::times(ctx.lang, &listing.slug, &times),
        times: each.collect(),
        more: (found.more > 0).then(|| t.town_more_times(found.more)),
    }
}

/// Nothing is free: what would help.
fn nothing(ctx: &PageCtx, query: &TownQuery, answer: &Answer, now: DateTime<Utc>) -> Empty {
    let t = ctx.t;
    let words = match (answer.shops, answer.instead.is_empty()) {
        (0, _) => t.town_none_shops(),
        (_, true) => t.town_none(),
        (_, false) => t.town_none_instead(),
    };
    let ways = answer.instead.iter().map(|one| {
        let day = t.day(one.date, today(now));
        let part = t.of_family("town-part", one.part.slug());
        LinkButton {
            label: t.town_instead(day, part, one.shops),
            url: query.at(one.date, one.part).url(ctx),
            voice: Voice::Quiet,
            ..LinkButton::default()
        }
    });
    Empty {
        icon: Icon::Search,
        words,
        ways: ways.collect(),
    }
}
