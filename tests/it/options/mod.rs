//! What can be had besides a service, and who does it at a price and in a time of their own: from the office to the day sheet.

mod counter;
mod guests;
mod looked;
mod looks;
mod office;
mod people;

use crate::support::{
    app::TestApp,
    build::Service,
    people::{house, lines},
};
use omotenashi::base::ids::BusinessId;
use serde_json::json;
use uuid::Uuid;

const OFFICE: &str = "/ja/owner/aoi-salon/options";

/// A group of options of a service: its rules, and each option with its price and its minutes.
fn group(
    app: &TestApp,
    business: BusinessId,
    service: &Service,
    (name, rules): ((&str, &str), (bool, bool)),
    options: &[(&str, &str, i64, i64)],
) -> (Uuid, Vec<Uuid>) {
    let place = app.count(business, "select count(*) from catalog.option_groups");
    let row = json!({
        "business_id": business, "name_ja": name.0, "name_en": name.1, "is_single": rules.0, "is_required": rules.1,
        "sort_order": place,
    });
    let group = app.insert(business, "catalog.option_groups", row);
    let tie = json!({"business_id": business, "service_id": service.id, "group_id": group});
    app.insert(business, "catalog.service_option_groups", tie);
    let each = options.iter().enumerate().map(|(place, one)| {
        let row = json!({
            "business_id": business, "group_id": group, "name_ja": one.0, "name_en": one.1, "price_cents": one.2,
            "minutes": one.3, "sort_order": place,
        });
        app.insert(business, "catalog.options", row)
    });
    (group, each.collect())
}

/// Two of which one at most can be had, and two of which both can.
pub fn treatments(
    app: &TestApp,
    business: BusinessId,
    service: &Service,
) -> [(Uuid, Vec<Uuid>); 2] {
    let single = (("トリートメント", "Treatment"), (true, false));
    let several = (("追加", "Extras"), (false, false));
    [
        group(
            app,
            business,
            service,
            single,
            &[
                ("炭酸泉", "Soda rinse", 1100, 0),
                ("集中ケア", "Deep care", 3300, 30),
            ],
        ),
        group(
            app,
            business,
            service,
            several,
            &[
                ("前髪カット", "Fringe", 550, 10),
                ("眉カット", "Eyebrows", 0, 15),
            ],
        ),
    ]
}
