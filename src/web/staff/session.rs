//! One session of a class: who comes, who is there, and what can be done with all of it. Who is there is one press each, and one to
//! take it back.

use super::{
    entry,
    session_scene::{Scene, key, read},
};
use crate::{
    base::ids::BookingId,
    db,
    domain::{
        bookings::{
            class_check::{self, Outcome},
            progress::{self, ProgressError},
            session::Guest,
            session_change::{self, SessionError},
            status::Status,
        },
        businesses::role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        statuses,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
            status_badge::StatusBadge,
            summary_list::{SummaryList, SummaryRow},
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

/// Which session: language, shop, class, business day, minute.
pub type SessionPath = Path<(String, String, String, String, String)>;

/// The page.
#[derive(Template)]
#[template(path = "staff/session.html")]
pub struct SessionPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    when: String,
    off: Option<String>,
    asks: Option<String>,
    acts: Vec<PostButton>,
    ways: Vec<LinkButton>,
    facts: SummaryList,
    here: Option<String>,
    rows: Vec<Row>,
}

/// One guest.
pub struct Row {
    anchor: String,
    name: String,
    url: String,
    people: Option<String>,
    remark: Option<String>,
    badge: StatusBadge,
    acts: Vec<PostButton>,
}

/// What is pressed beside a guest, or above all of them.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Press {
    csrf: String,
    booking: String,
    to: String,
}

/// The session.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: SessionPath,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, service, date, minute) = path.into_inner();
    let key = key(&service, &date, &minute)?;
    let wish = (slug.as_str(), key);
    let scene = read(&site, &ctx, &signed_in, wish, Right::ReadBookings).await?;
    ctx.html(&page(&ctx, &signed_in, &scene))
}

/// Somebody is there, or stayed away, or neither after all.
pub async fn attend(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: SessionPath,
    form: Typed<Press>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (_, slug, service, date, minute) = path.into_inner();
    let key = key(&service, &date, &minute)?;
    let booking: BookingId = form.booking.parse().map_err(|_no_key| Error::Unreadable)?;
    let next = match form.to.as_str() {
        "here" => Some(Status::Arrived),
        "away" => Some(Status::NoShow),
        "undo" => None,
        _ => return Err(Error::Unreadable),
    };
    let wish = (slug.as_str(), Right::Progress);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| match next {
        Some(next) => progress::advance(tx, booking, next),
        None => progress::undo(tx, &at.profile, booking),
    });
    let said = match done.await? {
        Ok(()) if next.is_some() => Said::Advanced,
        Ok(()) => Said::Undone,
        Err(ProgressError::Unknown) => return Err(Error::NotFound),
        Err(ProgressError::Db(error)) => return Err(error.into()),
        Err(ProgressError::TimeGone) => Said::TimeGone,
        Err(ProgressError::CouponGone) => Said::CouponGone,
        Err(ProgressError::TooEarly) => Said::TooEarly,
        Err(ProgressError::NoLongerFits) => Said::NoLongerFits,
        Err(ProgressError::DoesNotFollow) => Said::Overtaken,
        Err(ProgressError::NothingToUndo) => Said::NotUndone,
    };
    let there = links::session(ctx.lang, &slug, (key.service, key.date, key.wall), "");
    let there = format!("{there}#{}", anchor(booking));
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// The shop holds it although too few have booked.
pub async fn keep(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: SessionPath,
    form: Typed<Press>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, service, date, minute) = path.into_inner();
    let key = key(&service, &date, &minute)?;
    let wish = (slug.as_str(), Right::CancelBookings);
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> db::Result<bool> { class_check::keep(tx, &key) },
    );
    let said = match done.await?? {
        true => Said::SessionKept,
        false => Said::Overtaken,
    };
    let there = links::session(ctx.lang, &slug, (key.service, key.date, key.wall), "");
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// It is held after all; whoever was called off with it a moment ago has their place again.
pub async fn again(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: SessionPath,
    form: Typed<Press>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, service, date, minute) = path.into_inner();
    let key = key(&service, &date, &minute)?;
    let wish = (slug.as_str(), Right::CancelBookings);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        session_change::hold_again(tx, &at.profile, &key)
    });
    let said = match done.await? {
        Ok(restored) if restored.lost > 0 => Said::SessionHeldWithout,
        Ok(_) => Said::SessionHeld,
        Err(SessionError::Unknown) => return Err(Error::NotFound),
        Err(SessionError::Db(error)) => return Err(error.into()),
        Err(_) => Said::Overtaken,
    };
    // Whoever was told of the other is told at once.
    site.wake.notify_one();
    let there = links::session(ctx.lang, &slug, (key.service, key.date, key.wall), "");
    Ok(flash::say(ctx.see_other(&there)?, said))
}

fn anchor(booking: BookingId) -> String {
    format!("guest-{booking}")
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> SessionPage<'a> {
    let t = ctx.t;
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Day);
    let asks = scene.is_standing() && scene.outcome == Some(Outcome::Asked);
    let here = |guest: &&Guest| {
        matches!(
            guest.row.status,
            Status::Arrived | Status::InService | Status::Completed
        )
    };
    let there: i64 = scene.standing().filter(here).map(party).sum();
    let all = scene.guests.iter();
    SessionPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: scene.name(ctx).to_owned(),
        back: LinkButton::back(
            t.classes_title(),
            links::day(
                ctx.lang,
                scene.slug(),
                Some(scene.session.key.date),
                "sessions",
            ),
        ),
        when: scene.when(ctx),
        off: (!scene.session.is_held).then(|| t.classes_off_lead()),
        asks: asks.then(|| t.classes_asks_lead(scene.rules.least, scene.people())),
        acts: acts(ctx, scene, asks),
        ways: ways(ctx, scene),
        facts: facts(ctx, scene),
        here: (scene.people() > 0).then(|| t.classes_here_of(scene.people(), there)),
        rows: all.map(|guest| row(ctx, scene, guest)).collect(),
        ctx,
    }
}

fn party(guest: &Guest) -> i64 {
    guest.row.party_size.into()
}

/// What is done with one press.
fn acts(ctx: &PageCtx, scene: &Scene, asks: bool) -> Vec<PostButton> {
    let t = ctx.t;
    let act = |act: &str, label: String| PostButton {
        label,
        form: PostForm::keyed(&ctx.csrf, scene.url(ctx, act), &[]),
        voice: Voice::Quiet,
        ..PostButton::default()
    };
    if !scene.may(Right::CancelBookings) {
        return Vec::new();
    }
    let may_again = !scene.session.is_held && scene.now < scene.end();
    let keep = asks.then(|| act("keep", t.classes_keep()));
    let again = may_again.then(|| act("again", t.classes_again()));
    keep.into_iter().chain(again).collect()
}

/// Where more is asked first.
fn ways(ctx: &PageCtx, scene: &Scene) -> Vec<LinkButton> {
    let t = ctx.t;
    let way = |act: &str, label: String, voice: Voice| LinkButton {
        label,
        url: scene.url(ctx, act),
        voice,
        small: true,
        ..LinkButton::default()
    };
    let is_ahead = scene.session.is_held && scene.now < scene.session.start;
    let may_move = is_ahead && scene.may(Right::MoveBookings);
    let may_cancel = scene.is_standing() && scene.may(Right::CancelBookings);
    let moves = may_move.then(|| way("move", t.classes_move_way(), Voice::Quiet));
    let off = may_cancel.then(|| way("cancel", t.classes_call_off(), Voice::DangerQuiet));
    let print = LinkButton {
        icon: Some(Icon::Print),
        ..way("print", t.classes_print(), Voice::Quiet)
    };
    moves.into_iter().chain([print]).chain(off).collect()
}

fn facts(ctx: &PageCtx, scene: &Scene) -> SummaryList {
    let t = ctx.t;
    let fact = |question: String, answer: String, note: Option<String>| SummaryRow {
        question,
        answer,
        note,
        ..SummaryRow::default()
    };
    let rules = &scene.rules;
    let mut rows = vec![fact(t.classes_people(), t.people(scene.people()), None)];
    rows.extend(
        scene
            .left
            .map(|left| fact(t.classes_left(), t.classes_left_count(left), None)),
    );
    let least = (rules.least > 1).then(|| {
        let note = match scene.outcome {
            None => rules.decided_at(scene.session.start).map(|at| {
                let at = scene.clock(ctx).moment(at);
                match rules.calls_off_itself {
                    true => t.classes_decided_itself(at),
                    false => t.classes_decided_asked(at),
                }
            }),
            Some(Outcome::Enough) => Some(t.classes_outcome_enough()),
            Some(Outcome::CalledOff) => Some(t.classes_outcome_off()),
            Some(Outcome::Asked) => Some(t.classes_outcome_asked()),
            Some(Outcome::Kept) => Some(t.classes_outcome_kept()),
        };
        fact(t.classes_least(), t.people(i64::from(rules.least)), note)
    });
    rows.extend(least);
    rows.extend(
        scene
            .teacher(ctx)
            .map(|name| fact(t.classes_teacher(), name, None)),
    );
    SummaryList { rows }
}

fn row(ctx: &PageCtx, scene: &Scene, guest: &Guest) -> Row {
    let (t, row) = (ctx.t, &guest.row);
    let name = entry::named(ctx, &guest.customer.name);
    let notes = [row.staff_note.trim(), row.customer_note.trim()];
    let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    let kind = scene.at.profile.vertical;
    Row {
        anchor: anchor(row.id),
        url: links::desk_booking(ctx.lang, scene.slug(), row.id),
        people: (row.party_size > 1).then(|| t.people(row.party_size.into())),
        remark: (!notes.is_empty()).then(|| notes.join(" / ")),
        badge: StatusBadge {
            tone: statuses::tone(row.status),
            word: statuses::staff_word(t, kind, row.status),
        },
        acts: presses(ctx, scene, (guest, &name)),
        name,
    }
}

/// What can be said of a guest: once the day has come, that they are there; once it has begun, that they stayed away.
fn presses(ctx: &PageCtx, scene: &Scene, (guest, name): (&Guest, &str)) -> Vec<PostButton> {
    let t = ctx.t;
    let row = &guest.row;
    let press = |to: &str, label: String, voice: Voice| PostButton {
        label,
        about: Some(name.to_owned()),
        form: PostForm::keyed(
            &ctx.csrf,
            scene.url(ctx, "attend"),
            &[("booking", &row.id.to_string()), ("to", to)],
        ),
        voice,
        small: true,
    };
    if !scene.may(Right::Progress) || scene.session.key.date > scene.today {
        return Vec::new();
    }
    let has_begun = scene.session.start <= scene.now;
    match row.status {
        Status::Confirmed => {
            let here = press("here", t.classes_here(), Voice::Quiet);
            let away = has_begun.then(|| press("away", t.classes_away(), Voice::DangerQuiet));
            std::iter::once(here).chain(away).collect()
        }
        Status::Arrived | Status::NoShow => vec![press("undo", t.ui_undo(), Voice::Text)],
        _ => Vec::new(),
    }
}
