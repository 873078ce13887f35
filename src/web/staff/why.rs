//! Why a time cannot be booked: what keeps guests from it, what keeps staff from it, and what everybody who would do has then.

use super::{
    block,
    capped::Names,
    clock::WallClock,
    new_fields::{self, parse_clock},
    new_form::NewForm,
    why_said::{Line, halted, line, said},
    why_visit,
};
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        msg::Msg,
        text,
        time::{LocalDate, instant},
    },
    db::{self, TenantTx},
    domain::{
        bookings::{
            why::{self, Why, Wish},
            why_visit::WhyVisit,
        },
        businesses::role::Right,
        catalog::service::{self, Service},
        scheduling::{
            day_plan,
            resource::{self, Resource},
        },
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        form::{Errors, fields, typed::Asked},
        gate::member::{self, AtWork},
        links::{self, Prefill},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::{FrameLink, ShopFrame},
            mark::Mark,
            nav::Nav,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// Whoever takes calls is asked.
pub const RIGHT: Right = Right::CreateBookings;

/// The largest party that is asked about.
const MOST: i64 = 999;

/// The page.
#[derive(Template)]
#[template(path = "staff/why.html")]
pub struct WhyPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: LinkButton,
    action: String,
    service: SelectField,
    /// What follows it, and whether any of it is filled in.
    next: Vec<SelectField>,
    has_next: bool,
    staff: SelectField,
    date: TextField,
    time: TextField,
    party: TextField,
    show: Submit,
    answer: Option<Answer>,
}

/// What was found out, said.
pub(super) struct Answer {
    pub when: String,
    pub guests: Vec<String>,
    pub staff: Vec<String>,
    pub each: Vec<Line>,
    pub nearest: Vec<FrameLink>,
}

/// What is asked.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct WhyQuery {
    service: String,
    second: String,
    third: String,
    fourth: String,
    fifth: String,
    staff: String,
    date: String,
    time: String,
    party: String,
}

impl WhyQuery {
    /// What follows the first service, as it is typed.
    fn next(&self) -> [&str; 4] {
        [&self.second, &self.third, &self.fourth, &self.fifth].map(String::as_str)
    }
}

/// The same, meant.
#[derive(Clone)]
struct Meant {
    service: ServiceId,
    next: Vec<ServiceId>,
    person: Option<ResourceId>,
    start: DateTime<Utc>,
    party: i16,
}

/// What the page is drawn from.
pub(super) struct Scene {
    pub at: AtWork,
    services: Vec<Service>,
    resources: Vec<Resource>,
    today: LocalDate,
    now: DateTime<Utc>,
}

/// The form; and the answer, once something is asked.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<WhyQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (slug, mut query) = (path.into_inner().1, query.0);
    let wish = (slug.as_str(), RIGHT);
    let found = member::look(&site, &ctx, &signed_in, wish, read);
    let scene = found.await??;
    let mut errors = Errors::default();
    let is_asked = !query.service.is_empty() || !query.time.is_empty();
    if query.party.is_empty() {
        query.party = "1".to_owned();
    }
    if query.date.is_empty() {
        query.date = scene.today.to_string();
    }
    let meant = match is_asked {
        true => meant(&query, &scene, &mut errors),
        false => None,
    };
    let answer = match meant {
        Some(meant) => {
            let asked = meant.clone();
            let found = member::look(&site, &ctx, &signed_in, wish, move |tx, at| {
                ask(tx, at, &asked)
            });
            let found = found.await??;
            found.map(|found| answered(&ctx, &scene, (&meant, &found)))
        }
        None => None,
    };
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = page(&ctx, (&signed_in, &scene), (&query, &errors), answer);
    ctx.redraw(status, &page)
}

fn read(tx: &mut TenantTx<'_>, at: &AtWork) -> db::Result<Scene> {
    Ok(Scene {
        at: at.clone(),
        services: service::all(tx)?,
        resources: resource::all(tx)?,
        today: day_plan::today(tx, at.profile.zone)?,
        now: tx.now(),
    })
}

/// What was found out: of one service, or of several.
enum Found {
    One(Box<Why>),
    Several(why_visit::Asked, Box<WhyVisit>),
}

fn ask(tx: &mut TenantTx<'_>, at: &AtWork, meant: &Meant) -> db::Result<Option<Found>> {
    let Some(service) = service::find(tx, meant.service)? else {
        return Ok(None);
    };
    if !meant.next.is_empty() {
        let mut services = vec![service];
        for id in &meant.next {
            services.extend(service::find(tx, *id)?);
        }
        let asked = why_visit::Asked {
            services,
            person: meant.person,
            start: meant.start,
            party: meant.party,
        };
        let why = why_visit::ask(tx, at, &asked)?;
        return Ok(Some(Found::Several(asked, Box::new(why))));
    }
    let wish = Wish {
        profile: &at.profile,
        service: &service,
        party: meant.party,
        person: meant.person,
        start: meant.start,
    };
    let why = why::read(tx, &wish)?;
    Ok(Some(Found::One(Box::new(why))))
}

fn meant(query: &WhyQuery, scene: &Scene, errors: &mut Errors) -> Option<Meant> {
    let service: Option<ServiceId> = query.service.parse().ok();
    if service.is_none() {
        errors.add("service", Msg::new("why-service-required"));
    }
    let date = match text::is_blank(&query.date) {
        true => {
            errors.add("date", Msg::new("form-date-required"));
            None
        }
        false => fields::date(errors, "date", &query.date),
    };
    let time = parse_clock(errors, "time", &query.time);
    let party = fields::number(errors, "party", &query.party, 1, MOST);
    let start = instant(scene.at.profile.zone, date?, time?);
    if start.is_none() {
        errors.add("time", Msg::new("desk-refusal-no-such-time"));
    }
    let next = query.next().into_iter();
    let next = next.filter_map(|typed| typed.parse().ok());
    Some(Meant {
        service: service?,
        next: next.collect(),
        person: query.staff.parse().ok(),
        start: start?,
        party: i16::try_from(party?).ok()?,
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    (signed_in, scene): (&SignedIn, &Scene),
    (query, errors): (&WhyQuery, &Errors),
    answer: Option<Answer>,
) -> WhyPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Day);
    let form = NewForm {
        service: query.service.clone(),
        ..NewForm::default()
    };
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let must = || Mark::required(t.ui_required());
    let title = t.why_title();
    let service = SelectField {
        mark: must(),
        complaint: errors.of("service", t),
        ..new_fields::service(ctx, &form, &scene.services)
    };
    let complaint = |name: &str| errors.of(name, t);
    WhyPage {
        next: why_visit::boxes(ctx, &service, query.next(), &complaint),
        has_next: query.next().iter().any(|typed| !typed.is_empty()),
        service,
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        back: block::back(ctx, slug, query.date.parse().ok()),
        action: links::day(ctx.lang, slug, None, "why"),
        staff: new_fields::staff(ctx, &query.staff, &scene.resources),
        date: field("date", t.desk_date(), &query.date, Entry::Date),
        time: TextField {
            mark: must(),
            hint: Some(t.desk_time_hint()),
            ..field("time", t.desk_time(), &query.time, Entry::Time)
        },
        party: TextField {
            unit: Some(t.desk_people_unit()),
            ..field("party", t.desk_people_count(), &query.party, Entry::Number)
        },
        show: Submit {
            label: t.why_show(),
            voice: Voice::Main,
            ..Submit::default()
        },
        answer,
        ctx,
    }
}

fn answered(ctx: &PageCtx, scene: &Scene, (meant, found): (&Meant, &Found)) -> Answer {
    let clock = WallClock {
        t: ctx.t,
        zone: scene.at.profile.zone,
        now: scene.now,
        today: scene.today,
    };
    match found {
        Found::One(why) => answer(ctx, (scene, &clock), (meant, why)),
        Found::Several(asked, why) => why_visit::answer(ctx, (scene, &clock), (asked, why)),
    }
}

fn answer(
    ctx: &PageCtx,
    (scene, clock): (&Scene, &WallClock),
    (meant, why): (&Meant, &Why),
) -> Answer {
    let t = ctx.t;
    let mut guests: Vec<String> = why.halts.iter().map(|halt| halted(ctx, *halt)).collect();
    guests.extend(said(ctx, &why.guests));
    let names = Names {
        services: &scene.services,
        resources: &scene.resources,
    };
    guests.extend(why.caps.iter().map(|one| names.say(ctx, one)));
    if why.is_free() {
        guests.push(t.why_yes());
    }
    let mut staff = said(ctx, &why.staff);
    if staff.is_empty() {
        staff.push(t.why_yes());
    }
    let slug = scene.at.profile.slug.as_str();
    let each = why.each.iter().map(|one| line(ctx, (slug, clock), one));
    let nearest = why.nearest.iter().map(|slot| {
        let time = t.wall_time(u32::from(slot.minute.minutes()));
        let prefill = Prefill {
            staff: meant.person,
            date: Some(slot.date),
            time: Some(slot.minute.to_string()),
            service: Some(meant.service),
            ..Prefill::default()
        };
        FrameLink {
            label: t.format_at(clock.day(slot.date), time),
            url: links::new_booking(ctx.lang, slug, &prefill),
        }
    });
    Answer {
        when: clock.moment(meant.start),
        guests,
        staff,
        each: each.collect(),
        nearest: nearest.collect(),
    }
}
