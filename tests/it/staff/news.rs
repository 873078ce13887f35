//! What guests did lately, and who has read it.

use super::scene::{DESK, Friday};
use crate::support::{app::tokyo, browser::Page};

/// What is said of each, the newest first, and whether it is new.
fn lines(page: &Page) -> Vec<String> {
    page.document().texts(".offers .offer-name")
}

#[test]
fn what_guests_do_is_told_the_newest_first_and_read_by_each_for_themselves() {
    let friday = Friday::new();
    let (aoi, ben) = (friday.aoi(), friday.cast.ben.sign_in(&friday.app));
    let news = format!("{DESK}/news");
    let page = aoi.open(&news);
    // Five today, Daichi's tomorrow.
    assert_eq!(lines(&page), vec!["ご予約が入りました 未読"; 6]);
    let home = aoi.open("/ja/owner/aoi-salon");
    assert!(home.text().contains("未読6件"), "{}", home.text());
    // The number stands on every page of the back office, and on none of the counter's.
    let counts = |path: &str| aoi.open(path).document().texts("nav .count .hidden-words");
    assert!(counts("/ja/owner/aoi-salon/menu").contains(&"未読のお知らせが6件".to_owned()));
    let at_the_counter = counts(&format!("{DESK}/today"));
    assert!(!at_the_counter.iter().any(|one| one.contains("未読")));
    let read = page.press("すべて既読にする");
    assert_eq!(read.flash().as_deref(), Some("既読にしました"));
    let after = counts("/ja/owner/aoi-salon/menu");
    assert!(!after.iter().any(|one| one.contains("未読")));
    assert_eq!(lines(&read), vec!["ご予約が入りました"; 6]);
    assert!(!aoi.open("/ja/owner/aoi-salon").text().contains("未読"));
    assert_eq!(lines(&ben.open(&news))[0], "ご予約が入りました 未読");
    friday.app.clock().set(tokyo("2026-11-20 12:30"));
    let guest = friday.app.browser();
    let cancel = format!("/ja/bookings/{}/cancel", friday.cast.booking.token);
    let form = guest.open(&cancel);
    assert_eq!(aoi.open(&news).status, 200);
    form.press("予約をキャンセルする");
    let page = aoi.open(&news);
    assert_eq!(lines(&page)[0], "お客様がキャンセルしました 未読");
    assert_eq!(lines(&page)[1], "ご予約が入りました");
    assert!(page.text().contains("小川 大地"));
    assert!(aoi.open("/ja/owner/aoi-salon").text().contains("未読1件"));
    let booking = page.follow("お客様がキャンセルしました 未読");
    assert!(booking.text().contains(&friday.cast.booking.number));
}

#[test]
fn what_came_since_the_page_was_drawn_stays_new() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let page = aoi.open(&format!("{DESK}/news"));
    friday.app.clock().set(tokyo("2026-11-20 13:00"));
    let later = format!(
        "insert into bookings.booking_history (business_id, booking_id, actor, field_changed, old_value, new_value, created_at) \
         values ('{}', '{}', 'customer', 'start_at', 'a', 'b', '2026-11-20 12:45+09')",
        friday.cast.salon.id, friday.coming.id
    );
    friday.app.execute(friday.cast.salon.id, later);
    let read = page.press("すべて既読にする");
    assert_eq!(lines(&read)[0], "お客様が日時を変更しました 未読");
    // An older page that is sent late makes nothing new again.
    let newest = read.press("すべて既読にする");
    assert!(!lines(&newest)[0].contains("未読"));
    page.press("すべて既読にする");
    assert!(!lines(&aoi.open(&format!("{DESK}/news")))[0].contains("未読"));
}

#[test]
fn what_staff_do_themselves_is_no_news_and_a_letter_that_failed_is() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let page = aoi.open(&format!("{DESK}/news"));
    page.press("すべて既読にする");
    let by_staff = format!(
        "insert into bookings.booking_history (business_id, booking_id, actor, field_changed, old_value, new_value, created_at) \
         values ('{0}', '{1}', 'member', 'start_at', 'a', 'b', '2026-11-20 12:45+09')",
        friday.cast.salon.id, friday.coming.id
    );
    friday.app.execute(friday.cast.salon.id, by_staff);
    friday.app.clock().set(tokyo("2026-11-20 13:00"));
    let page = aoi.open(&format!("{DESK}/news"));
    assert!(!lines(&page)[0].contains("未読"), "{}", page.text());
    assert!(!aoi.open("/ja/owner/aoi-salon").text().contains("未読1件"));
    let failed = format!(
        "insert into notifications.notification_outbox (business_id, booking_id, kind, template, to_email, delivery_status, created_at) \
         values ('{}', '{}', 'booking_confirmed', 'x', 'a@example.com', 'bounced', '2026-11-20 12:50+09')",
        friday.cast.salon.id, friday.coming.id
    );
    friday.app.execute(friday.cast.salon.id, failed);
    assert!(aoi.open("/ja/owner/aoi-salon").text().contains("未読1件"));
    assert_eq!(
        lines(&aoi.open(&format!("{DESK}/news")))[0],
        "メールが届きませんでした 未読"
    );
}
