//! Moving a visit that was booked: the page lists what all of it can be moved to.

use super::{pages::visit, shop::Shop};
use crate::{
    public::{
        strict::Strict,
        walk::{JA, free, says, token_of, told},
    },
    support::{app::tokyo, build::a_service},
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

#[test]
fn a_visit_is_moved_to_where_all_of_it_fits_and_nowhere_else() {
    let shop = Shop::of(2);
    let second = shop.business.staff[1];
    let perm = a_service(&shop.app, &shop.business).named("パーマ", "Perm");
    let perm = perm.by(&[second]).minutes(45).build().id;
    let page = visit(&shop, &format!("{}_{perm}", shop.cut), "");
    let details = page.press(&free("11月24日(火) 10:00")).strict();
    let done = told(&details, &JA, &[]).strict().press(JA.confirm).strict();
    // Whoever can do the perm has something else from two to five.
    let start = tokyo("2026-11-24 14:00");
    let row = json!({
        "business_id": shop.business.id, "resource_id": second, "start_at": start, "end_at": start + TimeDelta::hours(3),
    });
    shop.app
        .insert(shop.business.id, "scheduling.allocations", row);
    let path = format!("/ja/bookings/{}/move?from=2026-11-24", token_of(&done));
    let moving = done.browser.open(&path).strict();
    let document = moving.document();
    let starts: Vec<DateTime<Utc>> = document
        .all("[name=start]")
        .into_iter()
        .filter_map(|button| DateTime::parse_from_rfc3339(button.attr("value")?).ok())
        .map(|start| start.to_utc())
        .collect();
    let is_listed = |time: &str| starts.contains(&tokyo(&format!("2026-11-24 {time}")).to_utc());
    assert!(is_listed("12:00") && is_listed("16:00"), "{starts:?}");
    for time in ["13:30", "14:00", "15:30"] {
        assert!(!is_listed(time), "{time} of {starts:?}");
    }
    let moved = moving
        .press("16:00")
        .strict()
        .press("この日時に変更する")
        .strict();
    says(&moved, &["16:00"]);
    let taken = shop.taken();
    assert!(
        taken.iter().any(|one| one.ends_with("17:00-17:45")),
        "{taken:?}"
    );
}
