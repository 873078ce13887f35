//! Asking for time off and deciding it, looked at in the real browser, and how many presses it costs.

use super::{
    OFFICE,
    time_off::{ask, ben},
};
use crate::{
    staff::scene::Friday,
    support::{chromium::Chromium, eye::Eye},
};

/// The words that a way through the pages needs: language, page, button, field's page, decision, flash.
const TONGUES: [[&str; 5]; 2] = [
    [
        "ja",
        "休みの申請",
        "申請する",
        "シフト",
        "予約を確認したうえで承認",
    ],
    [
        "en",
        "Time off",
        "Send request",
        "Shifts",
        "Approve, I have checked the bookings",
    ],
];

#[test]
fn asking_and_deciding_are_whole_in_each_size_and_light() {
    for [code, own, send, shifts, approve] in TONGUES {
        let friday = Friday::new();
        let Some(window) = Chromium::open(&friday.app) else {
            return;
        };
        let mut eye = Eye::new(&window, true);
        window.as_of(&ben(&friday));
        eye.visit(&format!("/{code}/staff/aoi-salon/time-off"), own);
        window.fill("reason", "通院");
        eye.press_in_vain(send, own);
        ask(&ben(&friday), "2026-11-20", "2026-11-25");
        eye.visit(&format!("/{code}/staff/aoi-salon/time-off"), own);
        window.as_of(&friday.aoi());
        let page = format!("{OFFICE}/shifts").replacen("/ja/", &format!("/{code}/"), 1);
        eye.visit(&page, shifts);
        let id = window.document().attribute("article", "id").unwrap();
        window.execute("document.querySelector('article details').open = true");
        window.fill(&id.replace("time-off-", "answer-"), &"あ".repeat(401));
        eye.press_in_vain(approve, shifts);
        window.visit(&page);
        eye.press(approve, shifts);
        eye.close("office/time-off");
    }
}

#[test]
fn deciding_costs_two_presses_from_where_everybody_lands() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    ask(&ben(&friday), "2026-11-24", "");
    window.as_of(&friday.aoi());
    window.size(1280, 900);
    window.visit("/ja/staff/aoi-salon/today");
    for words in ["シフト", "承認する"] {
        window.press(words);
        window.until("document.querySelector('h1')?.textContent === 'シフト'");
    }
    window.until("document.querySelector('.flash')?.textContent.includes('休みを承認しました')");
}
