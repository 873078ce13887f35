//! The pages with coupons, looked at in the real browser in both languages.

use super::coupon;
use crate::{
    public::walk::{JA, held, told},
    support::{chromium::Chromium, eye::Eye, people::house},
};
use serde_json::json;

/// What the headings and buttons of a language are.
const TONGUES: [(&str, [&str; 6]); 2] = [
    (
        "ja",
        [
            "クーポン",
            "クーポンを追加",
            "保存",
            "クーポンを変更",
            "ご予約内容の確認",
            "クーポンを使う",
        ],
    ),
    (
        "en",
        [
            "Coupons",
            "Add coupon",
            "Save",
            "Edit coupon",
            "Review your booking",
            "Use coupon",
        ],
    ),
];

#[test]
fn every_page_with_coupons_is_whole_in_each_size_and_light() {
    let (app, cast, aoi) = house();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    let details = held(&app, &cast.salon, &cast.cut, "11月25日(水) 14:00");
    let check = told(&details, &JA, &[]);
    for (code, [title, new, save, edit, confirm, use_it]) in TONGUES {
        app.execute(cast.salon.id, "delete from catalog.coupons");
        window.as_of(&aoi);
        let mut eye = Eye::new(&window, true);
        let path = |rest: &str| format!("/{code}/owner/aoi-salon/coupons{rest}");
        eye.visit(&path(""), title);
        let whole = json!({
            "percent": 10, "first_date": "2026-11-01", "last_date": "2026-12-31", "most_uses": 50, "most_each": 1,
            "least_cents": 3000, "is_for_new": true,
        });
        let id = coupon(&app, cast.salon.id, "SPRING-10", whole);
        coupon(
            &app,
            cast.salon.id,
            "OVER",
            json!({"amount_cents": 500, "last_date": "2026-11-01"}),
        );
        eye.visit(&path(""), title);
        eye.visit(&path("/new"), new);
        eye.press_in_vain(save, new);
        eye.visit(&path(&format!("/{id}")), edit);
        eye.visit(
            &check.url.replacen("/ja/", &format!("/{code}/"), 1),
            confirm,
        );
        // The bar with the last button hangs over the lower edge.
        let type_it = |code: &str| {
            window.execute(&format!(
                "const box = document.querySelector('[name=code]'); box.value = '{code}'; box.scrollIntoView({{block: 'center', behavior: 'instant'}})"
            ));
        };
        type_it("NONE");
        eye.press_in_vain(use_it, confirm);
        type_it("SPRING-10");
        eye.press(use_it, confirm);
        eye.close("office/coupons");
    }
}
