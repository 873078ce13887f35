//! Who may open which part of the back office.

use super::OFFICE;
use crate::{
    staff::scene::Friday,
    support::people::{a_person, a_seat},
};
use omotenashi::domain::businesses::role::{Right, StaffRole};

/// Every part that can be opened without naming a thing, and what it needs.
const PARTS: [(&str, Right); 15] = [
    ("/profile", Right::ManageBusiness),
    ("/rules", Right::ManageBusiness),
    ("/letters", Right::ManageBusiness),
    ("/letters/tone", Right::ManageBusiness),
    ("/letters/trial", Right::ManageBusiness),
    ("/letters/confirmed/ja", Right::ManageBusiness),
    ("/menu", Right::ManageCatalog),
    ("/resources", Right::ManageCatalog),
    ("/policies", Right::ManageCatalog),
    ("/customers", Right::ReadCustomers),
    ("/hours", Right::ManageSchedule),
    ("/hours/week", Right::ManageSchedule),
    ("/hours/limits", Right::ManageSchedule),
    ("/shifts", Right::ManageSchedule),
    ("/waitlist", Right::MoveBookings),
];

#[test]
fn each_role_opens_what_it_has_a_right_to_and_nothing_besides() {
    for role in [
        StaffRole::Manager,
        StaffRole::Receptionist,
        StaffRole::ServiceProvider,
    ] {
        let friday = Friday::new();
        let person = a_person(&friday.app, &role.id(), role.label(), "staff");
        a_seat(&friday.app, &friday.cast.salon, &person, role.label(), 0);
        let somebody = person.sign_in(&friday.app);
        for (path, right) in PARTS {
            let answer = somebody.visit(&format!("{OFFICE}{path}"));
            let expected = if role.may(right) { 200 } else { 403 };
            assert_eq!(answer.status, expected, "{role:?} {path}");
        }
        let today = somebody.open("/ja/staff/aoi-salon/today");
        let way = !today.document().all("nav a[href$='/hours']").is_empty();
        assert_eq!(way, role.may(Right::ManageSchedule), "{role:?}");
    }
}
