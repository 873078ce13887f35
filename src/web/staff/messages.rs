//! Everything that is written to the guest of a booking: what will go and when, what went, in which words, what became of it, and
//! the way to have it sent again.

use crate::{
    base::{ids::BookingId, quiet},
    db::{self, TenantTx},
    domain::{
        bookings::{
            again,
            booking::{self, Booking},
            reminders_ahead::{self, Ahead, NoneAhead},
        },
        businesses::role::Right,
        notifications::{
            delivery::{AttemptStatus, DeliveryStatus},
            send::Kind,
            story::{self, Attempt, Told},
            unreached::{self, Unreached},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        gate::member::{self, AtWork},
        letter_names, links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What somebody needs who has a letter sent again: whoever takes bookings has it sent in the first place.
pub const RIGHT: Right = Right::CreateBookings;

/// The page.
#[derive(Template)]
#[template(path = "staff/messages.html")]
pub struct MessagesPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    lead: String,
    back: LinkButton,
    /// That letters do not reach the address, and the way to mend it.
    unreached: Option<(String, Option<LinkButton>)>,
    ahead: Vec<String>,
    ahead_note: String,
    letters: Vec<Letter>,
    /// Why nothing more can be sent again today.
    enough: Option<String>,
}

/// A letter.
pub struct Letter {
    name: String,
    state: String,
    facts: Vec<String>,
    tries: Vec<String>,
    subject: Option<String>,
    words: Option<String>,
    again: Option<PostButton>,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    booking: Booking,
    story: Vec<Told>,
    ahead: std::result::Result<Vec<Ahead>, NoneAhead>,
    unreached: Option<Unreached>,
    now: DateTime<Utc>,
}

/// The list of a booking.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let id: BookingId = path.2.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (path.1.as_str(), Right::ReadBookings);
    let found = member::look(&site, &ctx, &signed_in, wish, move |tx, at| {
        read(tx, at, id)
    });
    let scene = found.await??.ok_or(Error::NotFound)?;
    ctx.html(&page(&ctx, &signed_in, &scene))
}

fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: BookingId) -> db::Result<Option<Scene>> {
    let Some(mut booking) = booking::find(tx, id)? else {
        return Ok(None);
    };
    let mut story = story::of(tx, id)?;
    let ahead = reminders_ahead::of(tx, at.profile.zone, (&booking, &story))?;
    let unreached = match &booking.customer.email {
        Some(email) => unreached::find(tx, email)?,
        None => None,
    };
    if !at.member.may(Right::ReadContacts) {
        booking.customer.email = None;
        story.iter_mut().for_each(|told| told.row.to_email = None);
    }
    Ok(Some(Scene {
        at: at.clone(),
        booking,
        story,
        ahead,
        unreached,
        now: tx.now(),
    }))
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> MessagesPage<'a> {
    let (t, row, profile) = (ctx.t, &scene.booking.row, &scene.at.profile);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Booking);
    let moments = Moments::new(t, profile.zone, scene.now);
    let name = match scene.booking.customer.name.as_str() {
        "" => t.desk_guest_erased(),
        name => t.desk_guest(name),
    };
    let when = moments.when(row.business_date, row.start_at, row.end_at);
    MessagesPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.messages_title(),
        lead: t.messages_about(name, &row.number, when),
        back: LinkButton::back(
            t.desk_booking_title(&row.number),
            links::desk_booking(ctx.lang, &profile.slug, row.id),
        ),
        unreached: scene.unreached.as_ref().map(|one| {
            (
                t.messages_unreached(moments.moment(one.since)),
                mend(ctx, scene),
            )
        }),
        ahead: ahead(ctx, &moments, scene),
        ahead_note: ahead_note(ctx, scene),
        letters: scene
            .story
            .iter()
            .map(|told| letter(ctx, &moments, (scene, told)))
            .collect(),
        enough: enough(ctx, scene),
        ctx,
    }
}

/// The way to where the address is written, for whoever may.
fn mend(ctx: &PageCtx, scene: &Scene) -> Option<LinkButton> {
    let below = format!("customers/{}/edit", scene.booking.row.customer_id);
    let may = scene.at.member.may(Right::WriteCustomers);
    may.then(|| LinkButton {
        label: ctx.t.messages_mend(),
        url: links::owner(ctx.lang, &scene.at.profile.slug, &below),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    })
}

fn ahead(ctx: &PageCtx, moments: &Moments, scene: &Scene) -> Vec<String> {
    let t = ctx.t;
    let line = |one: &Ahead| match one.leaves > one.due {
        true => t.messages_ahead_by_night(moments.moment(one.due), moments.moment(one.leaves)),
        false => t.messages_ahead(moments.moment(one.leaves)),
    };
    scene.ahead.iter().flatten().map(line).collect()
}

fn ahead_note(ctx: &PageCtx, scene: &Scene) -> String {
    let t = ctx.t;
    let hour = |minutes: u16| t.wall_time(u32::from(minutes));
    match scene.ahead {
        Ok(_) => t.messages_ahead_quiet(hour(quiet::EVENING), hour(quiet::MORNING)),
        Err(NoneAhead::NotNow | NoneAhead::Nothing) => t.messages_ahead_none(),
        Err(NoneAhead::Refused) => t.messages_ahead_refused(),
        Err(NoneAhead::NoAddress) => t.messages_ahead_no_address(),
    }
}

fn enough(ctx: &PageCtx, scene: &Scene) -> Option<String> {
    let refused = again::judge(&scene.story, Kind::BookingReminder, scene.now);
    let is_enough = matches!(refused, Err(again::AgainError::TooOften));
    is_enough.then(|| ctx.t.messages_enough(again::MOST))
}

fn letter(ctx: &PageCtx, moments: &Moments, (scene, told): (&Scene, &Told)) -> Letter {
    let (t, row) = (ctx.t, &told.row);
    let is_waiting = row.delivery_status == DeliveryStatus::Queued;
    let moment = match row.sent_at {
        Some(at) => t.desk_letter_sent_at(moments.moment(at)),
        None if is_waiting && row.scheduled_at > scene.now => {
            t.messages_due(moments.moment(row.scheduled_at))
        }
        None => t.messages_written(moments.moment(row.created_at)),
    };
    let facts = [
        Some(t.of_family("messages-channel", row.channel.label())),
        row.to_email.clone(),
        Some(moment),
        row.repeats.map(|_| t.messages_repeats()),
    ];
    Letter {
        name: letter_names::letter(t, &row.kind),
        state: t.of_family("messages-state", row.delivery_status.label()),
        facts: facts.into_iter().flatten().collect(),
        tries: told
            .attempts
            .iter()
            .map(|one| tried(ctx, moments, one))
            .collect(),
        subject: row.subject.clone(),
        words: row.words.clone(),
        again: again_button(ctx, scene, told),
    }
}

/// An attempt, with what the server said to it.
fn tried(ctx: &PageCtx, moments: &Moments, one: &Attempt) -> String {
    let t = ctx.t;
    let when = one.at.map_or_else(String::new, |at| moments.moment(at));
    match (one.status, &one.answer) {
        (AttemptStatus::Retrying, Some(answer)) => t.messages_tried_later(answer, when),
        (_, Some(answer)) => t.messages_tried_refused(answer, when),
        (_, None) => t.messages_tried_sent(when),
    }
}

/// Has it sent again, where that would be done.
fn again_button(ctx: &PageCtx, scene: &Scene, told: &Told) -> Option<PostButton> {
    let kind = Kind::from_name(&told.row.kind).filter(|kind| !kind.is_for_shop())?;
    let can = again::judge(&scene.story, kind, scene.now).is_ok()
        && again::can(kind, &scene.booking.row, scene.now)
        && !scene.booking.customer.name.is_empty();
    let may = scene.at.member.may(RIGHT);
    let name = letter_names::letter(ctx.t, &told.row.kind);
    let act = format!("messages/{}/again", told.row.id);
    let slug = &scene.at.profile.slug;
    let action = links::desk_act(ctx.lang, slug, scene.booking.row.id, &act);
    let key = Uuid::new_v4().simple().to_string();
    (can && may).then(|| PostButton {
        label: ctx.t.messages_again(),
        about: Some(name),
        form: PostForm::keyed(&ctx.csrf, action, &[("key", &key)]),
        voice: Voice::Quiet,
        small: true,
    })
}
