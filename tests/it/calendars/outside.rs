//! A calendar elsewhere takes somebody's time here.

use super::server::{Server, calendar};
use crate::support::{
    app::{TestApp, tokyo},
    browser::{Browser, Page},
    people::{Cast, house, lines},
};
use omotenashi::domain::scheduling::outside::calendar as outside;

const CALENDARS: &str = "/ja/owner/aoi-salon/calendars";

/// Saturday from three to five: free for all that the shop knows.
const BUSY: &str = "UID:a\nSUMMARY:歯医者\nDTSTART:20261121T060000Z\nDTEND:20261121T080000Z";
/// Saturday from one to three, over Daichi's booking at two.
const OVER: &str = "UID:b\nDTSTART:20261121T040000Z\nDTEND:20261121T060000Z";

fn add(aoi: &Browser, cast: &Cast, (address, silent): (&str, &str)) -> Page {
    aoi.open(&format!("{CALENDARS}/new"))
        .fill("whose", &cast.salon.staff[0].to_string())
        .fill("name", "葵のカレンダー")
        .fill("address", address)
        .fill("silent", silent)
        .fill("hours", "2")
        .press("保存")
}

/// The clock calls for what is due; how many that is.
fn called(app: &TestApp) -> usize {
    app.platform(outside::call)
}

/// When the first who serves has time taken by calendars elsewhere, in Tokyo's time.
fn blocked(app: &TestApp, cast: &Cast) -> Vec<String> {
    lines(
        app,
        cast.salon.id,
        "select to_char(a.start_at at time zone 'Asia/Tokyo', 'MM-DD HH24:MI') || '-' || to_char(a.end_at at time zone 'Asia/Tokyo', 'HH24:MI') as line \
         from scheduling.allocations a join scheduling.blocks b on b.id = a.block_id where b.outside_id is not null order by a.start_at",
    )
}

#[test]
fn what_is_in_it_is_not_free_here_and_nothing_of_what_it_is_about_is_kept() {
    let (app, cast, aoi) = house();
    let server = Server::with(&calendar(&[BUSY]));
    let page = add(&aoi, &cast, (&server.address, "go_on"));
    assert_eq!(
        page.flash().unwrap(),
        "カレンダーを追加しました。まもなく読み込みます"
    );
    assert_eq!(blocked(&app, &cast), Vec::<String>::new());
    app.letters();
    assert_eq!(blocked(&app, &cast), ["11-21 15:00-17:00"]);
    let page = aoi.open(CALENDARS);
    assert!(page.text().contains("葵のカレンダー") && page.text().contains("予定 1件"));
    // Neither the name of the event nor the address is anywhere in the database as it was.
    let kept = lines(
        &app,
        cast.salon.id,
        "select to_jsonb(c)::text || coalesce((select string_agg(to_jsonb(b)::text, '') from scheduling.blocks b), '') as line from scheduling.outside_calendars c",
    );
    assert!(!kept.concat().contains("歯医者") && !kept.concat().contains("secret"));
    assert!(!page.text().contains("secret"));
}

#[test]
fn what_goes_there_goes_here_and_what_comes_comes() {
    let (app, cast, aoi) = house();
    let server = Server::with(&calendar(&[BUSY]));
    add(&aoi, &cast, (&server.address, "go_on"));
    app.letters();
    let later = BUSY
        .replace("20261121T06", "20261122T06")
        .replace("20261121T08", "20261122T07");
    server.say("200 OK", &calendar(&[&later]));
    let page = aoi
        .open(CALENDARS)
        .follow("葵のカレンダー")
        .press("今すぐ読み込む");
    assert_eq!(page.flash().unwrap(), "カレンダーを読み込んでいます");
    app.letters();
    assert_eq!(blocked(&app, &cast), ["11-22 15:00-16:00"]);
    let page = aoi
        .open(CALENDARS)
        .follow("葵のカレンダー")
        .press("この連携をやめる");
    assert_eq!(page.flash().unwrap(), "カレンダーの連携をやめました");
    assert_eq!(blocked(&app, &cast), Vec::<String>::new());
}

#[test]
fn a_booking_keeps_its_time_and_the_shop_sees_what_lies_over_it() {
    let (app, cast, aoi) = house();
    let server = Server::with(&calendar(&[OVER]));
    add(&aoi, &cast, (&server.address, "go_on"));
    app.letters();
    // Daichi's booking lies from two to three; before it nobody has the time.
    assert_eq!(blocked(&app, &cast), ["11-21 13:00-14:00"]);
    let page = aoi.open(CALENDARS);
    assert!(
        page.text().contains("予約と重なっている予定"),
        "{}",
        page.text()
    );
    let stands = format!(
        "select count(*) from bookings.bookings where id = '{}' and status = 'confirmed'",
        cast.booking.id
    );
    assert_eq!(app.count(cast.salon.id, stands), 1);
    // Once the booking is gone, its time is the calendar's.
    let gone = format!(
        "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{}'",
        cast.booking.id
    );
    lines(
        &app,
        cast.salon.id,
        &format!("with gone as ({gone} returning id) select id::text as line from gone"),
    );
    lines(
        &app,
        cast.salon.id,
        &format!(
            "with gone as (delete from scheduling.allocations where booking_id = '{}' returning id) select id::text as line from gone",
            cast.booking.id
        ),
    );
    aoi.open(CALENDARS)
        .follow("葵のカレンダー")
        .press("今すぐ読み込む");
    app.letters();
    let all = blocked(&app, &cast);
    assert_eq!(all.first().map(String::as_str), Some("11-21 13:00-14:00"));
    assert_eq!(all.last().map(String::as_str), Some("11-21 14:00-15:00"));
    assert!(
        !aoi.open(CALENDARS)
            .text()
            .contains("予約と重なっている予定")
    );
}

#[test]
fn the_shops_own_appointment_that_comes_back_takes_no_time() {
    let (app, cast, aoi) = house();
    let own = format!(
        "UID:{}@127.0.0.1\nDTSTART:20261122T050000Z\nDTEND:20261122T060000Z",
        cast.booking.id
    );
    let server = Server::with(&calendar(&[&own]));
    add(&aoi, &cast, (&server.address, "go_on"));
    app.letters();
    assert_eq!(blocked(&app, &cast), Vec::<String>::new());
}

#[test]
fn what_is_no_calendar_is_said_at_its_box_and_nothing_is_kept() {
    let (app, cast, aoi) = house();
    let server = Server::with("<!doctype html><title>Sign in</title>");
    let page = add(&aoi, &cast, (&server.address, "go_on"));
    assert_eq!(page.status, 422);
    assert!(
        page.error("address")
            .unwrap()
            .contains("iCal形式のカレンダーではありません")
    );
    assert_eq!(page.field("name").value, "葵のカレンダー");
    server.say("404 Not Found", "");
    let page = add(&aoi, &cast, (&server.address, "go_on"));
    assert!(
        page.error("address")
            .unwrap()
            .contains("このアドレスにはカレンダーがありません")
    );
    for (typed, said) in [
        ("http://calendar.example/a.ics", "https://"),
        ("https://user:word@calendar.example/a.ics", "パスワード"),
        ("https://10.0.0.1/a.ics", "このアドレスは使えません"),
        (
            "https://[::ffff:192.168.0.1]/a.ics",
            "このアドレスは使えません",
        ),
        ("https://169.254.169.254/latest", "このアドレスは使えません"),
        ("https://router.local/a.ics", "このアドレスは使えません"),
        ("calendar", "アドレスの形"),
        ("", "アドレスを入力"),
    ] {
        let page = add(&aoi, &cast, (typed, "go_on"));
        assert_eq!(page.status, 422, "{typed}");
        let error = page.error("address").unwrap();
        assert!(error.contains(said), "{typed}: {error}");
    }
    assert_eq!(
        app.count(
            cast.salon.id,
            "select count(*) from scheduling.outside_calendars"
        ),
        0
    );
}

#[test]
fn a_calendar_that_falls_silent_goes_on_as_last_known_or_closes_as_the_shop_wants() {
    for (silent, is_closed) in [("go_on", false), ("close", true)] {
        let (app, cast, aoi) = house();
        let server = Server::with(&calendar(&[BUSY]));
        add(&aoi, &cast, (&server.address, silent));
        app.letters();
        server.say("401 Unauthorized", "");
        app.clock().set(tokyo("2026-11-20 11:00"));
        called(&app);
        app.letters();
        // Not for so long that it would mean anything.
        assert_eq!(blocked(&app, &cast), ["11-21 15:00-17:00"], "{silent}");
        assert!(
            aoi.open(CALENDARS)
                .text()
                .contains("読み込みを断られました")
        );
        app.clock().set(tokyo("2026-11-20 12:30"));
        called(&app);
        app.letters();
        let page = aoi.open(CALENDARS);
        let days = blocked(&app, &cast).len();
        match is_closed {
            true => {
                assert!(days > 20, "{days}");
                assert!(
                    page.text().contains("予約受付を止めています"),
                    "{}",
                    page.text()
                );
            }
            false => {
                assert_eq!(days, 1);
                assert!(
                    page.text().contains("しばらく読み込めていません"),
                    "{}",
                    page.text()
                );
            }
        }
        // It answers again, and all is as it says.
        server.say("200 OK", &calendar(&[BUSY]));
        app.clock().set(tokyo("2026-11-20 13:00"));
        called(&app);
        app.letters();
        assert_eq!(blocked(&app, &cast), ["11-21 15:00-17:00"], "{silent}");
    }
}

#[test]
fn none_is_called_for_twice_and_all_are_called_for_when_they_are_due() {
    let (app, cast, aoi) = house();
    let server = Server::with(&calendar(&[BUSY]));
    add(&aoi, &cast, (&server.address, "go_on"));
    assert_eq!(called(&app), 0);
    app.clock().set(tokyo("2026-11-20 10:15"));
    assert_eq!((called(&app), called(&app)), (1, 0));
}

#[test]
fn who_saves_over_somebody_elses_change_sees_it_first() {
    let (app, cast, aoi) = house();
    let server = Server::with(&calendar(&[BUSY]));
    add(&aoi, &cast, (&server.address, "go_on"));
    let (first, second) = (
        aoi.open(CALENDARS).follow("葵のカレンダー"),
        aoi.open(CALENDARS).follow("葵のカレンダー"),
    );
    first.fill("name", "葵").press("保存");
    let page = second.fill("hours", "5").press("保存");
    assert_eq!(page.status, 409);
    let names = lines(
        &app,
        cast.salon.id,
        "select name || silent_hours as line from scheduling.outside_calendars",
    );
    assert_eq!(names, ["葵2"]);
}
