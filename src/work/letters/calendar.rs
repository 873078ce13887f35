//! The booking as a date for the reader's calendar.

use super::{Draft, facts, signature};
use crate::{
    domain::{
        bookings::calendar::{Appointment, Method, Parties, calendar, host_of},
        businesses::vertical::Vertical,
        notifications::send::Kind,
    },
    mail,
};

/// The file that goes with the letter, where the date is another than before.
pub(super) fn of(draft: &Draft<'_>, link: &str) -> Option<mail::Calendar> {
    let (t, material) = (draft.t, draft.material);
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
        Kind::BookingConfirmed | Kind::BookingChanged => Method::Request(parties),
        Kind::BookingCancelled => Method::Cancel(parties),
        Kind::BookingDelayed => return None,
    };
    let appointment = Appointment {
        booking: row.id,
        host: host_of(draft.desk.public_url),
        version: row.version,
        written_at: draft.desk.now,
        start: row.start_at,
        end: row.end_at,
        summary: &summary(draft, shop),
        location: location.as_ref().map_or("", |address| &address.text),
        description: &t.letters_calendar_description(link, &row.number),
        url: link,
    };
    Some(mail::Calendar {
        method: method.name(),
        content: calendar(&appointment, &method),
        file_name: format!("{}.ics", row.number),
    })
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
