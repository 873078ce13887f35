//! Why a time cannot be booked, for whoever would like it: one sentence that tells nothing of anybody else, and what would open
//! it.

use super::{
    frame,
    wish::{self, Wish},
    words,
};
use crate::{
    base::{
        ids::{OptionId, ResourceId, ServiceId},
        msg::Msg,
        time::{LocalDate, WallTime, instant, parse_date},
    },
    db::{DbError, TenantTx},
    domain::{
        businesses::profile::{self, Profile},
        catalog::service::{self, Service},
        scheduling::{
            availability::{Refusal, Slot},
            load::{By, Own},
            resource,
            seek::{self, Sought},
        },
    },
    web::{
        crowd,
        error::{Error, Result},
        form::{Errors, options::typed_options, typed::Asked},
        gate::business,
        links::{self, Times},
        moments::Moments,
        page::PageCtx,
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
use std::collections::HashMap;
use uuid::Uuid;

/// The page.
#[derive(Template)]
#[template(path = "public/why.html")]
pub struct WhyPage<'a> {
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
pub struct WhyQuery {
    service: String,
    staff: String,
    party: String,
    options: String,
    date: String,
    time: String,
}

/// The same, meant.
#[derive(Clone)]
struct Meant {
    service: ServiceId,
    staff: Option<ResourceId>,
    options: Vec<OptionId>,
    party: i16,
    at: Option<(LocalDate, WallTime)>,
}

struct Read {
    profile: Profile,
    service: Service,
    /// With whom, if guests can ask for them.
    staff: Option<ResourceId>,
    now: DateTime<Utc>,
    found: Option<Found>,
}

/// What the engine says of a time.
struct Found {
    start: DateTime<Utc>,
    date: LocalDate,
    is_by_hand: bool,
    refusal: Option<Refusal>,
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
    query: Asked<WhyQuery>,
) -> Result {
    let (slug, query) = (path.into_inner().1, query.0);
    let scope = business::visitor(&site, &ctx, &slug).await?;
    crowd::look(&site, &request, scope.business).await?;
    let mut errors = Errors::default();
    let Some(meant) = meant(&query, &mut errors) else {
        return ctx.see_other(&links::menu(ctx.lang, &slug));
    };
    let asked = meant.clone();
    let found = site.db.read(
        scope,
        move |tx| -> std::result::Result<Option<Read>, DbError> { read(tx, &asked) },
    );
    let read = found.await?.ok_or(Error::NotFound)?;
    let meant = Meant {
        staff: read.staff,
        ..meant
    };
    if !read.profile.settings.is_accepting {
        return ctx.see_other(&links::menu(ctx.lang, &slug));
    }
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    ctx.redraw(status, &page(&ctx, &read, &meant, (&query, &errors)))
}

fn meant(query: &WhyQuery, errors: &mut Errors) -> Option<Meant> {
    let is_asked = !query.date.is_empty() || !query.time.is_empty();
    let (date, time) = (parse_date(&query.date), WallTime::hurried(&query.time));
    if is_asked && date.is_none() {
        errors.add("date", Msg::new("form-date-form"));
    }
    if is_asked && time.is_none() {
        errors.add("time", Msg::new("form-time-late-form"));
    }
    let party: Option<i16> = query.party.parse().ok();
    Some(Meant {
        service: query.service.parse().ok()?,
        staff: query.staff.parse().ok(),
        options: typed_options(&query.options, &HashMap::new()),
        party: party.filter(|one| (1..=500).contains(one)).unwrap_or(1),
        at: date.zip(time),
    })
}

fn read(tx: &mut TenantTx<'_>, meant: &Meant) -> std::result::Result<Option<Read>, DbError> {
    let Some(profile) = profile::open_to_public(tx)? else {
        return Ok(None);
    };
    let Some(service) = service::find(tx, meant.service)? else {
        return Ok(None);
    };
    let service = service.with_known(&meant.options);
    let meant = &Meant {
        staff: match meant.staff {
            Some(id) => shown(tx, (&service, id))?,
            None => None,
        },
        ..meant.clone()
    };
    let found = match meant.at {
        Some((date, time)) => match instant(profile.zone, date, time) {
            Some(start) => Some(find(tx, (&profile, &service), meant, (date, start))?),
            None => None,
        },
        None => None,
    };
    Ok(Some(Read {
        now: tx.now(),
        profile,
        service,
        staff: meant.staff,
        found,
    }))
}

/// Whoever is asked for, if guests see them and they do this; of nobody else anything is told here.
fn shown(
    tx: &mut TenantTx<'_>,
    (service, id): (&Service, ResourceId),
) -> std::result::Result<Option<ResourceId>, DbError> {
    let own = resource::linked(tx, service)?;
    let is_shown = own
        .iter()
        .any(|(one, _)| one.id == id && one.is_nominable && one.takes_online);
    Ok(is_shown.then_some(id))
}

fn find(
    tx: &mut TenantTx<'_>,
    (profile, service): (&Profile, &Service),
    meant: &Meant,
    (date, start): (LocalDate, DateTime<Utc>),
) -> std::result::Result<Found, DbError> {
    let figures = &service.figures;
    let sought = Sought {
        profile,
        service,
        party: meant.party.clamp(figures.party_min, figures.party_max),
        nominated: meant.staff,
        by: By::Guest,
        own: Own::None,
    };
    let is_by_hand = resource::roster(tx)?.is_by_hand(service);
    let refusal = seek::reasons(tx, &sought, start)?.first().copied();
    let is_theirs = matches!(
        refusal,
        Some(Refusal::Taken | Refusal::NobodyWorking | Refusal::Capped)
    );
    let with_anybody = if is_theirs && meant.staff.is_some() {
        let anybody = Sought {
            nominated: None,
            ..sought
        };
        seek::reasons(tx, &anybody, start)?.is_empty()
    } else {
        false
    };
    Ok(Found {
        nearest: match refusal {
            Some(_) => seek::nearest(tx, &sought, start)?,
            None => Vec::new(),
        },
        start,
        date,
        is_by_hand,
        refusal,
        with_anybody,
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    read: &Read,
    meant: &Meant,
    (query, errors): (&WhyQuery, &Errors),
) -> WhyPage<'a> {
    let (t, slug) = (ctx.t, read.profile.slug.as_str());
    let name = read.service.name.written(ctx.lang);
    let times = Times {
        service: Some(meant.service),
        staff: meant.staff,
        options: meant.options.clone(),
        party: Some(meant.party),
        from: meant.at.map(|(date, _)| date),
        ..Times::default()
    };
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    WhyPage {
        shop: frame::frame(ctx, &read.profile),
        errors: errors.summary(t),
        has_errors: !errors.is_empty(),
        name: name.text,
        name_lang: name.other_lang,
        form: PostForm {
            action: links::why(ctx.lang, slug, None),
            hidden: vec![
                pair("service", &meant.service.to_string()),
                pair(
                    "staff",
                    &meant.staff.map_or_else(String::new, |id| id.to_string()),
                ),
                pair("party", &meant.party.to_string()),
                pair("options", &links::listed(&meant.options)),
            ],
        },
        date: field("date", t.why_guest_date(), &query.date, Entry::Date),
        time: TextField {
            hint: Some(t.why_guest_time_hint()),
            ..field("time", t.why_guest_time(), &query.time, Entry::Time)
        },
        answer: read
            .found
            .as_ref()
            .map(|found| answer(ctx, read, meant, (found, &times))),
        back: links::times(ctx.lang, slug, &times),
        ctx,
    }
}

fn answer(ctx: &PageCtx, read: &Read, meant: &Meant, (found, times): (&Found, &Times)) -> Answer {
    let (t, slug) = (ctx.t, read.profile.slug.as_str());
    let moments = Moments::new(t, read.profile.zone, read.now);
    let wanted = Wish {
        staff: meant.staff,
        options: meant.options.clone(),
        ..Wish::near(ctx.lang, meant.service, meant.party, found.start)
    };
    let key = Uuid::new_v4().simple().to_string();
    let anybody = Times {
        staff: None,
        ..times.clone()
    };
    Answer {
        when: moments.at(found.date, found.start),
        words: match found.refusal {
            _ if found.is_by_hand => t.why_halt_by_hand(),
            None => t.why_guest_free(),
            Some(refusal) => t.of_family("booking-refused", refusal.id()),
        },
        anybody: found.with_anybody.then(|| LinkButton {
            label: t.why_guest_anybody_way(),
            url: links::times(ctx.lang, slug, &anybody),
            voice: Voice::Quiet,
            ..LinkButton::default()
        }),
        nearest: words::alternatives(&moments, &found.nearest),
        form: wish::form(ctx, slug, &wanted, &key),
    }
}
