//! The booking that a letter is shown with: the last one of the diary, for those who may read it, or one that was never made.

use super::policies;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, CustomerId, ServiceId},
        time::local,
    },
    db::{self, TenantTx},
    domain::{
        bookings::{
            booking::{self, Booking, Customer, Row, Source},
            find, lines_told,
            lines_told::ToldLine,
            status::Status,
        },
        businesses::role::Right,
        catalog::price::{Line, LineKind, Quote},
    },
    i18n::Words,
    web::gate::member::AtWork,
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

/// How long the booking takes that was never made.
const MINUTES: i16 = 60;
/// And what it costs.
const PRICE: i64 = 5_500;

/// A booking with its services.
#[derive(Clone)]
pub(super) struct Sample {
    pub booking: Booking,
    pub lines: Vec<ToldLine>,
}

/// The last booking of the diary. Nothing for whoever may not read who comes.
pub(super) fn read(tx: &mut TenantTx<'_>, at: &AtWork) -> db::Result<Option<Sample>> {
    let may = [Right::ReadBookings, Right::ReadCustomers];
    if !may.iter().all(|right| at.member.may(*right)) {
        return Ok(None);
    }
    let Some(id) = find::last(tx)? else {
        return Ok(None);
    };
    let Some(mut booking) = booking::find(tx, id)? else {
        return Ok(None);
    };
    let lines = match booking.quote.is_of_visit() {
        true => lines_told::told(tx, &[id])?,
        false => Vec::new(),
    };
    // A letter is shown as it would go, whatever has become of this booking.
    (booking.row.status, booking.row.cancelled_by) = (Status::Confirmed, None);
    Ok(Some(Sample { booking, lines }))
}

/// A booking that was never made, in the language of the letter.
pub(super) fn example(t: Words, zone: Tz, now: DateTime<Utc>) -> Sample {
    let named = |name: String| Bilingual::new(name.clone(), name);
    let service = t.wordings_example_service();
    let line = Line {
        kind: LineKind::Service,
        name_ja: service.clone(),
        name_en: service,
        quantity: 1,
        amount: PRICE,
        tax_rate_percent: 10,
        option: None,
        part: None,
    };
    Sample {
        booking: Booking {
            row: row(t, zone, now),
            customer: Customer {
                name: t.wordings_example_customer(),
                family_name_kana: String::new(),
                given_name_kana: String::new(),
                email: None,
                phone: None,
                no_show_count: 0,
            },
            resource: Some(named(t.wordings_example_staff())),
            quote: Quote {
                currency: "JPY".to_owned(),
                lines: vec![line],
                duration_minutes: MINUTES,
            },
            policy: None,
            has_answers: false,
        },
        lines: Vec::new(),
    }
}

fn row(t: Words, zone: Tz, now: DateTime<Utc>) -> Row {
    let start = policies::example(zone, now);
    Row {
        id: BookingId(Uuid::nil()),
        number: "K7P-3MWX".to_owned(),
        customer_id: CustomerId(Uuid::nil()),
        service_id: Some(ServiceId(Uuid::nil())),
        resource_id: None,
        status: Status::Confirmed,
        cancelled_by: None,
        source: Source::Web,
        start_at: start,
        end_at: start + TimeDelta::minutes(MINUTES.into()),
        business_date: local(zone, start).date(),
        party_size: 1,
        is_nominated: true,
        locale: t.lang().code().to_owned(),
        price_cents: PRICE,
        currency: "JPY".to_owned(),
        price_snapshot_json: serde_json::Value::Null,
        policy_snapshot_json: serde_json::Value::Null,
        customer_note: String::new(),
        staff_note: String::new(),
        version: 1,
        created_at: now,
        limits_from: None,
        limits_while: None,
    }
}
