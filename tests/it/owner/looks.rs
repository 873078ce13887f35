//! The pages of the back office, looked at in the real browser.

use super::OFFICE;
use crate::{
    staff::scene::Friday,
    support::{chromium::Chromium, eye::Eye},
};

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    home: &'static str,
    search: &'static str,
    profile: &'static str,
    rules: &'static str,
    save_sheet: &'static str,
    hours: &'static str,
    week: [&'static str; 2],
    look: [&'static str; 2],
    save: &'static str,
    limits: &'static str,
    dates: &'static str,
    shifts: &'static str,
    pattern: &'static str,
    day: &'static str,
    waitlist: &'static str,
    save_waitlist: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        home: "お店の管理",
        search: "探す",
        profile: "店舗情報",
        rules: "予約の受け方",
        save_sheet: "保存",
        hours: "営業時間と休業日",
        week: ["営業時間を変更", "営業時間の変更"],
        look: ["変更の影響を確認", "変更の確認"],
        save: "この内容で保存",
        limits: "30分ごとの受付数",
        dates: "休業日・時間変更",
        shifts: "シフト",
        pattern: "鈴木さんの基本のシフト",
        day: "11月24日(火) 鈴木さんのシフト",
        waitlist: "キャンセル待ち",
        save_waitlist: "設定を保存",
    },
    Tongue {
        code: "en",
        home: "Manage your shop",
        search: "Search",
        profile: "Shop details",
        rules: "Booking rules",
        save_sheet: "Save",
        hours: "Opening hours and closing days",
        week: ["Change hours", "Change opening hours"],
        look: ["See what changes", "Check the change"],
        save: "Save these hours",
        limits: "Online limits by half-hour",
        dates: "Special day",
        shifts: "Shifts",
        pattern: "Suzuki: usual shifts",
        day: "Suzuki: shift on Tue, 24 Nov",
        waitlist: "Waitlist",
        save_waitlist: "Save settings",
    },
];

#[test]
fn every_page_of_the_schedule_is_whole_in_each_size_and_light() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    for (turn, tongue) in TONGUES.iter().enumerate() {
        let mut eye = Eye::new(&window, true);
        window.as_of(&friday.aoi());
        let path = |rest: &str| {
            format!("{OFFICE}{rest}").replacen("/ja/", &format!("/{}/", tongue.code), 1)
        };
        let ben = friday.cast.salon.staff[1];
        eye.visit(&path(""), tongue.home);
        for typed in ["nguyen", "zzz"] {
            eye.visit(&path(&format!("/search?find={typed}")), tongue.search);
        }
        eye.visit(&path("/profile"), tongue.profile);
        window.fill("phone", "12");
        eye.press_in_vain(tongue.save_sheet, tongue.profile);
        eye.visit(&path("/rules"), tongue.rules);
        eye.visit(&path("/hours"), tongue.hours);
        eye.visit(&path("/hours/week"), tongue.week[1]);
        window.fill("d1a_until", "");
        eye.press_in_vain(tongue.look[0], tongue.week[1]);
        window
            .fill("d1a_until", "20:00")
            .fill("d5a_from", "15:00")
            .fill("since", "2026-11-20");
        eye.press(tongue.look[0], tongue.look[1]);
        if turn == 0 {
            eye.press(tongue.save, tongue.hours);
        }
        eye.visit(&path("/hours/limits"), tongue.limits);
        window.fill("d1_600", "x");
        eye.press_in_vain(tongue.look[0], tongue.limits);
        window.fill("d1_600", "1");
        eye.press(tongue.look[0], tongue.look[1]);
        eye.visit(&path("/hours/dates?date=2026-11-21"), tongue.dates);
        eye.visit(&path("/shifts?week=2026-11-23"), tongue.shifts);
        eye.visit(&path(&format!("/shifts/{ben}")), tongue.pattern);
        eye.visit(
            &path(&format!("/shifts/{ben}/day?date=2026-11-24")),
            tongue.day,
        );
        eye.visit(&path("/waitlist"), tongue.waitlist);
        window.fill("answer_hours", "0");
        eye.press_in_vain(tongue.save_waitlist, tongue.waitlist);
        eye.close("office/schedule");
    }
}
