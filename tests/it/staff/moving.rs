//! Another time, calling off, and notes.

use super::scene::Friday;

#[test]
fn a_booking_is_moved_by_typing_and_its_story_tells() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("予約を変更");
    assert_eq!(
        (page.field("date").value, page.field("time").value),
        ("2026-11-20".to_owned(), "14:00".to_owned())
    );
    let page = page
        .fill("time", "１５：２０")
        .fill("reason", "お客様から電話")
        .press("変更を保存");
    assert_eq!(page.status, 200);
    assert!(page.flash().unwrap().contains("予約を変更しました"));
    assert!(page.text().contains("15:20〜16:20"));
    let story = page.part(".story", "日時").text();
    assert!(
        story.contains("14:00 → 11月20日(金) 15:20") && story.contains("お客様から電話"),
        "{story}"
    );
    assert!(
        page.text().contains("変更のメール"),
        "told, because the box was ticked"
    );
}

#[test]
fn nobody_is_told_when_the_box_is_not_ticked() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("予約を変更");
    let page = page
        .fill("time", "15:00")
        .untick("tell")
        .press("変更を保存");
    assert!(!page.text().contains("変更のメール"));
}

#[test]
fn a_move_that_clashes_names_the_booking_and_leaves_all_as_it_was() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("予約を変更");
    let page = page
        .fill("time", "12:00")
        .fill("reason", "早めたい")
        .press("変更を保存");
    assert_eq!(page.status, 409);
    let clash = page.document().words(".clash h2").unwrap();
    assert_eq!(
        clash,
        "この時間は鈴木さんの別の予約（11:30〜12:30）と重なっています"
    );
    let form = page.part("form[novalidate]", "");
    assert_eq!(form.field("reason").value, "早めたい");
    let start = format!(
        "select extract(epoch from start_at) from bookings.bookings where id = '{}'",
        friday.coming.id
    );
    assert_eq!(
        friday.app.count(friday.cast.salon.id, start),
        friday.coming.start.timestamp()
    );
}

#[test]
fn who_was_not_asked_for_keeps_the_booking_when_they_can() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&Friday::page_of(&friday.late))
        .follow("予約を変更");
    let page = page.fill("time", "16:00").press("変更を保存");
    assert!(
        page.text().contains("佐藤"),
        "both are free, and it was Sato's"
    );
    assert!(!page.text().contains("担当の変更"));
    // At 14:00 Sato will be busy with this very guest's friend; Suzuki has Nguyen. Nobody is free.
    let page = page
        .follow("予約を変更")
        .fill("time", "11:00")
        .press("変更を保存");
    assert_eq!(page.status, 200, "Sato is free from eleven");
}

#[test]
fn a_move_of_what_somebody_else_moved_is_stale() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("予約を変更");
    let other = page.fill("time", "15:00").press("変更を保存");
    assert_eq!(other.status, 200);
    let stale = page.fill("time", "17:00").press("変更を保存");
    assert_eq!(stale.status, 409);
    assert!(stale.errors()[0].contains("先に"), "{:?}", stale.errors());
    assert!(
        stale.text().contains("15:00〜16:00"),
        "what is true now is shown"
    );
    assert_eq!(stale.field("time").value, "17:00");
    assert_eq!(stale.press("変更を保存").status, 200);
}

#[test]
fn calling_off_asks_for_the_fee_of_the_frozen_policy_and_can_waive_it() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("キャンセル");
    assert!(
        page.text().contains("ポリシーでは 2,750円 です"),
        "{}",
        page.text()
    );
    let page = page
        .form()
        .tick("waive", "yes")
        .fill("reason", "急な発熱")
        .press("予約をキャンセル");
    assert!(friday.status(&friday.coming, "cancelled"));
    assert!(page.flash().unwrap().contains("予約をキャンセルしました"));
    assert!(page.text().contains("店舗キャンセル") && page.text().contains("急な発熱"));
    assert!(!page.text().contains("キャンセル料 2,750円"));
    let taken = format!(
        "select count(*) from scheduling.allocations where booking_id = '{}'",
        friday.coming.id
    );
    assert_eq!(
        friday.app.count(friday.cast.salon.id, taken),
        0,
        "its time is free at once"
    );
}

#[test]
fn without_waiving_the_fee_stands_in_the_story() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("キャンセル");
    let page = page.press("予約をキャンセル");
    assert!(
        page.part(".story", "料")
            .text()
            .contains("キャンセル料 2,750円"),
        "{}",
        page.text()
    );
}

#[test]
fn what_has_begun_is_neither_moved_nor_called_off() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let page = aoi.open(&Friday::page_of(&friday.serving));
    assert!(!page.text().contains("予約を変更"));
    for act in ["move", "cancel"] {
        let page = aoi.open(&format!("{}/{act}", Friday::page_of(&friday.serving)));
        assert!(page.flash().unwrap().contains("ほかの人が先に"), "{act}");
    }
}

#[test]
fn a_note_is_saved_shown_in_the_list_and_not_told_in_the_story() {
    let friday = Friday::new();
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    let page = page
        .fill("note", "カラー剤は低刺激のもの")
        .press("メモを保存");
    assert!(page.flash().unwrap().contains("メモを保存しました"));
    assert_eq!(page.field("note").value.trim(), "カラー剤は低刺激のもの");
    let story = page.part(".story", "メモ").text();
    assert!(story.contains("メモを更新") && !story.contains("低刺激"));
    let list = page.browser.open("/ja/staff/aoi-salon/today");
    assert!(
        list.part(".day-list > li", "Nguyen")
            .text()
            .contains("低刺激")
    );
}

#[test]
fn two_notes_at_once_are_both_shown_and_the_later_decides() {
    let friday = Friday::new();
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    page.fill("note", "窓側の席").press("メモを保存");
    let second = page.fill("note", "静かな席").press("メモを保存");
    assert_eq!(second.status, 409);
    assert!(second.error("note").unwrap().contains("先に"));
    assert_eq!(second.field("note").value.trim(), "静かな席");
    assert!(second.part("#note", "先に").text().contains("窓側の席"));
    let saved = second.press("メモを保存");
    assert_eq!(saved.field("note").value.trim(), "静かな席");
}

#[test]
fn a_note_too_long_is_kept_on_the_page() {
    let friday = Friday::new();
    let long = "あ".repeat(2001);
    let page = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .fill("note", &long)
        .press("メモを保存");
    assert_eq!(page.status, 422);
    assert!(
        page.error("note").unwrap().contains("2,000"),
        "{:?}",
        page.error("note")
    );
    assert_eq!(page.field("note").value.trim(), long);
}
