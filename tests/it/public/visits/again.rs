//! The same visit once more: all of its services, and a word about what there is no more.

use super::{
    part::{booked, off},
    part_pages::home,
    shop::Shop,
};
use crate::{
    public::strict::Strict,
    support::{app::tokyo, browser::Page, people::a_person},
};
use omotenashi::base::ids::BookingId;

/// A cut and a colour for one guest, and a cut for whoever comes along.
fn over(shop: &Shop) -> BookingId {
    let wish = vec![
        (0, shop.cut, None),
        (0, shop.colour, None),
        (1, shop.cut, None),
    ];
    booked(shop, &wish)
}

fn again(shop: &Shop, booking: BookingId) -> Page {
    shop.app.clock().set(tokyo("2026-11-25 10:00"));
    let page = shop.app.browser().open(&home("ja", booking)).strict();
    let way = "a[href*='/book/visit?']";
    let there = page.document().attribute(way, "href").unwrap();
    page.browser.open(&there)
}

#[test]
fn all_of_it_is_chosen_again() {
    let shop = Shop::of(2);
    let booking = over(&shop);
    let page = again(&shop, booking).strict();
    assert_eq!(page.status, 200);
    let names = page.document().texts("li.sheet h3");
    assert_eq!(names, ["カット", "カラー", "カット"]);
    assert!(page.text().contains("お連れ様1"), "{}", page.text());
}

#[test]
fn what_was_called_off_is_not_chosen_and_what_is_gone_is_said() {
    let shop = Shop::of(2);
    let booking = over(&shop);
    off(&shop, booking, 2, (1, Some(0)));
    shop.app.execute(
        shop.business.id,
        format!(
            "update catalog.services set deleted_at = now() where id = '{}'",
            shop.colour
        ),
    );
    let page = again(&shop, booking);
    assert_eq!(page.document().texts("li.sheet h3"), ["カット"]);
    assert!(
        page.text()
            .contains("現在ご予約いただけないメニューがありました"),
        "{}",
        page.text()
    );
}

#[test]
fn from_ones_own_list_it_is_the_same_way() {
    let shop = Shop::of(2);
    over(&shop);
    let person = a_person(&shop.app, "hanako", "山田 花子", "customer");
    shop.app.execute(
        shop.business.id,
        format!("update customers.customers set user_id = '{}'", person.user),
    );
    shop.app.clock().set(tokyo("2026-11-25 10:00"));
    let page = person
        .sign_in(&shop.app)
        .open("/ja/account/bookings?show=past");
    let there = page
        .document()
        .attribute("a[href*='/book/visit?']", "href")
        .unwrap();
    for service in [shop.cut, shop.colour] {
        assert!(there.contains(&service.to_string()), "{there}");
    }
}
