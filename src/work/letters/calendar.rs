//! The booking as a date for the reader's calendar.

use super::{Draft, booking_changed, facts, request, signature, visit};
use crate::{
    base::ids::BookingId,
    domain::{
        bookings::calendar::{Appointment, Method, Parties, calendar_of, host_of},
        businesses::vertical::Vertical,
        notifications::send::Kind,
    },
    mail,
};
use chrono::{DateTime, Utc};

/// One of the dates in the file.
struct Entry {
    booking: BookingId,
    version: i32,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    description: String,
    url: String,
}

/// The file that goes with the letter, where the date is another than before.
pub(super) fn of(draft: &Draft<'_>, link: &str) -> Option<mail::Calendar> {
    let material = draft.material;
    let (profile, row) = (&material.profile, &material.booking.row);
    let shop = profile.name.text(draft.lang());
    // Whoever comes to the customer needs no address, and the customer's own is not the shop's to send about.
    let location = match profile.vertical {
        Vertical::HomeVisit => None,
        _ => signature::address(draft),
    };
    let parties = Parties {
        shop_name: shop,
        shop_email: profile.email.as_deref().unwrap_or(draft.desk.from_address),
        customer_name: &material.booking.customer.name,
        customer_email: material.letter.to_email.as_deref().unwrap_or_default(),
    };
    let method = match draft.kind {
        // Nobody has put into their calendar what was no booking yet, or was declined.
        Kind::BookingChanged if booking_changed::waits(draft) => return None,
        Kind::BookingConfirmed | Kind::BookingChanged => Method::Request(parties),
        Kind::BookingCancelled if request::is_declined(draft) => return None,
        Kind::BookingCancelled => Method::Cancel(parties),
        // Whoever has not answered yet may choose another time still.
        Kind::BookingDelayed
        | Kind::BookingReminder
        | Kind::BookingProposed
        | Kind::RequestReceived
        | Kind::RequestWaiting
        | Kind::RequestProposed
        | Kind::RequestAnswered
        | Kind::RequestLapsed => return None,
        Kind::SeriesConfirmed | Kind::SeriesChanged => Method::Tell,
        Kind::SeriesCancelled => Method::TellOff,
    };
    let location = location.as_ref().map_or("", |address| &address.text);
    let (summary, entries) = (summary(draft, shop), entries(draft, link));
    let appointments: Vec<Appointment<'_>> = entries
        .iter()
        .map(|one| Appointment {
            booking: one.booking,
            host: host_of(draft.desk.public_url),
            version: one.version,
            written_at: draft.desk.now,
            start: one.start,
            end: one.end,
            summary: &summary,
            location,
            description: &one.description,
            url: &one.url,
        })
        .collect();
    Some(mail::Calendar {
        method: method.name(),
        content: calendar_of(&appointments, &method),
        file_name: format!("{}.ics", row.number),
    })
}

/// The booking; or all of a series that the letter tells of, each with its own page.
fn entries(draft: &Draft<'_>, link: &str) -> Vec<Entry> {
    let (t, row) = (draft.t, &draft.material.booking.row);
    if draft.material.series.is_empty() {
        return vec![Entry {
            booking: row.id,
            version: row.version,
            start: row.start_at,
            end: row.end_at,
            description: visit::described(draft, t.letters_calendar_description(link, &row.number)),
            url: link.to_owned(),
        }];
    }
    let each = draft.material.series.iter().map(|one| {
        let url = draft.link_of(one.id);
        Entry {
            booking: one.id,
            version: one.version,
            start: one.start,
            end: one.end,
            description: t.letters_calendar_description(&url, &one.number),
            url,
        }
    });
    each.collect()
}

/// The shop and what is booked; of a clinic only its name, because families and colleagues share calendars.
fn summary(draft: &Draft<'_>, shop: &str) -> String {
    match facts::service_name(draft) {
        Some(service) if draft.material.profile.vertical != Vertical::Clinic => {
            draft.t.letters_calendar_summary(&service.text, shop)
        }
        _ => draft.t.letters_calendar_summary_clinic(shop),
    }
}
