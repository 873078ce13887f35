//! リクエスト予約: what guests ask for and have once the shop says so. A request is a booking that takes its time from the first
//! moment; it waits for the shop as long as its service says, nights left out, and then lapses by itself.

use super::{
    booking::Row,
    jobs::TendRequest,
    offers::Offered,
    retake::{place, was_overbooked},
    rules::answer_until,
    visit_again::{self, With},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, CustomerId},
        quiet,
    },
    db::{
        self, TenantTx,
        statement::{Change, bind, prepared, statement, together},
    },
    domain::{
        businesses::profile::Profile,
        catalog::{
            approval,
            price::Quote,
            service::{self, Service},
        },
        notifications::send::{Kind, Notice, send},
        scheduling::load::Own,
    },
    queue,
    schema::bookings::booking_requests,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Date, Jsonb, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
};
use serde_json::{Value, json};

/// What comes back by being undone waits at least so long again.
const AGAIN: TimeDelta = TimeDelta::hours(1);

/// How long a request waits that is made now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Hours that the shop has.
    pub hours: i16,
    /// So until then.
    pub until: DateTime<Utc>,
    /// When half of that is over.
    pub remind_at: DateTime<Utc>,
}

/// What is known of a request besides its booking.
#[derive(Clone, Copy, Debug, Queryable, Selectable)]
#[diesel(table_name = booking_requests)]
pub struct Request {
    /// Hours that the shop has.
    pub answer_hours: i16,
    /// Until when it may answer.
    pub answer_until: DateTime<Utc>,
    /// When it is reminded.
    pub remind_at: DateTime<Utc>,
    /// When it was.
    pub reminded_at: Option<DateTime<Utc>>,
}

/// A request in the list of those that wait.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Which booking.
    pub booking: BookingId,
    /// Whose.
    pub customer: CustomerId,
    /// What they are called.
    pub name: String,
    /// What, as it was called then.
    pub service: Bilingual,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// The business day.
    pub date: NaiveDate,
    /// For how many.
    pub party: i16,
    /// Until when it waits; nothing for what lapses never.
    pub until: Option<DateTime<Utc>>,
    /// How many other times are proposed.
    pub offers: i64,
}

impl Request {
    /// Until when the shop may answer: what has begun is not asked for any more.
    pub fn until(&self, start: DateTime<Utc>) -> DateTime<Utc> {
        self.answer_until.min(start)
    }

    /// When it lapses. While something else is proposed it is the guest's turn.
    pub fn lapses_at(&self, start: DateTime<Utc>, offers: &[Offered]) -> DateTime<Utc> {
        let until = self.until(start);
        let proposed = offers.iter().map(|offer| offer.until).max();
        proposed.map_or(until, |proposed| proposed.max(until))
    }
}

/// How long what a guest asks for now would wait; nothing where all of it is booked at once. A visit is asked for as a whole as
/// soon as one of its services is, whichever that is: the shop has the longest of their hours, since it says yes to all of them or
/// to none, and answers before the earliest of what must be booked ahead.
pub fn asked<'a>(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    services: impl Iterator<Item = &'a Service>,
    start: DateTime<Utc>,
) -> db::Result<Option<Asked>> {
    let (mut longest, mut notice) = (None, 0);
    for service in services {
        longest = longest.max(approval::hours_of(tx, service.id)?);
        let own = service.figures.notice_minutes;
        notice = notice.max(own.unwrap_or(profile.settings.notice_minutes));
    }
    let Some(hours) = longest else {
        return Ok(None);
    };
    let (zone, now) = (profile.zone, tx.now());
    let until = answer_until(zone, now, hours, (start, notice));
    let half = quiet::deadline(zone, now, TimeDelta::minutes(i64::from(hours) * 30));
    Ok(Some(Asked {
        hours,
        until,
        remind_at: half.min(until),
    }))
}

/// Notes how long a booking that was just made waits, and tells the shop.
pub(super) fn open(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (booking, asked): (BookingId, Asked),
) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let row = diesel::insert_into(booking_requests::table).values((
        booking_requests::business_id.eq(business),
        booking_requests::booking_id.eq(booking),
        booking_requests::answer_hours.eq(asked.hours),
        booking_requests::answer_until.eq(asked.until),
        booking_requests::remind_at.eq(asked.remind_at),
        booking_requests::created_at.eq(now),
    ));
    let job = queue::job(Some(business), &TendRequest { booking }, asked.remind_at)?;
    let changes: Vec<Change<'_>> = vec![Box::new(row), Box::new(job)];
    together(changes).execute(tx.conn())?;
    let data = json!({ "until": asked.until });
    tell_shop(tx, profile, (booking, Kind::RequestWaiting), data)
}

/// What is known of a request.
pub fn find(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Option<Request>> {
    let business = tx.business();
    Ok(booking_requests::table
        .filter(booking_requests::business_id.eq(business))
        .filter(booking_requests::booking_id.eq(booking))
        .select(Request::as_select())
        .first(tx.conn())
        .optional()?)
}

/// The shop has its hours once more, from now on.
pub(super) fn prolong(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (row, request): (&Row, &Request),
) -> db::Result<DateTime<Utc>> {
    let given = TimeDelta::hours(request.answer_hours.into());
    let until = quiet::deadline(profile.zone, tx.now(), given);
    let until = until.min(row.start_at).max(request.answer_until);
    write(tx, row.id, until)?;
    Ok(until)
}

/// What was answered waits again, because the answer was taken back.
pub(super) fn resume(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<()> {
    let Some(request) = find(tx, booking)? else {
        return Ok(());
    };
    let until = request.answer_until.max(tx.now() + AGAIN);
    write(tx, booking, until)
}

/// Sets until when it waits, and has it looked after from now on.
fn write(tx: &mut TenantTx<'_>, booking: BookingId, until: DateTime<Utc>) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let row = diesel::update(
        booking_requests::table.filter(
            booking_requests::business_id
                .eq(business)
                .and(booking_requests::booking_id.eq(booking)),
        ),
    )
    .set(booking_requests::answer_until.eq(until));
    let job = queue::job(Some(business), &TendRequest { booking }, now)?;
    let changes: Vec<Change<'_>> = vec![Box::new(row), Box::new(job)];
    together(changes).execute(tx.conn())?;
    Ok(())
}

/// Has a request looked after at an instant.
pub(super) fn tend_at(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
    due: DateTime<Utc>,
) -> db::Result<()> {
    let job = queue::job(Some(tx.business()), &TendRequest { booking }, due)?;
    prepared(job).execute(tx.conn())?;
    Ok(())
}

/// Notes that the shop was reminded.
pub(super) fn note_reminder(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let row = diesel::update(
        booking_requests::table.filter(
            booking_requests::business_id
                .eq(business)
                .and(booking_requests::booking_id.eq(booking)),
        ),
    )
    .set(booking_requests::reminded_at.eq(now));
    prepared(row).execute(tx.conn())?;
    Ok(())
}

/// Writes to the shop about a request, in its own language and not at night; a shop without an address has its list.
pub(super) fn tell_shop(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (booking, kind): (BookingId, Kind),
    data: Value,
) -> db::Result<()> {
    let Some(to_email) = profile.email.clone() else {
        return Ok(());
    };
    let notice = Notice {
        kind,
        booking,
        to_email,
        locale: profile.settings.default_locale.clone(),
        data,
        due: quiet::awake(profile.zone, tx.now()),
    };
    send(tx, &notice)?;
    Ok(())
}

/// Whether a request can still be had as it was asked for, decided under the lock of what it takes. What staff have put over
/// others knowingly fits; and so does what cannot be reckoned any more, because its service is not on the menu.
pub(super) fn still_fits(tx: &mut TenantTx<'_>, profile: &Profile, row: &Row) -> db::Result<bool> {
    let is_known = match row.service_id {
        Some(id) => service::find(tx, id)?.is_some(),
        None => false,
    };
    if !is_known {
        return Ok(true);
    }
    if let Some(visit) = visit_again::read(tx, row.id)? {
        let wish = (profile, row.id, &[With::TheSame][..]);
        let fits = !visit.is_whole() || visit.place_by_hand(tx, wish, row.start_at)?.is_ok();
        return Ok(fits || was_overbooked(tx, row)?);
    }
    let found = place(tx, profile, (row, Own::Booking(row.id)))?;
    Ok(found.is_some_and(|found| (found.start, found.end) == (row.start_at, row.end_at)))
}

type Found = (
    BookingId,
    CustomerId,
    String,
    Value,
    DateTime<Utc>,
    DateTime<Utc>,
    NaiveDate,
    i16,
    Option<DateTime<Utc>>,
    i64,
);

type Columns = (
    SqlUuid,
    SqlUuid,
    Text,
    Jsonb,
    Timestamptz,
    Timestamptz,
    Date,
    SmallInt,
    Nullable<Timestamptz>,
    BigInt,
);

/// Every request that waits, the most urgent first.
pub fn waiting(tx: &mut TenantTx<'_>) -> db::Result<Vec<Waiting>> {
    let now = tx.now();
    let rows: Vec<Found> = statement::<Columns, _>(
        "select b.id, b.customer_id, c.name, b.price_snapshot_json, b.start_at, b.end_at, b.business_date, b.party_size, \
         case when q.id is not null then least(q.answer_until, b.start_at) end, (select count(*) from bookings.request_offers o \
         join scheduling.reservations h on h.business_id = o.business_id and h.id = o.reservation_id \
         where o.business_id = b.business_id and o.booking_id = b.id and h.expires_at > ?) \
         from bookings.bookings b join customers.customers c on c.business_id = b.business_id and c.id = b.customer_id \
         left join bookings.booking_requests q on q.business_id = b.business_id and q.booking_id = b.id \
         where b.business_id = ? and b.status = 'pending' and b.deleted_at is null \
         order by least(q.answer_until, b.start_at), b.id limit 200",
        (
            bind::<Timestamptz, _>(now),
            bind::<SqlUuid, _>(tx.business()),
        ),
    )
    .load(tx.conn())?;
    Ok(rows.into_iter().map(listed).collect())
}

fn listed(row: Found) -> Waiting {
    let (booking, customer, name, quote, start, end, date, party, until, offers) = row;
    let quote: Quote = serde_json::from_value(quote).unwrap_or_default();
    Waiting {
        booking,
        customer,
        name,
        service: quote.booked_as(),
        start,
        end,
        date,
        party,
        until,
        offers,
    }
}

/// How many wait.
pub fn count(tx: &mut TenantTx<'_>) -> db::Result<i64> {
    Ok(statement::<(BigInt,), _>(
        "select count(*) from bookings.bookings where business_id = ? and status = 'pending' and deleted_at is null",
        (bind::<SqlUuid, _>(tx.business()),),
    )
    .get_result::<(i64,)>(tx.conn())?
    .0)
}
