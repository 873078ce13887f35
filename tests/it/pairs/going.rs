//! One case: a shop of its own, and a booking from the first press to the last.

use super::cover::{Case, NAMES};
use crate::model::{
    acts::Who,
    laws,
    shop::{OFF, Shop},
    wish::{Kind, Part, Wish, instant},
};
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::base::ids::BookingId;
use serde_json::json;

/// Lessons begin then, and a visit that ends with one an hour earlier.
const LESSON: u32 = 840;

struct Going<'a> {
    case: &'a Case,
    shop: Shop,
    wish: Wish,
    start: DateTime<Utc>,
}

/// Tells which case it was that failed.
struct Told<'a>(&'a Case);

#[expect(clippy::print_stderr, reason = "which case it was is for whoever asks")]
impl Drop for Told<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let choices = NAMES.iter().zip(self.0.choices());
            let chosen: Vec<&str> = choices
                .filter(|(_, is_chosen)| *is_chosen)
                .map(|(name, _)| *name)
                .collect();
            eprintln!("the case of: {}", chosen.join(", "));
        }
    }
}

/// Goes all the way with a case.
pub fn go(case: &Case) {
    let _told = Told(case);
    let going = Going::new(case);
    let booking = going.book();
    going.answer(booking);
    going.repeat(booking);
    going.moves(booking);
    going.calls_off(booking);
}

impl<'a> Going<'a> {
    fn new(case: &'a Case) -> Self {
        let is_alone = case.is_class && !case.is_chain;
        let wish = wish(case);
        let minute = if is_alone { LESSON } else { LESSON - 60 };
        let going = Self {
            case,
            shop: Shop::new(1),
            wish,
            start: instant("2026-11-24".parse().unwrap(), minute),
        };
        going.furnish();
        going
    }

    /// What of the case is the shop's to say.
    fn furnish(&self) {
        let (shop, app) = (self.shop.business.id, &self.shop.app);
        if self.case.has_policy {
            let policy = json!({"business_id": shop, "name": "標準", "hours_before": 480, "penalty_percent": 50, "steps_json": [], "no_show_percent": 100});
            let policy = app.insert(shop, "catalog.cancellation_policies", policy);
            app.execute(
                shop,
                format!("update catalog.services set policy_id = '{policy}'"),
            );
        }
        if self.case.is_request {
            let first = self.shop.service(self.wish.parts[0].kind);
            let row = json!({"business_id": shop, "service_id": first, "answer_hours": 24});
            app.insert(shop, "catalog.service_approvals", row);
        }
        if self.case.is_several && self.case.is_class {
            let mats = json!({"business_id": shop, "resource_type": "table", "name": "マット", "capacity": 3, "sort_order": 20});
            let mats = app.insert(shop, "scheduling.resources", mats);
            let yoga = self.shop.service(Kind::Yoga);
            let link = json!({"business_id": shop, "service_id": yoga, "resource_id": mats, "use": "seats"});
            app.insert(shop, "scheduling.service_resources", link);
        }
    }

    fn number(&self, sql: &str) -> i64 {
        self.shop.app.count(self.shop.business.id, sql)
    }

    fn is(&self, booking: BookingId, status: &str) {
        let sql = format!(
            "select count(*) from bookings.bookings where id = '{booking}' and status = '{status}'"
        );
        assert_eq!(self.number(&sql), 1, "it is {status}");
        laws::hold(&self.shop.app);
    }

    fn price(&self) -> i64 {
        self.wish.price() - if self.case.has_coupon { OFF } else { 0 }
    }

    /// Whether somebody else could have the same at a time: a lesson for so many as are left room for.
    fn is_free(&self, start: DateTime<Utc>) -> bool {
        self.shop.could_hold(&self.wish, start).is_ok()
    }

    fn book(&self) -> BookingId {
        let (shop, case) = (&self.shop, self.case);
        let booking = if case.is_offered {
            let place = shop.join("waiting", &self.wish, self.start);
            assert_eq!(shop.look(), 1, "it is offered");
            laws::hold(&shop.app);
            shop.take_offer(place, case.has_coupon, case.is_request)
        } else {
            assert!(
                shop.listed(&self.wish, crate::model::wish::wall(self.start).0)
                    .contains(&self.start)
            );
            shop.hold("guest", &self.wish, self.start).unwrap();
            laws::hold(&shop.app);
            shop.commit("guest", case.has_coupon, case.is_request)
        };
        let booking = booking.unwrap();
        self.is(
            booking,
            if case.is_request {
                "pending"
            } else {
                "confirmed"
            },
        );
        let price = format!("select price_cents from bookings.bookings where id = '{booking}'");
        assert_eq!(self.number(&price), self.price());
        let lines =
            format!("select count(*) from bookings.booking_lines where booking_id = '{booking}'");
        let wanted = if case.is_visit() {
            self.wish.parts.len()
        } else {
            0
        };
        assert_eq!(self.number(&lines), i64::try_from(wanted).unwrap());
        assert_eq!(
            self.number("select count(*) from bookings.coupon_uses"),
            i64::from(case.has_coupon)
        );
        booking
    }

    fn later(&self, by: TimeDelta) {
        let clock = self.shop.app.clock();
        clock.set(clock.now() + by);
    }

    /// The shop lets it in, regrets it at once, and lets it in all the same.
    fn answer(&self, booking: BookingId) {
        if !self.case.is_request {
            return;
        }
        self.later(TimeDelta::seconds(5));
        self.shop.approve(booking).unwrap();
        self.is(booking, "confirmed");
        self.later(TimeDelta::seconds(5));
        self.shop.undo(booking).unwrap();
        self.is(booking, "pending");
        self.later(TimeDelta::seconds(5));
        self.shop.approve(booking).unwrap();
        self.is(booking, "confirmed");
    }

    fn repeat(&self, booking: BookingId) {
        if !self.case.is_repeated {
            return;
        }
        self.later(TimeDelta::minutes(1));
        let (days, members) = self.shop.repeat(booking, 3, "a series of three").unwrap();
        assert!(days.iter().all(|(_, goes)| *goes) && members.len() == 2);
        self.is(members[0], "confirmed");
    }

    /// The guest moves it to the day after next, the shop a day further and back again.
    fn moves(&self, booking: BookingId) {
        let (thursday, friday) = (
            self.start + TimeDelta::days(2),
            self.start + TimeDelta::days(3),
        );
        for (who, start) in [(Who::Guest, thursday), (Who::Staff, friday)] {
            self.later(TimeDelta::minutes(1));
            self.shop.reschedule(who, booking, start).unwrap();
            self.is(booking, "confirmed");
            assert!(self.is_free(self.start), "the old time is free");
        }
        self.later(TimeDelta::seconds(5));
        self.shop.undo(booking).unwrap();
        self.is(booking, "confirmed");
        let there = format!(
            "select count(*) from bookings.bookings where id = '{booking}' and start_at = '{}'",
            thursday.to_rfc3339()
        );
        assert_eq!(self.number(&there), 1);
        assert!(self.is_free(friday));
    }

    /// The shop calls it off and takes that back; then the guest does, for what it costs.
    fn calls_off(&self, booking: BookingId) {
        let (thursday, shop) = (self.start + TimeDelta::days(2), &self.shop);
        self.later(TimeDelta::minutes(1));
        shop.decline(booking).unwrap_err();
        let fee = if self.case.has_policy {
            self.price() / 2
        } else {
            0
        };
        assert_eq!(shop.cancel(Who::Staff, booking, fee), Ok(fee));
        self.is(booking, "cancelled");
        assert!(self.is_free(thursday));
        self.later(TimeDelta::minutes(1));
        shop.undo(booking).unwrap();
        self.is(booking, "confirmed");
        self.later(TimeDelta::minutes(1));
        if fee > 0 {
            shop.cancel(Who::Guest, booking, 0).unwrap_err();
        }
        assert_eq!(shop.cancel(Who::Guest, booking, fee), Ok(fee));
        self.is(booking, "cancelled");
        assert!(self.is_free(thursday));
        // What it used is there for the next.
        shop.hold("next", &self.wish, thursday).unwrap();
        let next = shop.commit("next", true, self.case.is_request).unwrap();
        self.is(
            next,
            if self.case.is_request {
                "pending"
            } else {
                "confirmed"
            },
        );
    }
}

/// What is wished for in a case.
fn wish(case: &Case) -> Wish {
    let person = case.is_chosen.then_some(0);
    let with_things = if case.is_several {
        Kind::Spa
    } else {
        Kind::Cut
    };
    if !case.is_visit() {
        let kind = if case.is_class {
            Kind::Yoga
        } else {
            with_things
        };
        return Wish::one(kind, person, if case.is_party { 2 } else { 1 });
    }
    let part = |guest, kind, person| Part {
        guest,
        kind,
        person,
    };
    // In a chain the lesson has the things.
    let first = if case.is_class {
        Kind::Cut
    } else {
        with_things
    };
    let mut parts = vec![part(0, first, person)];
    if case.is_chain {
        parts.push(part(
            0,
            if case.is_class {
                Kind::Yoga
            } else {
                Kind::Colour
            },
            None,
        ));
    }
    if case.is_party {
        parts.push(part(1, Kind::Cut, None));
    }
    Wish { parts, party: 1 }
}
