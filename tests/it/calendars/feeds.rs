//! Links under which calendars elsewhere read what is booked.

use crate::support::{
    browser::{Browser, Page},
    people::{house, lines},
};

const CALENDARS: &str = "/ja/owner/aoi-salon/calendars";
const OWN: &str = "/ja/staff/aoi-salon/calendar";

/// The path of the link that a page shows.
fn link(page: &Page) -> String {
    let url = page.document().words(".share-url span").unwrap();
    url[url.find("/calendar/").unwrap()..].to_owned()
}

fn file(browser: &Browser, path: &str) -> String {
    let page = browser.visit(path);
    assert_eq!(page.status, 200, "{path}");
    assert_eq!(
        page.header("content-type"),
        Some("text/calendar; charset=utf-8")
    );
    page.html.replace("\r\n ", "")
}

#[test]
fn an_owners_link_has_all_that_is_booked_without_a_name() {
    let (app, cast, aoi) = house();
    let page = aoi.open(CALENDARS).press("リンクを作る");
    assert_eq!(page.flash().unwrap(), "カレンダー用のリンクを作りました");
    let text = file(&app.browser(), &link(&page));
    assert!(
        text.contains(&format!("UID:{}@127.0.0.1\r\n", cast.booking.id)),
        "{text}"
    );
    assert!(text.contains("DTSTART:20261121T050000Z\r\n"), "{text}");
    assert!(text.contains("METHOD:PUBLISH\r\n") && text.contains("STATUS:CONFIRMED\r\n"));
    assert!(!text.contains("小川") && !text.contains("大地"), "{text}");
    assert!(icalendar::parser::read_calendar(&icalendar::parser::unfold(&text)).is_ok());
}

#[test]
fn what_calendars_are_told_is_the_shops_to_say() {
    let (app, _, aoi) = house();
    let page = aoi.open(CALENDARS).press("リンクを作る");
    let path = link(&page);
    let shown = |shows: &str| {
        let page = aoi.open(CALENDARS).fill("shows", shows).press("保存");
        assert_eq!(page.flash().unwrap(), "表示する内容を保存しました");
        let text = file(&app.browser(), &path);
        let line = text.lines().find(|line| line.starts_with("SUMMARY:"));
        line.unwrap().to_owned()
    };
    assert!(shown("name").contains("小川"));
    assert!(!shown("service").contains("小川"));
    assert_eq!(shown("nothing"), "SUMMARY:予約");
}

#[test]
fn a_calendar_is_told_when_nothing_is_new_and_when_something_is() {
    let (app, cast, aoi) = house();
    let path = link(&aoi.open(CALENDARS).press("リンクを作る"));
    let first = app.browser().visit(&path);
    let tag = first.header("etag").unwrap().to_owned();
    let again = app.browser().with_header("if-none-match", &tag);
    assert_eq!(again.visit(&path).status, 304);
    let change = format!(
        "with x as (update bookings.bookings set version = version + 1 where id = '{}' returning id) select id::text as line from x",
        cast.booking.id
    );
    lines(&app, cast.salon.id, &change);
    assert_eq!(again.visit(&path).status, 200);
    assert!(aoi.open(CALENDARS).text().contains("最終アクセス"));
}

#[test]
fn a_booking_that_is_called_off_is_not_in_it_any_more() {
    let (app, cast, aoi) = house();
    let path = link(&aoi.open(CALENDARS).press("リンクを作る"));
    assert!(file(&app.browser(), &path).contains("BEGIN:VEVENT"));
    let gone = format!(
        "with x as (update bookings.bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{}' returning id) select id::text as line from x",
        cast.booking.id
    );
    lines(&app, cast.salon.id, &gone);
    assert!(!file(&app.browser(), &path).contains("BEGIN:VEVENT"));
}

#[test]
fn somebody_who_serves_has_a_link_to_their_own_bookings_and_to_no_others() {
    let (app, cast, _) = house();
    let ben = cast.ben.sign_in(&app);
    let page = ben.open(OWN).press("リンクを作る");
    // Daichi comes to Aoi.
    assert!(!file(&app.browser(), &link(&page)).contains("BEGIN:VEVENT"));
    let moved = format!(
        "with x as (update scheduling.allocations set resource_id = '{}' where booking_id = '{}' returning id) select id::text as line from x",
        cast.salon.staff[1], cast.booking.id
    );
    lines(&app, cast.salon.id, &moved);
    assert!(file(&app.browser(), &link(&page)).contains("DTSTART:20261121T050000Z"));
}

#[test]
fn a_link_that_was_made_again_or_ended_opens_nothing() {
    let (app, cast, aoi) = house();
    let ben = cast.ben.sign_in(&app);
    let first = link(&ben.open(OWN).press("リンクを作る"));
    let page = ben.open(OWN).press("リンクを作り直す");
    let second = link(&page);
    assert_ne!(first, second);
    assert_eq!(app.browser().visit(&first).status, 404);
    assert_eq!(app.browser().visit(&second).status, 200);
    // The shop sees that there is one, but not the link, and may end it.
    let page = aoi.open(CALENDARS);
    assert!(page.text().contains("Ben Clark") && !page.html.contains(&second));
    let page = page.press("リンクを無効にする");
    assert_eq!(page.flash().unwrap(), "リンクを無効にしました");
    assert_eq!(app.browser().visit(&second).status, 404);
}

#[test]
fn a_link_of_somebody_who_works_here_no_more_opens_nothing() {
    let (app, cast, _) = house();
    let ben = cast.ben.sign_in(&app);
    let path = link(&ben.open(OWN).press("リンクを作る"));
    assert_eq!(app.browser().visit(&path).status, 200);
    let gone = format!(
        "with x as (update businesses.staff_assignments set is_active = false, terminated_at = now() where id = '{}' returning id) select id::text as line from x",
        cast.ben_seat
    );
    lines(&app, cast.salon.id, &gone);
    assert_eq!(app.browser().visit(&path).status, 404);
}

#[test]
fn the_database_holds_no_link_and_none_is_guessed() {
    let (app, cast, aoi) = house();
    let path = link(&aoi.open(CALENDARS).press("リンクを作る"));
    let token = path.split('/').nth(2).unwrap();
    let rows = lines(
        &app,
        cast.salon.id,
        "select to_jsonb(f)::text as line from bookings.calendar_feeds f",
    );
    assert!(!rows.concat().contains(token));
    for wrong in ["x", &"A".repeat(43)] {
        assert_eq!(
            app.browser()
                .visit(&format!("/calendar/{wrong}/bookings.ics"))
                .status,
            404
        );
    }
}
