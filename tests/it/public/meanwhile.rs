//! What the shop changes while somebody is on the way.

use super::{
    hold::{AT_THREE, AT_TWO, one_chair},
    strict::Strict,
    walk::{JA, free, held, times, told},
};
use crate::support::build::a_service;

#[test]
fn a_price_that_changed_is_shown_before_anybody_pays_it() {
    let (app, shop, cut) = one_chair();
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    app.execute(shop.id, "update catalog.services set price_cents = 6600");
    let answer = check.form().send(JA.confirm).strict();
    assert_eq!(answer.status, 409);
    assert!(answer.text().contains("料金が変更されました"));
    assert!(answer.text().contains("6,600円"));
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 0);
    let done = answer.press(JA.confirm).strict();
    assert!(done.text().contains("6,600円"));
}

#[test]
fn a_service_taken_off_the_menu_is_told_with_a_way_on() {
    let (app, shop, cut) = one_chair();
    let colour = a_service(&app, &shop).named("カラー", "Colour").build();
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    app.execute(
        shop.id,
        format!(
            "update catalog.services set is_active = false where id = '{}'",
            cut.id
        ),
    );
    let answer = check.form().send(JA.confirm).strict();
    assert_eq!(answer.status, 409);
    assert!(answer.text().contains("現在、この内容では予約できません"));
    let page = answer.follow(&colour.name).press(&free(AT_THREE)).strict();
    assert_eq!(
        page.field("family_name").value,
        "山田",
        "what was typed is kept"
    );
    let late = table.form().send(&free(AT_THREE)).strict();
    assert_eq!(late.status, 409, "nor can it be held");
    assert!(late.text().contains("現在、この内容では予約できません"));
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 0);
}

#[test]
fn a_shop_that_has_stopped_taking_bookings_says_so_at_every_step() {
    let (app, shop, cut) = one_chair();
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    app.execute(
        shop.id,
        "update businesses.business_settings set is_accepting = false",
    );
    let late = app.browser().open(&times("ja", &shop, &cut, ""));
    for answer in [late, table.press(&free(AT_THREE)), check.press(JA.confirm)] {
        let answer = answer.strict();
        assert!(
            answer.text().contains("予約受付を停止しています"),
            "{}",
            answer.text()
        );
    }
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 0);
    app.execute(
        shop.id,
        "update businesses.business_settings set is_accepting = true",
    );
    assert_eq!(
        check.press(JA.confirm).heading(),
        "ご予約が確定しました",
        "the hold was kept"
    );
}

#[test]
fn a_shop_that_was_suspended_is_not_there() {
    let (app, shop, cut) = one_chair();
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    app.execute(
        shop.id,
        "update businesses.businesses set status = 'suspended'",
    );
    for answer in [
        check.form().send(JA.confirm),
        table.form().send(&free(AT_THREE)),
        check.browser.visit(&check.url),
        table.browser.visit(&table.url),
    ] {
        assert_eq!(answer.strict().status, 404);
    }
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 0);
}
