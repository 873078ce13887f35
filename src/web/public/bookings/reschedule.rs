//! Another time for a booking: free times as links, then what changes, then a button. The old time is given up only
//! when the new one is taken.

use super::{
    Rights,
    instead::{self, Days, Free},
    show,
};
use crate::{
    base::time::{LocalDate, local, parse_date},
    db::DbError,
    domain::{
        bookings::{
            booking::{self, Booking},
            moving, proposal,
            reschedule::{self, Reschedule, RescheduleError},
            status::Status,
        },
        businesses::profile::Profile,
        catalog::service,
        notifications::send::{self, Kind},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::{Asked, Typed},
        gate::guest::{self, Opened},
        links::{self, Times},
        moments::{Moments, from_field, to_field},
        page::PageCtx,
        public::{
            checkout, frame,
            grid::{self, Drawing},
            moves,
            times::Lost,
            words,
        },
        session::SignedIn,
        site::Site,
        ui::{
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            pager::Pager,
            post_form::PostForm,
            slot_list::{SlotList, SlotTime},
        },
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
#[template(path = "public/bookings/reschedule.html")]
pub struct ReschedulePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    complaint: Option<String>,
    alternatives: Vec<SlotTime>,
    form: PostForm,
    when: String,
    service: String,
    list: Option<SlotList>,
    nothing: Option<Empty>,
    pager: Pager,
    back: String,
    closed: Option<String>,
}

/// From when to when, and the button.
#[derive(Template)]
#[template(path = "public/bookings/reschedule_confirm.html")]
pub struct RescheduleConfirmPage<'a> {
    pub(super) ctx: &'a PageCtx,
    pub(super) shop: ShopFrame,
    pub(super) title: String,
    pub(super) what: String,
    pub(super) old: String,
    pub(super) new: String,
    pub(super) service: String,
    pub(super) start: String,
    pub(super) version: i32,
    /// What it costs, where that was agreed.
    pub(super) money: Option<String>,
    pub(super) costs: bool,
    pub(super) fee: i64,
    pub(super) action: String,
    pub(super) back: String,
}

/// From which day, or which time was chosen.
#[derive(Deserialize)]
pub struct RescheduleQuery {
    #[serde(default)]
    from: String,
    #[serde(default)]
    start: String,
}

/// The button.
#[derive(Deserialize)]
pub struct RescheduleForm {
    #[serde(default)]
    start: String,
    #[serde(default)]
    version: String,
    /// What was shown above the button.
    #[serde(default)]
    fee: String,
}

/// The version and the fee that were shown above the button.
pub(super) type Seen = (i32, i64);

impl RescheduleForm {
    /// To when, and upon what it was pressed; nothing of that where a time was chosen and nothing more.
    pub(super) fn read(&self) -> std::result::Result<(DateTime<Utc>, Option<Seen>), Error> {
        let start = from_field(&self.start).ok_or(Error::Unreadable)?;
        if self.version.is_empty() {
            return Ok((start, None));
        }
        let unreadable = |_no_number| Error::Unreadable;
        let version = self.version.parse().map_err(unreadable)?;
        let fee = match self.fee.as_str() {
            "" => 0,
            fee => fee.parse().map_err(unreadable)?,
        };
        Ok((start, Some((version, fee))))
    }
}

struct Read {
    profile: Profile,
    booking: Booking,
    now: DateTime<Utc>,
    free: Option<Free>,
    /// What moving it costs now.
    fee: i64,
}

/// Free times, or the chosen one to be confirmed. Nothing is changed here.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    query: Asked<RescheduleQuery>,
) -> Result {
    let token = path.into_inner().1;
    if let Some(start) = from_field(&query.0.start) {
        return confirm(&site, &ctx, &token, start).await;
    }
    draw(&site, &ctx, &token, parse_date(&query.0.from), None).await
}

/// Moves it.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    session: Session,
    path: Path<(String, String)>,
    form: Typed<RescheduleForm>,
) -> Result {
    let token = path.into_inner().1;
    let (start, seen) = form.0.read()?;
    let Some((version, seen_fee)) = seen else {
        // A time was chosen, nothing more: show what would change, and ask.
        return ctx.see_other(&chosen(&ctx, &token, start));
    };
    let by = SignedIn::themselves(&session);
    let done = guest::enter(&site, &token, &ctx.request, move |tx, opened: &Opened| {
        let command = Reschedule {
            minutes: None,
            person: None,
            override_reason: "",
            profile: &opened.profile,
            booking: opened.booking,
            start,
            version,
            reason: "",
            tell: true,
            seen_fee: Some(seen_fee),
        };
        reschedule::reschedule(tx, &command)?;
        if let Some(user) = by {
            send::done_by(tx, opened.booking, Kind::BookingChanged, user)?;
        }
        Ok(())
    });
    let home = links::booking(ctx.lang, &token);
    match done.await? {
        Ok(()) => {
            site.wake.notify_one();
            Ok(flash::say(ctx.see_other(&home)?, Said::Moved))
        }
        Err(RescheduleError::Stale) => Ok(flash::say(ctx.see_other(&home)?, Said::Overtaken)),
        Err(RescheduleError::Refused(refusal, nearest)) => {
            draw(
                &site,
                &ctx,
                &token,
                None,
                Some(checkout::hold::lost(&ctx, refusal, nearest)),
            )
            .await
        }
        // The next press is about what is shown now.
        Err(RescheduleError::FeeChanged) => {
            let again = chosen(&ctx, &token, start);
            Ok(flash::say(ctx.see_other(&again)?, Said::MoveFeeChanged))
        }
        Err(RescheduleError::TooLate | RescheduleError::Gone | RescheduleError::Overbooked(_)) => {
            let lost = refused(ctx.t.booking_move_closed());
            draw(&site, &ctx, &token, None, Some(lost)).await
        }
        Err(RescheduleError::TooMany(reached)) => {
            let lost = refused(words::too_many(&ctx, reached));
            draw(&site, &ctx, &token, None, Some(lost)).await
        }
        Err(RescheduleError::Unknown) => Err(Error::NotFound),
        Err(RescheduleError::Db(error)) => Err(error.into()),
    }
}

/// The page with a time chosen on it.
fn chosen(ctx: &PageCtx, token: &str, start: DateTime<Utc>) -> String {
    let chosen = serde_urlencoded::to_string([("start", to_field(start))]).unwrap_or_default();
    format!("{}?{chosen}", links::booking_move(ctx.lang, token))
}

/// Why it was not moved, where no other time would do any better.
pub(super) fn refused(words: String) -> Lost {
    Lost {
        words,
        nearest: Vec::new(),
        status: StatusCode::CONFLICT,
    }
}

async fn confirm(site: &Site, ctx: &PageCtx, token: &str, start: DateTime<Utc>) -> Result {
    let Read {
        profile,
        booking,
        now,
        free,
        fee,
    } = read(site, ctx, token, Days::Around(start)).await?;
    let row = &booking.row;
    let Some(Free { slots, .. }) = free else {
        return draw(site, ctx, token, None, None).await;
    };
    let moments = Moments::new(ctx.t, profile.zone, now);
    // One o'clock at night is still the evening before. Where nothing is free, pressing the button will say why.
    let free = slots.iter().find(|slot| slot.start == start);
    let date = free.map_or_else(|| local(profile.zone, start).date(), |slot| slot.date);
    let end = start + (row.end_at - row.start_at);
    let page = RescheduleConfirmPage {
        shop: frame::frame(ctx, &profile),
        title: ctx.t.booking_move_title(),
        what: ctx.t.businesses_menu(profile.vertical.slug()),
        old: moments.when(row.business_date, row.start_at, row.end_at),
        new: moments.when(date, start, end),
        service: show::service_name(ctx, &booking),
        start: to_field(start),
        version: row.version,
        money: moves::money(ctx, &moving::agreed(row), fee),
        costs: fee > 0,
        fee,
        action: links::booking_move(ctx.lang, token),
        back: links::booking_move(ctx.lang, token),
        ctx,
    };
    ctx.html(&page)
}

async fn draw(
    site: &Site,
    ctx: &PageCtx,
    token: &str,
    from: Option<LocalDate>,
    lost: Option<Lost>,
) -> Result {
    let read = read(site, ctx, token, Days::From(from)).await?;
    let t = ctx.t;
    let moments = Moments::new(t, read.profile.zone, read.now);
    let row = &read.booking.row;
    if row.status == Status::Cancelled && lost.is_none() {
        let home = ctx.see_other(&links::booking(ctx.lang, token))?;
        return Ok(flash::say(home, Said::AlreadyCancelled));
    }
    // Choosing changes nothing yet: the next page asks once more.
    let form = PostForm {
        action: links::booking_move(ctx.lang, token),
        hidden: Vec::new(),
    };
    let at = |change: &dyn Fn(&mut Times)| {
        let mut times = Times::default();
        change(&mut times);
        let from = times
            .from
            .map(|date| format!("?from={date}"))
            .unwrap_or_default();
        format!("{}{from}", links::booking_move(ctx.lang, token))
    };
    let open = read.free.as_ref();
    let list = open.filter(|free| !free.slots.is_empty()).map(|free| {
        let drawing = Drawing {
            ctx,
            moments: &moments,
            input: &free.input,
            slots: &free.slots,
            waits: None,
        };
        grid::list(&drawing, form.clone(), &at)
    });
    let nothing = open
        .filter(|free| free.slots.is_empty())
        .map(|free| instead::nothing(ctx, &moments, free, &at));
    let pager = open.map(|free| instead::pager(ctx, moments.today(), &free.input, &at));
    let closed = open.is_none();
    let page = ReschedulePage {
        shop: frame::frame(ctx, &read.profile),
        alternatives: lost
            .as_ref()
            .map(|lost| words::alternatives(&moments, &lost.nearest))
            .unwrap_or_default(),
        complaint: lost.as_ref().map(|lost| lost.words.clone()),
        form,
        when: moments.when(row.business_date, row.start_at, row.end_at),
        service: show::service_name(ctx, &read.booking),
        nothing,
        list,
        pager: pager.unwrap_or_default(),
        back: links::booking(ctx.lang, token),
        closed: closed.then(|| t.booking_move_call(t.phone(&read.profile.phone))),
        ctx,
    };
    ctx.redraw(lost.map_or(StatusCode::OK, |lost| lost.status), &page)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    token: &str,
    days: Days,
) -> std::result::Result<Read, Error> {
    let found = guest::look(
        site,
        token,
        &ctx.request,
        move |tx, opened: &Opened| -> std::result::Result<_, DbError> {
            let Some(booking) = booking::find(tx, opened.booking)? else {
                return Ok(None);
            };
            let (profile, now) = (opened.profile.clone(), tx.now());
            // Whom the shop asks is never late.
            let is_asked = !profile.is_stopped
                && now < booking.row.start_at
                && proposal::waits(tx, &booking.row)?;
            let rights = Rights::of(&profile, &booking.row, now);
            let moved = moving::moved(tx, &booking.row)?;
            let may = rights.change_until.is_some() && !moving::is_used_up(&booking.row, moved);
            let open = is_asked || may;
            let fee = match is_asked {
                true => 0,
                false => moving::fee(&booking.row, now),
            };
            let service = match booking.row.service_id.filter(|_| open) {
                Some(id) => service::find(tx, id)?,
                None => None,
            };
            let free = match &service {
                Some(service) => Some(instead::free(tx, &profile, service, &booking, days)?),
                None => None,
            };
            Ok(Some(Read {
                profile,
                booking,
                now,
                free,
                fee,
            }))
        },
    );
    found.await??.ok_or(Error::NotFound)
}
