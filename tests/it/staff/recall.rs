//! Taking back what gave a booking's time away: called off at the counter, marked as not come.

use super::scene::{DESK, Friday};
use crate::support::{app::tokyo, browser::Page, build::booking::Booked};

const UNDO: &str = "元に戻す";
const GONE: &str = "この時間にはもう別の予約が入っているため、元に戻せません";

fn called_off(friday: &Friday) -> Page {
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    page.follow("キャンセル").press("予約をキャンセル")
}

fn count(friday: &Friday, sql: &str) -> i64 {
    friday.app.count(friday.cast.salon.id, sql)
}

fn claims(friday: &Friday, booked: &Booked) -> i64 {
    let sql = format!(
        "select count(*) from scheduling.allocations a join bookings.bookings b on b.id = a.booking_id
         where b.id = '{}' and a.start_at = b.start_at and a.end_at = b.end_at and a.resource_id = b.resource_id
         and a.expires_at is null",
        booked.id
    );
    count(friday, &sql)
}

fn letters(friday: &Friday, kind: &str) -> i64 {
    let sql =
        format!("select count(*) from notifications.notification_outbox where kind = '{kind}'");
    count(friday, &sql)
}

/// Staff take somebody else at a time, with whoever has it.
fn take(friday: &Friday, place: usize, time: &str) {
    let page = friday
        .aoi()
        .open(&format!("{DESK}/bookings/new"))
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("staff", &friday.cast.salon.staff[place].to_string())
        .fill("date", "2026-11-20")
        .fill("time", time)
        .fill("family", "山本")
        .press("予約を追加");
    assert_eq!(page.status, 200, "{}", page.text());
}

#[test]
fn calling_off_is_taken_back_with_one_press_and_leaves_no_trace() {
    let friday = Friday::new();
    let page = called_off(&friday);
    assert!(friday.status(&friday.coming, "cancelled"));
    assert_eq!(
        (
            claims(&friday, &friday.coming),
            letters(&friday, "booking_cancelled")
        ),
        (0, 1)
    );
    let page = page.part(".flash", "キャンセル").press(UNDO);
    assert_eq!(page.flash().unwrap(), "元に戻しました");
    assert!(friday.status(&friday.coming, "confirmed"));
    assert_eq!(claims(&friday, &friday.coming), 1, "its own time again");
    for kind in ["booking_cancelled", "booking_confirmed"] {
        assert_eq!(
            letters(&friday, kind),
            0,
            "{kind}: nobody has learnt of anything"
        );
    }
    let story = page.part(".story", "元に戻した").text();
    assert!(
        story.contains("店舗キャンセル") || story.contains("キャンセル →"),
        "{story}"
    );
    assert!(story.contains("キャンセル料 2,750円を取り消し"), "{story}");
    assert!(!page.text().contains("理由: undo"));
    // And it can be called off again.
    page.follow("キャンセル").press("予約をキャンセル");
    assert!(friday.status(&friday.coming, "cancelled"));
}

#[test]
fn who_has_read_that_it_was_called_off_is_told_that_it_stands() {
    let friday = Friday::new();
    let page = called_off(&friday);
    friday.app.execute(
        friday.cast.salon.id,
        "update notifications.notification_outbox set sent_at = '2026-11-20 12:15:15+09', delivery_status = 'sent'",
    );
    page.part(".flash", "キャンセル").press(UNDO);
    assert_eq!(letters(&friday, "booking_cancelled"), 1, "it was sent");
    assert_eq!(
        count(
            &friday,
            "select count(*) from notifications.notification_outbox
             where kind = 'booking_confirmed' and data_json ->> 'recalled' = 'true' and sent_at is null"
        ),
        1
    );
}

#[test]
fn it_is_taken_back_for_five_minutes_and_by_nobody_later() {
    let friday = Friday::new();
    let page = called_off(&friday);
    friday.app.clock().set(tokyo("2026-11-20 12:20"));
    let last = page.browser.open(&Friday::page_of(&friday.coming));
    assert!(last.text().contains(UNDO), "to the minute");
    friday.app.clock().set(tokyo("2026-11-20 12:21"));
    let late = page.browser.open(&Friday::page_of(&friday.coming));
    assert!(!late.text().contains(UNDO));
    let told = last.press(UNDO);
    assert!(told.flash().unwrap().contains("元に戻せませんでした"));
    assert!(friday.status(&friday.coming, "cancelled"));
    assert_eq!(claims(&friday, &friday.coming), 0);
}

#[test]
fn time_that_somebody_else_has_by_now_stays_theirs() {
    let friday = Friday::new();
    let page = called_off(&friday);
    take(&friday, 1, "14:30");
    let told = page.part(".flash", "キャンセル").press(UNDO);
    assert_eq!(told.flash().unwrap(), GONE);
    assert!(friday.status(&friday.coming, "cancelled"));
    assert_eq!(claims(&friday, &friday.coming), 0);
    assert_eq!(
        letters(&friday, "booking_cancelled"),
        1,
        "the customer is still told"
    );
}

#[test]
fn what_a_customer_called_off_is_theirs_to_book_again() {
    let friday = Friday::new();
    let cancelled = format!(
        "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{}'",
        friday.coming.id
    );
    friday.app.execute(friday.cast.salon.id, cancelled);
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    assert!(!page.text().contains(UNDO));
}

#[test]
fn who_did_not_come_gives_the_time_to_whoever_does() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/today"));
    let page = page.part(".day-list > li", "﨑本").press("無断キャンセル");
    assert_eq!(claims(&friday, &friday.late), 0);
    let row = page.part(".day-list > li", "﨑本");
    assert!(row.text().contains("佐藤"), "{}", row.text());
    let back = page.part(".flash", "状態").press(UNDO);
    assert_eq!(back.flash().unwrap(), "元に戻しました");
    assert_eq!(claims(&friday, &friday.late), 1, "its own time again");
    let page = back.part(".day-list > li", "﨑本").press("無断キャンセル");
    take(&friday, 0, "12:15");
    let told = page.part(".flash", "状態").press(UNDO);
    assert_eq!(told.flash().unwrap(), GONE);
    assert!(friday.status(&friday.late, "no_show"));
    let card = format!(
        "select no_show_count from customers.customers where id = '{}'",
        friday.late.customer
    );
    assert_eq!(count(&friday, &card), 1);
}

#[test]
fn time_that_is_over_needs_no_taking_back() {
    let friday = Friday::new();
    let page = friday.aoi().open(&Friday::page_of(&friday.late));
    page.press("無断キャンセル");
    take(&friday, 0, "12:15");
    friday.app.clock().set(tokyo("2026-11-20 13:00"));
    let page = page
        .browser
        .open(&Friday::page_of(&friday.late))
        .press(UNDO);
    assert_eq!(page.flash().unwrap(), "元に戻しました");
    assert!(friday.status(&friday.late, "confirmed"));
}

#[test]
fn what_stood_over_another_stands_there_again() {
    let friday = Friday::new();
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    let page = page
        .follow("予約を変更")
        .fill("time", "12:00")
        .press("変更を保存")
        .fill("override_reason", "同じ席で待てる")
        .press("重なったまま変更する");
    let page = page.follow("キャンセル").press("予約をキャンセル");
    assert_eq!(claims(&friday, &friday.coming), 0);
    let page = page.part(".flash", "キャンセル").press(UNDO);
    assert_eq!(page.flash().unwrap(), "元に戻しました");
    assert_eq!(claims(&friday, &friday.coming), 1);
}

#[test]
fn who_had_arrived_and_was_called_off_by_mistake_can_still_be_undone_to_before_they_came() {
    let friday = Friday::new();
    let page = friday.aoi().open(&Friday::page_of(&friday.late));
    let page = page.press("来店");
    assert!(friday.status(&friday.late, "arrived"));
    let page = page
        .browser
        .open(&format!("{}/cancel", Friday::page_of(&friday.late)))
        .press("予約をキャンセル");
    assert!(friday.status(&friday.late, "cancelled"));
    let page = page.part(".flash", "キャンセル").press(UNDO);
    assert_eq!(page.flash().unwrap(), "元に戻しました");
    assert!(friday.status(&friday.late, "arrived"));
    let page = page
        .browser
        .open(&Friday::page_of(&friday.late))
        .press(UNDO);
    assert_eq!(page.flash().unwrap(), "元に戻しました");
    assert!(friday.status(&friday.late, "confirmed"));
    // There is no further back.
    assert!(!page.text().contains(UNDO) || page.press(UNDO).flash().unwrap().contains("元に戻せ"));
    assert!(friday.status(&friday.late, "confirmed"));
}
