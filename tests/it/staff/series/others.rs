//! What a series meets: rules of prices, and requests.

use super::{BOOK, count, looked, standing};
use crate::{prices::rule, staff::scene::Friday};
use serde_json::json;

#[test]
fn each_day_costs_what_the_rules_of_prices_make_of_it() {
    let friday = Friday::new();
    let winter = json!({"percent": 20, "first_date": "2026-12-01"});
    let name = ("師走料金", "December");
    rule(&friday.app, friday.cast.salon.id, name, winter);
    looked(&friday, "3").press(BOOK);
    assert_eq!(standing(&friday).len(), 3);
    let ruled =
        "select count(*) from bookings.bookings where price_snapshot_json::text like '%師走料金%'";
    assert_eq!(count(&friday, ruled), 1, "the one in December");
}

#[test]
fn a_request_is_repeated_only_once_the_shop_has_said_yes_to_it() {
    let friday = Friday::new();
    let waits = format!(
        "update bookings.bookings set status = 'pending' where id = '{}'",
        friday.coming.id
    );
    assert_eq!(friday.app.execute(friday.cast.salon.id, waits), 1);
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    assert!(!page.text().contains("くり返し予約にする"));
}
