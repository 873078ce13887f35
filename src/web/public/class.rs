//! The coming sessions of a class: when, how many places are left, and whether enough have booked for it to be held.

use super::{
    frame,
    wish::{self, View, Wish},
    words,
};
use crate::{
    base::{
        ids::ServiceId,
        time::{days_after, local},
    },
    db::{self, TenantTx},
    domain::{
        bookings::{
            class_check::{self, Outcome, Outcomes},
            session::{self as coming, Counts},
        },
        businesses::profile::{self, Profile},
        catalog::{
            approval,
            service::{self, Service},
        },
        scheduling::{
            availability::{self, Slot, Starts},
            class::{self, ClassRules},
            load::{self, By, Own},
            resource,
            seek::Sought,
            session::{self, Session},
            spread::Spread,
        },
    },
    i18n::Words,
    web::{
        crowd,
        error::{Error, Result},
        gate::business,
        links,
        moments::{Moments, to_field},
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            frame::ShopFrame,
            post_form::PostForm,
            price::Price,
        },
    },
};
use actix_web::{
    HttpRequest,
    http::header,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// So many business days ahead are shown.
const DAYS: u16 = 62;
/// No more sessions than a telephone scrolls through.
const MOST: usize = 40;

/// The page.
#[derive(Template)]
#[template(path = "public/class.html")]
pub struct ClassPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    name: String,
    name_lang: Option<&'static str>,
    about: String,
    about_lang: Option<&'static str>,
    length: String,
    price: Price,
    /// What is said of how many are needed.
    least: Option<String>,
    /// That it is asked for, and what that means.
    request: Option<String>,
    form: PostForm,
    rows: Vec<Row>,
    /// Other numbers of people, what can be had besides, and every time there is.
    times: LinkButton,
}

/// One session.
pub struct Row {
    when: String,
    note: String,
    /// Whether it stands, where some are needed.
    stands: Option<String>,
    /// The value of `start`, where it can be booked with this press.
    start: Option<String>,
    label: String,
}

/// What the page reads.
struct Scene {
    profile: Profile,
    service: Service,
    spread: Spread,
    rules: ClassRules,
    is_on_request: bool,
    slots: Vec<Slot>,
    sessions: Vec<Session>,
    counts: Counts,
    outcomes: Outcomes,
    now: DateTime<Utc>,
}

/// The sessions of a class; there is nothing here for what is no class.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String, String)>,
    request: HttpRequest,
) -> Result {
    let (_, slug, service) = path.into_inner();
    let service: ServiceId = service.parse().map_err(|_no_key| Error::NotFound)?;
    let scope = business::visitor(&site, &ctx, &slug).await?;
    crowd::look(&site, &request, scope.business).await?;
    let found = site.db.read(scope, move |tx| read(tx, service));
    let found: Option<Scene> = found.await?;
    let scene = found.ok_or(Error::NotFound)?;
    if !scene.profile.settings.is_accepting {
        return ctx.see_other(&links::menu(ctx.lang, &slug));
    }
    let mut page = ctx.html(&page(&ctx, &scene))?;
    // Whoever comes back by the browser's arrow finds the very same form, so that choosing again moves their hold.
    page.headers_mut().insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("private, no-cache"),
    );
    Ok(page)
}

fn read(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<Option<Scene>> {
    let Some(profile) = profile::open_to_public(tx)? else {
        return Ok(None);
    };
    let Some(service) = service::find(tx, id)? else {
        return Ok(None);
    };
    let now = tx.now();
    let today = local(profile.zone, now).date();
    let sought = Sought {
        profile: &profile,
        service: &service,
        party: service.figures.party_min,
        nominated: None,
        by: By::Guest,
        own: Own::None,
    };
    let input = load::input(tx, &sought.over(today, DAYS))?;
    if input.service.starts == Starts::Grid {
        return Ok(None);
    }
    let mut slots = availability::starts(&input);
    slots.sort_by_key(|slot| slot.start);
    let days = (today, days_after(today, DAYS.into()));
    let own = [service.clone()];
    let roster = resource::roster(tx)?;
    Ok(Some(Scene {
        spread: roster.spread(&service),
        rules: class::find(tx, id)?.unwrap_or_default(),
        is_on_request: approval::standing(tx)?.is_asked(id),
        sessions: session::within(tx, profile.zone, &own, (today, DAYS))?,
        counts: coming::counts(tx, days)?,
        outcomes: class_check::outcomes(tx, days)?,
        profile,
        service,
        slots,
        now,
    }))
}

fn page<'a>(ctx: &'a PageCtx, scene: &Scene) -> ClassPage<'a> {
    let (t, slug) = (ctx.t, scene.profile.slug.as_str());
    let (name, about) = (
        scene.service.name.written(ctx.lang),
        scene.service.about.written(ctx.lang),
    );
    let wish = Wish {
        party: scene.service.figures.party_min,
        view: View::List,
        ..Wish::near(ctx.lang, scene.service.id, 1, scene.now)
    };
    let key = Uuid::new_v4().simple().to_string();
    let times = links::Times {
        service: Some(scene.service.id),
        ..links::Times::default()
    };
    let rows = scene.sessions.iter().filter_map(|one| row(ctx, scene, one));
    ClassPage {
        shop: frame::frame(ctx, &scene.profile),
        name: name.text,
        name_lang: name.other_lang,
        about: about.text,
        about_lang: about.other_lang,
        length: words::length(ctx, &scene.spread),
        price: words::menu_price(ctx, &scene.service, &scene.spread),
        least: least(t, &scene.rules),
        request: scene.is_on_request.then(|| t.requests_times_note()),
        form: wish::form(ctx, slug, &wish, &key),
        rows: rows.take(MOST).collect(),
        times: LinkButton {
            label: t.classes_all_times(),
            url: links::times(ctx.lang, slug, &times),
            voice: Voice::Text,
            ..LinkButton::default()
        },
        ctx,
    }
}

/// What becomes of a session for which too few book: said before anybody does.
fn least(t: Words, rules: &ClassRules) -> Option<String> {
    let (least, hours) = (rules.least, i64::from(rules.decide_hours));
    if least < 2 {
        return None;
    }
    let by = match hours {
        0 => t.classes_decide_start(),
        hours if hours % 24 == 0 => t.classes_decide_days(hours / 24),
        hours => t.classes_decide_hours(hours),
    };
    Some(match rules.calls_off_itself {
        true => t.classes_least_off(by, least),
        false => t.classes_least_ask(by, least),
    })
}

/// A session that is held, or was called off: what the timetable has on a day when the shop is closed is none, nor is what nobody
/// can book yet or any more.
fn row(ctx: &PageCtx, scene: &Scene, one: &Session) -> Option<Row> {
    let t = ctx.t;
    let slot = scene.slots.iter().find(|slot| slot.start == one.start);
    if one.start <= scene.now || (one.is_held && slot.is_none()) || !one.is_open {
        return None;
    }
    let moments = Moments::new(t, scene.profile.zone, scene.now);
    let minutes = TimeDelta::minutes(scene.service.figures.duration_minutes.into());
    let when = moments.when(one.key.date, one.start, one.start + minutes);
    let is_whole = scene.service.lacking().next().is_none();
    let left = slot.filter(|_| one.is_held).map_or(0, |slot| slot.left);
    Some(Row {
        note: match (one.is_held, left) {
            (false, _) => t.classes_off(),
            (true, 0) => t.classes_full(),
            (true, left) => t.classes_left_count(left),
        },
        stands: stands(t, scene, one).filter(|_| one.is_held),
        start: (one.is_held && left > 0 && is_whole).then(|| to_field(one.start)),
        label: t.classes_book(&when),
        when,
    })
}

/// Whether a session stands, where some are needed.
fn stands(t: Words, scene: &Scene, one: &Session) -> Option<String> {
    let least = i64::from(scene.rules.least);
    let count = scene.counts.get(&(one.key.service, one.start));
    let guests = count.map_or(0, |count| count.guests);
    match scene.outcomes.get(&one.key) {
        _ if least < 2 => None,
        Some(Outcome::Enough | Outcome::Kept) => Some(t.classes_stands()),
        _ if guests >= least => Some(t.classes_enough()),
        _ => Some(t.classes_lacks(least - guests)),
    }
}

/// The way to it, from the times of a service, where it is a class.
pub(super) fn way(
    ctx: &PageCtx,
    (slug, service): (&str, ServiceId),
    starts: &Starts,
) -> Option<LinkButton> {
    (*starts != Starts::Grid).then(|| LinkButton {
        label: ctx.t.classes_sessions_way(),
        url: links::class(ctx.lang, slug, service),
        voice: Voice::Text,
        ..LinkButton::default()
    })
}
