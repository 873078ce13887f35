//! The list: prices, order, what guests see and what they do not.

use super::{MENU, house, lines, post};
use crate::support::build::a_service;
use serde_json::json;

#[test]
fn a_price_is_changed_in_three_presses_and_bookings_keep_theirs() {
    let (app, cast, aoi) = house();
    let landing = aoi.open("/ja/staff/aoi-salon/today");
    let menu = landing.follow("メニュー");
    assert!(
        menu.part("li.offer", "カット")
            .text()
            .contains("5,500円（税込）")
    );
    let form = menu.follow("カット");
    assert_eq!(form.heading(), "カット");
    let done = form.fill("price", "６，６００円").press("保存");
    assert_eq!(done.flash().unwrap(), "保存しました");
    let row = done.part("li.offer", "カット").text();
    assert!(
        row.contains("6,600円（税込）") && row.contains("公開中"),
        "{row}"
    );
    assert!(row.contains("担当: 佐藤、鈴木"), "{row}");
    let guests = app.browser().open("/ja/b/aoi-salon").text();
    assert!(
        guests.contains("6,600円") && !guests.contains("5,500円"),
        "{guests}"
    );
    let booked = format!("/ja/staff/aoi-salon/bookings/{}", cast.booking.id);
    let booked = aoi.open(&booked).text();
    assert!(
        booked.contains("5,500円") && !booked.contains("6,600円"),
        "{booked}"
    );
    let own = app
        .browser()
        .open(&format!("/ja/bookings/{}", cast.booking.token));
    assert!(own.text().contains("5,500円"), "{}", own.text());
    let trail = format!(
        "select count(*) from audit.audit_logs where entity = 'services' and action = 'update' and actor_user_id = '{}'",
        cast.aoi.user
    );
    assert_eq!(app.count(cast.salon.id, trail), 1);
}

#[test]
fn services_and_headings_are_ordered_by_buttons_that_name_them() {
    let (app, cast, aoi) = house();
    for (name, place) in [("カラー", 0), ("パーマ", 0)] {
        a_service(&app, &cast.salon)
            .named(name, "")
            .with(json!({"sort_order": place}))
            .build();
    }
    let names = |page: &crate::support::browser::Page| page.document().texts("a.offer-name");
    let page = aoi.open(MENU);
    assert_eq!(names(&page), ["カット", "カラー", "パーマ"]);
    let page = page.press("下へ カット");
    assert_eq!(page.flash().unwrap(), "並び順を変更しました");
    assert_eq!(names(&page), ["カラー", "カット", "パーマ"]);
    assert!(!crate::support::form::buttons(&page.document()).contains(&"先頭へ カット".to_owned()));
    let page = page.press("先頭へ パーマ");
    assert_eq!(names(&page), ["パーマ", "カラー", "カット"]);
    let page = page
        .press("下へ パーマ")
        .press("下へ パーマ")
        .press("上へ パーマ")
        .press("上へ パーマ");
    assert_eq!(names(&page), ["パーマ", "カラー", "カット"]);
    let words = crate::support::form::buttons(&page.document());
    assert!(
        !words.contains(&"上へ パーマ".to_owned()),
        "the first goes no further"
    );
    assert!(
        !words.contains(&"下へ カット".to_owned()),
        "nor does the last"
    );
    let guests = app.browser().open("/ja/b/aoi-salon").text();
    let place = |name: &str| guests.find(name).unwrap();
    assert!(
        place("パーマ") < place("カラー"),
        "guests see the same order"
    );
    let far = post(
        &aoi,
        "menu/order",
        &[("kind", "service"), ("id", "x"), ("to", "up")],
    );
    assert_eq!(far.status, 404);
    let odd = post(
        &aoi,
        "menu/order",
        &[("kind", "service"), ("to", "sideways")],
    );
    assert_eq!(odd.status, 400);
}

#[test]
fn what_is_hidden_or_deleted_is_not_for_guests_and_comes_back() {
    let (app, cast, aoi) = house();
    let guests = || {
        app.browser()
            .open("/ja/b/aoi-salon")
            .text()
            .contains("カット")
    };
    assert!(guests());
    let form = aoi.open(&format!("{MENU}/{}", cast.cut.id));
    let menu = form.press("非公開にする").press("非公開にする");
    assert!(menu.part("li.offer", "カット").text().contains("非公開"));
    assert!(!guests());
    let menu = menu.follow("カット").press("公開する").press("公開する");
    assert!(menu.part("li.offer", "カット").text().contains("公開中"));
    assert!(guests());
    let menu = menu.follow("カット").press("削除").press("削除");
    assert_eq!(
        menu.flash().unwrap(),
        "削除しました。「削除したもの」から元に戻せます"
    );
    assert!(
        menu.text().contains("メニューはまだありません。"),
        "{}",
        menu.text()
    );
    assert!(menu.text().contains("削除したもの（1件）"));
    assert!(!guests());
    assert_eq!(aoi.visit(&format!("{MENU}/{}", cast.cut.id)).status, 404);
    let state = format!("menu/{}/state", cast.cut.id);
    assert_eq!(
        post(&aoi, &state, &[("to", "show")]).status,
        404,
        "not while it is deleted"
    );
    let menu = menu.press("元に戻す カット");
    assert!(
        menu.part("li.offer", "カット").text().contains("非公開"),
        "until somebody looked at it"
    );
    assert!(!guests());
    let kept = "select count(*)::text as line from catalog.services";
    assert_eq!(lines(&app, &cast, kept), ["1"]);
}

#[test]
fn what_belongs_to_another_shop_is_nowhere() {
    let (app, cast, _) = house();
    let chika = cast.chika.sign_in(&app);
    assert_eq!(chika.visit(MENU).status, 404);
    let here = |path: &str| format!("/ja/owner/chika-clinic/{path}");
    let (cut, sato) = (cast.cut.id, cast.salon.staff[0]);
    assert_eq!(chika.visit(&here(&format!("menu/{cut}"))).status, 404);
    assert_eq!(chika.visit(&here(&format!("resources/{sato}"))).status, 404);
    let csrf = chika.open(&here("menu")).field("csrf").value;
    let csrf = csrf.split(',').next().unwrap();
    let post = |path: &str, pairs: &[(&str, &str)]| {
        let all = [&[("csrf", csrf)], pairs].concat();
        chika.post(&here(path), &all).status
    };
    assert_eq!(post(&format!("menu/{cut}/state"), &[("to", "delete")]), 404);
    assert_eq!(
        post(&format!("resources/{sato}/state"), &[("to", "delete")]),
        404
    );
    let (cut, sato) = (cut.to_string(), sato.to_string());
    let up = |kind, id| post("menu/order", &[("kind", kind), ("id", id), ("to", "up")]);
    assert_eq!(up("service", &cut), 404);
    assert_eq!(up("resource", &sato), 404);
    let living = "select count(*)::text as line from catalog.services where deleted_at is null";
    assert_eq!(lines(&app, &cast, living), ["1"]);
}
