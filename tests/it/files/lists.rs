//! Lists as files.

use super::{FILES, house, rows};
use crate::support::{app::tokyo, browser::Browser, build::a_booking, people::Cast};
use omotenashi::domain::{
    bookings::lists::{List, PIECE},
    customers::sheet,
};
use serde_json::json;

/// Bookings of November.
fn november(browser: &Browser) -> Vec<Vec<String>> {
    let page = browser.open(&format!("{FILES}/bookings"));
    let filled = page.fill("first", "2026-11-01").fill("last", "2026-11-30");
    rows(&filled.send("CSVで書き出す"))
}

#[test]
fn each_list_is_a_file_with_a_name_for_every_column() {
    let (app, cast, aoi) = house();
    let index = aoi.open(FILES);
    for list in List::ALL.into_iter().filter(|list| list.is_by_itself()) {
        for lang in ["ja", "en"] {
            let path = format!("/{lang}/owner/aoi-salon/files/{}", list.id());
            assert!(index.html.contains(&path.replace("/en/", "/ja/")), "{path}");
            let send = ["CSVで書き出す", "Export as CSV"][usize::from(lang == "en")];
            let file = aoi.open(&path).form().send(send);
            let rows = rows(&file);
            assert_eq!(rows[0].len(), list.columns().len(), "{path}");
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{path}");
            let named = rows[0].iter().all(|name| !name.starts_with("files-"));
            assert!(named, "{:?}", rows[0]);
            let untold = rows
                .iter()
                .flatten()
                .find(|cell| cell.contains("files-label"));
            assert_eq!(untold, None, "{path}");
        }
    }
    let by_itself = List::ALL.iter().filter(|list| list.is_by_itself()).count();
    let written =
        "select count(*) from file_exports where state = 'given' and taken_by is not null";
    assert_eq!(
        app.count(cast.salon.id, written),
        2 * i64::try_from(by_itself).unwrap()
    );
    let trail = "select count(*) from audit_logs where entity = 'file_exports' and actor_user_id is not null";
    assert_eq!(
        app.count(cast.salon.id, trail),
        2 * i64::try_from(by_itself).unwrap()
    );
}

#[test]
fn bookings_of_some_days_are_in_it_and_nobody_elses() {
    let (app, cast, aoi) = house();
    let remark = json!({"customer_note": "=HYPERLINK(\"x\")", "price_snapshot_json": {"lines": [
        {"kind": "service", "name_ja": "カット", "name_en": "Cut"}, {"kind": "option", "name_ja": "眉", "name_en": "Brows"}]}});
    a_booking(&app, &cast.salon, &cast.cut)
        .at("2026-11-25 10:00")
        .with(remark)
        .build();
    a_booking(&app, &cast.salon, &cast.cut)
        .at("2026-12-01 10:00")
        .named("師走", "客")
        .build();
    a_booking(&app, &cast.clinic, &cast.consultation)
        .at("2026-11-25 10:00")
        .named("歯科", "患者")
        .build();
    let file = november(&aoi);
    assert_eq!(file.len(), 3, "{file:#?}");
    let said = file.iter().flatten().cloned().collect::<Vec<_>>().join("|");
    assert!(
        said.contains("カット / 眉|") && said.contains("'=HYPERLINK"),
        "{said}"
    );
    assert!(said.contains("小川 大地|090-1234-5678"), "{said}");
    assert!(said.contains("2026-11-25|10:00|11:00|予約確定"), "{said}");
    assert!(!said.contains("師走") && !said.contains("歯科"), "{said}");
}

#[test]
fn guests_are_named_to_whoever_may_take_them_along() {
    let (app, cast, _) = house();
    let ben = cast.ben.sign_in(&app);
    assert_eq!(ben.open(FILES).status, 403);
    assert_eq!(ben.open(&format!("{FILES}/bookings")).status, 403);
    let seat = |rights: &str| {
        let sql = format!(
            "update staff_assignments set role = 'manager', permissions_json = '{rights}' where id = '{}'",
            cast.ben_seat
        );
        app.execute(cast.salon.id, sql);
    };
    seat("{\"contacts-read\": false}");
    let file = november(&ben);
    assert!(file[1].contains(&"小川 大地".to_owned()), "{file:?}");
    assert!(!file[1].iter().any(|cell| cell.contains("090")), "{file:?}");
    seat("{\"customers-move\": false}");
    let file = november(&ben);
    assert!(
        !file[1]
            .iter()
            .any(|cell| cell.contains("小川") || cell.contains("090")),
        "{file:?}"
    );
    seat("{\"takings-read\": false, \"team-manage\": false}");
    for gone in ["bookings", "team"] {
        assert_eq!(ben.open(&format!("{FILES}/{gone}")).status, 403);
    }
    let index = ben.open(FILES);
    assert!(!index.html.contains("files/bookings") && index.html.contains("files/services"));
    for none in ["customers", "notes", "history", "photos", "nothing"] {
        assert_eq!(ben.open(&format!("{FILES}/{none}")).status, 404);
    }
}

#[test]
fn what_is_about_people_asks_who_takes_it() {
    let (app, _, aoi) = house();
    let pages = ["bookings", "team"].map(|list| aoi.open(&format!("{FILES}/{list}")));
    app.clock().set(tokyo("2026-11-20 13:00"));
    for page in pages {
        let answer = page.form().send("CSVで書き出す");
        assert_eq!(answer.status, 303);
        assert!(answer.location().unwrap().contains("/account/confirm"));
    }
    let services = aoi.open(&format!("{FILES}/services"));
    assert_eq!(services.form().send("CSVで書き出す").status, 200);
}

#[test]
fn letters_of_older_programs_come_back_as_they_were() {
    let (app, cast, aoi) = house();
    let row = json!({"business_id": cast.salon.id, "name_ja": "髙級ｶﾗｰ 10〜12,「特」", "name_en": "-10%"});
    app.insert(cast.salon.id, "catalog.categories", row);
    let page = aoi.open(&format!("{FILES}/categories"));
    let file = page.fill("script", "shift_jis").send("CSVで書き出す");
    assert_eq!(
        file.header("content-type"),
        Some("text/csv; charset=shift_jis")
    );
    let text = sheet::text_of(&file.bytes).unwrap();
    // The wave has another name there.
    assert!(text.contains("\"髙級ｶﾗｰ 10～12,「特」\",'-10%,"), "{text}");
}

#[test]
fn days_that_make_no_sense_are_said_at_their_box() {
    let (_app, _, aoi) = house();
    let page = aoi.open(&format!("{FILES}/bookings"));
    for (first, last, wrong) in [
        ("2026-11-30", "2026-11-01", "last"),
        ("x", "2026-11-01", "first"),
        ("2001-01-01", "2026-11-01", "last"),
    ] {
        let answer = page
            .fill("first", first)
            .fill("last", last)
            .send("CSVで書き出す");
        assert_eq!(answer.status, 422);
        assert!(answer.error(wrong).is_some(), "{}", answer.text());
        assert_eq!(answer.field("first").value, first);
    }
}

#[test]
fn a_long_list_is_read_piece_by_piece() {
    let (app, cast, aoi) = house();
    fill(&app, &cast, 2 * PIECE + 10);
    let page = aoi.open(&format!("{FILES}/bookings"));
    let before = app.statements();
    let file = page
        .fill("first", "2026-11-01")
        .fill("last", "2030-12-31")
        .send("CSVで書き出す");
    let asked = app.statements() - before;
    let rows = rows(&file);
    assert_eq!(rows.len(), usize::try_from(2 * PIECE).unwrap() + 10 + 1 + 1);
    let mut numbers: Vec<&String> = rows.iter().map(|row| &row[0]).collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), rows.len(), "none twice and none left out");
    // A few to begin, and a few for each piece: whoever asks is asked about each time.
    assert!(asked <= 40, "{asked}");
}

/// So many bookings, two an hour.
fn fill(app: &crate::support::app::TestApp, cast: &Cast, many: i64) {
    let sql = format!(
        "insert into bookings (business_id, number, customer_id, service_id, start_at, end_at, business_date) \
         select '{}', 'N' || n, '{}', '{}', t, t + interval '20 minutes', (t at time zone 'Asia/Tokyo')::date \
         from (select n, timestamptz '2026-11-22 00:00+09' + n / 2 * interval '1 hour' as t from generate_series(1, {many}) n) r",
        cast.salon.id, cast.booking.customer, cast.cut.id
    );
    app.execute(cast.salon.id, sql);
}
