//! People, rooms, tables and machines: written, ordered, resting, deleted and had back.

use super::{MENU, OFFICE, SAVE, house, lines, post};
use crate::public::walk::{is_free, times};
use crate::support::app::tokyo;

const LIST: &str = "/ja/owner/aoi-salon/resources";

#[test]
fn somebody_new_is_written_with_what_they_do() {
    let (app, cast, aoi) = house();
    let form = aoi
        .open(MENU)
        .follow("スタッフ・席・設備")
        .follow("スタッフ・席・設備を追加");
    let wrong = form
        .fill("name", "")
        .fill("kana", "abc")
        .fill("capacity", "0")
        .fill("fee", "x")
        .send("保存");
    assert_eq!(wrong.status, 422);
    for field in ["name", "kana", "capacity", "fee"] {
        assert!(wrong.error(field).is_some(), "{field}");
    }
    let serves = format!("s-{}", cast.cut.id);
    let list = wrong
        .fill("name", "高橋")
        .fill("name_en", "Takahashi")
        .fill("kana", "たかはし")
        .fill("capacity", "1")
        .fill("fee", "1,100")
        .tick("shifts", "yes")
        .tick(&serves, "yes")
        .press("保存");
    let row = list.part("li.offer", "高橋").text();
    for said in ["担当メニュー1件", "指名料 1,100円", "シフト制"] {
        assert!(row.contains(said), "{said}: {row}");
    }
    let kept = "select concat_ws(' ', resource_type, name_en, kana, capacity, party_max, nomination_fee_cents, is_nominable,
        has_shifts, is_active, sort_order) as line from scheduling.resources where name = '高橋'";
    assert_eq!(
        lines(&app, &cast, kept),
        ["staff Takahashi タカハシ 1 500 1100 t t t 2"]
    );
    let tie = "select concat_ws(' ', use, is_required) as line from scheduling.service_resources l
        join scheduling.resources r on r.id = l.resource_id where name = '高橋'";
    assert_eq!(
        lines(&app, &cast, tie),
        ["exclusive t"],
        "as others of their kind"
    );
    let list = list
        .follow("高橋")
        .form()
        .untick(&serves)
        .fill("party_max", "3")
        .press("保存")
        .press(SAVE);
    assert!(lines(&app, &cast, tie).is_empty());
    let again = list.follow("高橋");
    assert_eq!(again.field("party_max").value, "3");
    assert!(
        aoi.open(MENU)
            .part("li.offer", "カット")
            .text()
            .contains("担当: 佐藤、鈴木")
    );
    let late = again.fill("fee", "2000").press("保存");
    assert!(late.part("li.offer", "高橋").text().contains("2,000円"));
    assert_eq!(
        again.fill("fee", "3000").send("保存").status,
        409,
        "opened before"
    );
}

#[test]
fn who_rests_is_not_offered_and_the_order_is_that_of_the_columns() {
    let (app, cast, aoi) = house();
    let list = aoi.open(LIST).press("下へ 佐藤");
    assert_eq!(list.document().texts("a.offer-name"), ["鈴木", "佐藤"]);
    let day = aoi.open("/ja/staff/aoi-salon/day?date=2026-11-21").text();
    assert!(day.find("鈴木").unwrap() < day.find("佐藤").unwrap());
    for name in ["佐藤", "鈴木"] {
        let list = aoi
            .open(LIST)
            .follow(name)
            .form()
            .untick("active")
            .press("保存")
            .press(SAVE);
        assert!(list.part("li.offer", name).text().contains("休止中"));
    }
    let page = app
        .browser()
        .open(&times("ja", &cast.salon, &cast.cut, "&view=table"));
    assert!(!is_free(&page, "11月21日(土) 11:00"));
    assert!(aoi.open(MENU).text().contains("予約を受けられません"));
}

#[test]
fn nobody_is_deleted_under_bookings_to_come() {
    let (app, cast, aoi) = house();
    let path = format!("{LIST}/{}", cast.salon.staff[0]);
    let kept = aoi.open(&path).form().send("削除");
    assert_eq!(kept.status, 409);
    assert!(
        kept.errors()[0].contains("これからの予約が入っている"),
        "{:?}",
        kept.errors()
    );
    let said = format!("11月21日(土) 14:00 小川 大地様（{}）", cast.booking.number);
    let booking = kept.follow(&said);
    assert!(
        booking.url.ends_with(&cast.booking.id.to_string()),
        "{}",
        booking.url
    );
    let living =
        "select name as line from scheduling.resources where deleted_at is null order by name";
    assert_eq!(lines(&app, &cast, living).len(), 2);
    // Once they are over, it is done, and undone.
    app.clock().set(tokyo("2026-11-21 16:00"));
    let aoi = cast.aoi.sign_in(&app);
    let list = aoi.open(&path).press("削除");
    assert!(list.text().contains("削除したもの（1件）"));
    assert_eq!(lines(&app, &cast, living), ["鈴木"]);
    assert_eq!(aoi.visit(&path).status, 404);
    let list = list.press("元に戻す 佐藤");
    assert!(!list.text().contains("削除したもの（"));
    assert_eq!(lines(&app, &cast, living).len(), 2);
    assert!(
        aoi.open(MENU)
            .part("li.offer", "カット")
            .text()
            .contains("佐藤"),
        "with what they did"
    );
}

#[test]
fn what_kind_of_thing_it_is_stays() {
    let (app, cast, aoi) = house();
    let path = format!("resources/{}", cast.salon.staff[0]);
    let page = aoi.open(&format!("{OFFICE}/{path}"));
    assert!(!page.html.contains("name=\"kind\""));
    let version = page.field("version").value;
    let pairs = [
        ("version", version.as_str()),
        ("kind", "room"),
        ("name", "佐藤"),
        ("capacity", "1"),
        ("fee", "0"),
        ("press", "save"),
    ];
    assert_eq!(post(&aoi, &path, &pairs).status, 303);
    let kinds = "select distinct resource_type::text as line from scheduling.resources";
    assert_eq!(lines(&app, &cast, kinds), ["staff"]);
}
