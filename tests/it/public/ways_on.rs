//! No page ends in a wall: where nothing is free there is a way on, and what is over says what it came to.

use super::{
    change::{CANCEL, MOVE, opened, salon},
    strict::Strict,
    walk::{free, says, times},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    build::{Business, a_business, a_service},
};
use serde_json::json;

/// The week from the test's Friday on.
const WEEK: [&str; 7] = [
    "2026-11-20",
    "2026-11-21",
    "2026-11-22",
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-26",
];

fn away(app: &TestApp, shop: &Business, person: usize) {
    for date in WEEK {
        let row = json!({"business_id": shop.id, "resource_id": shop.staff[person], "date": date, "is_working": false, "note": ""});
        app.insert(shop.id, "scheduling.staff_exceptions", row);
    }
}

#[test]
fn a_person_who_is_away_all_week_leaves_everybody_else_and_the_day_they_are_back() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(2).build();
    let cut = a_service(&app, &shop).build();
    away(&app, &shop, 1);
    let hers = times(
        "ja",
        &shop,
        &cut,
        &format!("&view=table&staff={}", shop.staff[1]),
    );
    let nothing = app.browser().open(&hers).strict();
    says(&nothing, &["次の空きは11月27日(金)です。"]);
    let anybody = nothing.follow("指名なしの空きを見る").strict();
    anybody.press(&free("11月20日(金) 15:00"));
    let back = nothing.follow("11月27日(金)の空きを見る").strict();
    assert_eq!(
        back.press(&free("11月27日(金) 15:00")).heading(),
        "お客様情報"
    );
}

#[test]
fn a_booking_is_led_past_a_week_without_time() {
    let (app, shop, cut) = salon(json!({}));
    let home = opened(&app, &shop, &cut);
    away(&app, &shop, 0);
    let nothing = home.follow(MOVE).strict();
    says(&nothing, &["次の空きは11月27日(金)です。"]);
    let there = nothing.follow("11月27日(金)の空きを見る").strict();
    says(
        &there.press("15:00").strict(),
        &["11月27日(金) 15:00〜16:00"],
    );
}

#[test]
fn times_after_midnight_are_said_to_be_the_next_days() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).open("22:00-26:00").staff(1).build();
    let cut = a_service(&app, &shop).build();
    let list = |code| {
        app.browser()
            .open(&times(code, &shop, &cut, "&view=list"))
            .strict()
    };
    let (ja, en) = (list("ja"), list("en"));
    says(&ja, &["夜 22:00", "深夜（翌日） 24:00 24:30 25:00"]);
    says(
        &en,
        &["Evening 22:00", "Late night (next day) 00:00 00:30 01:00"],
    );
    assert!(
        !en.text().contains("24:30"),
        "means nothing to an English reader"
    );
    let table = app
        .browser()
        .open(&times("en", &shop, &cut, "&view=table"))
        .strict();
    assert!(!table.text().contains("24:30"), "nor in the table");
    says(&table, &["00:30"]);
    let details = en.press("00:30").strict();
    says(&details, &["Fri, 20 Nov, late night (Sat, 21 Nov 00:30"]);
    says(
        &details.part(".footer", ""),
        &["Opening hours", "22:00–02:00"],
    );
    let shown = app.browser().open(&format!("/en/b/{}", shop.slug)).strict();
    says(&shown, &["22:00–02:00"]);
}

#[test]
fn few_are_left_only_of_seats() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(4).build();
    let cut = a_service(&app, &shop).build();
    let path = times("ja", &shop, &cut, "&view=list&from=2026-11-21");
    for _ in 0..3 {
        app.browser().open(&path).press("15:00");
    }
    let list = app.browser().open(&path).strict();
    assert!(
        !list.text().contains("残り"),
        "one hairdresser is not a last seat"
    );
}

#[test]
fn a_booking_that_was_called_off_says_what_it_costs_and_is_not_moved() {
    for (now, said) in [
        ("2026-11-24 14:00", "キャンセル料はかかりません"),
        ("2026-11-25 11:00", "キャンセル料 2,750円がかかります"),
    ] {
        let (app, shop, cut) =
            salon(json!({"change_until_minutes": 60, "cancel_until_minutes": 60}));
        let home = opened(&app, &shop, &cut);
        app.clock().set(tokyo(now));
        home.follow(CANCEL).press(CANCEL);
        let off = home.browser.open(&home.url).strict();
        says(&off, &[said]);
        assert!(
            !off.text().contains("合計"),
            "what was called off has no price"
        );
        let moved = home.browser.open(&format!("{}/move", home.url)).strict();
        assert_eq!(moved.url, home.url);
        assert_eq!(
            moved.flash().unwrap(),
            "この予約はすでにキャンセルされています"
        );
    }
}

/// What somebody holds is free to them wherever they look: also as the earliest time, while they look at a later week.
#[test]
fn whoever_chooses_again_is_offered_what_they_hold_as_the_earliest_time() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    let later = |more: &str| {
        let address = times(
            "ja",
            &shop,
            &cut,
            &format!("&view=table&from=2026-11-24{more}"),
        );
        let page = app.browser().open(&address).strict();
        let soonest = page.document().words(".soonest-when").unwrap();
        let key = page
            .document()
            .attribute("input[name=key]", "value")
            .unwrap();
        (soonest, key)
    };
    let now = times("ja", &shop, &cut, "&view=table");
    let table = app.browser().open(&now).strict();
    let key = table
        .document()
        .attribute("input[name=key]", "value")
        .unwrap();
    let (before, _) = later("");
    let start = table
        .document()
        .attribute(".soonest button", "value")
        .unwrap();
    let body = [
        ("key", key.as_str()),
        ("service", &cut.id.to_string()),
        ("party", "1"),
        ("start", &start),
    ];
    let hold = format!("/ja/b/{}/book/hold", shop.slug);
    assert_eq!(app.browser().post(&hold, &body).status, 303);
    assert_ne!(later("").0, before, "to others it is taken");
    assert_eq!(
        later(&format!("&hold={key}")).0,
        before,
        "to its holder it is free"
    );
}

#[test]
fn every_step_is_called_by_the_words_of_the_trade() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).vertical("clinic").staff(1).build();
    let visit = a_service(&app, &shop).build();
    let browser = app.browser();
    let menu = browser.open(&format!("/ja/b/{}/book", shop.slug)).strict();
    assert_eq!(menu.heading(), "診療メニュー");
    let list = browser.open(&times("ja", &shop, &visit, "&view=list"));
    let details = list.strict().press("15:00").strict();
    assert_eq!(details.heading(), "患者さんの情報");
    let english = browser.open(&format!("/en/b/{}/book", shop.slug)).strict();
    assert_eq!(english.heading(), "Visits");
}
