//! Command: a hold becomes a booking. All of it in one transaction: customer, booking, time, history, link, letter.

use super::{
    answer_files, answers,
    booking::{self, Source},
    caps::{self, Reached},
    coupon::{self, Redeemed},
    details::Details,
    history, lines, link, long_hold, number,
    promised::promised,
    request::{self, Asked},
    status::Status,
    waitlist::answer::converted,
};
use crate::{
    base::{
        ids::{BookingId, CustomerId, NoticeId, ReservationId, ResourceId, ServiceId},
        lang::Lang,
        time::local,
        token::Token,
    },
    db::{
        self, DbError, TenantTx,
        statement::{Change, together},
    },
    domain::{
        businesses::profile::Profile,
        catalog::{coupon::CouponRefusal, price::Quote, question::wants_files, service::Service},
        customers::register::{Card, Contact, register},
        notifications::send::{Kind, Notice, owed},
        scheduling::{
            allocation,
            hold::{self, Held},
        },
    },
    refusal,
    schema::bookings::bookings,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{pg::Pg, prelude::*, query_builder::QueryFragment};
use uuid::Uuid;

/// What somebody confirms.
#[derive(Clone, Debug)]
pub struct Create<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// The hold's token.
    pub hold: &'a Token,
    /// What the total on the confirm page was: nobody pays another price than the one they saw.
    pub seen_total: i64,
    /// Whether the confirm page said that the shop has its say first: nobody asks who thought they had booked.
    pub asks: bool,
    /// The language of the confirm page: the one they ended in is the one to write in.
    pub lang: Lang,
    /// The house's secret, from which the booking's link is made.
    pub secret: &'a [u8],
}

/// Why no booking was made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// There is no such hold.
    #[error("no such hold")]
    Unknown,
    /// The hold ran out; nothing typed is lost.
    #[error("the hold ran out")]
    Expired,
    /// Nothing was typed on the details page yet, or something that is asked there by now is not answered.
    #[error("no details")]
    NoDetails,
    /// The service is not offered any more.
    #[error("the service is gone")]
    Gone,
    /// The shop takes no bookings just now.
    #[error("not accepting")]
    NotAccepting,
    /// There are so many bookings with this address or number that the shop wants to be asked: who wants more is no stranger
    /// there, and telephones.
    #[error("too many bookings: {0:?}")]
    TooMany(Reached),
    /// The shop wants to speak with this guest first.
    #[error("the guest is blocked")]
    Blocked,
    /// The price has changed since the confirm page was shown.
    #[error("another price")]
    PriceChanged,
    /// Since then the shop has begun to have its say first, or has left off.
    #[error("taken otherwise")]
    TakenOtherwise,
    /// The coupon that the shown price was reckoned with cannot be used any more.
    #[error("the coupon cannot be used: {0:?}")]
    Coupon(CouponRefusal),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(CreateError);

/// A booking that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its key.
    pub id: BookingId,
    /// Whether a letter about it waits to be sent.
    pub is_told: bool,
}

/// Makes the booking of a hold. Repeating it gives the booking that was made the first time.
pub fn create(tx: &mut TenantTx<'_>, command: &Create<'_>) -> Result<Made, CreateError> {
    let held = hold::find_for_update(tx, command.hold)?.ok_or(CreateError::Unknown)?;
    if held.committed_at.is_some() {
        let known = booking::of_hold(tx, held.id)?.ok_or(CreateError::Unknown)?;
        return Ok(Made {
            id: known,
            is_told: false,
        });
    }
    if !held.is_alive(tx.now()) {
        return Err(CreateError::Expired);
    }
    if !command.profile.settings.is_accepting {
        return Err(CreateError::NotAccepting);
    }
    let details = Details::from_json(&held.details_json).ok_or(CreateError::NoDetails)?;
    let promised = promised(tx, &held)?.ok_or(CreateError::Gone)?;
    let service = &promised.service;
    let mut details = whole(tx, (&held, service), details)?;
    details.contact.lang = command.lang;
    let stands = long_hold::stands(tx, command.profile, (&held, &promised))?;
    if promised.misses_somebody() || !stands {
        return Err(CreateError::Gone);
    }
    let quote = promised.quote(command.profile, tx.now());
    let card = guest(tx, command, (&held, &details.contact))?;
    let cards = [card.sharing.as_slice(), &[card.id]].concat();
    let services = promised.numbered();
    let with = (held.coupon_code.as_str(), services.as_slice());
    let Redeemed { quote, coupon, .. } = redeemed(tx, command, (with, &cards), quote)?;
    let asked = request::asked(tx, command.profile, promised.services(), held.start_at)?;
    if asked.is_some() != command.asks {
        return Err(CreateError::TakenOtherwise);
    }
    let new = New {
        id: BookingId(Uuid::new_v4()),
        customer: card.id,
        service,
        resource: held.chosen_resource_id,
        hold: Some(held.id),
        key: None,
        source: Source::Web,
        start: held.start_at,
        end: held.end_at,
        date: held.business_date,
        party: held.party_size,
        is_nominated: held.nominated_resource_id.is_some(),
        details: &details,
        quote: &quote,
        asked,
    };
    let more: Vec<Change<'_>> = card
        .new
        .into_iter()
        .chain(lines::rows(tx, new.id, &promised.lines()))
        .chain(coupon.map(|coupon| coupon::use_row(tx, coupon, new.id)))
        .collect();
    commit(tx, command, (&held, &new), more)
}

/// Writes it, with everything that it is. A request waits from now on.
fn commit<'a>(
    tx: &mut TenantTx<'_>,
    command: &Create<'_>,
    (held, new): (&Held, &'a New<'_>),
    more: Vec<Change<'a>>,
) -> Result<Made, CreateError> {
    let letter = letter(tx, new);
    let mut changes = turned(tx, held.id, new.id);
    changes.extend(more);
    changes.extend(rows(tx, new, letter.as_ref(), command.secret)?);
    let met = together(changes).execute(tx.conn())?;
    if met.first() == Some(&0) {
        // Lapsed and cleared away in this very moment; the whole transaction is undone.
        return Err(CreateError::Expired);
    }
    if wants_files(&new.service.questions) {
        answer_files::pass_on(tx, (held.id, new.id), &new.details.answers)?;
    }
    if let Some(asked) = new.asked {
        request::open(tx, command.profile, (new.id, asked))?;
    }
    Ok(Made {
        id: new.id,
        is_told: letter.is_some(),
    })
}

/// A hold becomes a booking: its time goes over first, and whoever was offered it on the waiting list has it.
fn turned<'a>(tx: &TenantTx<'_>, hold: ReservationId, booking: BookingId) -> Vec<Change<'a>> {
    vec![
        Box::new(allocation::pass_on(tx, hold, booking)),
        Box::new(hold::spend(tx, hold)),
        Box::new(converted(tx, hold)),
    ]
}

/// The card of whoever books, if they may book one more by themselves.
fn guest<'a>(
    tx: &mut TenantTx<'_>,
    command: &Create<'_>,
    (held, contact): (&Held, &'a Contact),
) -> Result<Card<'a>, CreateError> {
    caps::lock(tx, contact)?;
    let card = register(tx, contact)?;
    // By address and number: an account books with its address like everybody else.
    if card.is_blocked {
        return Err(CreateError::Blocked);
    }
    let wanted = (card.sharing.as_slice(), held.business_date);
    match caps::reached(tx, &command.profile.settings, wanted)? {
        Some(reached) => Err(CreateError::TooMany(reached)),
        None => Ok(card),
    }
}

/// A code, and what is booked with it.
type Coded<'a> = (&'a str, &'a [(Option<i16>, ServiceId)]);

/// The price with the coupon that is kept with the hold, as it was shown. Who was shown what it costs without one pays that.
fn redeemed(
    tx: &mut TenantTx<'_>,
    command: &Create<'_>,
    ((code, services), cards): (Coded<'_>, &[CustomerId]),
    quote: Quote,
) -> Result<Redeemed, CreateError> {
    let wish = coupon::Wish {
        code,
        services,
        today: local(command.profile.zone, tx.now()).date(),
        cards: Some(cards),
        own: None,
    };
    let redeemed = coupon::redeem(tx, &wish, quote)?;
    if redeemed.quote.total() == command.seen_total {
        return Ok(redeemed);
    }
    Err(redeemed
        .refusal
        .map_or(CreateError::PriceChanged, CreateError::Coupon))
}

/// What was typed, with the answers to what is asked now and the files that are still kept.
fn whole(
    tx: &mut TenantTx<'_>,
    (held, service): (&Held, &Service),
    details: Details,
) -> Result<Details, CreateError> {
    let files = answer_files::of_hold(tx, held.id, &service.questions)?;
    let files: Vec<_> = files.iter().map(|file| file.id).collect();
    let details = details.fitting(&service.questions, &files);
    details.ok_or(CreateError::NoDetails)
}

/// A booking about to be written.
pub(super) struct New<'a> {
    pub id: BookingId,
    pub customer: CustomerId,
    pub service: &'a Service,
    pub resource: Option<ResourceId>,
    pub hold: Option<ReservationId>,
    pub key: Option<&'a str>,
    pub source: Source,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub date: NaiveDate,
    pub party: i16,
    pub is_nominated: bool,
    pub details: &'a Details,
    pub quote: &'a Quote,
    /// How long it waits for the shop, if it does.
    pub asked: Option<Asked>,
}

impl New<'_> {
    /// As what it begins.
    fn status(&self) -> Status {
        match self.asked {
            Some(_) => Status::Pending,
            None => Status::Confirmed,
        }
    }
}

/// Everything that a new booking is, but for its time: its row, the first line of its story, its guest's key and, if
/// there is an address to write to, the letter.
pub(super) fn rows<'a>(
    tx: &TenantTx<'_>,
    new: &'a New<'_>,
    letter: Option<&'a Notice>,
    secret: &[u8],
) -> db::Result<Vec<Change<'a>>> {
    let mut rows: Vec<Change<'a>> = vec![
        Box::new(row(tx, new)),
        Box::new(history::first(tx, new.id, new.status())),
        Box::new(link::key(tx, new.id, &link::token(secret, new.id))),
    ];
    rows.extend(answers::kept(tx, new.id, &new.details.answers));
    if let Some(letter) = letter {
        rows.extend(owed(tx, NoticeId(Uuid::new_v4()), letter)?);
    }
    Ok(rows)
}

/// The letter that confirms it, or says until when the shop answers.
pub(super) fn letter(tx: &TenantTx<'_>, new: &New<'_>) -> Option<Notice> {
    let contact = &new.details.contact;
    let (kind, data) = match new.asked {
        Some(asked) => (
            Kind::RequestReceived,
            serde_json::json!({ "until": asked.until }),
        ),
        None => (Kind::BookingConfirmed, serde_json::json!({})),
    };
    Some(Notice {
        kind,
        booking: new.id,
        to_email: contact.email.clone()?,
        locale: contact.lang.code().to_owned(),
        data,
        due: tx.now(),
    })
}

fn row<'a>(tx: &TenantTx<'_>, new: &'a New<'_>) -> impl QueryFragment<Pg> + use<'a> {
    let json = |value: serde_json::Result<serde_json::Value>| value.unwrap_or_default();
    diesel::insert_into(bookings::table).values((
        bookings::id.eq(new.id),
        bookings::business_id.eq(tx.business()),
        bookings::number.eq(number::random()),
        bookings::customer_id.eq(new.customer),
        bookings::service_id.eq(new.service.id),
        bookings::resource_id.eq(new.resource),
        bookings::reservation_id.eq(new.hold),
        bookings::idempotency_key.eq(new.key),
        bookings::status.eq(new.status()),
        bookings::source.eq(new.source),
        bookings::start_at.eq(new.start),
        bookings::end_at.eq(new.end),
        bookings::business_date.eq(new.date),
        bookings::party_size.eq(new.party),
        bookings::is_nominated.eq(new.is_nominated),
        bookings::locale.eq(new.details.contact.lang.code()),
        bookings::price_cents.eq(new.quote.total()),
        bookings::currency.eq(&new.quote.currency),
        bookings::price_snapshot_json.eq(json(serde_json::to_value(new.quote))),
        bookings::policy_snapshot_json.eq(json(serde_json::to_value(&new.service.policy))),
        bookings::customer_note.eq(&new.details.note),
        bookings::created_at.eq(diesel::dsl::now),
    ))
}
