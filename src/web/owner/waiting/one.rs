//! One place on the list: what is wished for, which free times there are for it, and where it stands in the order.

use super::{RIGHT, below};
use crate::{
    base::{bilingual::Bilingual, ids::WaitId},
    domain::{
        bookings::waitlist::{
            entry::{self, Entry, Priority, Status},
            offer::{self, OfferError},
            order::{self, Ahead},
            what,
        },
        businesses::role::Right,
        customers::card,
        scheduling::{
            availability::Slot,
            hold::{self, Held},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        gate::member::{self, AtWork},
        links,
        moments::{Moments, to_field},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::Choice,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            slot_list::SlotTime,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};

/// So many times are enough to choose from.
const TIMES: usize = 60;

/// The page.
#[derive(Template)]
#[template(path = "owner/waiting/one.html")]
pub struct OnePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    card: Option<LinkButton>,
    facts: Vec<(String, String)>,
    /// What they are offered, and until when.
    offered: Option<String>,
    offer: PostForm,
    times: Vec<SlotTime>,
    order: PostForm,
    priority: SelectField,
    save: Submit,
    leave: PostButton,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    entry: Entry,
    name: String,
    service: Option<Bilingual>,
    ahead: Ahead,
    /// What is kept for them until they have answered.
    held: Option<Held>,
    times: Vec<Slot>,
    now: DateTime<Utc>,
}

/// The place of a key, while anything may come of it.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id: Option<WaitId> = id.parse().ok();
    let secret = site.secret.clone();
    let found = member::look(
        &site,
        &ctx,
        &signed_in,
        (&slug, RIGHT),
        move |tx, at| -> std::result::Result<Option<Scene>, OfferError> {
            let Some(id) = id else {
                return Ok(None);
            };
            let entry = entry::find(tx, id)?.filter(|entry| entry.status.is_open());
            let Some(entry) = entry else {
                return Ok(None);
            };
            let card = card::find(tx, entry.customer_id)?;
            let times = match offer::offerable(tx, &at.profile, id) {
                Ok(times) => times,
                Err(OfferError::Db(error)) => return Err(OfferError::Db(error)),
                Err(_) => Vec::new(),
            };
            let held = match entry.status {
                Status::Notified => hold::find(tx, &offer::token(&secret, &entry))?,
                _ => None,
            };
            Ok(Some(Scene {
                at: at.clone(),
                held,
                name: card.map_or_else(String::new, |card| card.name),
                service: what::read(tx, &entry)?.map(|what| what.name()),
                ahead: order::ahead(tx, id)?,
                now: tx.now(),
                entry,
                times,
            }))
        },
    );
    let scene = match found.await? {
        Ok(scene) => scene.ok_or(Error::NotFound)?,
        Err(OfferError::Db(error)) => return Err(error.into()),
        Err(_) => return Err(Error::NotFound),
    };
    ctx.html(&page(&ctx, &signed_in, &scene))
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> OnePage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Booking);
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let entry = &scene.entry;
    let keyed = |path: &str, hidden: &[(&str, &str)]| {
        let action = below(ctx, slug, &format!("/{}{path}", entry.id));
        PostForm::keyed(&ctx.csrf, action, hidden)
    };
    let offered = entry
        .response_deadline
        .filter(|_| entry.status == Status::Notified);
    OnePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: scene.name.clone(),
        back: LinkButton::back(t.waiting_list_title(), below(ctx, slug, "")),
        card: scene
            .at
            .member
            .may(Right::ReadCustomers)
            .then(|| LinkButton {
                label: t.waiting_card(),
                url: links::owner(ctx.lang, slug, &format!("customers/{}", entry.customer_id)),
                voice: Voice::Quiet,
                small: true,
                ..LinkButton::default()
            }),
        facts: facts(ctx, &moments, scene),
        offered: offered.map(|deadline| t.waiting_offered_until(moments.moment(deadline))),
        offer: keyed("/offer", &[]),
        times: scene
            .times
            .iter()
            .take(TIMES)
            .map(|slot| SlotTime {
                start: to_field(slot.start),
                time: moments.at(slot.date, slot.start),
                note: None,
            })
            .collect(),
        order: keyed("/order", &[("version", &entry.version.to_string())]),
        priority: priority(ctx, entry.priority),
        save: Submit {
            label: t.waiting_order_save(),
            voice: Voice::Quiet,
            ..Submit::default()
        },
        leave: PostButton {
            label: t.waiting_remove(),
            form: keyed("/leave", &[]),
            voice: Voice::DangerQuiet,
            ..PostButton::default()
        },
        ctx,
    }
}

fn priority(ctx: &PageCtx, chosen: Priority) -> SelectField {
    let option = |one: Priority| Choice {
        value: one.label().to_owned(),
        label: ctx.t.of_family("waiting-priority", one.label()),
        chosen: one == chosen,
        ..Choice::default()
    };
    SelectField {
        name: "priority".to_owned(),
        label: ctx.t.waiting_priority(),
        options: Priority::ALL.into_iter().map(option).collect(),
        hint: Some(ctx.t.waiting_priority_hint()),
        ..SelectField::default()
    }
}

fn facts(ctx: &PageCtx, moments: &Moments, scene: &Scene) -> Vec<(String, String)> {
    let (t, entry) = (ctx.t, &scene.entry);
    let mut facts = Vec::new();
    if let Some(service) = &scene.service {
        let label = t.businesses_menu(scene.at.profile.vertical.slug());
        facts.push((label, service.text(ctx.lang).to_owned()));
    }
    if let Some((from, until)) = entry.preferred_date.zip(entry.preferred_until) {
        facts.push((t.waiting_days(), t.days(from, until, moments.today())));
    }
    if let Some(hours) = entry.wish().hours {
        let wall = |minutes: u16| t.wall_time(u32::from(minutes));
        let (from, until) = (wall(hours.from().minutes()), wall(hours.until().minutes()));
        facts.push((t.waiting_hours(), t.waiting_between(from, until)));
    }
    facts.push((t.booking_party(), t.people(entry.party_size.into())));
    facts.push((t.waiting_order_title(), t.waiting_row(scene.ahead.place())));
    if let Some(held) = &scene.held {
        let when = moments.when(held.business_date, held.start_at, held.end_at);
        facts.push((t.waiting_offered_time(), when));
    }
    facts.push((t.waiting_since(), moments.moment(entry.created_at)));
    if entry.booking_id.is_some() {
        facts.push((t.waiting_kind(), t.waiting_moves_up()));
    }
    facts
}
