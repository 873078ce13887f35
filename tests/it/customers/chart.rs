//! What was done at the visits of a guest: written, read, mended, deleted.

use super::{CARDS, house};
use crate::support::{app::TestApp, browser::Page, people::Cast};

/// The chart of Daichi's.
pub fn chart(cast: &Cast) -> String {
    format!("{CARDS}/{}/chart", cast.booking.customer)
}

/// Writes an entry from the booking at the counter, as Ben, who served, and opens it again.
pub fn write(app: &TestApp, cast: &Cast, text: &str) -> Page {
    let counter = format!("/ja/staff/aoi-salon/bookings/{}", cast.booking.id);
    let ben = cast.ben.sign_in(app);
    let form = ben.open(&counter).follow("カルテを書く");
    let photos = form.fill("text_0", text).press("保存して写真を追加");
    ben.open(photos.url.strip_suffix("/photos").unwrap())
}

#[test]
fn a_visit_is_written_down_from_its_booking_and_stands_on_the_card() {
    let (app, cast) = house();
    let counter = format!("/ja/staff/aoi-salon/bookings/{}", cast.booking.id);
    let form = cast.ben.sign_in(&app).open(&counter).follow("カルテを書く");
    let labels = form.document().texts("#typed .field-label");
    let labels: Vec<&str> = labels.iter().map(|label| label.trim()).collect();
    for (label, heading) in labels.iter().zip(["来店日", "施術", "薬剤", "次回"]) {
        assert!(label.starts_with(heading), "{labels:?}");
    }
    let day = format!(
        "select count(*) from bookings.bookings where id = '{}' and business_date = '{}'",
        cast.booking.id,
        form.field("date").value
    );
    assert_eq!(app.count(cast.salon.id, day), 1, "the day of the visit");
    let page = form
        .fill("text_0", "カット 3cm\n前髪は眉下")
        .fill("text_2", "カラーを相談")
        .press("保存");
    assert_eq!(page.flash().as_deref(), Some("カルテを保存しました"));
    let card = cast
        .aoi
        .sign_in(&app)
        .open(&format!("{CARDS}/{}", cast.booking.customer));
    let document = card.document();
    assert_eq!(document.texts("#chart dt"), ["施術", "次回"]);
    assert_eq!(
        document.texts("#chart dd"),
        ["カット 3cm 前髪は眉下", "カラーを相談"]
    );
    let back = card.part("#chart article", "カット").follow("予約を見る");
    assert_eq!(back.url, counter);
}

#[test]
fn the_last_visit_comes_first_page_by_page_and_all_of_it_on_paper() {
    let (app, cast) = house();
    for day in 1..=12 {
        let row = serde_json::json!({
            "business_id": cast.salon.id, "customer_id": cast.booking.customer,
            "visited_on": format!("2026-10-{day:02}"), "parts": [{"heading": "施術", "text": format!("{day}回目")}],
        });
        app.insert(cast.salon.id, "bookings.chart_entries", row);
    }
    let aoi = cast.aoi.sign_in(&app);
    let page = aoi.open(&chart(&cast));
    let texts = |page: &Page| page.document().texts("article dd");
    let first: Vec<String> = (3..=12).rev().map(|day| format!("{day}回目")).collect();
    assert_eq!(texts(&page), first);
    let older = page.follow("前の記録");
    assert_eq!(texts(&older), ["2回目", "1回目"]);
    assert_eq!(texts(&older.follow("最新の記録")), first);
    let paper = page.follow("印刷する");
    assert_eq!(texts(&paper).len(), 12);
    assert!(!paper.text().contains("これより前"), "{}", paper.text());
    assert!(paper.text().contains("小川"), "{}", paper.text());
    let twisted = aoi.open(&format!("{}?before=2026-13-01_x", chart(&cast)));
    assert_eq!((twisted.status, texts(&twisted)), (200, first));
}

#[test]
fn nothing_written_is_said_and_what_is_typed_is_kept() {
    let (app, cast) = house();
    let form = cast
        .aoi
        .sign_in(&app)
        .open(&format!("{}/new", chart(&cast)));
    let empty = form.press("保存");
    assert_eq!(empty.status, 422);
    assert!(
        empty.errors()[0].contains("どれか1つは入力してください"),
        "{:?}",
        empty.errors()
    );
    let wrong = form
        .fill("date", "昨日")
        .fill("text_1", "7N 1:1")
        .press("保存");
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.field("date").value, "昨日");
    assert_eq!(wrong.field("text_1").value, "7N 1:1");
    let long = form.fill("text_0", &"あ".repeat(4001)).press("保存");
    assert_eq!(long.status, 422);
    assert_eq!(
        app.count(cast.salon.id, "select count(*) from bookings.chart_entries"),
        0
    );
}

#[test]
fn it_is_mended_on_top_of_what_was_seen_deleted_and_had_back() {
    let (app, cast) = house();
    let entry = write(&app, &cast, "カット");
    let aoi = cast.aoi.sign_in(&app).open(&entry.url);
    let saved = entry.fill("text_0", "カットとカラー").press("保存");
    assert_eq!(saved.flash().as_deref(), Some("カルテを保存しました"));
    let stale = aoi.fill("text_0", "カットのみ").press("保存");
    assert_eq!(stale.status, 409);
    assert!(stale.text().contains("カットとカラー"), "{}", stale.text());
    assert_eq!(stale.field("text_0").value, "カットのみ");
    // What the press does is what it says: what somebody else wrote is gone afterwards.
    let page = stale.form().press("入力した内容で上書き");
    assert_eq!(page.document().texts("article dd"), ["カットのみ"]);
    let gone = page.follow("変更").press("このカルテを削除");
    assert!(gone.flash().unwrap().contains("削除しました"));
    assert!(gone.text().contains("削除したカルテ（1件）"));
    assert_eq!(cast.aoi.sign_in(&app).open(&entry.url).status, 404);
    let back = gone.press("元に戻す");
    assert_eq!(back.flash().as_deref(), Some("カルテを元に戻しました"));
    let trail = "select count(*) from audit.audit_logs where entity like 'chart%' and coalesce(after_json, before_json)::text like '%カット%'";
    assert_eq!(app.count(cast.salon.id, trail), 0, "the trail has no words");
    let kept = "select count(*) from audit.audit_logs where entity = 'chart_entries'";
    assert_eq!(app.count(cast.salon.id, kept), 5);
}

#[test]
fn the_shop_chooses_its_headings_and_what_is_written_keeps_its_own() {
    let (app, cast) = house();
    let entry = write(&app, &cast, "カット");
    let aoi = cast.aoi.sign_in(&app);
    let page = aoi.open(CARDS).follow("カルテの見出し");
    assert_eq!(page.field("headings").value, "施術\n薬剤\n次回");
    let many = page
        .fill("headings", "あ\nい\nう\nえ\nお\nか\nき\nく\nけ")
        .press("保存");
    assert_eq!(many.status, 422);
    let page = page.fill("headings", "頭皮\n\n頭皮\n施術").press("保存");
    assert_eq!(page.field("headings").value, "頭皮\n施術");
    let form = aoi.open(&entry.url);
    assert_eq!(form.field("heading_0").value, "頭皮");
    assert_eq!(form.field("heading_1").value, "施術");
    assert_eq!(form.field("text_1").value, "カット");
    let page = page.fill("headings", "頭皮").press("保存");
    let form = aoi.open(&entry.url);
    assert_eq!(
        form.field("heading_1").value,
        "施術",
        "what is written stays"
    );
    assert_eq!(form.field("text_1").value, "カット");
    let back = page.fill("headings", "").press("保存");
    assert_eq!(back.field("headings").value, "施術\n薬剤\n次回");
}

#[test]
fn another_shop_finds_nothing_of_it_and_a_booking_of_somebody_else_is_none() {
    let (app, cast) = house();
    let entry = write(&app, &cast, "カット");
    let chika = cast.chika.sign_in(&app);
    let theirs = entry.url.replace("aoi-salon", "chika-clinic");
    for path in [&entry.url, &theirs] {
        assert_eq!(chika.open(path).status, 404, "{path}");
    }
    let other = super::a_card(&app, &cast, ("高橋 花", ""), serde_json::json!({}));
    let aoi = cast.aoi.sign_in(&app);
    let crossed = entry
        .url
        .replace(&cast.booking.customer.to_string(), &other.to_string());
    assert_eq!(aoi.open(&crossed).status, 404);
    let form = aoi.open(&format!(
        "{CARDS}/{other}/chart/new?booking={}",
        cast.booking.id
    ));
    form.fill("text_0", "カラー").press("保存");
    let bound = format!(
        "select count(*) from bookings.chart_entries where customer_id = '{other}' and booking_id is null"
    );
    assert_eq!(app.count(cast.salon.id, bound), 1);
}
