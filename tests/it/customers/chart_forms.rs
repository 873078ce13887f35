//! The forms of a chart at their edges: the other language, the fullest one, letters that the database counts otherwise, and
//! what is left out of a page.

use super::{
    CARDS,
    chart::{chart, write},
    house,
};
use crate::support::{app::TestApp, people::Cast};
use omotenashi::base::ids::CustomerId;
use serde_json::json;

/// So many entries, one a day, of which those from `gone` on are deleted.
fn visits(app: &TestApp, cast: &Cast, count: u32, gone: u32) {
    for day in 1..=count {
        let row = json!({
            "business_id": cast.salon.id, "customer_id": cast.booking.customer,
            "visited_on": format!("2026-{:02}-{:02}", 8 + day / 28, 1 + day % 28),
            "parts": [{"heading": "施術", "text": format!("{day}回目")}],
            "deleted_at": (day >= gone).then_some("2026-11-01 10:00+09"),
        });
        app.insert(cast.salon.id, "bookings.chart_entries", row);
    }
}

#[test]
fn the_other_language_saves_nothing_and_keeps_what_is_typed() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let new = aoi.open(&format!("{}/new", chart(&cast)));
    let english = new.fill("text_1", "7N 1:1").press("English");
    assert_eq!(english.status, 200);
    assert_eq!(english.field("text_1").value, "7N 1:1");
    assert!(
        english.text().contains("Date of visit"),
        "{}",
        english.text()
    );
    let count = "select count(*) from bookings.chart_entries";
    assert_eq!(app.count(cast.salon.id, count), 0);
    let back = english.press("日本語");
    assert_eq!(back.field("text_1").value, "7N 1:1");
    back.press("保存");
    assert_eq!(app.count(cast.salon.id, count), 1);
    let entry = aoi.open(&chart(&cast)).follow("変更");
    let english = entry.fill("text_0", "8N").press("English");
    assert_eq!(english.field("text_0").value, "8N");
    let kept = "select count(*) from bookings.chart_entries where version = 0";
    assert_eq!(app.count(cast.salon.id, kept), 1);
    // Nothing was wrong before somebody has said that they are done.
    let empty = aoi.open(&format!("{}/new", chart(&cast))).press("English");
    assert_eq!((empty.status, empty.errors().len()), (200, 0));
}

#[test]
fn the_fullest_chart_fits_and_is_kept() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let headings = |letter: &str| (0..8).map(|n| format!("{letter}{n}\n")).collect::<String>();
    let form = aoi.open(&format!("{CARDS}/headings"));
    form.fill("headings", &headings("い")).press("保存");
    let new = aoi.open(&format!("{}/new", chart(&cast)));
    let mut form = new.form();
    let long = "𠮷".repeat(4000);
    for place in 0..8 {
        form = form.fill(&format!("text_{place}"), &long);
    }
    assert_eq!(
        form.press("保存").flash().as_deref(),
        Some("カルテを保存しました")
    );
    let page = aoi.open(&format!("{CARDS}/headings"));
    page.fill("headings", &headings("ろ")).press("保存");
    let entry = aoi.open(&chart(&cast)).follow("変更");
    let mut form = entry.form();
    for place in 0..16 {
        form = form.fill(&format!("text_{place}"), &long);
    }
    let page = form.press("保存");
    assert_eq!(page.flash().as_deref(), Some("カルテを保存しました"));
    let kept = "select count(*) from bookings.chart_entries where jsonb_array_length(parts) = 16";
    assert_eq!(app.count(cast.salon.id, kept), 1);
}

#[test]
fn letters_of_several_parts_are_counted_as_the_database_counts() {
    let (app, cast) = house();
    let entry = write(&app, &cast, "カット").url;
    let aoi = cast.aoi.sign_in(&app);
    let letter = "e\u{0301}\u{0301}\u{0301}";
    let long = letter.repeat(30);
    let page = aoi.open(&format!("{CARDS}/headings"));
    let refused = page.fill("headings", &long).press("保存");
    assert_eq!(refused.status, 422);
    assert!(refused.error("headings").unwrap().contains("40"));
    let long = letter.repeat(100);
    let refused = super::chart_photos::send(&aoi, &entry, ("after", &long), &[]);
    assert_eq!(refused.status, 422);
    assert!(refused.error("caption").unwrap().contains("120"));
    let card = aoi.open(&format!("{CARDS}/{}", cast.booking.customer));
    let refused = card.fill("tag", &letter.repeat(20)).press("タグを付ける");
    assert_eq!(refused.status, 422);
    let long = letter.repeat(2000);
    assert_eq!(
        aoi.open(&entry).fill("text_0", &long).press("保存").status,
        422
    );
}

#[test]
fn an_address_from_before_the_calendar_begins_at_the_newest() {
    let (app, cast) = house();
    visits(&app, &cast, 2, 99);
    let aoi = cast.aoi.sign_in(&app);
    for year in ["-200000", "+262142", "0001"] {
        let key = cast.booking.customer;
        let page = aoi.open(&format!("{}?before={year}-01-01_{key}", chart(&cast)));
        assert_eq!(page.status, 200, "{year}");
        assert_eq!(
            page.document().texts("article dd"),
            ["2回目", "1回目"],
            "{year}"
        );
    }
}

#[test]
fn headings_that_were_only_looked_at_stay_those_of_everybodys_language() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let own = "select count(*) from bookings.chart_headings";
    for code in ["ja", "en"] {
        let page = aoi.open(&format!("{CARDS}/headings").replacen("/ja/", &format!("/{code}/"), 1));
        let save = if code == "ja" { "保存" } else { "Save" };
        assert_eq!(page.press(save).status, 200);
        assert_eq!(app.count(cast.salon.id, own), 0, "{code}");
    }
    let form = aoi.open(&format!("{}/new", chart(&cast)));
    assert_eq!(form.field("heading_0").value, "施術");
}

#[test]
fn paper_says_that_there_is_more_and_all_that_was_deleted_is_listed() {
    let (app, cast) = house();
    visits(&app, &cast, 63, 52);
    let aoi = cast.aoi.sign_in(&app);
    let page = aoi.open(&chart(&cast));
    assert!(
        page.text().contains("削除したカルテ（12件）"),
        "{}",
        page.text()
    );
    let paper = page.follow("印刷する");
    assert_eq!(paper.document().all("article").len(), 50);
    assert!(
        paper
            .text()
            .contains("新しい順に50回分を印刷しています。これより前の記録もあります"),
        "{}",
        paper.text()
    );
    let card = aoi.open(&format!("{CARDS}/{}", cast.booking.customer));
    assert_eq!(card.document().all("#chart article").len(), 2);
}

#[test]
fn a_clinic_reads_its_own_words() {
    let (app, cast) = house();
    let row = json!({"business_id": cast.clinic.id, "name": "岡 直", "search_key": "岡直 "});
    let card = CustomerId(app.insert(cast.clinic.id, "customers.customers", row));
    let chika = cast.chika.sign_in(&app);
    let form = chika.open(&format!(
        "/ja/owner/chika-clinic/customers/{card}/chart/new"
    ));
    assert!(
        form.text().contains("来院日") && !form.text().contains("来店日"),
        "{}",
        form.text()
    );
    let photos = form.fill("text_0", "経過良好").press("保存して写真を追加");
    let said = photos.text();
    assert!(said.contains("処置前") && !said.contains("施術"), "{said}");
}
