//! A time held while somebody fills in a form: how long, how often, by whom, and what is left when it is over.

use super::{
    strict::Strict,
    walk::{EN, JA, free, held, is_free, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_business, a_service},
};
use serde_json::json;

const AT_TWO: &str = "11月21日(土) 14:00";
const AT_THREE: &str = "11月21日(土) 15:00";

fn one_chair() -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    (app, shop, cut)
}

/// What the table of somebody else shows.
fn others_see(app: &TestApp, shop: &Business, service: &Service, when: &str) -> bool {
    let page = app
        .browser()
        .open(&times("ja", shop, service, "&view=table"));
    is_free(&page, when)
}

fn offered(page: &Page) -> Vec<String> {
    let found = page.document();
    let found = found.all(".error-summary button, .times-wide button");
    found.into_iter().map(crate::support::html::words).collect()
}

#[test]
fn a_time_is_held_for_ten_minutes_and_once_more() {
    let (app, shop, cut) = one_chair();
    let page = held(&app, &shop, &cut, AT_TWO);
    assert!(page.text().contains("10:10まで枠を確保しています"));
    assert!(!others_see(&app, &shop, &cut, AT_TWO));
    app.clock().set(tokyo("2026-11-20 10:05"));
    let page = page.press(JA.extend).strict();
    assert_eq!(page.flash().unwrap(), "確保の時間を延長しました");
    assert!(page.text().contains("10:15まで枠を確保しています"));
    let words = crate::support::form::buttons(&page.document());
    assert!(!words.contains(&JA.extend.to_owned()), "only once");
    app.clock().set(tokyo("2026-11-20 10:14"));
    assert!(!others_see(&app, &shop, &cut, AT_TWO));
    app.clock().set(tokyo("2026-11-20 10:15"));
    assert!(others_see(&app, &shop, &cut, AT_TWO), "and then it is over");
}

#[test]
fn what_cannot_be_extended_is_not_said_to_have_been() {
    let (app, shop, cut) = one_chair();
    let page = held(&app, &shop, &cut, AT_TWO);
    let first = page.press(JA.extend);
    let again = page.press(JA.extend).strict();
    assert_eq!(again.status, 200);
    assert_eq!(again.flash(), None, "the second press changed nothing");
    assert!(again.text().contains("10:10まで"));
    app.clock().set(tokyo("2026-11-20 10:20"));
    let late = first.browser.clone();
    let late = late.open(&page.url).strict();
    assert!(late.text().contains("確保の時間が過ぎました"));
    let late = page.press(JA.extend).strict();
    assert_eq!(late.flash(), None, "a lapsed hold is not extended");
    assert!(others_see(&app, &shop, &cut, AT_TWO));
}

#[test]
fn a_hold_that_ran_out_at_the_details_keeps_what_is_typed_and_offers_its_own_time() {
    let (app, shop, cut) = one_chair();
    let page = held(&app, &shop, &cut, AT_TWO);
    app.clock().set(tokyo("2026-11-20 10:10"));
    let page = told(&page, &JA, &[("note", "はじめてです")]).strict();
    assert!(page.text().contains("同じ時間はまだ空いています"));
    assert_eq!(
        offered(&page),
        ["11月21日(土) 13:30", AT_TWO, "11月21日(土) 14:30"]
    );
    let page = page.press(AT_TWO).strict();
    assert_eq!(page.heading(), "お客様情報");
    for (field, value) in [
        ("family_name", "山田"),
        ("given_name", "花子"),
        ("phone", "090-1234-5678"),
        ("email", "hanako@example.com"),
        ("note", "はじめてです"),
    ] {
        assert_eq!(page.field(field).value, value);
    }
    let done = page.press(JA.review).strict().press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    assert!(done.text().contains("はじめてです"));
}

#[test]
fn a_hold_that_ran_out_at_the_final_check_stays_in_the_flow() {
    let (app, shop, cut) = one_chair();
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]).strict();
    app.clock().set(tokyo("2026-11-20 10:11"));
    let rival = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]).press(JA.confirm);
    assert_eq!(rival.heading(), "ご予約が確定しました");
    let late = check.form().send(JA.confirm).strict();
    assert_eq!(late.status, 409);
    assert!(late.text().contains("入力内容はそのまま残っています"));
    assert!(late.text().contains("hanako@example.com"));
    assert_eq!(
        offered(&late),
        ["11月21日(土) 12:30", "11月21日(土) 13:00", AT_THREE]
    );
    let page = late.press(AT_THREE).strict();
    assert_eq!(page.field("email").value, "hanako@example.com");
    let done = page.press(JA.review).strict().press(JA.confirm).strict();
    assert!(done.text().contains("15:00〜16:00"));
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 2);
}

#[test]
fn another_time_chosen_on_the_same_page_moves_the_hold() {
    let (app, shop, cut) = one_chair();
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let first = table.press(&free(AT_TWO)).strict();
    let second = table.press(&free(AT_THREE)).strict();
    assert_eq!(first.url, second.url, "one form, one hold");
    assert!(second.text().contains("15:00〜16:00"));
    assert!(others_see(&app, &shop, &cut, AT_TWO));
    assert!(!others_see(&app, &shop, &cut, AT_THREE));
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.allocations"),
        1
    );
}

#[test]
fn going_back_for_another_time_shows_ones_own_as_free_and_keeps_what_is_typed() {
    let (app, shop, cut) = one_chair();
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    let table = check.follow("日時").strict();
    assert!(is_free(&table, AT_TWO), "it is mine");
    assert!(!others_see(&app, &shop, &cut, AT_TWO));
    let page = table.press(&free(AT_THREE)).strict();
    assert_eq!(page.field("family_name").value, "山田");
    assert!(
        others_see(&app, &shop, &cut, AT_TWO),
        "the old time is free"
    );
}

#[test]
fn going_back_for_another_service_gives_the_old_time_up_and_keeps_what_is_typed() {
    let (app, shop, cut) = one_chair();
    let colour = a_service(&app, &shop).named("カラー", "Colour").build();
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    let menu = check.follow("メニュー").strict();
    let table = menu.follow(&colour.name).strict();
    assert!(is_free(&table, AT_TWO), "it is mine");
    let page = table.press(&free(AT_TWO)).strict();
    assert_eq!(page.field("family_name").value, "山田");
    assert!(page.text().contains("カラー"));
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.allocations"),
        1
    );
}

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
fn at_once(times: usize, act: impl Fn() -> Page + Sync) -> Vec<Page> {
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

#[test]
fn a_price_that_changed_is_shown_before_anybody_pays_it() {
    let (app, shop, cut) = one_chair();
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    app.execute(shop.id, "update catalog.services set price_cents = 6600");
    let answer = check.form().send(JA.confirm).strict();
    assert_eq!(answer.status, 409);
    assert!(answer.text().contains("料金が変更されました"));
    assert!(answer.text().contains("6,600円"));
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 0);
    let done = answer.press(JA.confirm).strict();
    assert!(done.text().contains("6,600円"));
}

#[test]
fn a_service_taken_off_the_menu_is_told_with_a_way_on() {
    let (app, shop, cut) = one_chair();
    let colour = a_service(&app, &shop).named("カラー", "Colour").build();
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    app.execute(
        shop.id,
        format!(
            "update catalog.services set is_active = false where id = '{}'",
            cut.id
        ),
    );
    let answer = check.form().send(JA.confirm).strict();
    assert_eq!(answer.status, 409);
    assert!(answer.text().contains("このメニューは現在予約できません"));
    let page = answer.follow(&colour.name).press(&free(AT_THREE)).strict();
    assert_eq!(
        page.field("family_name").value,
        "山田",
        "what was typed is kept"
    );
    let late = table.form().send(&free(AT_THREE)).strict();
    assert_eq!(late.status, 409, "nor can it be held");
    assert!(late.text().contains("このメニューは現在予約できません"));
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 0);
}

#[test]
fn a_shop_that_has_stopped_taking_bookings_says_so_at_every_step() {
    let (app, shop, cut) = one_chair();
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    app.execute(
        shop.id,
        "update businesses.business_settings set is_accepting = false",
    );
    let late = app.browser().open(&times("ja", &shop, &cut, ""));
    for answer in [late, table.press(&free(AT_THREE)), check.press(JA.confirm)] {
        let answer = answer.strict();
        assert!(
            answer.text().contains("予約受付を停止しています"),
            "{}",
            answer.text()
        );
    }
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 0);
    app.execute(
        shop.id,
        "update businesses.business_settings set is_accepting = true",
    );
    assert_eq!(
        check.press(JA.confirm).heading(),
        "ご予約が確定しました",
        "the hold was kept"
    );
}

#[test]
fn a_shop_that_was_suspended_is_not_there() {
    let (app, shop, cut) = one_chair();
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    app.execute(
        shop.id,
        "update businesses.businesses set status = 'suspended'",
    );
    for answer in [
        check.form().send(JA.confirm),
        table.form().send(&free(AT_THREE)),
        check.browser.visit(&check.url),
        table.browser.visit(&table.url),
    ] {
        assert_eq!(answer.strict().status, 404);
    }
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 0);
}

#[test]
fn one_address_holds_only_so_much_and_everybody_else_goes_on() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app)
        .staff(1)
        .settings(json!({"holds_per_client": 3}))
        .build();
    let cut = a_service(&app, &shop).build();
    for hour in [11, 12, 13] {
        held(&app, &shop, &cut, &format!("11月21日(土) {hour}:00"));
    }
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let refused = table.form().send(&free(AT_TWO)).strict();
    assert_eq!(refused.status, 429);
    assert_eq!(refused.heading(), "操作が続いたため、少しお待ちください");
    assert!(
        refused
            .header("retry-after")
            .unwrap()
            .parse::<u32>()
            .unwrap()
            > 0
    );
    assert!(others_see(&app, &shop, &cut, AT_TWO));
    let english = app.browser().open(&times("en", &shop, &cut, "&view=table"));
    let refused = english.form().send("Sat, 21 Nov 14:00 Available").strict();
    assert_eq!(
        (refused.status, refused.heading().as_str()),
        (429, "Please wait a moment")
    );
    let other = a_business(&app).staff(1).build();
    held(&app, &other, &a_service(&app, &other).build(), AT_TWO);
    app.clock().set(tokyo("2026-11-20 10:10"));
    held(&app, &shop, &cut, AT_TWO);
}

#[test]
fn a_lost_time_is_told_in_the_language_of_the_page_which_can_still_be_changed() {
    let (app, shop, cut) = one_chair();
    let table = app
        .browser()
        .open(&times("en", &shop, &cut, "&from=2026-11-21"));
    held(&app, &shop, &cut, AT_TWO);
    let lost = table.form().send("14:00").strict();
    assert_eq!(lost.status, 409);
    assert!(lost.text().contains("That time was just taken"));
    assert_eq!(
        offered(&lost),
        [
            "Sat, 21 Nov 12:30",
            "Sat, 21 Nov 13:00",
            "Sat, 21 Nov 15:00"
        ]
    );
    let japanese = lost.follow(EN.other).strict();
    assert_eq!(
        (japanese.status, japanese.heading().as_str()),
        (200, "日時の選択")
    );
    assert!(japanese.text().contains("カット"));
    let page = japanese.press("15:00").strict();
    assert!(page.text().contains("11月21日(土) 15:00〜16:00"));
}
