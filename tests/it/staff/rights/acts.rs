//! The acts behind the counter, each with the right that it needs.

use super::super::scene::{DESK, Friday};
use crate::support::{
    browser::{Browser, Page},
    sql,
};
use omotenashi::domain::businesses::role::Right;
use serde_json::json;

/// Every one of them.
pub fn all(friday: &Friday) -> Vec<Act> {
    let acts = [
        acts(friday),
        acts_on_time(friday),
        about_money(friday),
        about_requests(friday),
        about_series(friday),
        about_parts(friday),
        about_messages(friday),
    ];
    acts.into_iter().flatten().collect()
}

/// One act: the right it needs, and what is sent. Everything that is typed is sound, so nothing but the right refuses it.
pub struct Act {
    pub right: Right,
    pub path: String,
    pub typed: Option<Vec<(&'static str, String)>>,
}

impl Act {
    fn look(right: Right, path: &str) -> Self {
        Self {
            right,
            path: format!("{DESK}/{path}"),
            typed: None,
        }
    }

    fn send(right: Right, path: &str, typed: &[(&'static str, &str)]) -> Self {
        Self {
            typed: Some(
                typed
                    .iter()
                    .map(|(name, value)| (*name, (*value).to_owned()))
                    .collect(),
            ),
            ..Self::look(right, path)
        }
    }

    pub fn by(&self, browser: &Browser, csrf: &str) -> Page {
        match &self.typed {
            None => browser.visit(&self.path),
            Some(typed) => {
                let mut pairs = vec![("csrf", csrf)];
                pairs.extend(typed.iter().map(|(name, value)| (*name, value.as_str())));
                browser.post(&self.path, &pairs)
            }
        }
    }
}

/// What is done about money: nobody has come yet, so whoever may is sent back to the booking.
fn about_money(friday: &Friday) -> Vec<Act> {
    use Right::{TakePayments, WaiveFees};
    let of = |act: &str| format!("bookings/{}{act}", friday.coming.id);
    vec![
        Act::look(TakePayments, &of("/payment")),
        Act::send(
            TakePayments,
            &of("/payment"),
            &[
                ("key", "00000000000040008000000000000001"),
                ("amount", "1"),
                ("way", "cash"),
            ],
        ),
        Act::look(TakePayments, &of("/coupon")),
        Act::send(
            TakePayments,
            &of("/coupon"),
            &[("version", "0"), ("coupon", "NONE")],
        ),
        Act::look(TakePayments, &of("/coupon-off")),
        Act::send(
            TakePayments,
            &of("/coupon-off"),
            &[("version", "0"), ("reason", "雨")],
        ),
        Act::look(WaiveFees, &of("/waive")),
        Act::send(
            WaiveFees,
            &of("/waive"),
            &[("version", "0"), ("reason", "雨")],
        ),
        Act::look(TakePayments, &of("/receipt")),
        Act::send(
            TakePayments,
            &of("/receipt"),
            &[("addressee", "上様"), ("purpose", "カット代として")],
        ),
    ]
}

fn acts(friday: &Friday) -> Vec<Act> {
    let of = |act: &str| format!("bookings/{}{act}", friday.coming.id);
    let called_off = friday.app.tenant(friday.cast.salon.id, |tx| {
        let cancelled = "select id::text as line from bookings.bookings where status = 'cancelled'";
        Ok(sql::lines(tx.conn(), cancelled))
    });
    let cut = friday.cast.cut.id.to_string();
    let new = |time: &'static str, anyway: &'static str| {
        vec![
            ("key", "a key of a form"),
            ("service", cut.as_str()),
            ("party", "1"),
            ("source", "phone"),
            ("language", "ja"),
            ("family", "山田"),
            ("date", "2026-11-25"),
            ("time", time),
            ("anyway", anyway),
        ]
    };
    // Two cuts, one after the other.
    let visit = |anyway: &'static str| {
        let mut typed = new("11:00", anyway);
        typed.retain(|(name, _)| !["key", "date"].contains(name));
        typed.extend([
            ("key", "a key of a form of a visit"),
            ("date", "2026-11-27"),
            ("service-2", cut.as_str()),
        ]);
        typed
    };
    let moved = |anyway: &'static str| {
        [
            ("version", "1"),
            ("date", "2026-11-26"),
            ("time", "15:00"),
            ("anyway", anyway),
        ]
    };
    use Right::{
        CancelBookings, CreateBookings, MoveBookings, Overbook, Progress, ReadBookings, WaiveFees,
        WriteNotes,
    };
    vec![
        Act::look(ReadBookings, "today"),
        Act::look(ReadBookings, "day"),
        Act::look(ReadBookings, "print"),
        Act::look(ReadBookings, &of("")),
        Act::look(CreateBookings, "bookings/new"),
        Act::send(CreateBookings, "bookings/new", &new("15:00", "")),
        Act::send(Overbook, "bookings/new", &new("16:00", "yes")),
        Act::send(CreateBookings, "bookings/new", &visit("")),
        Act::send(Overbook, "bookings/new", &visit("yes")),
        Act::send(Progress, &of("/progress"), &[("to", "arrived")]),
        Act::send(Progress, &of("/undo"), &[]),
        Act::send(
            CancelBookings,
            &format!("bookings/{}/undo", called_off[0]),
            &[],
        ),
        Act::send(WriteNotes, &of("/note"), &[("note", "x"), ("version", "1")]),
        Act::look(MoveBookings, &of("/move")),
        Act::send(MoveBookings, &of("/move"), &moved("")),
        Act::send(Overbook, &of("/move"), &moved("yes")),
        Act::look(CancelBookings, &of("/cancel")),
        Act::send(CancelBookings, &of("/cancel"), &[("fee", "1")]),
        Act::send(WaiveFees, &of("/cancel"), &[("fee", "1"), ("waive", "yes")]),
    ]
}

/// What is done to the time of a day rather than to a booking.
fn acts_on_time(friday: &Friday) -> Vec<Act> {
    use Right::BlockTime;
    let staff = friday.cast.salon.staff[0].to_string();
    vec![
        Act::look(BlockTime, "blocks/new"),
        Act::send(
            BlockTime,
            "blocks/new",
            &[
                ("staff", &staff),
                ("date", "2026-12-04"),
                ("time", "9:00"),
                ("until", "10:00"),
            ],
        ),
        Act::look(BlockTime, "sessions/new"),
        Act::look(BlockTime, "limits"),
        Act::send(
            BlockTime,
            "limits",
            &[
                ("date", "2026-12-04"),
                ("minute", "600"),
                ("press", "fewer"),
            ],
        ),
    ]
}

/// What is answered to a request: this one waits no more, so whoever may is sent back to the booking.
fn about_requests(friday: &Friday) -> Vec<Act> {
    use Right::{CreateBookings, ReadBookings};
    let propose = format!("bookings/{}/propose", friday.coming.id);
    let typed = [
        ("version", "1"),
        ("date_1", "2026-11-26"),
        ("time_1", "15:00"),
    ];
    vec![
        Act::look(ReadBookings, "requests"),
        Act::look(CreateBookings, &propose),
        Act::send(CreateBookings, &propose, &typed),
    ]
}

/// What guests are told, and what they did.
fn about_messages(friday: &Friday) -> Vec<Act> {
    use Right::{CreateBookings, ReadBookings};
    let (business, booking) = (friday.cast.salon.id, friday.coming.id);
    let letter = json!({
        "business_id": business, "booking_id": booking, "kind": "booking_confirmed", "template": "booking_confirmed",
        "to_email": "linh@example.com", "delivery_status": "bounced",
    });
    let letter = friday
        .app
        .insert(business, "notifications.notification_outbox", letter);
    let list = format!("bookings/{booking}/messages");
    let again = format!("{list}/{letter}/again");
    let key = uuid::Uuid::new_v4().simple().to_string();
    vec![
        Act::look(ReadBookings, "news"),
        Act::send(ReadBookings, "news", &[("seen", "2026-11-20T01:00:00Z")]),
        Act::look(ReadBookings, &list),
        Act::send(CreateBookings, &again, &[("key", &key)]),
    ]
}

/// What is done to several bookings at once: the booking belongs to no series yet, so whoever may is sent back to it.
fn about_series(friday: &Friday) -> Vec<Act> {
    use Right::{CancelBookings, CreateBookings, MoveBookings, WaiveFees};
    let of = |act: &str| format!("bookings/{}/series{act}", friday.coming.id);
    let none = [("fee", "0"), ("waive", "yes")];
    vec![
        Act::look(CreateBookings, &of("")),
        Act::send(
            CreateBookings,
            &of(""),
            &[
                ("key", "a key of a series"),
                ("every", "1"),
                ("day-5", "yes"),
                ("count", "2"),
            ],
        ),
        Act::look(MoveBookings, &of("/move")),
        Act::send(
            MoveBookings,
            &of("/move"),
            &[("date", "2026-11-27"), ("time", "14:00")],
        ),
        Act::look(CancelBookings, &of("/cancel")),
        Act::send(CancelBookings, &of("/cancel"), &none[..1]),
        Act::send(WaiveFees, &of("/cancel"), &none),
    ]
}

/// What is done to one service of a visit: the booking is of one service, so whoever may is sent back to it.
fn about_parts(friday: &Friday) -> Vec<Act> {
    use Right::{CancelBookings, MoveBookings, WaiveFees};
    let of = |act: &str| format!("bookings/{}/parts/0/{act}", friday.coming.id);
    let none = [("fee", "0"), ("version", "1"), ("waive", "yes")];
    vec![
        Act::look(MoveBookings, &of("move")),
        Act::send(
            MoveBookings,
            &of("move"),
            &[("date", "2026-11-20"), ("time", "14:00"), ("version", "1")],
        ),
        Act::look(CancelBookings, &of("cancel")),
        Act::send(CancelBookings, &of("cancel"), &none[..2]),
        Act::send(WaiveFees, &of("cancel"), &none),
    ]
}
