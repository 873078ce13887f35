//! What is remembered of a business between transactions: whatever changes it is noticed, and nothing else is waited for.

use super::furniture::furnished;
use crate::support::{
    app::{TestApp, TestOptions},
    people::Cast,
};
use omotenashi::base::ids::BusinessId;

/// The tables of which something is remembered, and the column that says whose a row is.
const REMEMBERED: [(&str, &str); 35] = [
    ("businesses.businesses", "id"),
    ("businesses.business_settings", "business_id"),
    ("businesses.business_hours", "business_id"),
    ("businesses.business_holidays", "business_id"),
    ("businesses.business_media", "business_id"),
    ("businesses.embeddings", "business_id"),
    ("catalog.categories", "business_id"),
    ("catalog.cancellation_policies", "business_id"),
    ("catalog.services", "business_id"),
    ("catalog.processing_times", "business_id"),
    ("catalog.service_approvals", "business_id"),
    ("catalog.option_groups", "business_id"),
    ("catalog.options", "business_id"),
    ("catalog.service_option_groups", "business_id"),
    ("catalog.pricing_rules", "business_id"),
    ("catalog.service_pricing_rules", "business_id"),
    ("catalog.coupons", "business_id"),
    ("catalog.coupon_services", "business_id"),
    ("catalog.questions", "business_id"),
    ("catalog.service_questions", "business_id"),
    ("scheduling.resources", "business_id"),
    ("scheduling.service_resources", "business_id"),
    ("scheduling.timetable_entries", "business_id"),
    ("scheduling.staff_working_hours", "business_id"),
    ("scheduling.staff_exceptions", "business_id"),
    ("scheduling.time_off_requests", "business_id"),
    ("scheduling.start_limits", "business_id"),
    ("scheduling.start_limit_dates", "business_id"),
    ("scheduling.line_caps", "business_id"),
    ("scheduling.class_rules", "business_id"),
    ("scheduling.class_dates", "business_id"),
    ("scheduling.table_groups", "business_id"),
    ("scheduling.table_group_members", "business_id"),
    ("bookings.waitlist_rules", "business_id"),
    ("bookings.reminder_rules", "business_id"),
];

#[test]
fn every_change_of_a_rule_is_noticed_at_its_own_business() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    furnished(&app, &cast);
    for (table, whose) in REMEMBERED {
        let (mine, theirs) = (
            revision(&app, cast.salon.id),
            revision(&app, cast.clinic.id),
        );
        let touch = format!(
            "update {table} set {whose} = {whose} where {whose} = '{}'",
            cast.salon.id
        );
        assert!(app.execute(cast.salon.id, touch) > 0, "{table} is empty");
        assert_ne!(revision(&app, cast.salon.id), mine, "{table} changed");
        assert_eq!(
            revision(&app, cast.clinic.id),
            theirs,
            "{table} is not theirs"
        );
    }
    for (table, whose) in REMEMBERED.iter().skip(1).rev() {
        let mine = revision(&app, cast.salon.id);
        let gone = format!("delete from {table} where {whose} = '{}'", cast.salon.id);
        assert!(app.execute(cast.salon.id, gone) > 0, "{table} was empty");
        assert_ne!(revision(&app, cast.salon.id), mine, "{table} lost rows");
    }
}

#[test]
fn bookings_do_not_make_anybody_read_the_rules_again() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let before = revision(&app, cast.salon.id);
    let touch = format!(
        "update bookings.bookings set staff_note = 'x' where business_id = '{}'",
        cast.salon.id
    );
    assert!(app.execute(cast.salon.id, touch) > 0);
    assert_eq!(revision(&app, cast.salon.id), before);
}

fn revision(app: &TestApp, business: BusinessId) -> i64 {
    app.count(
        business,
        format!("select revision from platform.revisions where tenant = '{business}'"),
    )
}
