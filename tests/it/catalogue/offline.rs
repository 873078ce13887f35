//! Who takes no bookings that guests make by themselves: not by name, not for anybody; by hand all the same.

use super::{MENU, SAVE, house, lines};
use crate::{
    public::walk::{JA, free, is_free, times, told},
    support::{
        app::TestApp,
        browser::{Browser, Page},
        build::a_booking,
        people::Cast,
    },
};
use serde_json::json;

const LIST: &str = "/ja/owner/aoi-salon/resources";
const SATURDAY: &str = "11月21日(土) 11:00";

/// The free times of the cut, for guests.
fn table(app: &TestApp, cast: &Cast, more: &str) -> Page {
    let address = times("ja", &cast.salon, &cast.cut, &format!("&view=table{more}"));
    app.browser().open(&address)
}

/// The stop of somebody, pressed in the back office.
fn stop(aoi: &Browser, name: &str) -> Page {
    let page = aoi.open(LIST).follow(name);
    page.form().tick("offline", "yes").press("保存").press(SAVE)
}

/// Who has the bookings of a start, and who the holds.
fn takers(app: &TestApp, cast: &Cast, start: &str) -> Vec<String> {
    let query = format!(
        "select r.name as line from scheduling.allocations a join scheduling.resources r on r.id = a.resource_id
         where a.start_at = '{start}+09' order by 1"
    );
    lines(app, cast, &query)
}

#[test]
fn who_is_stopped_is_neither_shown_nor_given_to_guests() {
    let (app, cast, aoi) = house();
    let before = table(&app, &cast, "");
    assert!(before.text().contains("佐藤") && is_free(&before, SATURDAY));
    let opened = table(&app, &cast, &format!("&staff={}", cast.salon.staff[0]));
    assert!(is_free(&opened, SATURDAY));
    let list = stop(&aoi, "佐藤");
    assert!(
        list.part("li.offer", "佐藤")
            .text()
            .contains("ネット予約停止中")
    );
    assert!(
        !list
            .part("li.offer", "鈴木")
            .text()
            .contains("ネット予約停止中")
    );

    // By name: not on the page, not by an address that was kept, not by a page that was open before.
    let now = table(&app, &cast, "");
    assert!(!now.text().contains("佐藤") && now.text().contains("鈴木"));
    let by_name = table(&app, &cast, &format!("&staff={}", cast.salon.staff[0]));
    assert!(by_name.document().all("button[name=start]").is_empty());
    assert!(by_name.text().contains("お電話でお問い合わせください"));
    let late = opened.press(&free(SATURDAY));
    assert_ne!(late.heading(), "お客様情報", "{}", late.text());

    // For anybody: the one who is left, whosever turn it would be.
    let held = before.press(&free(SATURDAY));
    assert_eq!(held.heading(), "お客様情報");
    assert_eq!(takers(&app, &cast, "2026-11-21 11:00"), ["鈴木"]);
    assert!(
        !is_free(&table(&app, &cast, ""), SATURDAY),
        "one is left, not two"
    );
    let booked = told(&held, &JA, &[]).press(JA.confirm);
    assert_eq!(booked.heading(), "ご予約が確定しました");

    // And once it is lifted, it is as it was.
    let page = aoi.open(LIST).follow("佐藤");
    let list = page.form().untick("offline").press("保存").press(SAVE);
    assert!(!list.text().contains("ネット予約停止中"));
    assert!(is_free(&table(&app, &cast, ""), SATURDAY));
}

#[test]
fn staff_book_them_all_the_same_and_see_it_above_their_days() {
    let (app, cast, aoi) = house();
    stop(&aoi, "佐藤");
    let page = aoi
        .open("/ja/staff/aoi-salon/bookings/new")
        .fill("service", &cast.cut.id.to_string())
        .fill("staff", &cast.salon.staff[0].to_string())
        .fill("date", "2026-11-21")
        .fill("time", "11:00")
        .fill("family_kana", "やまもと")
        .press("予約を追加");
    assert_eq!(page.heading(), "ヤマモト 様", "{:?}", page.errors());
    assert_eq!(takers(&app, &cast, "2026-11-21 11:00"), ["佐藤"]);
    for (path, said) in [
        ("day?date=2026-11-21", "2件・ネット停止"),
        ("today?date=2026-11-21", "佐藤・ネット停止"),
        ("week?date=2026-11-21", "佐藤・ネット停止"),
    ] {
        let page = aoi.open(&format!("/ja/staff/aoi-salon/{path}"));
        assert!(page.text().contains(said), "{path}: {}", page.text());
        assert_eq!(page.text().matches("ネット停止").count(), 1, "{path}");
    }
}

#[test]
fn a_service_of_nobody_else_says_so_on_the_menu() {
    let (app, cast, aoi) = house();
    stop(&aoi, "佐藤");
    let line = |aoi: &Browser| aoi.open(MENU).part("li.offer", "カット").text();
    assert!(line(&aoi).contains("担当: 佐藤、鈴木"));
    stop(&aoi, "鈴木");
    assert!(
        line(&aoi).contains("お客様は予約できません。お店からは予約できます"),
        "{}",
        line(&aoi)
    );
    let page = table(&app, &cast, "");
    assert!(!is_free(&page, SATURDAY) && page.text().contains("お電話でお問い合わせください"));
    // Resting is more than taking nothing online.
    for name in ["佐藤", "鈴木"] {
        let page = aoi.open(LIST).follow(name);
        let list = page.form().untick("active").press("保存").press(SAVE);
        assert!(list.part("li.offer", name).text().contains("休止中"));
    }
    assert!(line(&aoi).contains("予約を受けられません"));
}

#[test]
fn what_is_booked_stays_and_guests_move_it_to_somebody_else() {
    let (app, cast, aoi) = house();
    let anybody = a_booking(&app, &cast.salon, &cast.cut)
        .named("山本", "花")
        .at("2026-11-25 15:00")
        .on(cast.salon.staff[0])
        .build();
    let named = a_booking(&app, &cast.salon, &cast.cut)
        .named("高田", "梓")
        .at("2026-11-25 16:00")
        .on(cast.salon.staff[0])
        .with(json!({"is_nominated": true}))
        .build();
    stop(&aoi, "佐藤");
    assert_eq!(takers(&app, &cast, "2026-11-25 15:00"), ["佐藤"]);
    let instead = |token: &str| app.browser().open(&format!("/ja/bookings/{token}/move"));
    let check = instead(&anybody.token).press("11:00");
    assert!(
        check.text().contains("11月20日(金) 11:00〜12:00"),
        "{}",
        check.text()
    );
    let none = instead(&named.token);
    assert!(none.document().all("button[name=start]").is_empty());
    assert!(none.text().contains("お電話でお問い合わせください"));
}
