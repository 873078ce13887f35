//! Other times for a request, or other people: filled in with what is free, sent to the guest, and held until they answer.

use super::{
    clock::WallClock,
    entry, facts,
    free_times::{self, Wish},
    propose_form::{self, Typing, name, refused},
};
use crate::{
    base::{ids::BookingId, msg::Msg, time::LocalDate},
    db::{self, TenantTx},
    domain::{
        bookings::{
            booking::{self, Booking, Row},
            offers::MOST,
            propose::{self, Other, Propose, ProposeError},
            status::Status,
            visit_again::{self, Again, With},
        },
        businesses::{profile::Profile, role::Right},
        catalog::service,
        scheduling::{
            availability::Slot,
            day_plan,
            resource::{self, Resource},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            summary_list::SummaryList,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// Whoever lets a booking in proposes another.
const RIGHT: Right = Right::CreateBookings;

/// The form.
#[derive(Template)]
#[template(path = "staff/propose.html")]
pub struct ProposePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    lead: String,
    name: String,
    back: LinkButton,
    visit: SummaryList,
    form: PostForm,
    rows: Vec<propose_form::Row>,
    send: Submit,
}

/// What it is drawn from.
struct Scene {
    at: AtWork,
    booking: Booking,
    /// Whether it is a visit of several services, which goes as a whole.
    is_visit: bool,
    /// Who can be proposed; nobody for a visit, which stays with those who were asked for.
    people: Vec<Resource>,
    today: LocalDate,
    now: DateTime<Utc>,
    /// The next times that are free, the one that was asked for left out.
    free: Vec<Slot>,
}

/// The form, filled in with the next times that are free.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let scene = read(&site, &ctx, &signed_in, (&slug, &id)).await?;
    if scene.booking.row.status != Status::Pending {
        return answered(&ctx, &scene);
    }
    let mut typing = Typing::default();
    for (number, slot) in (1..=MOST).zip(&scene.free) {
        typing.put(name("date", number), slot.date.to_string());
        typing.put(name("time", number), slot.minute.to_string());
    }
    ctx.html(&page(
        &ctx,
        &signed_in,
        &scene,
        (&typing, &Errors::default()),
    ))
}

/// Proposes them.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<HashMap<String, String>>,
) -> Result {
    let typing = Typing(form.0);
    signed_in.sent(typing.value("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let scene = read(&site, &ctx, &signed_in, (&slug, &id)).await?;
    let mut errors = Errors::default();
    if typing.value("switch") == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&typing, &errors)));
    }
    let version = typing.value("version").parse::<i32>();
    let version = version.map_err(|_no_number| Error::Unreadable)?;
    let Some(meant) = typing.read(&mut errors, scene.at.profile.zone) else {
        let drawn = page(&ctx, &signed_in, &scene, (&typing, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let booking = scene.booking.row.id;
    let others: Vec<Other> = meant.iter().map(|(_, other)| *other).collect();
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        (slug.as_str(), RIGHT),
        move |tx, at| {
            let command = Propose {
                profile: &at.profile,
                booking,
                version,
                others: &others,
            };
            propose::propose(tx, &command)
        },
    );
    let refusal = match done.await? {
        Ok(()) => {
            site.wake.notify_one();
            let back = links::desk_booking(ctx.lang, &slug, booking);
            return Ok(flash::say(ctx.see_other(&back)?, Said::OffersMade));
        }
        Err(ProposeError::Unknown) => return Err(Error::NotFound),
        Err(ProposeError::Db(error)) => return Err(error.into()),
        Err(ProposeError::Answered) => return answered(&ctx, &scene),
        Err(refusal) => refusal,
    };
    let (field, msg) = complaint(&refusal, &meant);
    errors.add(field, msg);
    let scene = read(&site, &ctx, &signed_in, (&slug, &id)).await?;
    let drawn = page(&ctx, &signed_in, &scene, (&typing, &errors));
    ctx.redraw(StatusCode::CONFLICT, &drawn)
}

/// What is said, and at which box.
fn complaint(refusal: &ProposeError, meant: &[(usize, Other)]) -> (String, Msg) {
    let at = |place: usize| {
        let number = meant.get(place).map_or(1, |(number, _)| *number);
        name("time", number)
    };
    match refusal {
        ProposeError::Stale => (String::new(), Msg::new("form-stale")),
        ProposeError::Same(place) => (at(*place), Msg::new("requests-propose-same")),
        ProposeError::Refused(place, refusal) => (at(*place), refused(*refusal)),
        _ => (String::new(), Msg::new("requests-propose-gone")),
    }
}

/// It waits no more: what has become of it is shown.
fn answered(ctx: &PageCtx, scene: &Scene) -> Result {
    let (slug, id) = (&scene.at.profile.slug, scene.booking.row.id);
    let back = links::desk_booking(ctx.lang, slug, id);
    Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, &str),
) -> std::result::Result<Scene, Error> {
    let id: BookingId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        move |tx, at| -> db::Result<_> {
            let Some(booking) = booking::find(tx, id)? else {
                return Ok(None);
            };
            let row = &booking.row;
            let again = visit_again::read(tx, id)?;
            let is_visit = again.is_some();
            let (free, people) = match again {
                Some(again) => (free_visits(tx, &at.profile, (row, &again))?, Vec::new()),
                None => {
                    let mut people = resource::all(tx)?;
                    people.retain(|one| one.kind.is_person());
                    (free_services(tx, &at.profile, row)?, people)
                }
            };
            Ok(Some(Scene {
                at: at.clone(),
                is_visit,
                people,
                today: day_plan::today(tx, at.profile.zone)?,
                now: tx.now(),
                free: free
                    .into_iter()
                    .filter(|slot| slot.start != row.start_at && slot.start > tx.now())
                    .collect(),
                booking,
            }))
        },
    );
    found.await??.ok_or(Error::NotFound)
}

/// The next free times of one service.
fn free_services(tx: &mut TenantTx<'_>, profile: &Profile, row: &Row) -> db::Result<Vec<Slot>> {
    let service = match row.service_id {
        Some(service) => service::find(tx, service)?,
        None => None,
    };
    let Some(service) = service.map(|service| row.promised(service)) else {
        return Ok(Vec::new());
    };
    let wish = Wish {
        profile,
        service: &service,
        staff: row.resource_id.filter(|_| row.is_nominated),
        party: row.party_size,
        from: Some(row.business_date),
    };
    free_times::read(tx, &wish)
}

/// The next free times of a whole visit, with those who were asked for.
fn free_visits(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (row, again): (&Row, &Again),
) -> db::Result<Vec<Slot>> {
    if !again.is_whole() {
        return Ok(Vec::new());
    }
    let parts = again.parts(With::AskedFor);
    let sought = again.sought((profile, row.id), &parts);
    free_times::read_visit(tx, &sought, Some(row.business_date))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typing, errors): (&Typing, &Errors),
) -> ProposePage<'a> {
    let (t, slug, row) = (ctx.t, &scene.at.profile.slug, &scene.booking.row);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Booking);
    let clock = WallClock {
        t,
        zone: scene.at.profile.zone,
        now: scene.now,
        today: scene.today,
    };
    let with = scene.booking.resource.as_ref();
    let with = with.map_or("", |name| name.text(ctx.lang));
    let people: Vec<&Resource> = scene.people.iter().collect();
    // What is pressed next is about what stands there now.
    let version = match errors.has("") || typing.value("version").is_empty() {
        true => row.version.to_string(),
        false => typing.value("version").to_owned(),
    };
    let title = t.requests_propose_title();
    ProposePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: match errors.is_empty() {
            true => title,
            false => t.ui_error_page_title(title),
        },
        lead: match scene.is_visit {
            true => t.requests_propose_lead_visit(),
            false => t.requests_propose_lead(),
        },
        name: entry::named(ctx, &scene.booking.customer.name),
        back: LinkButton::back(
            t.desk_booking_title(&row.number),
            links::desk_booking(ctx.lang, slug, row.id),
        ),
        visit: facts::visit(ctx, &clock, &scene.booking, with),
        form: PostForm::keyed(
            &ctx.csrf,
            links::desk_act(ctx.lang, slug, row.id, "propose"),
            &[("version", version.as_str())],
        ),
        rows: typing.rows(ctx, errors, &people),
        send: Submit {
            label: t.requests_propose_send(),
            ..Submit::default()
        },
        ctx,
    }
}
