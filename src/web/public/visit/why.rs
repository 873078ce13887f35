//! Why a visit cannot begin at a time, for whoever would like it: one sentence about one of the services, which tells nothing of
//! anybody else, and what would open it.

use super::{
    read::{self, Read},
    wish::{VisitQuery, VisitWish},
};
use crate::{
    base::{
        msg::Msg,
        time::{LocalDate, WallTime, instant, parse_date},
    },
    db::{DbError, TenantTx},
    domain::{
        businesses::profile,
        scheduling::{
            availability::{Refusal, Slot, VisitReasons},
            load::{By, Own},
            visit::{self, Sought},
        },
    },
    web::{
        crowd,
        error::{Error, Result},
        form::{Errors, typed::Asked},
        gate::business,
        links,
        moments::Moments,
        page::PageCtx,
        public::{frame, words},
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            post_form::PostForm,
            slot_list::SlotTime,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

/// The page.
#[derive(Template)]
#[template(path = "public/why.html")]
pub struct WhyVisitPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    errors: ErrorSummary,
    has_errors: bool,
    name: String,
    name_lang: Option<&'static str>,
    form: PostForm,
    date: TextField,
    time: TextField,
    answer: Option<Answer>,
    back: String,
}

/// What is said of a time.
struct Answer {
    when: String,
    words: String,
    anybody: Option<LinkButton>,
    nearest: Vec<SlotTime>,
    form: PostForm,
}

/// What is asked.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct WhyVisitQuery {
    with: String,
    date: String,
    time: String,
}

/// What the engine says of a time.
struct Found {
    date: LocalDate,
    start: DateTime<Utc>,
    reasons: VisitReasons,
    /// Whether it could be had with somebody else.
    with_anybody: bool,
    nearest: Vec<Slot>,
}

/// What is said of a time; without one, where it is asked for.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    query: Asked<WhyVisitQuery>,
) -> Result {
    let (slug, query) = (path.into_inner().1, query.0);
    let scope = business::visitor(&site, &ctx, &slug).await?;
    crowd::look(&site, &request, scope.business).await?;
    let mut errors = Errors::default();
    let when = meant(&query, &mut errors);
    let wish = VisitQuery::of(&query.with).wish(ctx.lang, &mut Errors::default());
    let asked = wish.clone();
    let found = site.db.read(
        scope,
        move |tx| -> std::result::Result<Option<(Read, Option<Found>)>, DbError> {
            let Some(profile) = profile::open_to_public(tx)? else {
                return Ok(None);
            };
            let read = read::of_menu(tx, profile, &asked)?;
            let found = match when {
                Some(when) => find(tx, &read, when)?,
                None => None,
            };
            Ok(Some((read, found)))
        },
    );
    let (read, found) = found.await?.ok_or(Error::NotFound)?;
    if !read.profile.settings.is_accepting || read.basket.guests.is_empty() {
        return ctx.see_other(&links::menu(ctx.lang, &slug));
    }
    let wish = VisitWish {
        basket: read.basket.clone(),
        from: when.map(|(date, _)| date),
        ..wish
    };
    if read.lacking().is_some() {
        return ctx.see_other(&wish.url(&ctx, &slug));
    }
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = page(&ctx, (&read, &wish), (&query, &errors), found);
    ctx.redraw(status, &page)
}

/// Where it is asked about a visit.
pub(super) fn url(ctx: &PageCtx, slug: &str, wish: &VisitWish) -> String {
    let with = serde_urlencoded::to_string([("with", wish.basket.text())]);
    let page = links::visit(ctx.lang, slug, None);
    format!("{page}/why?{}", with.unwrap_or_default())
}

fn meant(query: &WhyVisitQuery, errors: &mut Errors) -> Option<(LocalDate, WallTime)> {
    let is_asked = !query.date.is_empty() || !query.time.is_empty();
    let (date, time) = (parse_date(&query.date), WallTime::hurried(&query.time));
    if is_asked && date.is_none() {
        errors.add("date", Msg::new("form-date-form"));
    }
    if is_asked && time.is_none() {
        errors.add("time", Msg::new("form-time-late-form"));
    }
    date.zip(time)
}

fn find(
    tx: &mut TenantTx<'_>,
    read: &Read,
    (date, time): (LocalDate, WallTime),
) -> std::result::Result<Option<Found>, DbError> {
    let parts = read.parts();
    let start = instant(read.profile.zone, date, time);
    let Some(start) = start.filter(|_| !parts.is_empty() && read.lacking().is_none()) else {
        return Ok(None);
    };
    let sought = Sought {
        profile: &read.profile,
        parts: &parts,
        by: By::Guest,
        own: Own::None,
    };
    let reasons = visit::reasons(tx, &sought, start)?;
    let is_theirs = matches!(
        reasons.whole,
        Some(Refusal::Taken | Refusal::NobodyWorking | Refusal::Capped)
    );
    let with_anybody = if is_theirs && parts.iter().any(|part| part.nominated.is_some()) {
        let mut anybody = parts.clone();
        anybody.iter_mut().for_each(|part| part.nominated = None);
        let sought = Sought {
            parts: &anybody,
            ..sought
        };
        visit::reasons(tx, &sought, start)?.whole.is_none()
    } else {
        false
    };
    Ok(Some(Found {
        nearest: match reasons.whole {
            Some(_) => visit::nearest(tx, &sought, start)?,
            None => Vec::new(),
        },
        date,
        start,
        reasons,
        with_anybody,
    }))
}

fn page<'a>(
    ctx: &'a PageCtx,
    (read, wish): (&Read, &VisitWish),
    (query, errors): (&WhyVisitQuery, &Errors),
    found: Option<Found>,
) -> WhyVisitPage<'a> {
    let (t, slug) = (ctx.t, read.profile.slug.as_str());
    let names: Vec<&str> = read
        .all()
        .map(|one| one.service.name.text(ctx.lang))
        .collect();
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    WhyVisitPage {
        shop: frame::frame(ctx, &read.profile),
        errors: errors.summary(t),
        has_errors: !errors.is_empty(),
        name: names.join(" + "),
        name_lang: None,
        form: PostForm {
            action: format!("{}/why", links::visit(ctx.lang, slug, None)),
            hidden: vec![("with".to_owned(), wish.basket.text())],
        },
        date: field("date", t.why_guest_date(), &query.date, Entry::Date),
        time: TextField {
            hint: Some(t.why_guest_time_hint()),
            ..field("time", t.why_guest_time(), &query.time, Entry::Time)
        },
        answer: found.map(|found| answer(ctx, (read, wish), &found)),
        back: wish.url(ctx, slug),
        ctx,
    }
}

fn answer(ctx: &PageCtx, (read, wish): (&Read, &VisitWish), found: &Found) -> Answer {
    let (t, slug) = (ctx.t, read.profile.slug.as_str());
    let moments = Moments::new(t, read.profile.zone, read.now);
    let about = found.reasons.about.and_then(|place| read.all().nth(place));
    let name = about.map_or("", |one| one.service.name.text(ctx.lang));
    let anybody = VisitWish {
        basket: wish.basket.clone().with_anybody(),
        ..wish.clone()
    };
    let key = Uuid::new_v4().simple().to_string();
    Answer {
        when: moments.at(found.date, found.start),
        words: match (found.reasons.whole, found.reasons.by_itself()) {
            (None, _) => t.why_guest_free(),
            (Some(_), Some(refusal)) => {
                t.why_guest_of(name, t.of_family("booking-refused", refusal.id()))
            }
            (Some(_), None) => t.why_guest_beside(name),
        },
        anybody: found.with_anybody.then(|| LinkButton {
            label: t.why_guest_anybody_way(),
            url: anybody.url(ctx, slug),
            voice: Voice::Quiet,
            ..LinkButton::default()
        }),
        nearest: words::alternatives(&moments, &found.nearest),
        form: wish.form(ctx, slug, &key),
    }
}
