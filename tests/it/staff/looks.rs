//! The counter's pages, looked at in the real browser as a guest's are.

use super::scene::{DESK, Friday};
use crate::support::{build::a_booking, chromium::Chromium, eye::Eye};

#[test]
fn every_page_behind_the_counter_is_whole_in_each_size_and_light() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    let mut eye = Eye::new(&window, true);
    let today = "11月20日(金) 本日";
    let other = "11月24日(火)";
    eye.visit(&format!("{DESK}/today"), today);
    eye.visit(&format!("{DESK}/today?date=2026-11-24"), other);
    let ben = friday.cast.salon.staff[1];
    eye.visit(&format!("{DESK}/today?staff={ben}"), today);
    window.press("鈴木のネット予約を止める");
    window.until("document.body.innerText.includes('鈴木のネット予約を再開')");
    eye.look("nobody books with one person online");
    eye.visit(&format!("{DESK}/day"), today);
    eye.visit(&format!("{DESK}/day?date=2026-11-24"), other);
    eye.visit(&format!("{DESK}/week"), "11月16日(月)〜11月22日(日)");
    eye.visit(&format!("{DESK}/month"), "2026年11月");
    eye.visit(
        &format!("{DESK}/limits?date=2026-11-24"),
        "11月24日(火)の受付数",
    );
    window.press("15:00の受付を止める");
    window.until("document.body.innerText.includes('残り 0')");
    eye.look("half-hours of a day");
    when_things_go_wrong(&mut eye, &friday);
    eye.visit(&format!("{DESK}/print"), "11月20日(金)の予約表");
    eye.visit(&format!("{DESK}/check-in"), "QRコードで受付");
    eye.visit(&format!("{DESK}/phone"), "電話受付");
    eye.visit(&format!("{DESK}/phone?q=5678"), "電話受付");
    eye.visit(
        &format!("{DESK}/phone?customer={}", friday.coming.customer),
        "電話受付",
    );
    eye.visit(&format!("{DESK}/phone?q=0000"), "予約を追加");
    let new = format!("{DESK}/bookings/new");
    eye.visit(&format!("{new}?q=5678"), "予約を追加");
    eye.visit(
        &format!("{new}?customer={}", friday.coming.customer),
        "予約を追加",
    );
    eye.visit(&new, "予約を追加");
    eye.press_in_vain("予約を追加", "予約を追加");
    window.fill("service", &friday.cast.cut.id.to_string());
    window.fill("staff", &friday.cast.salon.staff[1].to_string());
    window.fill("date", "2026-11-20").fill("time", "14:30");
    window.fill("family", "勅使河原").press("予約を追加");
    window.until("document.querySelector('.clash')");
    eye.look("a clash");
    for booked in [&friday.serving, &friday.late, &friday.coming] {
        window.visit(&Friday::page_of(booked));
        eye.look("a booking");
    }
    let booking = Friday::page_of(&friday.coming);
    eye.visit(&format!("{booking}/move"), "予約の変更");
    window.fill("time", "12:00").press("変更を保存");
    window.until("document.querySelector('.clash')");
    eye.look("a clash in moving");
    eye.visit(&format!("{booking}/late"), "15分遅らせる");
    eye.visit(&format!("{booking}/cancel"), "予約のキャンセル");
    repeating(&mut eye, &booking);
    paying(&mut eye, &friday);
    eye.visit(&format!("{DESK}/today"), today);
    friday.aoi();
    eye.visit("/ja/account/sessions", "ログイン中の端末");
    eye.close("counter/day");
}

fn when_things_go_wrong(eye: &mut Eye<'_>, friday: &Friday) {
    let ben = friday.cast.salon.staff[1];
    eye.visit(&format!("{DESK}/absence"), "急な休み");
    let off = format!("{DESK}/absence?staff={ben}&date=2026-11-20&from=12:15");
    eye.visit(&off, "急な休み");
    let why = format!(
        "{DESK}/why?service={}&date=2026-11-20&time=14:10&party=1",
        friday.cast.cut.id
    );
    eye.visit(&why, "予約できない理由");
    eye.visit(
        &format!("{DESK}/bulk?date=2026-11-20"),
        "11月20日(金)の予約をまとめて変更",
    );
}

fn repeating(eye: &mut Eye<'_>, booking: &str) {
    let window = eye.window;
    eye.visit(&format!("{booking}/series"), "くり返し予約");
    window.press("空きを確かめる");
    window.until("document.querySelector('#plan')");
    eye.look("what would come of a series");
    window.press("この内容で予約する");
    window.until("document.querySelector('#series li')");
    eye.look("a booking of a series");
    eye.visit(
        &format!("{booking}/series/move"),
        "くり返し予約をまとめて変更",
    );
    eye.visit(
        &format!("{booking}/series/cancel"),
        "くり返し予約をまとめてキャンセル",
    );
}

fn paying(eye: &mut Eye<'_>, friday: &Friday) {
    let window = eye.window;
    let serving = Friday::page_of(&friday.serving);
    eye.visit(&format!("{serving}/payment"), "お会計");
    window.press("会計済みにする");
    window.until("document.querySelector('#payment li')");
    eye.look("paid");
    eye.visit(&format!("{serving}/receipt"), "領収書");
    window.press("発行して印刷");
    window.until("document.querySelector('.receipt')");
    eye.look("a receipt");
    requesting(eye, friday);
}

/// Somebody waits for an answer, and is proposed other times.
fn requesting(eye: &mut Eye<'_>, friday: &Friday) {
    let (window, salon) = (eye.window, &friday.cast.salon);
    let asked = a_booking(&friday.app, salon, &friday.cast.cut)
        .at("2026-11-24 14:00")
        .named("大野", "茜")
        .status("pending")
        .build();
    eye.visit(&format!("{DESK}/requests"), "承認待ちのリクエスト");
    let page = Friday::page_of(&asked);
    eye.visit(&format!("{page}/propose"), "別の日時を提案");
    window.press("提案を送る");
    window.until("document.querySelector('#request li')");
    eye.look("a request with what is proposed");
    let link = format!("/ja/bookings/{}", asked.token);
    eye.visit(&link, "ご予約の申し込みを受け付けました");
}
