//! The twenty-seven indexes by name, and the others by their columns.

use crate::support::{
    app::{TestApp, TestOptions},
    build::a_business,
    database::TestDatabase,
    sql,
};
use diesel::connection::SimpleConnection;
use serde_json::json;

/// Name, table, columns, predicate: as the first seed prints them.
const NAMED: [(&str, &str, &str); 27] = [
    (
        "idx_bookings_business_date",
        "bookings(business_id, start_at)",
        LIVE,
    ),
    ("idx_bookings_customer", "bookings(customer_id)", LIVE),
    ("idx_bookings_status", "bookings(status, created_at)", LIVE),
    ("idx_bookings_service", "bookings(service_id)", LIVE),
    ("idx_bookings_resource", "bookings(resource_id)", LIVE),
    (
        "idx_bookings_time_range",
        "bookings(start_at, end_at)",
        LIVE,
    ),
    ("idx_bookings_active", "bookings(business_id, status)", LIVE),
    ("idx_payments_booking", "booking_payments(booking_id)", ""),
    (
        "idx_payments_status",
        "booking_payments(status, created_at)",
        "",
    ),
    (
        "idx_payments_provider",
        "booking_payments(provider, created_at)",
        "",
    ),
    (
        "idx_customers_business",
        "customers(business_id, deleted_at)",
        LIVE,
    ),
    ("idx_customers_user", "customers(user_id)", LIVE),
    ("idx_customers_email", "customers(email)", LIVE),
    ("idx_customers_active", "customers(business_id)", LIVE),
    (
        "idx_services_business",
        "services(business_id, is_active)",
        LIVE,
    ),
    (
        "idx_services_active",
        "services(business_id, is_active)",
        LIVE,
    ),
    ("idx_services_category", "services(category)", LIVE),
    (
        "idx_reviews_business",
        "reviews(business_id, is_visible)",
        LIVE,
    ),
    ("idx_reviews_customer", "reviews(customer_id)", LIVE),
    ("idx_reviews_rating", "reviews(rating, created_at)", LIVE),
    (
        "idx_analytics_business_date",
        "analytics_daily(business_id, date desc)",
        "",
    ),
    ("idx_analytics_date", "analytics_daily(date desc)", ""),
    (
        "idx_staff_business",
        "staff_assignments(business_id, is_active)",
        THERE,
    ),
    ("idx_staff_user", "staff_assignments(user_id)", THERE),
    (
        "idx_audit_entity",
        "audit_logs(entity, entity_id, created_at desc)",
        "",
    ),
    (
        "idx_audit_actor",
        "audit_logs(actor_user_id, created_at desc)",
        "",
    ),
    (
        "idx_audit_action",
        "audit_logs(action, created_at desc)",
        "",
    ),
];
const LIVE: &str = "where deleted_at is null";
const THERE: &str = "where terminated_at is null";

/// Table and columns of the indexes that the first seed asks for without a name (S0-07 to S0-47).
const UNNAMED: &str = "users(role, is_active); users(email) unique; refresh_tokens(user_id, expires_at); refresh_tokens(token_hash) unique;
    email_verifications(user_id, token); password_resets(user_id, token, expires_at); user_sessions(user_id, expires_at);
    verticals(slug) unique; businesses(slug) unique; businesses(owner_id); businesses(vertical_id); businesses(status, deleted_at);
    business_settings(business_id) unique; business_verifications(business_id, status); business_documents(business_id, document_type);
    business_hours(business_id, day_of_week); business_holidays(business_id, date); business_media(business_id, display_order);
    services(policy_id); resources(business_id, resource_type); service_resources(service_id); service_resources(resource_id);
    service_resources(service_id, resource_id) unique; staff_assignments(user_id, business_id); staff_assignments(business_id, is_active);
    staff_working_hours(resource_id, day_of_week); staff_exceptions(resource_id, date); booking_history(booking_id, created_at);
    booking_reminders(booking_id, sent_at); waitlist(business_id, service_id); waitlist(customer_id); waitlist(status, created_at);
    customer_notes(customer_id, created_at); booking_payments(provider, status); payment_webhooks(provider, event_type, processed_at);
    idempotency_keys(key) unique; idempotency_keys(expires_at); notification_outbox(recipient_id, delivery_status);
    notification_outbox(scheduled_at, delivery_status); notification_outbox(created_at); analytics_daily(business_id, date) unique;
    rate_limits(key) unique; rate_limits(expires_at); feature_flags(name) unique; feature_flags(is_enabled);
    cancellation_policies(business_id, is_default)";

fn definition(connection: &mut diesel::PgConnection, name: &str) -> Vec<String> {
    let query = format!("select pg_get_indexdef('{name}'::regclass) as line");
    sql::lines(connection, &query)
}

#[test]
fn s0_51_to_s0_80_the_named_indexes_are_what_the_seed_prints() {
    let database = TestDatabase::new();
    let connection = &mut sql::connect(&database.url);
    for (name, on, predicate) in NAMED {
        let ours = definition(connection, name);
        // The seed's own statement, word for word; whatever it makes is what ours must have been.
        let seeds = format!("drop index {name}; create index {name} on {on} {predicate}");
        connection.batch_execute(&seeds).unwrap();
        assert_eq!(ours, definition(connection, name), "{name}");
    }
}

#[test]
fn an_index_with_other_columns_or_another_order_is_not_taken_for_it() {
    let database = TestDatabase::new();
    let connection = &mut sql::connect(&database.url);
    let ours = definition(connection, "idx_analytics_date");
    let other =
        "drop index idx_analytics_date; create index idx_analytics_date on analytics_daily(date)";
    connection.batch_execute(other).unwrap();
    assert_ne!(ours, definition(connection, "idx_analytics_date"));
}

#[test]
fn the_unnamed_indexes_have_their_columns_in_their_order() {
    let database = TestDatabase::new();
    let connection = &mut sql::connect(&database.url);
    let there = sql::lines(
        connection,
        "select c.relname || '(' || string_agg(attname, ', ' order by place) || ')' || case when indisunique then ' unique' else '' end as line
         from pg_index join pg_class c on c.oid = indrelid, unnest(indkey) with ordinality as key (number, place)
         join pg_attribute on attnum = key.number where attrelid = indrelid group by indexrelid, c.relname, indisunique",
    );
    let wanted: Vec<String> = UNNAMED
        .split(';')
        .map(|one| one.trim().to_owned())
        .collect();
    assert_eq!(wanted.len(), 46);
    let missing: Vec<&String> = wanted.iter().filter(|one| !there.contains(one)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Four weeks of bookings, one every twenty minutes.
const MANY: &str = "insert into bookings (business_id, number, customer_id, start_at, end_at, business_date)
    select c.business_id, 'N' || n, c.id, t, t + interval '20 minutes', t::date from customers c, generate_series(1, 2000) n,
    lateral (select '2026-11-01 00:00+09'::timestamptz + n * interval '20 minutes' as t) as at";

#[test]
fn s0_85_the_list_of_bookings_finds_its_day_by_its_index_as_requests_do() {
    let app = TestApp::start(TestOptions::default());
    let shops = [(); 4].map(|()| a_business(&app).build().id);
    for shop in shops {
        app.insert(
            shop,
            "customers.customers",
            json!({"business_id": shop, "name": "山田 花子"}),
        );
        app.execute(shop, MANY);
    }
    sql::connect(app.database_url())
        .batch_execute("analyze bookings.bookings")
        .unwrap();
    let plan = sql::plan(
        &mut sql::connect_within(app.database_url(), Some(shops[0])),
        &format!(
            "select * from bookings where business_id = '{}' and deleted_at is null
             and start_at between '2026-11-20' and '2026-11-21' order by start_at desc limit 20",
            shops[0]
        ),
    );
    assert!(plan.contains("using idx_bookings_business_date"), "{plan}");
    assert!(plan.contains("Index Cond: ((business_id ="), "{plan}");
}
