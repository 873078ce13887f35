//! The day by person.

use super::scene::{DESK, Friday};
use crate::support::build::{a_booking, a_business, a_service};
use serde_json::json;

#[test]
fn people_stand_across_and_their_bookings_below_them() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/day"));
    let column = |name: &str| page.part(".day-column", name);
    assert!(
        column("佐藤").text().contains("12:00 﨑本 恵 様"),
        "{}",
        column("佐藤").text()
    );
    assert!(column("鈴木").text().contains("14:00 Nguyen Linh 様"));
    assert!(!column("鈴木").text().contains("﨑本"));
    let late = column("佐藤")
        .document()
        .attribute(".block-confirmed", "class")
        .unwrap();
    assert!(late.contains("h-12 for-1h"), "{late}");
    assert!(page.text().contains("現在 12:15"));
    assert!(page.text().contains("キャンセルされた予約が1件あります"));
    assert!(!page.part(".day-columns", "").text().contains("伊藤"));
    assert_eq!(
        page.document().attribute(".day-columns", "class").unwrap(),
        "day-columns from-10 until-19 open-2 folded-0"
    );
}

#[test]
fn days_off_are_hatched_and_offer_nothing() {
    let friday = Friday::new();
    let off = json!({"business_id": friday.cast.salon.id, "resource_id": friday.cast.salon.staff[1], "date": "2026-11-24"});
    friday.app.insert(friday.cast.salon.id, "scheduling.staff_exceptions", json!({"note": "", "is_working": false, "business_id": off["business_id"], "resource_id": off["resource_id"], "date": off["date"]}));
    let page = friday.aoi().open(&format!("{DESK}/day?date=2026-11-24"));
    let (sato, suzuki) = (
        page.part(".day-column", "佐藤").document(),
        page.part(".day-column", "鈴木").document(),
    );
    assert!(!sato.all(".free").is_empty() && sato.all(".shut").is_empty());
    assert!(suzuki.all(".free").is_empty());
    assert_eq!(suzuki.words(".shut").unwrap(), "休み");
}

#[test]
fn what_overlaps_stands_side_by_side() {
    let friday = Friday::new();
    let booked = friday
        .aoi()
        .open(&format!("{DESK}/bookings/new"))
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("staff", &friday.cast.salon.staff[1].to_string())
        .fill("date", "2026-11-20")
        .fill("time", "14:30")
        .fill("family", "山本")
        .press("予約を追加")
        .fill("override_reason", "常連")
        .press("重なったまま予約する");
    assert_eq!(booked.status, 200);
    let page = booked.browser.open(&format!("{DESK}/day"));
    let suzuki = page.part(".day-column", "鈴木").document();
    let classes: Vec<_> = suzuki
        .all(".block-confirmed")
        .iter()
        .map(|block| block.attr("class").unwrap().to_owned())
        .collect();
    assert!(
        classes[0].ends_with("of-2 lane-1") && classes[1].ends_with("of-2 lane-2"),
        "{classes:?}"
    );
    let alone = suzuki.attribute(".block-serving", "class").unwrap();
    assert!(!alone.contains("of-"), "{alone}");
}

#[test]
fn a_restaurant_has_columns_of_tables_and_nights_go_on() {
    let friday = Friday::new();
    let kappo = a_business(&friday.app)
        .slug("kappo")
        .vertical("restaurant")
        .owner(friday.cast.aoi.user)
        .open("17:00-25:30")
        .build();
    let table = friday.app.insert(kappo.id, "scheduling.resources", json!({
        "business_id": kappo.id, "resource_type": "table", "name": "テーブル1", "capacity": 4, "party_max": 4, "sort_order": 0,
    }));
    let table = omotenashi::base::ids::ResourceId(table);
    let dinner = a_service(&friday.app, &kappo)
        .by(&[table])
        .named("会席", "Kaiseki")
        .build();
    a_booking(&friday.app, &kappo, &dinner)
        .on(table)
        .at("2026-11-21 00:30")
        .with(json!({"business_date": "2026-11-20", "party_size": 3}))
        .build();
    let page = friday.aoi().open("/ja/staff/kappo/day");
    assert_eq!(
        page.document().attribute(".day-columns", "class").unwrap(),
        "day-columns from-17 until-26 open-1 folded-0"
    );
    let column = page.part(".day-column", "テーブル1");
    assert!(
        column.text().contains("24:30 山田 花子 様") && column.text().contains("3名"),
        "{}",
        column.text()
    );
    assert!(
        column
            .document()
            .attribute(".block", "class")
            .unwrap()
            .contains("h-24 m-30")
    );
}

#[test]
fn a_lesson_is_one_block_however_many_come() {
    let friday = Friday::new();
    let studio = a_business(&friday.app)
        .slug("studio")
        .vertical("class")
        .owner(friday.cast.aoi.user)
        .build();
    let room = friday.app.insert(studio.id, "scheduling.resources", json!({
        "business_id": studio.id, "resource_type": "room", "name": "スタジオA", "capacity": 12, "sort_order": 0,
    }));
    let room = omotenashi::base::ids::ResourceId(room);
    let yoga = a_service(&friday.app, &studio)
        .seats_of(room)
        .named("朝ヨガ", "Morning yoga")
        .with(json!({"party_max": 4}))
        .build();
    for seat in 0..3 {
        let booked = a_booking(&friday.app, &studio, &yoga)
            .at("2026-11-20 11:00")
            .with(json!({"resource_id": room, "party_size": 2}))
            .build();
        // Each on a seat of its own, as the product would seat them.
        friday.app.execute(
            studio.id,
            format!(
                "delete from scheduling.allocations where booking_id = '{}'",
                booked.id
            ),
        );
        friday.app.insert(studio.id, "scheduling.allocations", json!({
            "business_id": studio.id, "resource_id": room, "seat": seat, "booking_id": booked.id,
            "start_at": "2026-11-20T02:00:00Z", "end_at": "2026-11-20T03:00:00Z",
        }));
    }
    let page = friday.aoi().open("/ja/staff/studio/day");
    let blocks = page.document().all(".block").len();
    assert_eq!(blocks, 1);
    assert!(page.part(".block", "朝ヨガ").text().contains("3件 · 6名"));
}

/// S0-30, for whatever will delete a booking softly: the rows stay, the day and the time are rid of it.
#[test]
fn s0_30_a_booking_that_is_deleted_softly_is_on_no_list_and_its_time_is_free() {
    let friday = Friday::new();
    let (app, salon) = (&friday.app, friday.cast.salon.id);
    let taken = || {
        app.count(
            salon,
            format!(
                "select count(*) from allocations where booking_id = '{}'",
                friday.coming.id
            ),
        )
    };
    assert_eq!(taken(), 1);
    let deleted = format!(
        "update bookings set deleted_at = now() where id = '{}'",
        friday.coming.id
    );
    assert_eq!(app.execute(salon, deleted), 1);
    assert_eq!(taken(), 0);
    let aoi = friday.aoi();
    for page in ["today", "day", "print"] {
        let page = aoi.open(&format!("{DESK}/{page}"));
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("Nguyen"), "{} shows it", page.url);
        assert!(
            page.text().contains("﨑本"),
            "{} shows the others",
            page.url
        );
    }
    assert_eq!(aoi.visit(&Friday::page_of(&friday.coming)).status, 404);
    assert_eq!(
        app.count(
            salon,
            "select count(*) from bookings where deleted_at is not null"
        ),
        1
    );
}

#[test]
fn a_column_is_folded_away_in_this_browser_and_opened_again() {
    let friday = Friday::new();
    let (aoi, day) = (friday.aoi(), format!("{DESK}/day"));
    let turn = |page: &crate::support::browser::Page| {
        let words = page.document().texts(".day-turn");
        words.into_iter().find(|one| one.contains("鈴木")).unwrap()
    };
    let page = aoi.open(&day);
    assert!(page.part(".day-column", "鈴木").text().contains("Nguyen"));
    assert!(turn(&page).ends_with("の列をたたむ"));
    let folded = page.press(&turn(&page));
    let column = folded.part(".day-column", "鈴木");
    assert!(column.document().all(".block, .free, .shut").is_empty());
    assert!(column.text().contains("2件"), "{}", column.text());
    assert_eq!(folded.document().all(".folded").len(), 1);
    assert!(folded.part(".day-column", "佐藤").text().contains("﨑本"));
    assert_eq!(aoi.open(&day).document().all(".folded").len(), 1, "kept");
    assert!(friday.aoi().open(&day).document().all(".folded").is_empty());
    let open = folded.press(&turn(&folded));
    assert!(open.part(".day-column", "鈴木").text().contains("Nguyen"));
    aoi.set_cookie("oc_folded", "nonsense.<script>.zzzzzzzz");
    assert!(aoi.open(&day).document().all(".folded").is_empty());
    let refused = aoi.post(
        &format!("{day}/fold"),
        &[("column", &friday.cast.salon.staff[1].to_string())],
    );
    assert_eq!(refused.status, 403, "no key of the session");
}

#[test]
fn on_a_telephone_the_ways_on_stand_in_one_line() {
    use crate::support::chromium::Chromium;
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi()).size(360, 740);
    for view in ["today", "day", "week"] {
        window.visit(&format!("{DESK}/{view}"));
        let rows = window.execute(
            "const seen = [...document.querySelectorAll('.desk-head .row :is(.btn, summary)')].filter((one) => one.checkVisibility());
             return [seen.length, new Set(seen.map((one) => { const box = one.getBoundingClientRect(); return Math.round(box.top + box.height / 2); })).size]",
        );
        assert_eq!(rows, serde_json::json!([2, 1]), "{view}");
        window.execute("document.querySelector('.ways-more summary').click()");
        assert!(!window.is_too_wide());
    }
    window.size(1280, 900);
    window.visit(&format!("{DESK}/day"));
    // What a day needs once in a while is behind a word there, too; what stands in the row is not said twice.
    window.execute("document.querySelector('.ways-more summary').click()");
    let said = window.execute(
        "return [...document.querySelectorAll('.desk-head a')].filter((one) => one.checkVisibility()).map((one) => one.textContent.trim())",
    );
    let said: Vec<&str> = said
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one.as_str())
        .collect();
    assert!(
        said.contains(&"予約表を印刷") && said.contains(&"急な休み"),
        "{said:?}"
    );
    let once: std::collections::BTreeSet<&&str> = said.iter().collect();
    assert_eq!(once.len(), said.len(), "{said:?}");
}

#[test]
fn the_small_marks_are_said_in_words_beside_the_states() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let suzuki = friday.cast.salon.staff[1];
    for path in ["day".to_owned(), format!("week?staff={suzuki}")] {
        let page = aoi.open(&format!("{DESK}/{path}"));
        let marks = page.document().texts(".legend-mark");
        assert!(marks.contains(&"指 指名".to_owned()), "{path}: {marks:?}");
        assert!(marks.contains(&"初 初めて".to_owned()), "{path}: {marks:?}");
    }
    let all = aoi.open(&format!("{DESK}/day")).document();
    assert!(
        all.texts(".legend-mark")
            .contains(&"! 備考・メモあり".to_owned())
    );
    // What is not on the page is not explained there.
    let empty = aoi.open(&format!("{DESK}/day?date=2026-12-24"));
    assert!(empty.document().texts(".legend-row").is_empty());
}
