//! The list behind the counter: kept or not, in its order, and offered by hand.

use crate::{staff::scene::Friday, support::html::words};
use serde_json::json;

const LIST: &str = "/ja/owner/aoi-salon/waitlist";

#[test]
fn the_shop_says_whether_there_is_a_list_and_how_long_one_may_think() {
    let friday = Friday::new();
    let page = friday.aoi().open(LIST);
    assert!(page.text().contains("キャンセル待ちを受け付けていません"));
    let wrong = page.fill("answer_hours", "0").press("設定を保存");
    assert_eq!((wrong.status, wrong.errors().len()), (422, 1));
    let saved = page
        .fill("answer_hours", "12")
        .tick("is_on", "yes")
        .press("設定を保存");
    assert_eq!(saved.flash().unwrap(), "キャンセル待ちの設定を保存しました");
    assert_eq!(saved.field("answer_hours").value, "12");
    // Whoever had the page open before sees what stands now.
    let stale = page.fill("answer_hours", "3").press("設定を保存");
    assert_eq!(stale.status, 409);
    let kept = "select answer_hours from bookings.waitlist_rules where is_on";
    assert_eq!(friday.app.count(friday.cast.salon.id, kept), 12);
}

#[test]
fn somebody_is_put_first_and_offered_a_time_by_hand() {
    let friday = Friday::new();
    let salon = friday.cast.salon.id;
    let rules = json!({"business_id": salon, "is_on": true});
    friday.app.insert(salon, "bookings.waitlist_rules", rules);
    let mut waiting = Vec::new();
    for (name, minutes) in [("先 一郎", 60), ("後 二郎", 30)] {
        let card =
            json!({"business_id": salon, "name": name, "email": format!("m{minutes}@example.com")});
        let card = friday.app.insert(salon, "customers.customers", card);
        let now = friday.app.clock().now();
        let row = json!({
            "business_id": salon, "service_id": friday.cast.cut.id, "customer_id": card, "proved_at": now,
            "preferred_date": "2026-11-24", "preferred_until": "2026-11-27",
            "created_at": now - chrono::TimeDelta::minutes(minutes),
        });
        waiting.push(friday.app.insert(salon, "bookings.waitlist", row));
    }
    let aoi = friday.aoi();
    let list = aoi.open(LIST);
    let said = list.text();
    assert!(said.find("先 一郎") < said.find("後 二郎"), "{said}");
    let one = aoi.open(&format!("{LIST}/{}", waiting[1]));
    assert_eq!(one.heading(), "後 二郎");
    let ordered = one.fill("priority", "vip").press("順番を変更");
    assert_eq!(ordered.flash().unwrap(), "案内の順番を変更しました");
    let said = ordered.text();
    assert!(said.find("後 二郎") < said.find("先 一郎"), "{said}");
    // The page from before knows another version.
    let late = one.fill("priority", "low").press("順番を変更");
    assert_eq!(
        late.flash().unwrap(),
        "ほかの人が先に変更しました。最新の内容を表示しています"
    );
    let one = aoi.open(&format!("{LIST}/{}", waiting[1]));
    let document = one.document();
    let time = words(document.all(".times-wide button")[0]);
    let offered = one.press(&time);
    assert_eq!(
        offered.flash().unwrap(),
        "空きを案内しました。回答期限まで枠を確保します"
    );
    let held = "select count(*) from bookings.waitlist where status = 'notified' and reservation_id is not null";
    assert_eq!(friday.app.count(salon, held), 1);
}
