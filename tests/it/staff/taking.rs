//! A booking by telephone or at the counter.

use super::scene::{DESK, Friday};
use crate::support::browser::Page;

fn new(friday: &Friday) -> Page {
    friday.aoi().open(&format!("{DESK}/bookings/new"))
}

fn bookings(friday: &Friday) -> i64 {
    friday.app.count(
        friday.cast.salon.id,
        "select count(*) from bookings.bookings",
    )
}

#[test]
fn a_name_is_enough_for_a_booking() {
    let friday = Friday::new();
    let before = bookings(&friday);
    let page = new(&friday)
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", "1430")
        .fill("family_kana", "やまもと")
        .press("予約を追加");
    assert_eq!(page.status, 200, "{:?}", page.errors());
    assert_eq!(page.heading(), "ヤマモト 様");
    assert!(
        page.text().contains("11月25日(水) 14:30"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("電話予約") && page.text().contains("メールは送っていません"));
    assert!(page.flash().unwrap().contains("予約を追加しました"));
    assert_eq!(bookings(&friday), before + 1);
}

#[test]
fn the_same_form_sent_twice_makes_one_booking() {
    let friday = Friday::new();
    let (page, before) = (new(&friday), bookings(&friday));
    let filled = page
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", "14:30")
        .fill("family", "山本");
    let (first, second) = (filled.send("予約を追加"), filled.send("予約を追加"));
    assert_eq!((first.status, second.status), (303, 303));
    assert_eq!(first.location(), second.location());
    assert_eq!(bookings(&friday), before + 1);
}

#[test]
fn everything_wrong_is_told_at_once_and_nothing_typed_is_lost() {
    let friday = Friday::new();
    let page = new(&friday)
        .fill("time", "25時")
        .fill("date", "11/25")
        .fill("party", "0")
        .fill("phone", "123")
        .fill("email", "yamamoto")
        .fill("given_kana", "yamamoto")
        .fill("note", "静かな席で\n<b>お願い</b>")
        .press("予約を追加");
    assert_eq!(page.status, 422);
    for field in [
        "service",
        "time",
        "date",
        "party",
        "phone",
        "email",
        "given_kana",
    ] {
        assert!(page.error(field).is_some(), "{field}");
    }
    assert_eq!(page.errors().len(), 7, "{:?}", page.errors());
    for (field, typed) in [("time", "25時"), ("phone", "123"), ("email", "yamamoto")] {
        assert_eq!(page.field(field).value, typed);
    }
    assert_eq!(page.field("note").value.trim(), "静かな席で\n<b>お願い</b>");
    assert!(!page.html.contains("<b>お願い"));
}

#[test]
fn without_a_name_there_is_no_booking() {
    let friday = Friday::new();
    let page = new(&friday)
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("time", "14:30")
        .press("予約を追加");
    assert_eq!(page.status, 422);
    assert_eq!(page.error("family").unwrap(), "お名前を入力してください");
    let english = friday
        .aoi()
        .open("/en/staff/aoi-salon/bookings/new")
        .fill("time", "14:30")
        .press("Add booking");
    assert_eq!(english.error("full_name").unwrap(), "Enter your name");
}

#[test]
fn a_clash_is_told_with_the_booking_in_the_way_and_nothing_typed_is_lost() {
    let friday = Friday::new();
    let before = bookings(&friday);
    let ben = friday.cast.salon.staff[1].to_string();
    let page = new(&friday)
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("staff", &ben)
        .fill("date", "2026-11-20")
        .fill("time", "14:30")
        .fill("family", "山本")
        .fill("phone", "090-1111-2222")
        .press("予約を追加");
    assert_eq!(page.status, 409);
    let clash = page.part(".clash", "重なって");
    assert!(
        clash
            .text()
            .contains("この時間は鈴木さんの別の予約（14:00〜15:00）と重なっています"),
        "{}",
        clash.text()
    );
    assert!(clash.text().contains("鈴木: 14:00〜15:00 Nguyen Linh 様"));
    let form = page.part("form[novalidate]", "");
    assert_eq!(form.field("family").value, "山本");
    assert_eq!(form.field("phone").value, "090-1111-2222");
    assert_eq!(form.field("staff").value, ben);
    assert_eq!(bookings(&friday), before);
    let both = form.fill("time", "11:45").press("予約を追加");
    let words = both.document().words(".clash h2").unwrap();
    assert_eq!(
        words,
        "この時間は鈴木さんの別の予約（11:30〜12:30）と重なっています"
    );
    // The nearest free time is one press away, with everything that was typed.
    let nearest = clash
        .document()
        .all("button")
        .first()
        .map(|b| b.text().collect::<String>())
        .unwrap();
    let booked = clash.press(nearest.trim());
    assert_eq!(booked.heading(), "山本 様");
    assert_eq!(bookings(&friday), before + 1);
}

#[test]
fn over_another_is_booked_only_with_a_reason_which_is_kept() {
    let friday = Friday::new();
    let before = bookings(&friday);
    let ben = friday.cast.salon.staff[1].to_string();
    let clash = new(&friday)
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("staff", &ben)
        .fill("date", "2026-11-20")
        .fill("time", "14:30")
        .fill("family", "山本")
        .press("予約を追加");
    let without = clash.press("重なったまま予約する");
    assert_eq!(without.status, 409);
    assert_eq!(
        without.error("override_reason").unwrap(),
        "重ねて予約する理由を入力してください"
    );
    assert_eq!(bookings(&friday), before);
    let with = without
        .fill("override_reason", "常連のお客様")
        .press("重なったまま予約する");
    assert_eq!(with.status, 200, "{:?}", with.errors());
    assert_eq!(bookings(&friday), before + 1);
    let story = with.part(".story", "重なり").text();
    assert!(
        story.contains("重なりを承知で予約")
            && story.contains("常連のお客様")
            && story.contains("田中 葵"),
        "{story}"
    );
}

#[test]
fn a_reason_for_a_time_that_is_free_is_not_kept() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1].to_string();
    let clash = new(&friday)
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("staff", &ben)
        .fill("date", "2026-11-20")
        .fill("time", "14:30")
        .fill("family", "山本")
        .press("予約を追加");
    let booked = clash
        .fill("override_reason", "念のため")
        .fill("time", "17:00")
        .press("重なったまま予約する");
    assert_eq!(booked.status, 200);
    assert!(!booked.text().contains("重なりを承知で"));
}

#[test]
fn outside_the_hours_it_is_told_why() {
    let friday = Friday::new();
    let try_at = |time: &str| {
        let page = new(&friday)
            .fill("service", &friday.cast.cut.id.to_string())
            .fill("date", "2026-11-25")
            .fill("time", time)
            .fill("family", "山本")
            .press("予約を追加");
        (page.status, page.document().words(".clash h2"))
    };
    assert_eq!(
        try_at("18:30"),
        (409, Some("営業時間に収まりません".to_owned()))
    );
    assert_eq!(try_at("18:00").0, 200, "to the minute of closing");
}

#[test]
fn a_gap_of_the_schedule_fills_the_form() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/day"));
    let gap = page
        .document()
        .attribute(".day-column:last-child .free", "href")
        .unwrap();
    let form = page.browser.open(&gap);
    assert_eq!(
        form.field("staff").value,
        friday.cast.salon.staff[1].to_string()
    );
    assert_eq!(form.field("date").value, "2026-11-20");
    assert_eq!(form.field("time").value, "10:00");
}

#[test]
fn somebody_at_the_counter_begins_now() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&format!("{DESK}/bookings/new?source=walk_in"));
    assert_eq!(page.field("time").value, "12:15");
    assert_eq!(page.field("source").value, "walk_in");
}

#[test]
fn a_confirmation_goes_out_where_there_is_an_address() {
    let friday = Friday::new();
    let page = new(&friday)
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", "14:30")
        .fill("family", "山本")
        .fill("email", "yamamoto@example.jp")
        .press("予約を追加");
    assert!(page.text().contains("予約確定のメール") && page.text().contains("送信待ち"));
    assert!(page.text().contains("yamamoto@example.jp"));
}
