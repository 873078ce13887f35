//! Why a time cannot be booked: what keeps guests from it, what keeps staff from it, and what everybody who would do has then.

use super::{
    block,
    capped::Names,
    clock::WallClock,
    new_fields::{self, parse_clock},
    new_form::NewForm,
};
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        msg::Msg,
        text,
        time::{LocalDate, instant, local},
    },
    db::{self, TenantTx},
    domain::{
        bookings::{
            clash::InTheWay,
            why::{self, Halt, One, Why, Wish},
        },
        businesses::role::Right,
        catalog::service::{self, Service},
        scheduling::{
            availability::Refusal,
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
    staff: SelectField,
    date: TextField,
    time: TextField,
    party: TextField,
    show: Submit,
    answer: Option<Answer>,
}

/// What was found out, said.
struct Answer {
    when: String,
    guests: Vec<String>,
    staff: Vec<String>,
    each: Vec<Line>,
    nearest: Vec<FrameLink>,
}

/// Somebody or something that would do.
struct Line {
    name: String,
    lines: Vec<String>,
    ways: Vec<FrameLink>,
}

/// What is asked.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct WhyQuery {
    service: String,
    staff: String,
    date: String,
    time: String,
    party: String,
}

/// The same, meant.
#[derive(Clone, Copy)]
struct Meant {
    service: ServiceId,
    person: Option<ResourceId>,
    start: DateTime<Utc>,
    party: i16,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
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
    let why = match meant {
        Some(meant) => {
            let found = member::look(&site, &ctx, &signed_in, wish, move |tx, at| {
                ask(tx, at, meant)
            });
            found.await??
        }
        None => None,
    };
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let found = meant.zip(why);
    let page = page(&ctx, (&signed_in, &scene), (&query, &errors), found);
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

fn ask(tx: &mut TenantTx<'_>, at: &AtWork, meant: Meant) -> db::Result<Option<Why>> {
    let Some(service) = service::find(tx, meant.service)? else {
        return Ok(None);
    };
    let wish = Wish {
        profile: &at.profile,
        service: &service,
        party: meant.party,
        person: meant.person,
        start: meant.start,
    };
    why::read(tx, &wish).map(Some)
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
    Some(Meant {
        service: service?,
        person: query.staff.parse().ok(),
        start: start?,
        party: i16::try_from(party?).ok()?,
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    (signed_in, scene): (&SignedIn, &Scene),
    (query, errors): (&WhyQuery, &Errors),
    found: Option<(Meant, Why)>,
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
    WhyPage {
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
        service: SelectField {
            mark: must(),
            complaint: errors.of("service", t),
            ..new_fields::service(ctx, &form, &scene.services)
        },
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
        answer: found.map(|(meant, why)| answer(ctx, scene, (meant, &why))),
        ctx,
    }
}

fn answer(ctx: &PageCtx, scene: &Scene, (meant, why): (Meant, &Why)) -> Answer {
    let t = ctx.t;
    let clock = WallClock {
        t,
        zone: scene.at.profile.zone,
        now: scene.now,
        today: scene.today,
    };
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
    let each = why.each.iter().map(|one| line(ctx, (scene, &clock), one));
    let slug = scene.at.profile.slug.as_str();
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

fn said(ctx: &PageCtx, reasons: &[Refusal]) -> Vec<String> {
    let words = reasons
        .iter()
        .map(|refusal| ctx.t.of_family("desk-refusal", refusal.id()));
    words.collect()
}

/// The same of one person, table or room: that nobody can would be said of all.
fn of_one(ctx: &PageCtx, refusal: Refusal) -> String {
    match refusal {
        Refusal::NobodyWorking => ctx.t.why_one_off(),
        Refusal::Taken => ctx.t.why_one_taken(),
        other => ctx.t.of_family("desk-refusal", other.id()),
    }
}

fn halted(ctx: &PageCtx, halt: Halt) -> String {
    let t = ctx.t;
    match halt {
        Halt::Stopped => t.why_halt_stopped(),
        Halt::NotAccepting => t.why_halt_not_accepting(),
        Halt::ByHand => t.why_halt_by_hand(),
        Halt::NotOnline => t.why_halt_not_online(),
        Halt::Party(least, most) => t.why_halt_party(i64::from(least), i64::from(most)),
    }
}

fn line(ctx: &PageCtx, (scene, clock): (&Scene, &WallClock), one: &One) -> Line {
    let slug = scene.at.profile.slug.as_str();
    let mut lines: Vec<String> = one.reasons.iter().map(|why| of_one(ctx, *why)).collect();
    if lines.is_empty() {
        lines.push(ctx.t.why_one_yes());
    }
    let way = |booked: &InTheWay| {
        let date = local(clock.zone, booked.start).date();
        FrameLink {
            label: ctx.t.desk_in_the_way(
                ctx.t.desk_guest(&booked.customer),
                booked.name.text(ctx.lang),
                clock.range(date, booked.start, booked.end),
            ),
            url: links::desk_booking(ctx.lang, slug, booked.booking),
        }
    };
    Line {
        name: one.resource.name.text(ctx.lang).to_owned(),
        lines,
        ways: one.in_the_way.iter().map(way).collect(),
    }
}
