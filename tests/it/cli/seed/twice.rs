//! The same number gives the same town, and what is there is left alone.

use super::{TOWN, Town, options, run};
use diesel::{RunQueryDsl, connection::SimpleConnection, sql_query};
use omotenashi::cli::seed::SeedOptions;

/// Every table that the town fills, but for the audit trail: its keys are of the instant.
const TABLES: [&str; 36] = [
    "accounts.users",
    "businesses.businesses",
    "businesses.business_settings",
    "businesses.business_hours",
    "businesses.business_holidays",
    "businesses.business_media",
    "businesses.staff_assignments",
    "customers.customers",
    "customers.customer_notes",
    "catalog.categories",
    "catalog.cancellation_policies",
    "catalog.services",
    "catalog.processing_times",
    "catalog.option_groups",
    "catalog.options",
    "catalog.service_option_groups",
    "catalog.questions",
    "catalog.service_questions",
    "scheduling.resources",
    "scheduling.service_resources",
    "scheduling.timetable_entries",
    "scheduling.staff_working_hours",
    "scheduling.staff_exceptions",
    "scheduling.allocations",
    "bookings.bookings",
    "bookings.booking_history",
    "bookings.consents",
    "bookings.booking_series",
    "bookings.series_bookings",
    "bookings.waitlist",
    "catalog.coupons",
    "catalog.pricing_rules",
    "catalog.service_approvals",
    "catalog.service_pricing_rules",
    "payments.booking_payments",
    "scheduling.class_rules",
];

/// A hash of all rows of each table, business by business.
fn rows(town: &Town) -> Vec<(&'static str, Vec<String>)> {
    let hash = |table: &str| {
        // The kinds of business are the migrations', and so are their keys.
        let row = match table {
            "businesses.businesses" => "(to_jsonb(t) - 'vertical_id')::text",
            _ => "t::text",
        };
        let question =
            format!("select md5(string_agg(md5({row}), '' order by t.id)) from {table} as t");
        match table {
            "accounts.users" => town.outside(&question),
            _ => town.each_business(&question),
        }
    };
    TABLES.iter().map(|table| (*table, hash(table))).collect()
}

#[test]
fn the_same_number_gives_the_same_rows_and_another_gives_others() {
    let again = Town::build(&options());
    for ((table, first), (_, second)) in rows(&TOWN).into_iter().zip(rows(&again)) {
        assert!(!first.is_empty(), "{table} is empty");
        assert_eq!(first, second, "{table}");
    }
    let other = Town::build(&SeedOptions {
        random_seed: 2,
        ..options()
    });
    for ((table, first), (_, third)) in rows(&TOWN).into_iter().zip(rows(&other)) {
        assert_ne!(first, third, "{table}");
    }
}

#[test]
fn what_is_there_already_is_left_as_it_is() {
    let town = Town::build(&options());
    {
        let connection = &mut *town.connection();
        connection
            .batch_execute(
                "set role omotenashi_house; select set_config('app.business_id', id::text, false)
                 from businesses.businesses where slug = 'salon-hana'; set role omotenashi_app",
            )
            .unwrap();
        let changed = sql_query(
            "update businesses.businesses set description_en = 'Ours now.' where id = platform.business()",
        );
        assert_eq!(changed.execute(connection).unwrap(), 1);
    }
    let before = rows(&town);
    let report = run(&town.db, &options());
    assert!(report.is_unchanged());
    assert!(report.to_string().contains("was there already"));
    assert_eq!(before, rows(&town));
    assert!(!TOWN.report.is_unchanged());
}
