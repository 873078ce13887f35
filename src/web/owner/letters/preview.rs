//! A letter as the night shift would write it, with a booking to show it by. Its link opens nothing: it is made without the
//! house's secret.

use super::sample::Sample;
use crate::{
    base::{
        ids::NoticeId,
        lang::Lang,
        time::{LocalDate, local},
    },
    domain::{
        bookings::{series::read::Member, status::Status},
        businesses::profile::Profile,
        notifications::{
            delivery::{DeliveryStatus, Letter},
            occasion::Occasion,
            placeholder::Placeholder,
            send::Kind,
            wording::Style,
        },
    },
    web::page::PageCtx,
    work::letters::{Desk, Material, draw, filled},
};
use chrono::{DateTime, Days, TimeDelta, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

/// So many bookings are in a series that is shown.
const SERIES: u8 = 3;

/// Which letter is shown, when.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub profile: &'a Profile,
    pub occasion: Occasion,
    pub lang: Lang,
    pub now: DateTime<Utc>,
}

/// The subject and the words.
pub(super) struct Shown {
    pub subject: String,
    pub text: String,
}

/// The letter. Nothing if its template fails.
pub(super) fn shown(
    ctx: &PageCtx,
    scene: Scene<'_>,
    sample: Sample,
    style: Style,
) -> Option<Shown> {
    let (kind, material) = material(scene, sample, style);
    let site = ctx.whole("");
    let letter = draw(kind, &material, &desk(&site, scene.now)).ok()?;
    Some(Shown {
        subject: letter.subject,
        text: letter.text,
    })
}

/// What would be filled into its words.
pub(super) fn values(
    ctx: &PageCtx,
    scene: Scene<'_>,
    sample: Sample,
) -> Vec<(Placeholder, String)> {
    let (kind, material) = material(scene, sample, Style::default());
    let site = ctx.whole("");
    let desk = desk(&site, scene.now);
    let known = scene.occasion.placeholders().iter();
    let value = |of: &Placeholder| Some((*of, filled(kind, &material, &desk, *of)?));
    known.filter_map(value).collect()
}

fn desk(site: &str, now: DateTime<Utc>) -> Desk<'_> {
    Desk {
        public_url: site,
        from_address: "",
        secret: b"",
        contact: None,
        now,
    }
}

fn material(scene: Scene<'_>, sample: Sample, style: Style) -> (Kind, Material) {
    let Sample { mut booking, lines } = sample;
    let (kind, is_by_shop, data) = told(scene.occasion, booking.row.start_at, scene.now);
    if matches!(
        scene.occasion,
        Occasion::RequestReceived | Occasion::RequestProposed
    ) {
        booking.row.status = Status::Pending;
    }
    let series = match scene.occasion.is_of_series() {
        true => members(scene, &booking.row),
        false => Vec::new(),
    };
    let letter = Letter {
        id: NoticeId(Uuid::nil()),
        business_id: Some(scene.profile.id),
        booking_id: Some(booking.row.id),
        recipient_id: None,
        kind: kind.name().to_owned(),
        to_email: None,
        locale: scene.lang.code().to_owned(),
        data_json: data,
        attempts: 0,
        delivery_status: DeliveryStatus::Queued,
        sent_at: None,
    };
    let material = Material {
        letter,
        booking,
        profile: scene.profile.clone(),
        is_by_shop,
        series,
        lines,
        style,
    };
    (kind, material)
}

/// The letter of an occasion, whether the shop did it, and what its row would remember.
fn told(occasion: Occasion, start: DateTime<Utc>, now: DateTime<Utc>) -> (Kind, bool, Value) {
    let day = TimeDelta::days(1);
    let moved = json!({ "old_start": start - day, "old_end": start - day + TimeDelta::hours(1) });
    let offer = |ahead: TimeDelta| {
        let from: DateTime<Utc> = start + ahead;
        json!({ "date": from.date_naive(), "start": from, "end": from + TimeDelta::hours(1) })
    };
    let until = now + day;
    match occasion {
        Occasion::Confirmed => (Kind::BookingConfirmed, false, json!({})),
        Occasion::Reminder => (Kind::BookingReminder, false, json!({})),
        Occasion::ChangedByGuest => (Kind::BookingChanged, false, moved),
        Occasion::ChangedByShop => (Kind::BookingChanged, true, moved),
        Occasion::CancelledByGuest => (Kind::BookingCancelled, false, json!({ "fee": 0 })),
        Occasion::CancelledByShop => (Kind::BookingCancelled, true, json!({ "fee": 0 })),
        Occasion::Delayed => (Kind::BookingDelayed, true, json!({ "minutes": 10 })),
        Occasion::Proposed => (Kind::BookingProposed, true, moved),
        Occasion::RequestReceived => (Kind::RequestReceived, false, json!({ "until": until })),
        Occasion::RequestProposed => {
            let offers = [offer(day), offer(day + day)];
            let data = json!({ "until": until, "offers": offers });
            (Kind::RequestProposed, true, data)
        }
        Occasion::RequestDeclined => {
            let data = json!({ "fee": 0, "declined": true });
            (Kind::BookingCancelled, true, data)
        }
        Occasion::RequestLapsed => (Kind::RequestLapsed, false, json!({})),
        Occasion::SeriesConfirmed => (Kind::SeriesConfirmed, false, json!({})),
        Occasion::SeriesChanged => (Kind::SeriesChanged, true, json!({})),
        Occasion::SeriesCancelled => (Kind::SeriesCancelled, true, json!({ "fee": 0 })),
    }
}

/// The booking, and again in the weeks that follow.
fn members(scene: Scene<'_>, row: &crate::domain::bookings::booking::Row) -> Vec<Member> {
    let week = |place: u8| {
        let later = TimeDelta::weeks(place.into());
        let date: LocalDate = local(scene.profile.zone, row.start_at).date();
        Member {
            id: row.id,
            place: i16::from(place) + 1,
            number: row.number.clone(),
            status: Status::Confirmed,
            date: date
                .checked_add_days(Days::new(u64::from(place) * 7))
                .unwrap_or(date),
            start: row.start_at + later,
            end: row.end_at + later,
            version: 1,
            price: row.price_cents,
        }
    };
    (0..SERIES).map(week).collect()
}
