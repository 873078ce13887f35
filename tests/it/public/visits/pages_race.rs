//! Many at once want the same visit: one has it, and everybody else is told.

use crate::{
    public::{
        race::{End, generous, overlaps, patient, rush},
        strict::Strict,
        walk::{JA, told},
    },
    support::{app::tokyo, build::a_service},
};
use uuid::Uuid;

#[test]
fn of_thirty_two_who_want_the_same_visit_one_has_it() {
    let app = patient();
    let shop = generous(&app, 1);
    let cut = a_service(&app, &shop).build().id;
    let colour = a_service(&app, &shop).named("カラー", "Colour");
    let colour = colour.minutes(45).build().id;
    let with = format!("{cut}_{colour}");
    let start = tokyo("2026-11-21 14:00").to_rfc3339();
    let attempt = |_| {
        let key = Uuid::new_v4().simple().to_string();
        let answer = app.browser().post(
            &format!("/ja/b/{}/book/visit", shop.slug),
            &[("key", &key), ("with", &with), ("start", &start)],
        );
        if answer.status == 409 {
            return End::JustTaken(answer.strict().document().all(".times-wide button").len());
        }
        assert_eq!(answer.status, 303, "{}", answer.text());
        let own = [("phone", ""), ("email", &*format!("{key}@example.com"))];
        let check = told(&answer.settled().strict(), &JA, &own).strict();
        let done = check.press(JA.confirm).strict();
        assert_eq!(done.heading(), "ご予約が確定しました");
        End::Booked
    };
    assert_eq!(rush(32, attempt), (1, 31));
    let bookings = "select count(*) from bookings.bookings";
    assert_eq!(app.count(shop.id, bookings), 1);
    let lines = "select count(*) from bookings.booking_lines";
    assert_eq!(app.count(shop.id, lines), 2);
    assert_eq!(overlaps(&app, &shop), 0);
}
