//! The shop asks: whoever should serve is suddenly off. What is kept for the guest, and one press that says whether it suits
//! them, that they want another time, or that they do not come. None of it costs anything.

use super::show;
use crate::{
    db::{DbError, Refusal},
    domain::{
        bookings::{
            booking::{self, Booking},
            cancel::{self, Cancel, CancelError},
            proposal::{self, AnswerError, Proposal},
            status::Status,
        },
        businesses::profile::Profile,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::guest::{self, Opened},
        links,
        moments::Moments,
        page::PageCtx,
        public::frame,
        site::Site,
        ui::{
            buttons::{Submit, Voice},
            frame::ShopFrame,
            post_form::PostForm,
            summary_list::{SummaryList, SummaryRow},
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "public/bookings/answer.html")]
pub struct AnswerPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    words: String,
    facts: SummaryList,
    kept: Option<String>,
    form: PostForm,
    ways: Vec<Submit>,
    phone: Option<String>,
}

/// What was pressed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AnswerForm {
    act: String,
    version: String,
}

/// What a guest may say.
#[derive(Clone, Copy)]
enum Act {
    Accept,
    Other,
    Cancel,
}

/// Why it was not taken.
enum Refused {
    Answer(AnswerError),
    Cancel(CancelError),
}

struct Read {
    profile: Profile,
    booking: Booking,
    proposal: Proposal,
    now: DateTime<Utc>,
}

/// What is asked; where nothing is, the booking's own page says how it stands.
pub async fn new(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let token = path.into_inner().1;
    match read(&site, &ctx, &token).await? {
        Some(read) => ctx.html(&page(&ctx, &token, &read)),
        None => ctx.see_other(&links::booking(ctx.lang, &token)),
    }
}

/// What the guest says.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    form: Typed<AnswerForm>,
) -> Result {
    let (form, token) = (form.0, path.into_inner().1);
    let act = pressed(&form.act).ok_or(Error::Unreadable)?;
    let version: i32 = form
        .version
        .parse()
        .map_err(|_no_number| Error::Unreadable)?;
    let done = guest::enter(
        &site,
        &token,
        &ctx.request,
        move |tx, opened: &Opened| -> std::result::Result<Said, Refused> {
            let id = opened.booking;
            match act {
                Act::Accept => match proposal::accept(tx, id, version) {
                    Ok(Status::Confirmed) => Ok(Said::ProposalAccepted),
                    Ok(_) => Ok(Said::ProposalAcceptedUnconfirmed),
                    Err(error) => Err(Refused::Answer(error)),
                },
                Act::Other => proposal::want_other(tx, id)
                    .map(|()| Said::ProposalOther)
                    .map_err(Refused::Answer),
                Act::Cancel => {
                    let command = Cancel {
                        profile: &opened.profile,
                        booking: id,
                        reason: "",
                        seen_fee: Some(0),
                        tell: true,
                    };
                    let fee = cancel::cancel(tx, &command);
                    fee.map(|_nothing| Said::Cancelled).map_err(Refused::Cancel)
                }
            }
        },
    );
    let home = links::booking(ctx.lang, &token);
    let (there, said) = match done.await? {
        Ok(said) => match act {
            Act::Accept | Act::Cancel => (home, said),
            Act::Other => (links::booking_move(ctx.lang, &token), said),
        },
        Err(Refused::Cancel(CancelError::Already)) => (home, Said::AlreadyCancelled),
        Err(Refused::Answer(AnswerError::Unknown) | Refused::Cancel(CancelError::Unknown)) => {
            return Err(Error::NotFound);
        }
        Err(Refused::Answer(AnswerError::Db(error)) | Refused::Cancel(CancelError::Db(error))) => {
            return Err(error.into());
        }
        // It is another question by now, or none: the booking's own page says how it stands, and leads here where it still is.
        Err(
            Refused::Answer(AnswerError::NotAsked)
            | Refused::Cancel(CancelError::TooLate | CancelError::FeeChanged),
        ) => (home, Said::Overtaken),
    };
    site.wake.notify_one();
    Ok(flash::say(ctx.see_other(&there)?, said))
}

impl From<DbError> for Refused {
    fn from(error: DbError) -> Self {
        Self::Answer(error.into())
    }
}

impl Refusal for Refused {
    fn failure(&self) -> Option<&DbError> {
        match self {
            Self::Answer(error) => error.failure(),
            Self::Cancel(error) => error.failure(),
        }
    }
}

fn pressed(typed: &str) -> Option<Act> {
    match typed {
        "accept" => Some(Act::Accept),
        "other" => Some(Act::Other),
        "cancel" => Some(Act::Cancel),
        _ => None,
    }
}

async fn read(site: &Site, ctx: &PageCtx, token: &str) -> std::result::Result<Option<Read>, Error> {
    let found = guest::look(
        site,
        token,
        &ctx.request,
        move |tx, opened: &Opened| -> std::result::Result<_, DbError> {
            let Some(booking) = booking::find(tx, opened.booking)? else {
                return Ok(None);
            };
            let now = tx.now();
            let is_asked = |one: &Proposal| one.is_open(&booking.row) && now < booking.row.start_at;
            let proposal = proposal::of(tx, opened.booking)?.filter(is_asked);
            Ok(proposal.map(|proposal| Read {
                profile: opened.profile.clone(),
                booking,
                proposal,
                now,
            }))
        },
    );
    found.await?.map_err(Error::from)
}

fn page<'a>(ctx: &'a PageCtx, token: &str, read: &Read) -> AnswerPage<'a> {
    let (t, proposal) = (ctx.t, &read.proposal);
    let row = &read.booking.row;
    let is_moved = proposal.was_start_at != row.start_at;
    let act = |name: &str, label: String, voice: Voice| Submit {
        label,
        voice,
        wide: true,
        answer: Some(("act".to_owned(), name.to_owned())),
        ..Submit::default()
    };
    let accept =
        (!proposal.is_choice).then(|| act("accept", t.absence_guest_accept(), Voice::Main));
    let other = match proposal.is_choice {
        true => Voice::Main,
        false => Voice::Quiet,
    };
    let other = row
        .service_id
        .map(|_| act("other", t.absence_guest_other(), other));
    let cancel = act("cancel", t.absence_guest_cancel(), Voice::DangerQuiet);
    AnswerPage {
        shop: frame::frame(ctx, &read.profile),
        words: match (proposal.is_choice, is_moved) {
            (true, _) => t.absence_guest_choice(),
            (false, true) => t.absence_guest_time(),
            (false, false) => t.absence_guest_staff(),
        },
        facts: facts(ctx, read),
        kept: (!proposal.is_choice).then(|| t.absence_guest_kept()),
        form: PostForm {
            action: links::booking_answer(ctx.lang, token),
            hidden: vec![("version".to_owned(), row.version.to_string())],
        },
        ways: [accept, other, Some(cancel)]
            .into_iter()
            .flatten()
            .collect(),
        phone: (!read.profile.phone.is_empty())
            .then(|| t.absence_guest_phone(t.phone(&read.profile.phone))),
        ctx,
    }
}

/// What was booked, and what is kept in its place.
fn facts(ctx: &PageCtx, read: &Read) -> SummaryList {
    let (t, proposal) = (ctx.t, &read.proposal);
    let (booking, row) = (&read.booking, &read.booking.row);
    let moments = Moments::new(t, read.profile.zone, read.now);
    let line = |question: String, answer: String| SummaryRow {
        question,
        answer,
        ..SummaryRow::default()
    };
    let (start, end) = (proposal.was_start_at, proposal.was_end_at);
    let mut rows = vec![line(
        t.absence_guest_before(),
        moments.when(proposal.absent_on, start, end),
    )];
    if !proposal.is_choice {
        rows.push(line(
            t.absence_guest_after(),
            moments.when(row.business_date, row.start_at, row.end_at),
        ));
        let name = booking.resource.as_ref();
        // Only whom the guest asked for is called chosen.
        let who = match row.is_nominated {
            true => t.booking_staff(),
            false => t.absence_guest_with(),
        };
        rows.extend(name.map(|name| line(who, name.text(ctx.lang).to_owned())));
    }
    rows.push(line(
        t.businesses_menu(read.profile.vertical.slug()),
        show::service_name(ctx, booking),
    ));
    rows.push(line(t.booking_number(), row.number.clone()));
    SummaryList { rows }
}
