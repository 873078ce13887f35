//! The pages of classes, behind the counter, in the back office and for guests, looked at in the real browser.

use super::classes::{STUDIO, Studio};
use crate::support::{chromium::Chromium, eye::Eye};
use serde_json::json;

#[test]
fn every_page_of_a_class_is_whole_in_each_size_and_light() {
    let studio = Studio::new();
    let Some(window) = Chromium::open(&studio.friday.app) else {
        return;
    };
    studio.guest("2026-11-21 10:00", 0, "山田");
    studio.guest("2026-11-21 10:00", 1, "勅使河原");
    let row = json!({
        "business_id": studio.shop.id, "service_id": studio.yoga.id, "least": 3, "decide_hours": 24,
        "calls_off_itself": false,
    });
    studio
        .friday
        .app
        .insert(studio.shop.id, "scheduling.class_rules", row);
    let asked = json!({
        "business_id": studio.shop.id, "service_id": studio.yoga.id, "date": "2026-11-21", "start_minute": 600,
        "outcome": "asked", "guests": 2,
    });
    studio
        .friday
        .app
        .insert(studio.shop.id, "scheduling.class_checks", asked);
    window.as_of(&studio.friday.aoi());
    let mut eye = Eye::new(&window, true);
    eye.visit(&format!("{STUDIO}/sessions"), "クラスの日程");
    eye.visit(&format!("{STUDIO}/sessions/new"), "回を追加");
    eye.press_in_vain("追加する", "回を追加");
    let session = format!("{STUDIO}/sessions/{}/2026-11-21/600", studio.yoga.id);
    eye.visit(&session, "朝ヨガ");
    eye.visit(&format!("{session}/move"), "時刻・担当の変更");
    eye.visit(&format!("{session}/cancel"), "この回を中止しますか？");
    eye.visit(&format!("{session}/print"), "出席表 朝ヨガ");
    let rules = format!("/ja/owner/studio/menu/{}/class", studio.yoga.id);
    eye.visit(&rules, "クラスの設定: 朝ヨガ");
    for (lang, name) in [("ja", "朝ヨガ"), ("en", "Morning yoga")] {
        let path = format!("/{lang}/b/studio/classes/{}", studio.yoga.id);
        eye.visit(&path, name);
    }
    for (lang, heading) in [
        ("ja", "グループの日程調整"),
        ("en", "Find a time for a group"),
    ] {
        let path = format!("/{lang}/b/studio/polls/new?service={}", studio.yoga.id);
        eye.visit(&path, heading);
    }
    eye.close("counter/classes");
}
