//! The same thing done again: pressed twice, reloaded, gone back to, sent by somebody else.

use super::{
    hold::{AT_THREE, AT_TWO, one_chair},
    strict::Strict,
    walk::{JA, free, held, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions},
    browser::Page,
    build::{a_business, a_service},
};

#[test]
fn pressing_a_time_twenty_times_at_once_holds_it_once() {
    let app = TestApp::start(TestOptions {
        connections: 8,
        ..TestOptions::default()
    });
    let shop = a_business(&app).staff(3).build();
    let cut = a_service(&app, &shop).build();
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let pages = at_once(20, || table.press(&free(AT_TWO)).strict());
    assert!(pages.iter().all(|page| page.url == pages[0].url));
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.reservations"),
        1
    );
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.allocations"),
        1,
        "one person is taken, not one a press"
    );
    let check = told(&pages[0], &JA, &[]);
    let ends = at_once(20, || check.press(JA.confirm).strict());
    for end in &ends {
        assert_eq!((end.status, &end.url), (200, &ends[0].url));
        assert_eq!(end.heading(), "ご予約が確定しました");
    }
    for table in [
        "bookings.bookings",
        "bookings.booking_links",
        "bookings.booking_history",
        "notifications.notification_outbox",
        "scheduling.allocations",
        "customers.customers",
    ] {
        assert_eq!(
            app.count(shop.id, format!("select count(*) from {table}")),
            1,
            "{table}"
        );
    }
}

/// The same thing done so many times in the same moment.
pub fn at_once(times: usize, act: impl Fn() -> Page + Sync) -> Vec<Page> {
    std::thread::scope(|scope| {
        let each: Vec<_> = (0..times).map(|_| scope.spawn(&act)).collect();
        each.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

#[test]
fn reloading_and_going_back_after_the_end_lead_to_the_booking() {
    let (app, shop, cut) = one_chair();
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let details = table.press(&free(AT_TWO));
    let check = told(&details, &JA, &[]);
    let done = check.press(JA.confirm);
    for page in [
        details.browser.open(&details.url),
        check.browser.open(&check.url),
        check.press(JA.confirm),
        told(&details, &JA, &[]),
    ] {
        assert_eq!((page.status, &page.url), (200, &done.url));
    }
    let next = table.press(&free(AT_THREE)).strict();
    assert_eq!(next.heading(), "お客様情報", "a new wish is a new hold");
    assert_ne!(next.url, details.url);
    assert_eq!(
        next.field("family_name").value,
        "",
        "what was typed went with the booking"
    );
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 1);
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.allocations"),
        2
    );
}

#[test]
fn a_hold_opens_nothing_at_another_business_and_a_changed_token_nothing_anywhere() {
    let (app, shop, cut) = one_chair();
    let other = a_business(&app).slug("other").staff(1).build();
    a_service(&app, &other).build();
    let details = held(&app, &shop, &cut, AT_TWO);
    let check = told(&details, &JA, &[]);
    let token = details.url.rsplit('=').next().unwrap().to_owned();
    let swapped = if token.starts_with('A') { "B" } else { "A" };
    let changed = format!("{swapped}{}", &token[1..]);
    let cut_short = token[..token.len() - 1].to_owned();
    let browser = &check.browser;
    let wrong = [
        (&other.slug, &token),
        (&shop.slug, &changed),
        (&shop.slug, &cut_short),
    ];
    for (slug, token) in wrong {
        let at = |step: &str| format!("/ja/b/{slug}/book/{step}");
        let hold = token.as_str();
        let answers = [
            browser.visit(&format!("{}?hold={hold}", at("details"))),
            browser.visit(&format!("{}?hold={hold}", at("confirm"))),
            browser.post(
                &at("details"),
                &[
                    ("hold", hold),
                    ("family_name", "鬼"),
                    ("given_name", "太郎"),
                    ("phone", "09000000000"),
                ],
            ),
            browser.post(&at("confirm"), &[("hold", hold), ("total", "5500")]),
            browser.post(&at("extension"), &[("hold", hold), ("at", "details")]),
        ];
        for answer in answers {
            assert_eq!(answer.status, 404, "{} with {hold}", answer.url);
            assert!(!answer.html.contains("hanako@example.com"));
        }
    }
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 0);
    assert_eq!(
        check.press(JA.confirm).heading(),
        "ご予約が確定しました",
        "the right one still does"
    );
}
