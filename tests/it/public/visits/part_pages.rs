//! What a guest and the counter see of a visit, and what they can do with one service of it.

use super::{
    part::{booked, row},
    shop::Shop,
};
use crate::{
    public::strict::Strict,
    support::{
        app::tokyo,
        browser::{Browser, Page},
        people::{a_person, a_seat, lines},
    },
};
use omotenashi::{base::ids::BookingId, domain::bookings::link};

const ONLY: &str = "このメニューだけキャンセルする";
const UNDO: &str = "元に戻す";

/// A cut and a colour for one guest, and a cut for whoever comes along.
pub fn visit(shop: &Shop) -> BookingId {
    let wish = vec![
        (0, shop.cut, None),
        (0, shop.colour, None),
        (1, shop.cut, None),
    ];
    booked(shop, &wish)
}

pub fn home(lang: &str, booking: BookingId) -> String {
    let token = link::token(b"secret", booking);
    format!("/{lang}/bookings/{}", token.text())
}

pub fn counter(shop: &Shop, booking: BookingId) -> (Browser, String) {
    let person = a_person(&shop.app, "keeper", "店長", "staff");
    a_seat(&shop.app, &shop.business, &person, "manager", 5);
    let slug = &shop.business.slug;
    (
        person.sign_in(&shop.app),
        format!("/ja/staff/{slug}/bookings/{booking}"),
    )
}

#[test]
fn a_guest_reads_each_service_with_its_own_time_and_whose_it_is() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    for (lang, said) in [
        (
            "ja",
            ["10:00〜11:00 カット", "11:00〜11:45 カラー", "お連れ様"],
        ),
        (
            "en",
            [
                "10:00–11:00 Haircut",
                "11:00–11:45 Colour",
                "your companion",
            ],
        ),
    ] {
        let page = shop.app.browser().open(&home(lang, booking)).strict();
        let words = page.document().words("#visit").unwrap();
        for one in said {
            assert!(words.contains(one), "{one}: {words}");
        }
    }
    let file = shop
        .app
        .browser()
        .visit(&format!("{}/calendar.ics", home("ja", booking)));
    let file = file.html.replace("\r\n ", "");
    assert!(file.contains("11:00〜11:45 カラー"), "{file}");
}

#[test]
fn a_guest_calls_one_service_off_in_two_presses() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    let browser = shop.app.browser();
    let page = browser.open(&home("ja", booking)).strict();
    let there = format!("{}/parts/1/cancel", home("ja", booking));
    let way = format!("#visit a[href='{there}']");
    assert_eq!(page.document().all(&way).len(), 1);
    let asked = browser.open(&there).strict();
    for said in ["カラー", "キャンセル料はかかりません", "11,000円"] {
        assert!(asked.text().contains(said), "{said}: {}", asked.text());
    }
    assert_eq!(
        row(&shop),
        "10:00-11:45 18700 0,1,2 confirmed",
        "asking does nothing"
    );
    let gone = asked.press(ONLY).strict();
    assert_eq!(gone.flash().unwrap(), "メニューを1つキャンセルしました");
    assert_eq!(row(&shop), "10:00-11:00 11000 0,2 confirmed");
    assert_eq!(gone.document().texts("#visit s"), ["カラー"]);
    assert!(
        gone.document()
            .words("#visit")
            .unwrap()
            .contains("キャンセル済み")
    );
    // The same page once more, as it was left open.
    let again = asked.press(ONLY);
    assert_eq!(
        again.flash().unwrap(),
        "このメニューはすでにキャンセルされています"
    );
}

#[test]
fn the_last_service_is_called_off_with_the_booking() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    let browser = shop.app.browser();
    for part in ["0", "1"] {
        let there = format!("{}/parts/{part}/cancel", home("ja", booking));
        browser.open(&there).press(ONLY);
    }
    let page = browser.open(&home("ja", booking)).strict();
    assert!(page.document().all("a[href*='/parts/']").is_empty());
    let sent = browser.visit(&format!("{}/parts/2/cancel", home("ja", booking)));
    assert!(sent.location().unwrap().ends_with("/cancel"));
    assert!(!sent.location().unwrap().contains("/parts/"));
}

#[test]
fn a_fee_that_rose_is_told_before_it_is_owed() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    shop.app.execute(
        shop.business.id,
        "update bookings.bookings set policy_snapshot_json = \
         '{\"name\": \"標準\", \"hours_before\": 24, \"penalty_percent\": 50, \"steps_json\": [], \"no_show_percent\": 100}'",
    );
    let browser = shop.app.browser();
    let asked = browser.open(&format!("{}/parts/1/cancel", home("ja", booking)));
    shop.app.clock().set(tokyo("2026-11-23 10:01"));
    let told = asked.form().send(ONLY);
    assert_eq!(told.status, 409);
    assert!(told.text().contains("キャンセル料 3,850円がかかります"));
    assert_eq!(row(&shop), "10:00-11:45 18700 0,1,2 confirmed");
    let gone = told.press(ONLY);
    assert!(
        gone.document()
            .words("#visit")
            .unwrap()
            .contains("キャンセル料 3,850円")
    );
}

#[test]
fn ones_own_list_has_each_service_of_a_visit() {
    let shop = Shop::of(2);
    visit(&shop);
    let person = a_person(&shop.app, "hanako", "山田 花子", "customer");
    shop.app.execute(
        shop.business.id,
        format!("update customers.customers set user_id = '{}'", person.user),
    );
    let page = person.sign_in(&shop.app).open("/ja/account/bookings");
    assert!(
        page.text().contains("11:00〜11:45 カラー"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("お連れ様"), "{}", page.text());
}

/// Follows what is done to the service of a number.
pub fn to(browser: &Browser, page: &Page, act: &str) -> Page {
    let way = format!("#visit a[href$='{act}']");
    let there = page.document().attribute(&way, "href").unwrap();
    browser.open(&there)
}

#[test]
fn the_counter_calls_one_service_off_and_takes_it_back() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    let before = shop.taken();
    let (browser, there) = counter(&shop, booking);
    let page = browser.open(&there);
    let asked = to(&browser, &page, "/parts/1/cancel");
    let done = asked
        .fill("reason", "お時間がないため")
        .press("このメニューを取り消す");
    assert!(
        done.flash()
            .unwrap()
            .starts_with("メニューを1つキャンセルしました")
    );
    assert_eq!(row(&shop), "10:00-11:00 11000 0,2 confirmed");
    let story = done.document().words(".story").unwrap();
    assert!(story.contains("メニューの取り消し: カラー"), "{story}");
    assert!(story.contains("お時間がないため"), "{story}");
    let back = done.part(".flash", "").press(UNDO);
    assert_eq!(back.flash().as_deref(), Some("元に戻しました"));
    assert_eq!(row(&shop), "10:00-11:45 18700 0,1,2 confirmed");
    assert_eq!(shop.taken(), before);
    let story = back.document().words(".story").unwrap();
    assert!(story.contains("元に戻した: カラーの取り消し"), "{story}");
}

#[test]
fn the_counter_moves_one_service_and_takes_it_back() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    let (browser, there) = counter(&shop, booking);
    let page = browser.open(&there);
    let asked = to(&browser, &page, "/parts/1/move");
    assert!(
        asked.text().contains("11:00から後に移せます"),
        "{}",
        asked.text()
    );
    let early = asked.fill("time", "10:30").press("変更を保存");
    assert_eq!(early.status, 409);
    assert!(
        early.text().contains("前のメニューが終わる前"),
        "{}",
        early.text()
    );
    assert_eq!(early.document().all(".clash form").len(), 3);
    let done = early.fill("time", "1400").press("変更を保存");
    assert!(
        done.flash()
            .unwrap()
            .starts_with("メニューの時間または担当を変更しました")
    );
    assert_eq!(row(&shop), "10:00-14:45 18700 0,1,2 confirmed");
    let story = done.document().words(".story").unwrap();
    assert!(story.contains("メニューの変更: カラー"), "{story}");
    let back = done.part(".flash", "").press(UNDO);
    assert_eq!(back.flash().as_deref(), Some("元に戻しました"));
    assert_eq!(row(&shop), "10:00-11:45 18700 0,1,2 confirmed");
    let history = "select count(*)::text as line from bookings.booking_history where field_changed = 'line_moved'";
    assert_eq!(lines(&shop.app, shop.business.id, history), ["2"]);
}

#[test]
fn at_the_counter_somebody_who_was_first_is_told() {
    let shop = Shop::of(2);
    let booking = visit(&shop);
    let (browser, there) = counter(&shop, booking);
    let page = browser.open(&there);
    let (one, other) = (
        to(&browser, &page, "/parts/1/cancel"),
        to(&browser, &page, "/parts/2/cancel"),
    );
    one.press("このメニューを取り消す");
    let told = other.form().send("このメニューを取り消す");
    assert_eq!(told.status, 409);
    assert_eq!(row(&shop), "10:00-11:00 11000 0,2 confirmed");
    told.press("このメニューを取り消す");
    assert_eq!(row(&shop), "10:00-11:00 5500 0 confirmed");
}
