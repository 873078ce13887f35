//! A booking becomes a series: what would come of it is shown, and what was shown is booked or nothing.

use super::{BOOK, LOOK, answers, count, form, letters, looked, made, of_guest, standing};
use crate::{
    staff::scene::{DESK, Friday},
    support::{
        app::{TestApp, TestOptions, tokyo},
        build::{a_booking, a_business, a_service},
        people::a_person,
        sql,
    },
};
use omotenashi::base::ids::ResourceId;
use serde_json::json;

const SERIES: &str = "select count(*) from bookings.booking_series";

#[test]
fn a_booking_is_repeated_and_each_is_a_booking_of_its_own() {
    let friday = Friday::new();
    let page = looked(&friday, "4");
    assert!(
        page.text().contains("3回分は、そのまま入れられます"),
        "{}",
        page.text()
    );
    assert_eq!(count(&friday, SERIES), 0, "looking books nothing");
    assert_eq!(of_guest(&friday, &friday.coming), 1);
    let done = page.press(BOOK);
    assert_eq!(done.flash().unwrap(), "くり返し予約を入れました");
    assert_eq!(
        standing(&friday),
        ["11-20 14:00", "11-27 14:00", "12-04 14:00", "12-11 14:00"]
    );
    assert_eq!(of_guest(&friday, &friday.coming), 4);
    // Each has a number, a link, a price and a story of its own, and the person who was asked for.
    for sql in [
        "select count(distinct b.number) from bookings.bookings b join bookings.series_bookings s on s.booking_id = b.id",
        "select count(*) from bookings.booking_links l join bookings.series_bookings s on s.booking_id = l.booking_id",
        "select count(*) from bookings.booking_history h where h.field_changed = 'series' and h.new_value like 'made % 4'",
        "select count(*) from bookings.bookings b join bookings.series_bookings s on s.booking_id = b.id
            where b.is_nominated and b.price_cents > 0",
    ] {
        assert_eq!(count(&friday, sql), 4, "{sql}");
    }
    let list = done.part("#series", "毎週");
    assert!(
        list.text().contains("4回目 12月11日(金) 14:00"),
        "{}",
        list.text()
    );
    let story = done.part(".story", "くり返し予約の1回目（全4回）").text();
    assert!(story.contains("田中 葵"), "{story}");
    assert!(
        !done.text().contains("くり返し予約にする"),
        "it is one already"
    );
}

#[test]
fn one_letter_tells_of_all_of_them_with_one_file_for_the_calendar() {
    let friday = Friday::new();
    made(&friday);
    let letter = friday.app.letter();
    assert_eq!(
        letter.subject,
        "【予約確定】くり返し予約 全4回 サロン あおい"
    );
    for date in [
        "2026年11月20日(金)",
        "2026年11月27日(金)",
        "2026年12月4日(金)",
        "2026年12月11日(金)",
    ] {
        assert!(letter.text.contains(date), "{date}: {}", letter.text);
    }
    let file = letter.calendar.unwrap().content;
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 4, "{file}");
    assert!(file.contains("METHOD:PUBLISH") && !file.contains("VALARM"));
    assert_eq!(letters(&friday, "booking_confirmed"), 0);
}

#[test]
fn a_new_booking_is_repeated_at_once_and_one_letter_tells_of_it_and_the_others() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&format!("{DESK}/bookings/new"))
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", "14:30")
        .fill("family", "山本")
        .fill("email", "yamamoto@example.com")
        .tick("repeat", "yes")
        .press("予約を追加");
    assert_eq!(page.heading(), "くり返し予約", "{}", page.text());
    assert_eq!(page.field("day-3").value, "yes");
    assert!(friday.app.letters().is_empty(), "it waits");
    page.fill("count", "3").press(LOOK).press(BOOK);
    let letter = friday.app.letter();
    assert!(letter.subject.contains("くり返し予約 全3回"));
    assert_eq!(letters(&friday, "booking_confirmed"), 0);
}

#[test]
fn a_new_booking_that_is_not_repeated_after_all_is_told_of_by_itself() {
    let friday = Friday::new();
    friday
        .aoi()
        .open(&format!("{DESK}/bookings/new"))
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", "14:30")
        .fill("family", "山本")
        .fill("email", "yamamoto@example.com")
        .tick("repeat", "yes")
        .press("予約を追加");
    friday.app.clock().set(tokyo("2026-11-20 12:26"));
    assert!(friday.app.letter().subject.contains("予約確定"));
}

#[test]
fn nobody_is_told_when_the_box_is_not_ticked() {
    let friday = Friday::new();
    looked(&friday, "2").form().untick("tell").press(BOOK);
    assert_eq!(standing(&friday).len(), 2);
    assert_eq!(letters(&friday, "series_confirmed"), 0);
}

#[test]
fn a_closed_day_is_told_with_the_reason_and_is_left_out_or_goes_to_the_nearest_time() {
    let friday = Friday::new();
    let salon = friday.cast.salon.id;
    let closed = json!({"business_id": salon, "date": "2026-12-04"});
    friday
        .app
        .insert(salon, "businesses.business_holidays", closed);
    let page = looked(&friday, "4");
    assert!(
        page.text().contains("この日は休業日です"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("2回分は、そのまま入れられます"));
    let offered = answers(&page, "at-2026-12-04");
    // Leave it out, three times that can be had, another one that is typed.
    assert_eq!(offered.len(), 5, "{offered:?}");
    assert_eq!((offered[0].as_str(), offered[4].as_str()), ("skip", "own"));
    page.fill("at-2026-12-04", &offered[1]).press(BOOK);
    let all = standing(&friday);
    assert_eq!(all.len(), 4, "{all:?}");
    assert!(!all.contains(&"12-04 14:00".to_owned()));

    let other = Friday::new();
    let salon = other.cast.salon.id;
    let closed = json!({"business_id": salon, "date": "2026-12-04"});
    other
        .app
        .insert(salon, "businesses.business_holidays", closed);
    looked(&other, "4").press(BOOK);
    assert_eq!(
        standing(&other),
        ["11-20 14:00", "11-27 14:00", "12-11 14:00"]
    );
}

#[test]
fn another_time_is_typed_for_a_day_that_does_not_go_and_is_told_if_that_does_not_go_either() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1];
    a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .named("小川", "凛")
        .on(ben)
        .at("2026-11-27 14:30")
        .build();
    let page = looked(&friday, "2");
    assert!(page.text().contains("この時間は空きがありません"));
    let typed = |page: &crate::support::browser::Page, time: &str| {
        page.fill("at-2026-11-27", "own")
            .fill("date-2026-11-27", "2026-11-27")
            .fill("time-2026-11-27", time)
            .press(BOOK)
    };
    let unread = typed(&page, "25時");
    assert_eq!(unread.status, 422);
    assert!(unread.error("time-2026-11-27").is_some());
    assert_eq!(unread.field("time-2026-11-27").value, "25時");
    let late = typed(&unread, "18:30");
    assert_eq!(late.status, 409);
    assert!(
        late.text().contains("営業時間に収まりません"),
        "{}",
        late.text()
    );
    assert_eq!(count(&friday, SERIES), 0);
    typed(&late, "16:00");
    assert_eq!(standing(&friday), ["11-20 14:00", "11-27 16:00"]);
}

#[test]
fn a_day_that_is_not_ticked_is_not_booked() {
    let friday = Friday::new();
    let page = looked(&friday, "3");
    page.form().untick("on-2026-11-27").press(BOOK);
    assert_eq!(standing(&friday), ["11-20 14:00", "12-04 14:00"]);
    let other = Friday::new();
    let page = looked(&other, "2");
    let none = page.form().untick("on-2026-11-27").press(BOOK);
    assert_eq!(none.status, 422);
    assert!(none.errors()[0].contains("入れる日がありません"));
    assert_eq!(count(&other, SERIES), 0);
}

#[test]
fn a_day_that_went_meanwhile_is_shown_again_before_anything_is_booked() {
    let friday = Friday::new();
    let page = looked(&friday, "4");
    a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .named("小川", "凛")
        .on(friday.cast.salon.staff[1])
        .at("2026-12-04 14:00")
        .build();
    let again = page.press(BOOK);
    assert_eq!(again.status, 409);
    assert!(
        again.errors()[0].contains("空き状況か内容が変わりました"),
        "{:?}",
        again.errors()
    );
    assert_eq!(
        (count(&friday, SERIES), of_guest(&friday, &friday.coming)),
        (0, 1)
    );
    again.press(BOOK);
    assert_eq!(
        standing(&friday),
        ["11-20 14:00", "11-27 14:00", "12-11 14:00"]
    );
}

#[test]
fn nobody_pays_another_price_than_the_one_that_was_shown() {
    let friday = Friday::new();
    let page = looked(&friday, "3");
    friday.app.execute(
        friday.cast.salon.id,
        "update catalog.services set price_cents = 7700",
    );
    let again = page.press(BOOK);
    assert_eq!(again.status, 409);
    assert_eq!(count(&friday, SERIES), 0);
    assert!(again.text().contains("7,700円"), "{}", again.text());
    again.press(BOOK);
    let new = "select count(*) from bookings.bookings where price_cents >= 7700";
    assert_eq!(count(&friday, new), 2, "the first stays as it was agreed");
}

#[test]
fn another_rule_than_the_one_that_was_looked_at_is_shown_before_it_is_booked() {
    let friday = Friday::new();
    let page = looked(&friday, "3").fill("every", "2").press(BOOK);
    assert_eq!(page.status, 409);
    assert_eq!(count(&friday, SERIES), 0);
    page.press(BOOK);
    assert_eq!(
        standing(&friday),
        ["11-20 14:00", "12-04 14:00", "12-18 14:00"]
    );
}

#[test]
fn everything_wrong_with_a_rule_is_told_at_once_and_nothing_typed_is_lost() {
    let friday = Friday::new();
    let page = form(&friday)
        .fill("count", "53")
        .untick("day-5")
        .press(LOOK);
    assert_eq!(page.status, 422);
    assert_eq!(
        page.error("weekdays").unwrap(),
        "曜日を1つ以上選んでください"
    );
    assert!(page.error("count").is_some());
    assert_eq!(page.field("count").value, "53");
    let early = form(&friday)
        .fill("ends", "until")
        .fill("until", "2026-11-20")
        .press(LOOK);
    assert_eq!(
        early.error("until").unwrap(),
        "最後の日は、1回目より後の日付にしてください"
    );
    let far = form(&friday)
        .fill("ends", "until")
        .fill("until", "2036-11-20")
        .press(LOOK);
    assert!(far.error("until").unwrap().contains("52回"));
}

#[test]
fn what_was_called_off_is_not_repeated() {
    let friday = Friday::new();
    let page = looked(&friday, "2");
    friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("キャンセル")
        .press("予約をキャンセル");
    let late = page.press(BOOK);
    assert!(late.flash().unwrap().contains("ほかの人が先に"));
    assert_eq!(count(&friday, SERIES), 0);
    let form = format!("{}/series", Friday::page_of(&friday.coming));
    assert!(friday.aoi().open(&form).flash().is_some());
}

#[test]
fn a_guest_finds_all_of_them_on_the_page_of_each_and_moves_one_alone() {
    let friday = Friday::new();
    made(&friday);
    let page = friday
        .app
        .browser()
        .open(&format!("/ja/bookings/{}", friday.coming.token));
    let list = page.part("#series", "くり返しのご予約");
    assert_eq!(list.document().all("li").len(), 4, "{}", list.text());
    let file = list.follow("すべての日時をカレンダーに追加").html;
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 4, "{file}");
    let second = list.follow("2回目");
    assert!(second.text().contains("11月27日(金) 14:00"));
    assert!(second.text().contains("日時を変更する"));
}

#[test]
fn the_time_of_day_is_the_same_when_clocks_change() {
    let app = TestApp::start(TestOptions {
        now: tokyo("2026-11-20 12:15"),
        ..TestOptions::default()
    });
    let owner = a_person(&app, "aoi", "田中 葵", "owner");
    let shop = a_business(&app)
        .slug("aoi-salon")
        .owner(owner.user)
        .staff(1)
        .with(json!({"timezone": "America/New_York"}))
        .build();
    let cut = a_service(&app, &shop).build();
    // Friday, 5 March 2027 at two in New York; clocks go forward on the 14th.
    let first = a_booking(&app, &shop, &cut)
        .at("2027-03-06 04:00")
        .with(json!({"business_date": "2027-03-05"}))
        .build();
    let page = owner
        .sign_in(&app)
        .open(&format!("{DESK}/bookings/{}", first.id))
        .follow("くり返し予約にする");
    page.fill("count", "3").press(LOOK).press(BOOK);
    let starts = app.tenant(shop.id, |tx| {
        let starts = "select to_char(start_at at time zone 'UTC', 'MM-DD HH24:MI') as line from bookings.bookings";
        Ok(sql::lines(tx.conn(), starts))
    });
    assert_eq!(starts, ["03-05 19:00", "03-12 19:00", "03-19 18:00"]);
}

#[test]
fn who_was_not_asked_for_is_replaced_where_they_are_not_free() {
    let friday = Friday::new();
    let (aoi, ben) = (friday.cast.salon.staff[0], friday.cast.salon.staff[1]);
    let with_aoi = |name: &str, wall: &str| {
        a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
            .named(name, "凛")
            .on(aoi)
            .at(wall)
            .build()
    };
    let first = with_aoi("小川", "2026-11-24 11:00");
    with_aoi("原", "2026-12-01 11:00");
    let page = friday.aoi().open(&Friday::page_of(&first));
    let page = page
        .follow("くり返し予約にする")
        .fill("count", "3")
        .press(LOOK);
    assert!(
        page.text().contains("2回分は、そのまま入れられます"),
        "{}",
        page.text()
    );
    page.press(BOOK);
    let served_by = |staff: ResourceId| {
        let sql = format!(
            "select count(*) from bookings.series_bookings s join bookings.bookings b on b.id = s.booking_id
             where b.resource_id = '{staff}' and not b.is_nominated"
        );
        count(&friday, &sql)
    };
    assert_eq!((served_by(aoi), served_by(ben)), (2, 1));
}
