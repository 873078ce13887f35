//! The day by time.

use super::scene::{DESK, Friday};
use crate::support::{app::tokyo, build::a_booking};

#[test]
fn the_day_lists_its_bookings_by_time_with_what_the_counter_needs() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/today"));
    assert_eq!(page.status, 200);
    assert!(
        page.heading().starts_with("11月20日(金)"),
        "{}",
        page.heading()
    );
    let list = page.document();
    let names: Vec<_> = list
        .all(".day-list-name")
        .into_iter()
        .map(|a| a.text().collect::<String>())
        .collect();
    assert_eq!(
        names,
        [
            "髙橋 一郎 様",
            "田中 さくら 様",
            "﨑本 恵 様",
            "Nguyen Linh 様",
            "伊藤 蓮 様"
        ],
        "by time, and what was called off last"
    );
    let late = page.part(".day-list > li", "﨑本").text();
    for told in [
        "12:00",
        "〜13:00",
        "カット",
        "佐藤",
        "来店待ち",
        "前髪は短めで",
        "090-1234-5678",
        "初めて",
    ] {
        assert!(late.contains(told), "{told} is missing in {late}");
    }
    assert!(
        page.part(".day-list > li", "Nguyen")
            .text()
            .contains("指名")
    );
    let figures = page.part(".figures", "予約").text();
    assert!(
        figures.contains("予約 4件") && figures.contains("これから 2件"),
        "{figures}"
    );
}

#[test]
fn somebody_who_came_before_is_no_first_visit() {
    let friday = Friday::new();
    let earlier = a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .at("2026-11-13 10:00")
        .status("completed")
        .build();
    let same = format!(
        "update bookings.bookings set customer_id = '{}' where id = '{}'",
        earlier.customer, friday.late.id
    );
    friday.app.execute(friday.cast.salon.id, same);
    let page = friday.aoi().open(&format!("{DESK}/today"));
    assert!(
        !page
            .part(".day-list > li", "山田")
            .text()
            .contains("初めて")
    );
    assert!(
        page.part(".day-list > li", "Nguyen")
            .text()
            .contains("初めて")
    );
}

#[test]
fn the_list_of_one_person_is_theirs() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/today"));
    let bens = page.follow("鈴木");
    let text = bens.part("main", "").text();
    assert!(text.contains("田中 さくら") && text.contains("Nguyen"));
    assert!(!text.contains("﨑本"));
}

#[test]
fn a_day_without_bookings_says_so_and_offers_the_telephone() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/today?date=2026-12-24"));
    assert!(page.text().contains("この日の予約はまだありません。"));
    let form = page.follow("電話予約を追加");
    assert_eq!(form.field("date").value, "2026-12-24");
    let english = friday
        .aoi()
        .open("/en/staff/aoi-salon/today?date=2026-12-24");
    assert!(english.text().contains("No bookings on this day yet."));
}

#[test]
fn a_date_that_cannot_be_one_is_today() {
    let friday = Friday::new();
    for date in ["2026-13-40", "yesterday", "", "9999-01-01"] {
        let page = friday.aoi().open(&format!("{DESK}/today?date={date}"));
        assert!(page.heading().starts_with("11月20日(金)"), "{date}");
    }
}

#[test]
fn after_midnight_it_is_still_the_evening_while_the_shop_is_open() {
    use crate::support::build::{a_business, a_service};
    let friday = Friday::new();
    let bar = a_business(&friday.app)
        .slug("aoi-bar")
        .owner(friday.cast.aoi.user)
        .open("18:00-26:00")
        .staff(1)
        .build();
    let drink = a_service(&friday.app, &bar).build();
    a_booking(&friday.app, &bar, &drink)
        .at("2026-11-21 01:00")
        .with(serde_json::json!({"business_date": "2026-11-20"}))
        .build();
    friday.app.clock().set(tokyo("2026-11-21 00:45"));
    let page = friday.aoi().open("/ja/staff/aoi-bar/today");
    assert!(
        page.heading().starts_with("11月20日(金)"),
        "{}",
        page.heading()
    );
    assert!(page.part(".day-list > li", "山田").text().contains("25:00"));
    friday.app.clock().set(tokyo("2026-11-21 02:00"));
    let page = friday.aoi().open("/ja/staff/aoi-bar/today");
    assert!(
        page.heading().starts_with("11月21日(土)"),
        "{}",
        page.heading()
    );
}

#[test]
fn a_full_day_costs_no_more_statements_than_an_empty_one() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let cost = |path: &str| {
        let before = friday.app.statements();
        assert_eq!(aoi.visit(&format!("{DESK}/{path}")).status, 200);
        friday.app.statements() - before
    };
    // Kinds of column are asked for once on each connection.
    let connections = 4;
    for _ in 0..connections {
        cost("day?date=2026-11-20");
    }
    for view in ["today", "day", "print"] {
        let (full, empty) = (
            cost(&format!("{view}?date=2026-11-20")),
            cost(&format!("{view}?date=2026-12-24")),
        );
        // The present day says who has not answered yet.
        assert_eq!(full, empty + 1, "{view}");
        assert!(full <= 20, "{view} takes {full} statements");
    }
}

#[test]
fn staff_do_not_see_the_takings() {
    let friday = Friday::new();
    let ben = friday.cast.ben.sign_in(&friday.app);
    assert!(
        !ben.open(&format!("{DESK}/today"))
            .text()
            .contains("売上見込み")
    );
    assert!(
        friday
            .aoi()
            .open(&format!("{DESK}/today"))
            .text()
            .contains("売上見込み")
    );
}

#[test]
fn who_works_in_two_places_finds_the_way_to_the_other() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    assert!(
        !aoi.open(&format!("{DESK}/today"))
            .document()
            .links()
            .contains(&"ちか歯科".to_owned())
    );
    assert!(
        aoi.open("/ja/account")
            .url
            .starts_with(&format!("{DESK}/today"))
    );
    crate::support::people::a_seat(
        &friday.app,
        &friday.cast.clinic,
        &friday.cast.aoi,
        "receptionist",
        9,
    );
    let clinic = aoi.open(&format!("{DESK}/today")).follow("ちか歯科");
    assert!(clinic.url.starts_with("/ja/staff/chika-clinic/today"));
}

#[test]
fn what_is_over_is_folded_away_and_what_still_needs_somebody_never_is() {
    let friday = Friday::new();
    let (salon, cut) = (&friday.cast.salon, &friday.cast.cut);
    a_booking(&friday.app, salon, cut)
        .named("遠藤", "空")
        .at("2026-11-20 10:00")
        .on(salon.staff[1])
        .status("no_show")
        .build();
    let aoi = friday.aoi();
    let page = aoi.open(&format!("{DESK}/today"));
    let over = page.part("details", "終わった予約");
    assert_eq!(over.document().texts("summary"), ["終わった予約（2件）"]);
    assert_eq!(over.document().all(".day-list > li").len(), 2);
    // Whoever should have come by now, sits in the chair or is awaited stands open.
    let over = over.text();
    for name in ["﨑本", "田中", "Nguyen"] {
        assert!(!over.contains(name) && page.text().contains(name), "{name}");
    }
    assert!(page.part(".figures", "予約").text().contains("予約 5件"));
    // Once it is done it is over; a day that is over is there to be read.
    let row = page.part(".day-list > li", "田中");
    let done = row.press("完了");
    let over = done.part("details", "終わった予約");
    assert!(over.text().contains("（3件）") && over.text().contains("田中"));
    friday.app.clock().set(tokyo("2026-11-21 10:00"));
    let past = friday.aoi().open(&format!("{DESK}/today?date=2026-11-20"));
    assert!(!past.text().contains("終わった予約"));
    assert!(past.text().contains("髙橋"));
}

#[test]
fn on_a_telephone_the_first_booking_that_matters_is_seen_at_once() {
    use crate::support::{chromium::Chromium, people::PASSWORD};
    let friday = Friday::new();
    let (salon, cut) = (&friday.cast.salon, &friday.cast.cut);
    for hour in 8..11 {
        a_booking(&friday.app, salon, cut)
            .named("遠藤", "空")
            .at(&format!("2026-11-20 {hour:02}:00"))
            .on(salon.staff[1])
            .status("no_show")
            .build();
    }
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.size(360, 780).visit("/ja/account/sign-in");
    window.fill("email", &friday.cast.aoi.email);
    window.fill("password", PASSWORD).press("ログイン");
    window.until("location.pathname.endsWith('/today')");
    let top = |selector: &str| {
        let script = format!(
            "return Math.round(document.querySelector(\"{selector}\").getBoundingClientRect().top)"
        );
        window.execute(&script).as_i64().unwrap()
    };
    let first = format!("li:has(a[href='{}'])", Friday::page_of(&friday.serving));
    assert!(top(&first) < 700, "{}", top(&first));
    assert!(!window.is_too_wide());
    // The day is chosen behind その他, without a script as well.
    let seen = "return document.querySelector('.desk-day .toolbar').checkVisibility()";
    assert_eq!(window.execute(seen), false);
    window.execute("document.querySelector('.ways-more summary').click()");
    window.execute("document.querySelector('#field-date-more').value = '2026-11-24'");
    assert!(!window.is_too_wide());
    window.execute("document.querySelector('.ways-more form button').click()");
    window.until("location.search.includes('date=2026-11-24')");
    // What is folded opens with a press, and stays open when the day is drawn anew.
    window.visit(&format!("{DESK}/today"));
    window.press("終わった予約");
    window.until("document.querySelector('#over').open");
    window.until("document.querySelector('#over .day-list').checkVisibility()");
}
