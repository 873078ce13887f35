//! The pages of a visit, looked at in the real browser.

use super::shop::Shop;
use crate::support::{build::a_service, chromium::Chromium, eye::Eye};
use serde_json::json;

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    title: &'static str,
    details: &'static str,
    review: &'static str,
    check: &'static str,
    confirm: &'static str,
    done: &'static str,
    moving: &'static str,
    off: &'static str,
    typed: &'static [(&'static str, &'static str)],
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        title: "メニューと日時の選択",
        details: "お客様情報",
        review: "確認画面へ進む",
        check: "ご予約内容の確認",
        confirm: "この内容で予約を確定する",
        done: "ご予約が確定しました",
        moving: "メニューの時間の変更",
        off: "メニューのキャンセル",
        typed: &[
            ("family_name", "山田"),
            ("given_name", "花子"),
            ("phone", "090-1234-5678"),
        ],
    },
    Tongue {
        code: "en",
        title: "Services and time",
        details: "Your details",
        review: "Review booking",
        check: "Review your booking",
        confirm: "Confirm booking",
        done: "Your booking is confirmed",
        moving: "Change the time of one service",
        off: "Cancel one service",
        typed: &[("full_name", "Grace O'Brien"), ("phone", "090-1234-5678")],
    },
];

#[test]
fn every_page_of_a_visit_is_whole_in_each_size_and_light() {
    for tongue in &TONGUES {
        let shop = Shop::of(2);
        let id = shop.business.id;
        shop.app.execute(
            id,
            "update scheduling.resources set is_nominable = true, nomination_fee_cents = 550",
        );
        let row =
            json!({"business_id": id, "name_ja": "薬剤", "name_en": "Dye", "is_single": true});
        let group = shop.app.insert(id, "catalog.option_groups", row);
        let row = json!({
            "business_id": id, "group_id": group, "name_ja": "オーガニック", "name_en": "Organic", "price_cents": 1100,
            "minutes": 15,
        });
        shop.app.insert(id, "catalog.options", row);
        let tie = json!({"business_id": id, "service_id": shop.colour, "group_id": group});
        shop.app.insert(id, "catalog.service_option_groups", tie);
        let class = a_service(&shop.app, &shop.business).named("朝ヨガ", "Morning yoga");
        let class = class.build().id;
        let row =
            json!({"business_id": id, "service_id": class, "day_of_week": 2, "start_minute": 600});
        shop.app.insert(id, "scheduling.timetable_entries", row);
        let day = a_service(&shop.app, &shop.business)
            .named("終日プラン", "The whole day")
            .minutes(500);
        let day = day.build().id;
        let Some(window) = Chromium::open(&shop.app) else {
            return;
        };
        let mut eye = Eye::new(&window, true);
        let (cut, colour) = (shop.cut, shop.colour);
        let at = |with: &str, view: &str| {
            let slug = &shop.business.slug;
            let code = tongue.code;
            format!("/{code}/b/{slug}/book/visit?with={with}&view={view}&from=2026-11-24")
        };
        // Nothing that fits, and what cannot be had together.
        eye.visit(&at(&format!("{day}_{cut}"), "list"), tongue.title);
        eye.visit(&at(&format!("{cut}_{class}"), "table"), tongue.title);
        let both = format!("{cut}_{colour}*{cut}");
        eye.visit(&at(&both, "table"), tongue.title);
        window.picture(&format!("visit-{}", tongue.code));
        eye.visit(&at(&both, "list"), tongue.title);
        eye.press("10:00", tongue.details);
        for (field, value) in tongue.typed {
            window.fill(field, value);
        }
        eye.press(tongue.review, tongue.check);
        // What was booked, and another time or none for one of it.
        eye.press(tongue.confirm, tongue.done);
        window.picture(&format!("visit-booked-{}", tongue.code));
        let home = window.path();
        eye.visit(&format!("{home}/parts/1/move"), tongue.moving);
        window.picture(&format!("visit-moving-{}", tongue.code));
        let chosen = "start=2026-11-24T05%3A00%3A00Z";
        eye.visit(&format!("{home}/parts/1/move?{chosen}"), tongue.moving);
        eye.visit(&format!("{home}/parts/1/cancel"), tongue.off);
        eye.close("guests/visits");
    }
}
