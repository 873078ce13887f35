//! The code of a booking at the door: from half an hour before to the end, once, here, on its day.

use super::scene::{DESK, Friday};
use crate::support::{
    app::tokyo,
    browser::Page,
    build::{a_booking, booking::Booked},
};
use omotenashi::domain::bookings::check_in;

fn code(friday: &Friday, booked: &Booked) -> String {
    check_in::code(friday.app.secret(), booked.id, &booked.number)
}

/// What the page says of a code.
fn read(friday: &Friday, typed: &str) -> Page {
    let page = friday.aoi().open(&format!("{DESK}/check-in"));
    page.fill("code", typed).press("確認")
}

fn refused(friday: &Friday, typed: &str) -> String {
    let page = read(friday, typed);
    assert!(
        !page
            .document()
            .texts("main button")
            .contains(&"来店".to_owned())
    );
    page.document().words(".clash h2").unwrap_or_default()
}

#[test]
fn the_guests_page_has_the_code_and_its_address_lets_them_in_once() {
    let friday = Friday::new();
    friday.app.clock().set(tokyo("2026-11-20 13:40"));
    let guest = friday
        .app
        .browser()
        .open(&format!("/ja/bookings/{}", friday.coming.token));
    let code = code(&friday, &friday.coming);
    assert!(
        guest.text().contains(&format!("受付コード: {code}")),
        "{}",
        guest.text()
    );
    assert!(guest.document().attribute("svg.qr", "aria-label").is_some());
    let door = format!("{DESK}/check-in?code={code}");
    let page = friday.aoi().open(&door);
    assert!(page.text().contains("Nguyen Linh 様"), "{}", page.text());
    assert!(
        friday.status(&friday.coming, "confirmed"),
        "looking changes nothing"
    );
    let page = page.press("来店");
    assert!(friday.status(&friday.coming, "arrived"));
    assert!(page.text().contains("元に戻す"), "and it can be taken back");
    assert_eq!(
        refused(&friday, &code),
        "このコードはもう受付に使われています"
    );
}

#[test]
fn it_is_good_from_half_an_hour_before_to_the_very_end() {
    let friday = Friday::new();
    let code = code(&friday, &friday.coming);
    for (now, said) in [
        ("13:29", Some("まだ受付できません。13:30から使えます")),
        ("13:30", None),
        ("15:00", None),
        ("15:01", Some("予約の時間が過ぎています")),
    ] {
        friday.app.clock().set(tokyo(&format!("2026-11-20 {now}")));
        match said {
            Some(said) => assert_eq!(refused(&friday, &code), said, "{now}"),
            None => assert!(read(&friday, &code).text().contains("Nguyen"), "{now}"),
        }
    }
}

#[test]
fn anothers_another_days_and_a_made_up_code_are_refused_with_the_reason() {
    let friday = Friday::new();
    let (app, cast) = (&friday.app, &friday.cast);
    let theirs = a_booking(app, &cast.clinic, &cast.consultation)
        .at("2026-11-20 12:30")
        .build();
    let unknown = "この店舗の予約コードではありません。打ち間違いか、ほかの店舗のコードです";
    assert_eq!(refused(&friday, &code(&friday, &theirs)), unknown);
    let whole = format!(
        "https://example.jp/ja/staff/chika-clinic/check-in?code={}",
        code(&friday, &theirs)
    );
    assert_eq!(refused(&friday, &whole), "ほかの店舗の予約コードです");
    // Whoever overheard a number does not have the letters.
    let guessed = format!("{}-AAAAAA", friday.late.number);
    assert_eq!(refused(&friday, &guessed), unknown);
    assert_eq!(refused(&friday, "あいう"), unknown);
    let tomorrow = code(&friday, &cast.booking);
    assert_eq!(
        refused(&friday, &tomorrow),
        "この予約は11月21日(土)です。今日は使えません"
    );
    let off = a_booking(app, &cast.salon, &cast.cut)
        .at("2026-11-20 12:30")
        .status("cancelled")
        .build();
    assert_eq!(
        refused(&friday, &code(&friday, &off)),
        "この予約は確定していないか、キャンセルされています"
    );
}

#[test]
fn typed_in_small_letters_without_dashes_or_read_whole_it_is_the_same() {
    let friday = Friday::new();
    let code = code(&friday, &friday.late);
    let plain = code.replace('-', "").to_lowercase();
    assert!(read(&friday, &plain).text().contains("﨑本 恵 様"));
    let whole = format!("https://example.jp{DESK}/check-in?code={code}");
    let page = read(&friday, &whole).press("来店");
    assert!(friday.status(&friday.late, "arrived"), "{}", page.text());
}

#[test]
fn of_two_who_press_for_one_code_the_second_is_told() {
    let friday = Friday::new();
    let page = read(&friday, &code(&friday, &friday.late));
    assert_eq!(page.press("来店").status, 200);
    let second = page.press("来店");
    assert_eq!(second.status, 409);
    assert!(second.text().contains("もう受付に使われています"));
    let history = format!(
        "select count(*) from bookings.booking_history where booking_id = '{}' and new_value = 'arrived'",
        friday.late.id
    );
    assert_eq!(friday.app.count(friday.cast.salon.id, history), 1);
}

#[test]
fn who_has_no_seat_there_sees_nothing_of_it() {
    let friday = Friday::new();
    let door = format!("{DESK}/check-in?code={}", code(&friday, &friday.late));
    let chika = friday.cast.chika.sign_in(&friday.app);
    assert_eq!(chika.visit(&door).status, 404);
    assert_eq!(friday.app.browser().visit(&door).status, 303);
}
