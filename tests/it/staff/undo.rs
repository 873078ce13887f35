//! Ten seconds to think again: what is undone leaves no trace outside, what is not is told, by a real mail server.

use super::scene::{DESK, Friday};
use crate::{
    mail::server::MailServer,
    support::{app::tokyo, browser::Page, build::a_booking, wait::wait_for},
};
use chrono::TimeDelta;
use omotenashi::{
    mail::{Mailer, Settings},
    work::{Shift, run_due},
};
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;

const UNDO: &str = "元に戻す";

/// The night shift with a real mail server, some seconds after the act.
pub fn post(friday: &Friday, server: &MailServer, seconds: i64) -> Vec<String> {
    let now = tokyo("2026-11-20 12:15") + TimeDelta::seconds(seconds);
    friday.app.clock().set(now);
    let shift = Shift {
        db: friday.app.db().clone(),
        mailer: Mailer::open(&Settings {
            smtp_url: Some(server.url()),
            from: "yoyaku@booking.example.jp".to_owned(),
            patience: Duration::from_secs(5),
        })
        .unwrap(),
        secret: friday.app.secret().into(),
        public_url: friday.app.url("").into(),
        former_secret: None,
        contact: None,
        store: omotenashi::media::Store::default(),
        outside: omotenashi::outside::Outside::with_loopback(),
        wake: Arc::new(Notify::new()),
    };
    wait_for(async move { run_due(&shift).await }).unwrap();
    let letters = server.letters();
    letters
        .iter()
        .map(|letter| letter.header("Subject").to_owned())
        .collect()
}

fn moved(friday: &Friday) -> Page {
    friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("予約を変更")
        .fill("time", "16:00")
        .fill("minutes", "90")
        .fill("reason", "電話で")
        .press("変更を保存")
}

fn place(friday: &Friday) -> i64 {
    friday.app.count(
        friday.cast.salon.id,
        format!(
            "select extract(epoch from b.start_at)::bigint + extract(epoch from b.end_at - b.start_at)::bigint
             from bookings.bookings b join scheduling.allocations a on a.booking_id = b.id
             and a.start_at = b.start_at and a.end_at = b.end_at and a.resource_id = b.resource_id where b.id = '{}'",
            friday.coming.id
        ),
    )
}

#[test]
fn a_move_that_is_undone_reaches_nobody_and_its_story_tells_both() {
    let (friday, server) = (Friday::new(), MailServer::start());
    let before = place(&friday);
    let page = moved(&friday);
    assert!(page.flash().unwrap().starts_with("予約を変更しました"));
    assert!(page.text().contains("16:00〜17:30"), "{}", page.text());
    assert_ne!(place(&friday), before);
    assert!(post(&friday, &server, 9).is_empty(), "it waits");
    let page = page.part(".flash", "変更").press(UNDO);
    assert_eq!(page.flash().as_deref(), Some("元に戻しました"));
    assert!(page.text().contains("14:00〜15:00"), "{}", page.text());
    assert_eq!(place(&friday), before, "its own time again");
    let story = page.part(".story", "").text();
    assert!(
        story.contains("日時の変更") && story.contains("長さの変更"),
        "{story}"
    );
    assert!(
        story.contains("元に戻した: 日時") && story.contains("元に戻した: 長さ"),
        "{story}"
    );
    assert!(!story.contains("理由: undo"), "{story}");
    assert!(post(&friday, &server, 60).is_empty(), "nothing ever leaves");
}

#[test]
fn a_move_that_stands_is_told_once_after_fifteen_seconds() {
    let (friday, server) = (Friday::new(), MailServer::start());
    let page = moved(&friday);
    assert!(post(&friday, &server, 14).is_empty());
    assert_eq!(post(&friday, &server, 15).len(), 1);
    // And then it cannot be made as if nothing had been.
    friday.app.clock().set(tokyo("2026-11-20 12:16"));
    let told = page.part(".flash", "変更").press(UNDO);
    assert!(told.flash().unwrap().contains("元に戻せませんでした"));
    assert!(told.text().contains("16:00〜17:30"));
    assert_eq!(post(&friday, &server, 120).len(), 1, "once");
}

#[test]
fn undoing_the_second_move_leaves_the_letter_of_the_first() {
    let (friday, server) = (Friday::new(), MailServer::start());
    moved(&friday);
    friday
        .app
        .clock()
        .set(tokyo("2026-11-20 12:15") + TimeDelta::seconds(5));
    let page = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("予約を変更")
        .fill("time", "17:00")
        .press("変更を保存");
    let page = page.part(".flash", "変更").press(UNDO);
    assert!(page.text().contains("16:00〜17:30"), "{}", page.text());
    assert_eq!(post(&friday, &server, 60).len(), 1, "of the first");
}

#[test]
fn time_that_somebody_took_meanwhile_is_not_taken_back() {
    let friday = Friday::new();
    let page = moved(&friday);
    a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .on(friday.cast.salon.staff[1])
        .at("2026-11-20 14:00")
        .build();
    let told = page.part(".flash", "変更").press(UNDO);
    assert!(told.flash().unwrap().contains("元に戻せません"));
    assert!(told.text().contains("16:00〜17:30"));
}

#[test]
fn a_request_is_approved_or_declined_with_one_press_and_undone_with_another() {
    for (press, label, letter) in [
        ("承認", "confirmed", "予約確定"),
        ("お断り", "cancelled", "予約不成立"),
    ] {
        let (friday, server) = (Friday::new(), MailServer::start());
        // It came a quarter of an hour ago.
        friday.app.clock().set(tokyo("2026-11-20 12:00"));
        let wish = a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
            .named("小川", "凛")
            .at("2026-11-20 17:00")
            .status("pending")
            .build();
        friday.app.clock().set(tokyo("2026-11-20 12:15"));
        let page = friday.aoi().open(&format!("{DESK}/today"));
        let page = page.part(".day-list > li", "小川").press(press);
        assert!(friday.status(&wish, label), "{press}");
        assert!(post(&friday, &server, 9).is_empty(), "it waits");
        let page = page.part(".flash", "状態").press(UNDO);
        assert!(
            friday.status(&wish, "pending"),
            "{press} undone: {}",
            page.text()
        );
        assert!(post(&friday, &server, 60).is_empty(), "nothing ever leaves");
        friday.app.clock().set(tokyo("2026-11-20 12:15"));
        let page = friday.aoi().open(&format!("{DESK}/today"));
        page.part(".day-list > li", "小川").press(press);
        let told = post(&friday, &server, 15);
        assert!(told.len() == 1 && told[0].contains(letter), "{told:?}");
    }
}

#[test]
fn no_show_is_undone_and_cancelling_waits_as_long() {
    let (friday, server) = (Friday::new(), MailServer::start());
    let page = friday.aoi().open(&format!("{DESK}/today"));
    let page = page.part(".day-list > li", "﨑本").press("無断キャンセル");
    page.part(".flash", "状態").press(UNDO);
    assert!(friday.status(&friday.late, "confirmed"));
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    let page = page.follow("キャンセル").press("予約をキャンセル");
    assert!(post(&friday, &server, 14).is_empty());
    page.part(".flash", "キャンセル").press(UNDO);
    assert!(post(&friday, &server, 60).is_empty());
    assert!(friday.status(&friday.coming, "confirmed"));
}
