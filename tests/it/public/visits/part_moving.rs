//! A guest moves one service of a visit by themselves: on its day, between their other services, by what was agreed about moving.

use super::{
    part::{booked, row},
    part_pages::{home, visit},
    shop::Shop,
};
use crate::{
    public::strict::Strict,
    support::{app::tokyo, browser::Page, people::lines},
};
use omotenashi::base::ids::BookingId;

const MOVE: &str = "このメニューだけ変更する";
const BUTTON: &str = "この日時に変更する";

fn moving(shop: &Shop, booking: BookingId, part: i16) -> Page {
    let path = format!("{}/parts/{part}/move", home("ja", booking));
    shop.app.browser().open(&path).strict()
}

/// The times of the page, as the clock shows them.
fn times(page: &Page) -> Vec<String> {
    page.document().texts(".times [name=start]")
}

fn terms(shop: &Shop, moves: &str) {
    shop.app.execute(
        shop.business.id,
        format!(
            "update bookings.bookings set policy_snapshot_json = '{{\"name\": \"標準\", \"hours_before\": 24, \"penalty_percent\": 50, \
             \"steps_json\": [], \"no_show_percent\": 100, \"moves_json\": {moves}}}'"
        ),
    );
}

#[test]
fn a_guest_moves_one_service_in_three_presses_and_is_told_by_letter() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    shop.app.execute(
        shop.business.id,
        "update customers.customers set email = 'hanako@example.com'",
    );
    let browser = shop.app.browser();
    let page = browser.open(&home("ja", booking)).strict();
    let ways = page.document().all("#visit a[href$='/move']").len();
    assert_eq!(ways, 3, "each service of three");
    let way = format!("#visit a[href='{}/parts/1/move']", home("ja", booking));
    assert!(page.document().words(&way).unwrap().starts_with(MOVE));
    let choose = moving(&shop, booking, 1);
    let offered = times(&choose);
    assert!(
        offered.contains(&"14:00".to_owned()) && !offered.contains(&"11:00".to_owned()),
        "its own time is none of them: {offered:?}"
    );
    assert!(
        !offered.iter().any(|time| time.as_str() < "11:00"),
        "not while the cut lasts: {offered:?}"
    );
    let check = choose.press("14:00").strict();
    assert!(check.text().contains("カラー"), "{}", check.text());
    assert_eq!(row(&shop), "10:00-11:45 18700 0,1,2 confirmed");
    let moved = check.press(BUTTON).strict();
    assert_eq!(moved.flash().unwrap(), "日時を変更しました");
    assert_eq!(row(&shop), "10:00-14:45 18700 0,1,2 confirmed");
    let told = "select count(*) from notifications.notification_outbox where kind = 'booking_changed' \
        and data_json -> 'part_moved' ->> 'ja' = 'カラー' and not data_json ? 'fee'";
    assert_eq!(shop.app.count(shop.business.id, told), 1);
    let again = check.press(BUTTON);
    assert_eq!(
        again.flash().unwrap(),
        "日時を変更しました",
        "pressed twice"
    );
    assert_eq!(row(&shop), "10:00-14:45 18700 0,1,2 confirmed");
    assert_eq!(shop.app.count(shop.business.id, told), 1);
}

#[test]
fn who_looked_at_something_older_is_told_and_moves_nothing() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    let mine = moving(&shop, booking, 1).press("14:00");
    moving(&shop, booking, 1).press("15:00").press(BUTTON);
    let told = mine.press(BUTTON).strict();
    assert_eq!(
        told.flash().unwrap(),
        "ほかの人が先に変更しました。最新の内容を表示しています"
    );
    assert_eq!(row(&shop), "10:00-15:45 18700 0,1,2 confirmed");
}

#[test]
fn what_follows_is_offered_as_soon_as_what_is_before_it_is_over() {
    let shop = Shop::of(1);
    let wish = vec![(0, shop.colour, None), (0, shop.cut, None)];
    let booking = booked(&shop, &wish);
    let moved = moving(&shop, booking, 1).press("14:00").press(BUTTON);
    assert_eq!(moved.flash().unwrap(), "日時を変更しました");
    let again = moving(&shop, booking, 1);
    assert_eq!(
        times(&again).first().unwrap(),
        "10:45",
        "between two steps of the shop"
    );
    again.press("10:45").press(BUTTON);
    assert_eq!(row(&shop), "10:00-11:45 13200 0,1 confirmed");
}

#[test]
fn moving_one_costs_its_part_of_what_was_agreed_and_counts_as_moving() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    terms(
        &shop,
        "{\"until_hours\": 3, \"most\": 1, \"steps\": [{\"hours_before\": 24, \"percent\": 10}]}",
    );
    let free = moving(&shop, booking, 1).press("14:00").strict();
    assert!(
        free.text().contains("今なら無料で変更できます"),
        "{}",
        free.text()
    );
    shop.app.clock().set(tokyo("2026-11-23 10:01"));
    let told = free.press(BUTTON).strict();
    assert!(told.flash().unwrap().contains("変更料が変わりました"));
    assert!(
        told.text().contains("変更料 770円がかかります"),
        "{}",
        told.text()
    );
    assert_eq!(row(&shop), "10:00-11:45 18700 0,1,2 confirmed");
    let moved = told.press(BUTTON).strict();
    assert!(
        moved.text().contains("変更料 770円をご来店時に頂戴します"),
        "{}",
        moved.text()
    );
    let owed =
        "select new_value as line from bookings.booking_history where field_changed = 'move_fee'";
    assert_eq!(lines(&shop.app, shop.business.id, owed), ["770"]);
    // That was the only time.
    assert!(moved.document().all("#visit a[href$='/move']").is_empty());
    let closed = moving(&shop, booking, 1);
    assert!(times(&closed).is_empty());
    let path = format!("{}/parts/1/move", home("ja", booking));
    let sent = [
        ("start", "2026-11-24T06:00:00Z"),
        ("version", "2"),
        ("fee", "9999"),
    ];
    let refused = shop.app.browser().post(&path, &sent);
    assert_eq!(refused.status, 409);
    assert_eq!(row(&shop), "10:00-14:45 18700 0,1,2 confirmed");
}

#[test]
fn a_time_that_is_gone_or_in_the_way_is_refused_with_the_nearest() {
    let shop = Shop::of(1);
    let wish = vec![(0, shop.cut, None), (0, shop.colour, None)];
    let booking = booked(&shop, &wish);
    let check = moving(&shop, booking, 1).press("14:00");
    let two = tokyo("2026-11-24 14:00").to_utc();
    shop.hold("other", &vec![(0, shop.cut, None)], two).unwrap();
    let gone = check.form().send(BUTTON).strict();
    assert_eq!(gone.status, 409);
    assert_eq!(gone.document().all(".times-wide [name=start]").len(), 3);
    let path = format!("{}/parts/1/move", home("ja", booking));
    let sent = [
        ("start", "2026-11-24T01:30:00Z"),
        ("version", "1"),
        ("fee", "0"),
    ];
    let early = shop.app.browser().post(&path, &sent);
    assert_eq!(early.status, 409);
    assert!(
        early.text().contains("ほかのメニューの時間と重なるため"),
        "{}",
        early.text()
    );
    assert_eq!(row(&shop), "10:00-11:45 13200 0,1 confirmed");
    let nobody = shop.app.browser().visit(&path.replace("/1/", "/7/"));
    assert_eq!(nobody.status, 404);
}

#[test]
fn a_page_says_each_service_once_with_its_price() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    let page = shop.app.browser().open(&home("ja", booking)).strict();
    let said = page.document().words("main").unwrap();
    assert_eq!(
        said.matches("カラー").count(),
        3,
        "itself and its two acts: {said}"
    );
    let list = page.document().words("#visit").unwrap();
    for price in ["5,500円", "7,700円"] {
        assert!(list.contains(price), "{list}");
    }
    assert!(said.contains("メニュー（3点）"), "{said}");
    assert!(said.contains("18,700円"), "{said}");
}
