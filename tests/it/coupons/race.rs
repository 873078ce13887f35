//! Eight guests and one use: one of them has it, and the others are told what it costs without.

use super::{USE, coupon};
use crate::{
    public::{
        race::{generous, patient},
        walk::{JA, says, told},
    },
    support::{
        app::{TestApp, tokyo},
        browser::Page,
        build::{Business, Service, a_service},
        people::lines,
    },
};
use serde_json::json;
use std::{sync::Barrier, thread};
use uuid::Uuid;

const GUESTS: usize = 8;

/// On the way to the button, with the coupon in the price.
fn ready(app: &TestApp, shop: &Business, cut: &Service) -> Page {
    let key = Uuid::new_v4().simple().to_string();
    let held = app.browser().post(
        &format!("/ja/b/{}/book/hold", shop.slug),
        &[
            ("key", &key),
            ("service", &cut.id.to_string()),
            ("party", "1"),
            ("start", &tokyo("2026-11-25 14:00").to_rfc3339()),
        ],
    );
    let own = [("phone", ""), ("email", &*format!("{key}@example.com"))];
    let check = told(&held.settled(), &JA, &own);
    let used = check.fill("code", "only-one").press(USE);
    says(&used, &["-1,000円", "4,500円"]);
    used
}

#[test]
fn of_eight_guests_one_has_the_only_use() {
    let app = patient();
    let shop = generous(&app, GUESTS);
    let cut = a_service(&app, &shop).build();
    let once = json!({"amount_cents": 1000, "most_uses": 1});
    coupon(&app, shop.id, "ONLY-ONE", once);
    let start = Barrier::new(GUESTS);
    let answers: Vec<Page> = thread::scope(|scope| {
        let guest = || {
            let page = ready(&app, &shop, &cut);
            start.wait();
            page.form().send(JA.confirm)
        };
        let guests: Vec<_> = (0..GUESTS).map(|_| scope.spawn(guest)).collect();
        let answers = guests.into_iter().map(|guest| guest.join().unwrap());
        answers.collect()
    });
    let refused: Vec<&Page> = answers.iter().filter(|page| page.status != 303).collect();
    assert_eq!(refused.len(), GUESTS - 1);
    for page in refused {
        assert_eq!(page.status, 409, "{}", page.text());
        says(page, &["利用回数の上限に達しました", "5,500円"]);
        let done = page.press(JA.confirm);
        assert_eq!(done.heading(), "ご予約が確定しました");
    }
    let uses = "select count(*) from bookings.coupon_uses";
    assert_eq!(app.count(shop.id, uses), 1);
    let prices = "select price_cents || ' × ' || count(*) as line from bookings.bookings group by price_cents order by 1";
    assert_eq!(lines(&app, shop.id, prices), ["4500 × 1", "5500 × 7"]);
}
