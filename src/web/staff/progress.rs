//! Arrived, started, done, did not come: one press each, and one to take it back.

use super::whose::Whose;
use crate::{
    base::{ids::BookingId, time::parse_date},
    domain::{
        bookings::{
            booking,
            progress::{self, ProgressError},
            status::Status,
        },
        businesses::{
            role::{Right, Rights},
            vertical::Vertical,
        },
        platform::once,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{PostButton, Voice},
            flash::Outcome,
            post_form::PostForm,
        },
    },
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use uuid::Uuid;

/// Where an act leads back to.
#[derive(Clone, Debug)]
pub enum Back {
    /// The list of a day, and whose.
    List(NaiveDate, Whose),
    /// The booking's own page.
    Booking,
}

/// A booking whose acts are drawn.
pub struct Subject<'a> {
    /// The word of its business.
    pub slug: &'a str,
    /// The kind of its business, for the words.
    pub kind: Vertical,
    /// Which.
    pub id: BookingId,
    /// For whom, read aloud after each act.
    pub name: &'a str,
    /// Where it stands.
    pub status: Status,
    /// Until when staff may take back that they called it off.
    pub recallable_until: Option<DateTime<Utc>>,
    /// From when.
    pub start: DateTime<Utc>,
    /// The instant of the page.
    pub now: DateTime<Utc>,
    /// Whether its day has come.
    pub has_come: bool,
    /// What the one who looks may do.
    pub rights: Rights,
    /// Where the acts lead back to.
    pub back: Back,
}

/// The form of an act.
#[derive(Deserialize)]
pub struct ProgressForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    staff: String,
    /// What tells this press from every other, where it may be sent twice.
    #[serde(default)]
    key: String,
    /// `yes` where no page is looked at for the answer: it had to wait for a network.
    #[serde(default)]
    queued: String,
}

/// What can be done with a booking now, the likeliest first.
pub fn acts(ctx: &PageCtx, subject: &Subject<'_>) -> Vec<PostButton> {
    let (t, kind) = (ctx.t, subject.kind.slug());
    let act = |next: Status, label: String, voice: Voice| {
        button(ctx, subject, "progress", Some(next), (label, voice))
    };
    if subject.status == Status::Pending {
        let approve = act(Status::Confirmed, t.desk_act_approve(), Voice::Quiet);
        let decline = act(Status::Cancelled, t.desk_act_decline(), Voice::DangerQuiet);
        let all = [
            (Right::CreateBookings, approve),
            (Right::CancelBookings, decline),
        ];
        let may = all
            .into_iter()
            .filter(|(right, _)| subject.rights.have(*right));
        return may.map(|(_, act)| act).collect();
    }
    if !subject.has_come || !subject.rights.have(Right::Progress) {
        return Vec::new();
    }
    let arrived = || act(Status::Arrived, t.desk_act_arrived(kind), Voice::Quiet);
    let begin = || act(Status::InService, t.desk_act_begin(kind), Voice::Quiet);
    let done = |voice: Voice| act(Status::Completed, t.desk_act_done(), voice);
    let no_show = || act(Status::NoShow, t.desk_act_no_show(kind), Voice::DangerQuiet);
    match subject.status {
        Status::Confirmed if subject.now < subject.start => vec![arrived()],
        Status::Confirmed => vec![arrived(), no_show()],
        Status::Arrived => vec![begin(), done(Voice::Text)],
        Status::InService => vec![done(Voice::Quiet)],
        _ => Vec::new(),
    }
}

/// The button that takes the last step back, where there is one.
pub fn undo_button(ctx: &PageCtx, subject: &Subject<'_>) -> Option<PostButton> {
    let undoable = matches!(
        subject.status,
        Status::Arrived | Status::InService | Status::Completed | Status::NoShow
    ) || subject
        .recallable_until
        .is_some_and(|until| subject.now <= until);
    let may = subject.rights.have(right_to_undo(subject.status));
    (undoable && may).then(|| button(ctx, subject, "undo", None, (ctx.t.ui_undo(), Voice::Text)))
}

/// Whoever may call a booking off may take that back; whoever says what has become of a guest may take that back.
fn right_to_undo(status: Status) -> Right {
    match status {
        Status::Cancelled => Right::CancelBookings,
        _ if status.is_ahead() => Right::MoveBookings,
        _ => Right::Progress,
    }
}

/// Puts the undo button into what was just said, when that was an act on this booking.
pub fn offer_undo(ctx: &mut PageCtx, subject: &Subject<'_>) {
    let undo = undo_button(ctx, subject);
    if let Some(flash) = &mut ctx.flash
        && flash.outcome == Outcome::Done
    {
        flash.undo = undo;
    }
}

fn button(
    ctx: &PageCtx,
    subject: &Subject<'_>,
    act: &str,
    next: Option<Status>,
    (label, voice): (String, Voice),
) -> PostButton {
    let mut hidden = carried(ctx, &subject.back);
    hidden.extend(next.map(|next| ("to".to_owned(), next.label().to_owned())));
    PostButton {
        label,
        about: Some(subject.name.to_owned()),
        form: PostForm {
            action: links::desk_act(ctx.lang, subject.slug, subject.id, act),
            hidden,
        },
        voice,
        small: true,
    }
}

/// What every act carries unseen: the key of its session, and where it leads back to.
pub fn carried(ctx: &PageCtx, back: &Back) -> Vec<(String, String)> {
    let mut hidden = vec![("csrf".to_owned(), ctx.csrf.clone())];
    if let Back::List(date, whose) = back {
        hidden.push(("date".to_owned(), date.to_string()));
        hidden.push(("staff".to_owned(), whose.word()));
    }
    hidden
}

/// One step on.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<ProgressForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let next = Status::from_label(&form.to).ok_or(Error::Unreadable)?;
    let (_, slug, id) = path.into_inner();
    let id: BookingId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let (user, key) = (signed_in.user, form.key.parse::<Uuid>().ok());
    let right = match next {
        Status::Confirmed => Right::CreateBookings,
        Status::Cancelled => Right::CancelBookings,
        _ => Right::Progress,
    };
    let answer = member::enter(
        &site,
        &ctx,
        &signed_in,
        (slug.as_str(), right),
        move |tx, at| {
            let wish = format!("{id} {}", next.label());
            let is_new = match key {
                Some(key) => once::is_first(tx, (key, user), ("progress", &wish))?,
                None => true,
            };
            match next {
                // It was done when it came for the first time, whatever has become of the booking since.
                _ if !is_new => Ok(()),
                Status::Confirmed => progress::approve(tx, &at.profile, id),
                Status::Cancelled => progress::decline(tx, &at.profile, id),
                _ => progress::advance(tx, id, next),
            }
        },
    )
    .await?;
    match form.queued.as_str() {
        "yes" => tell(&ctx, answer),
        _ => settle(&ctx, answer, (&slug, id, &form), Said::Advanced),
    }
}

/// One step back.
pub async fn undo(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<ProgressForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id: BookingId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug.as_str(), Right::ReadBookings);
    let answer = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        let row = booking::find_for_update(tx, id)?.ok_or(ProgressError::Unknown)?;
        if !at.member.may(right_to_undo(row.status)) {
            return Ok(None);
        }
        progress::undo(tx, &at.profile, id).map(Some)
    })
    .await?;
    let answer = match answer {
        Ok(done) => Ok(done.ok_or(Error::Forbidden)?),
        Err(refusal) => Err(refusal),
    };
    // Whoever was told of a cancellation is told at once that there is none.
    site.wake.notify_one();
    settle(&ctx, answer, (&slug, id, &form), Said::Undone)
}

type Answer = std::result::Result<(), ProgressError>;

/// What is said of it: `done`, or why it was not done.
fn said(answer: Answer, done: Said) -> Result<Said> {
    Ok(match answer {
        Ok(()) => done,
        Err(ProgressError::Unknown) => return Err(Error::NotFound),
        Err(ProgressError::Db(error)) => return Err(error.into()),
        Err(ProgressError::TimeGone) => Said::TimeGone,
        Err(ProgressError::CouponGone) => Said::CouponGone,
        Err(ProgressError::NoLongerFits) => Said::NoLongerFits,
        Err(ProgressError::TooEarly) => Said::TooEarly,
        Err(ProgressError::DoesNotFollow) => Said::Overtaken,
        Err(ProgressError::NothingToUndo) => Said::NotUndone,
    })
}

/// Tells a device that had no network what came of it: nothing, or a sentence.
fn tell(ctx: &PageCtx, answer: Answer) -> Result {
    Ok(match said(answer, Said::Advanced)? {
        Said::Advanced => HttpResponse::NoContent().finish(),
        why => HttpResponse::Conflict()
            .content_type("text/plain; charset=utf-8")
            .body(flash::words(ctx.t, why)),
    })
}

fn settle(
    ctx: &PageCtx,
    answer: Answer,
    (slug, id, form): (&str, BookingId, &ProgressForm),
    done: Said,
) -> Result {
    let said = said(answer, done)?;
    let done = (said == Said::Advanced).then(|| done_pair(id));
    let back = match parse_date(&form.date) {
        Some(date) => {
            let whose = Whose::named(&form.staff);
            let staff = whose.map(|whose| ("staff", whose.word()));
            let pairs = [("date", date.to_string())]
                .into_iter()
                .chain(staff)
                .chain(done);
            let list = links::day(ctx.lang, slug, None, "today");
            format!("{list}?{}#{}", query(pairs), anchor(id))
        }
        None => {
            if said == Said::Advanced {
                self::done(ctx, slug, id)
            } else {
                links::desk_booking(ctx.lang, slug, id)
            }
        }
    };
    Ok(flash::say(ctx.see_other(&back)?, said))
}

/// The page of a booking that something was just done to, which offers to undo it.
pub fn done(ctx: &PageCtx, slug: &str, id: BookingId) -> String {
    let page = links::desk_booking(ctx.lang, slug, id);
    format!("{page}?{}", query([done_pair(id)]))
}

fn done_pair(id: BookingId) -> (&'static str, String) {
    ("done", id.to_string())
}

/// Where a booking stands in the list of its day.
pub fn anchor(id: BookingId) -> String {
    format!("booking-{id}")
}

fn query(pairs: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let pairs: Vec<_> = pairs.into_iter().collect();
    serde_urlencoded::to_string(pairs).unwrap_or_default()
}
