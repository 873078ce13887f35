//! Every service of a visit counts towards what the shop lets guests book of it, and by whoever does it.

use super::shop::Shop;
use crate::support::app::tokyo;
use omotenashi::domain::scheduling::availability::Refusal;
use serde_json::json;

fn cap(shop: &Shop, column: &str, id: String, most: i16) {
    let row = json!({"business_id": shop.business.id, column: id, "lines_a_day": most});
    shop.app
        .insert(shop.business.id, "scheduling.line_caps", row);
}

#[test]
fn a_visit_does_not_pass_a_cap_of_a_service_by_itself() {
    let shop = Shop::of(3);
    cap(&shop, "service_id", shop.cut.to_string(), 2);
    let ten = tokyo("2026-11-24 10:00").to_utc();
    let cuts = |guests: i16| (0..guests).map(|guest| (guest, shop.cut, None)).collect();
    assert_eq!(
        shop.hold("three", &cuts(3), ten).unwrap_err(),
        Refusal::Capped
    );
    shop.hold("two", &cuts(2), ten).unwrap();
    shop.book("two");
    let later = tokyo("2026-11-24 15:00").to_utc();
    let one = vec![(0, shop.cut, None)];
    assert_eq!(
        shop.hold("one", &one, later).unwrap_err(),
        Refusal::Capped,
        "two lines count as two"
    );
    let next_day = tokyo("2026-11-25 15:00").to_utc();
    assert!(shop.hold("next", &one, next_day).is_ok());
    assert!(
        shop.hold("other", &vec![(0, shop.colour, None)], later)
            .is_ok()
    );
}

#[test]
fn every_service_by_a_person_counts_as_theirs() {
    let shop = Shop::of(2);
    let (aoi, ben) = (shop.business.staff[0], shop.business.staff[1]);
    cap(&shop, "resource_id", aoi.to_string(), 1);
    let ten = tokyo("2026-11-24 10:00").to_utc();
    let both = vec![(0, shop.cut, Some(aoi)), (0, shop.colour, Some(aoi))];
    assert_eq!(shop.hold("both", &both, ten).unwrap_err(), Refusal::Capped);
    // With whoever else is there it can be had: the second goes over.
    let free = vec![(0, shop.cut, Some(aoi)), (0, shop.colour, None)];
    let held = shop.hold("free", &free, ten).unwrap();
    let hands: Vec<_> = held.lines().iter().map(|line| line.resource).collect();
    assert_eq!(hands, [Some(aoi), Some(ben)]);
}
