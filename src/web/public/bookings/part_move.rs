//! Another time for one service of a visit: its free times between the guest's other services on the visit's day, then what
//! changes and what that costs, then a button. Nothing is changed before that.

use super::{
    reschedule::{RescheduleConfirmPage, RescheduleForm, refused},
    show::{self, Shown},
};
use crate::{
    domain::{
        bookings::{
            booking,
            lines_told::ToldLine,
            moving,
            part::{self, Instead, PartError, Shift},
        },
        notifications::send::{self, Kind},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::{Asked, Typed},
        gate::guest::{self, Opened},
        links,
        moments::{from_field, to_field},
        page::PageCtx,
        parts::PartLine,
        public::{checkout, frame, moves, times::Lost, words},
        session::SignedIn,
        site::Site,
        ui::{frame::ShopFrame, icon::Icon, post_form::PostForm, slot_list::SlotTime},
    },
};
use actix_session::Session;
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// Choosing another time.
#[derive(Template)]
#[template(path = "public/bookings/part_move.html")]
pub struct PartMovePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    complaint: Option<String>,
    alternatives: Vec<SlotTime>,
    form: PostForm,
    part: PartLine,
    /// On which day.
    date: String,
    times: Vec<SlotTime>,
    /// That there is no other time, and what can be done.
    nothing: Option<String>,
    /// That it cannot be moved any more.
    closed: Option<String>,
    /// All of it at another time, another day among them.
    whole: String,
    back: String,
}

/// Which time was chosen.
#[derive(Deserialize)]
pub struct PartMoveQuery {
    #[serde(default)]
    start: String,
}

/// One service of a booking, and when it could be instead.
struct Scene {
    shown: Shown,
    line: ToldLine,
    /// Nothing where it may not be moved.
    instead: Option<Instead>,
}

/// Free times, or the chosen one to be confirmed.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String, i16)>,
    query: Asked<PartMoveQuery>,
) -> Result {
    let (_, token, part) = path.into_inner();
    let scene = read(&site, &ctx, (&token, part)).await?;
    match from_field(&query.0.start).zip(scene.instead.as_ref()) {
        Some((start, instead)) => confirm(&ctx, &scene, instead, start),
        None => draw(&ctx, &scene, None),
    }
}

/// Moves it.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    session: Session,
    path: Path<(String, String, i16)>,
    form: Typed<RescheduleForm>,
) -> Result {
    let (_, token, part) = path.into_inner();
    let (start, seen) = form.0.read()?;
    let Some((version, seen_fee)) = seen else {
        // A time was chosen, nothing more: show what would change, and ask.
        return ctx.see_other(&chosen(&ctx, (&token, part), start));
    };
    let by = SignedIn::themselves(&session);
    let done = guest::enter(&site, &token, &ctx.request, move |tx, opened: &Opened| {
        let command = Shift {
            profile: &opened.profile,
            booking: opened.booking,
            part,
            start,
            version,
            person: None,
            reason: "",
            tell: true,
            seen_fee: Some(seen_fee),
        };
        part::shift(tx, &command)?;
        if let Some(user) = by {
            send::done_by(tx, opened.booking, Kind::BookingChanged, user)?;
        }
        Ok(())
    });
    let home = links::booking(ctx.lang, &token);
    let told = |said: Said| Ok(flash::say(ctx.see_other(&home)?, said));
    let lost = match done.await? {
        Ok(()) => {
            site.wake.notify_one();
            return told(Said::Moved);
        }
        Err(PartError::Stale) => return told(Said::Overtaken),
        Err(PartError::Already) => return told(Said::PartAlready),
        Err(PartError::Unknown) => return Err(Error::NotFound),
        Err(PartError::Db(error)) => return Err(error.into()),
        // The next press is about what is shown now.
        Err(PartError::FeeChanged) => {
            let again = chosen(&ctx, (&token, part), start);
            return Ok(flash::say(ctx.see_other(&again)?, Said::MoveFeeChanged));
        }
        Err(PartError::Refused(refusal, nearest)) => checkout::hold::lost(&ctx, refusal, nearest),
        Err(PartError::OutOfOrder(nearest)) => Lost {
            nearest,
            ..refused(ctx.t.parts_move_out_of_order())
        },
        Err(PartError::TooLate | PartError::Gone) => refused(ctx.t.booking_move_closed()),
    };
    let scene = read(&site, &ctx, (&token, part)).await?;
    draw(&ctx, &scene, Some(lost))
}

/// The page with a time chosen on it.
fn chosen(ctx: &PageCtx, (token, part): (&str, i16), start: DateTime<Utc>) -> String {
    let chosen = serde_urlencoded::to_string([("start", to_field(start))]).unwrap_or_default();
    format!(
        "{}?{chosen}",
        links::booking_part_move(ctx.lang, token, part)
    )
}

fn confirm(ctx: &PageCtx, scene: &Scene, instead: &Instead, start: DateTime<Utc>) -> Result {
    let Scene { shown, line, .. } = scene;
    let (row, moments) = (&shown.booking.row, shown.moments(ctx));
    let date = row.business_date;
    let end = start + (line.end - line.start);
    let there = links::booking_part_move(ctx.lang, &shown.token, line.part);
    ctx.html(&RescheduleConfirmPage {
        shop: frame::frame(ctx, &shown.profile),
        title: ctx.t.parts_move_title(),
        what: ctx.t.businesses_menu(shown.profile.vertical.slug()),
        old: moments.when(date, line.start, line.end),
        new: moments.when(date, start, end),
        service: line.name.text(ctx.lang).to_owned(),
        start: to_field(start),
        version: row.version,
        money: moves::money(ctx, &moving::agreed(row), instead.fee),
        costs: instead.fee > 0,
        fee: instead.fee,
        action: there.clone(),
        back: there,
        ctx,
    })
}

fn draw(ctx: &PageCtx, scene: &Scene, lost: Option<Lost>) -> Result {
    let Scene {
        shown,
        line,
        instead,
    } = scene;
    let (t, moments) = (ctx.t, shown.moments(ctx));
    let home = links::booking(ctx.lang, &shown.token);
    if !line.stands() && lost.is_none() {
        return Ok(flash::say(ctx.see_other(&home)?, Said::PartAlready));
    }
    let all: Vec<&ToldLine> = shown.lines.iter().collect();
    let time = t.format_time_range(moments.clock(line.start), moments.clock(line.end));
    let slots = instead.as_ref().map(|instead| instead.slots.as_slice());
    let times = slots.unwrap_or_default().iter().map(|slot| SlotTime {
        start: to_field(slot.start),
        time: moments.clock(slot.start),
        note: None,
    });
    let status = lost.as_ref().map_or(StatusCode::OK, |lost| lost.status);
    let page = PartMovePage {
        shop: frame::frame(ctx, &shown.profile),
        alternatives: lost
            .as_ref()
            .map(|lost| words::alternatives(&moments, &lost.nearest))
            .unwrap_or_default(),
        complaint: lost.map(|lost| lost.words),
        form: PostForm {
            action: links::booking_part_move(ctx.lang, &shown.token, line.part),
            hidden: Vec::new(),
        },
        part: PartLine::of_guest(ctx, &all, line, time),
        date: moments.day(shown.booking.row.business_date),
        times: times.collect(),
        nothing: slots
            .is_some_and(<[_]>::is_empty)
            .then(|| t.parts_move_nothing()),
        closed: instead
            .is_none()
            .then(|| t.booking_move_call(t.phone(&shown.profile.phone))),
        whole: links::booking_move(ctx.lang, &shown.token),
        back: home,
        ctx,
    };
    ctx.redraw(status, &page)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    (token, part): (&str, i16),
) -> std::result::Result<Scene, Error> {
    let shown = show::read(site, ctx, token).await?;
    let line = shown.lines.iter().find(|line| line.part == part).cloned();
    let line = line.ok_or(Error::NotFound)?;
    // Whom the shop asks is never late.
    let may = shown.is_asked || shown.rights().change_until.is_some();
    let instead = match may && !shown.profile.is_stopped {
        false => None,
        true => {
            let found = guest::look(site, token, &ctx.request, move |tx, opened: &Opened| {
                match booking::find(tx, opened.booking)? {
                    Some(found) => part::instead(tx, &opened.profile, (&found.row, part)),
                    None => Ok(None),
                }
            });
            found.await??
        }
    };
    Ok(Scene {
        shown,
        line,
        instead,
    })
}
