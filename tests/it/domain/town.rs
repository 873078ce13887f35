//! What whoever searches the town can reach of the shops in it: what free times are reckoned from, of those who want to be
//! found, and nothing else.

use super::furniture::furnished;
use crate::support::{
    app::{TestApp, TestOptions},
    people::Cast,
    sql,
};
use diesel::{PgConnection, connection::SimpleConnection};
use std::collections::BTreeSet;

/// The columns that may be read, table by table; each further one is a decision.
const OPEN: [(&str, &str); 30] = [
    (
        "bookings.booking_lines",
        "booking_id business_id cancelled_at resource_id service_id start_at",
    ),
    (
        "bookings.bookings",
        "business_id deleted_at id resource_id service_id start_at status",
    ),
    (
        "businesses.business_holidays",
        "business_id close_minute date open_minute",
    ),
    (
        "businesses.business_hours",
        "business_id close_minute day_of_week open_minute valid_from week_of_month",
    ),
    (
        "businesses.business_settings",
        "bookings_stopped_at business_id horizon_days is_accepting most_starts_a_day most_starts_a_week notice_minutes slot_step_minutes",
    ),
    (
        "businesses.businesses",
        "address_en city display_name_en display_name_ja id name_kana prefecture slug timezone vertical_id",
    ),
    ("businesses.verticals", "id name_en name_ja slug"),
    (
        "catalog.categories",
        "business_id deleted_at id name_en name_ja sort_order",
    ),
    (
        "catalog.option_groups",
        "business_id deleted_at id is_required",
    ),
    ("catalog.options", "business_id deleted_at group_id"),
    (
        "catalog.processing_times",
        "after_minutes business_id processing_minutes service_id",
    ),
    (
        "catalog.service_changes",
        "business_id service_id setup_json valid_from",
    ),
    (
        "catalog.service_option_groups",
        "business_id group_id service_id",
    ),
    (
        "catalog.services",
        "audience buffer_after buffer_before business_id category deleted_at duration_minutes horizon_days id is_active name_en name_ja \
         notice_minutes party_max party_min price_cents slot_step_minutes sort_order tax_rate_percent",
    ),
    ("platform.revisions", "revision tenant"),
    ("platform.switches", "is_stopped name"),
    (
        "scheduling.allocations",
        "begins_at booking_id business_id end_at expires_at reservation_id resource_id seat start_at",
    ),
    (
        "scheduling.class_dates",
        "business_id date is_held resource_id service_id start_minute",
    ),
    ("scheduling.class_rules", "business_id service_id"),
    (
        "scheduling.line_caps",
        "business_id lines_a_day lines_a_week resource_id service_id",
    ),
    (
        "scheduling.reservations",
        "business_id chosen_resource_id committed_at expires_at id lines_json service_id start_at",
    ),
    (
        "scheduling.resources",
        "business_id capacity deleted_at has_shifts id is_active is_nominable party_max resource_type sort_order takes_online",
    ),
    (
        "scheduling.service_resources",
        "business_id duration_minutes is_required price_cents resource_id service_id use",
    ),
    (
        "scheduling.staff_exceptions",
        "business_id date end_minute resource_id start_minute",
    ),
    (
        "scheduling.staff_working_hours",
        "business_id day_of_week end_minute resource_id start_minute valid_from",
    ),
    (
        "scheduling.start_limit_dates",
        "business_id date most start_minute",
    ),
    (
        "scheduling.start_limits",
        "business_id day_of_week most start_minute",
    ),
    (
        "scheduling.table_group_members",
        "business_id group_id resource_id",
    ),
    (
        "scheduling.table_groups",
        "business_id deleted_at id least most sort_order",
    ),
    (
        "scheduling.timetable_entries",
        "business_id day_of_week service_id start_minute",
    ),
];

/// Every column of every table of ours that the role may read.
const READABLE: &str = "
    select n.nspname || '.' || c.relname || ' ' || string_agg(attname::text, ' ' order by attname::text collate \"C\") as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute on attrelid = c.oid
    where relkind in ('r', 'p', 'v', 'm') and attnum > 0 and not attisdropped
        and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
        and has_column_privilege('omotenashi_town', c.oid, attnum, 'select')
    group by n.nspname, c.relname order by 1";

/// Whatever it may do besides.
const MORE: &str = "
    select n.nspname || '.' || c.relname as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
        and (has_table_privilege('omotenashi_town', c.oid, 'insert, update, delete, truncate, references, trigger')
            or has_any_column_privilege('omotenashi_town', c.oid, 'insert, update, references'))
    union all select rolname::text from pg_roles where rolname = 'omotenashi_town'
        and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)
    union all select 'member of ' || m.roleid::regrole from pg_auth_members m where m.member = 'omotenashi_town'::regrole
    union all select tablename || ' by ' || policyname from pg_policies where 'omotenashi_town' = any (roles) and cmd <> 'SELECT'";

fn in_the_town(app: &TestApp) -> PgConnection {
    let mut connection = sql::connect(app.database_url());
    connection
        .batch_execute("set role omotenashi_town")
        .unwrap();
    connection
}

/// The shops of which a table shows something.
fn shown(town: &mut PgConnection, table: &str) -> BTreeSet<String> {
    let column = match table {
        "businesses.businesses" => "id",
        _ => "business_id",
    };
    let rows = format!("select distinct {column}::text as line from {table}");
    sql::lines(town, &rows).into_iter().collect()
}

fn of_tenants() -> impl Iterator<Item = &'static str> {
    let tables = OPEN.iter().map(|(table, _)| *table);
    tables.filter(|table| {
        ![
            "businesses.verticals",
            "platform.revisions",
            "platform.switches",
        ]
        .contains(table)
    })
}

#[test]
fn who_searches_the_town_reads_what_free_times_need_and_nothing_else() {
    let app = TestApp::start(TestOptions::default());
    let connection = &mut sql::connect(app.database_url());
    let open: Vec<String> = OPEN
        .iter()
        .map(|(table, columns)| format!("{table} {columns}"))
        .collect();
    assert_eq!(sql::lines(connection, READABLE), open);
    assert_eq!(sql::lines(connection, MORE), Vec::<String>::new());
    let town = &mut in_the_town(&app);
    for closed in [
        "select count(*) from customers.customers",
        "select customer_id from bookings.bookings",
        "select number from bookings.bookings",
        "select takes from bookings.booking_lines",
        "select details_json from scheduling.reservations",
        "select count(*) from accounts.users",
        "select name from scheduling.resources",
        "select note from scheduling.staff_exceptions",
        "select email from businesses.businesses",
        "select bookings_stopped_reason from businesses.business_settings",
        "update scheduling.start_limits set most = 0",
    ] {
        let refused = sql::refusal(town, closed).unwrap_or_default();
        assert!(refused.contains("permission denied"), "{closed}: {refused}");
    }
}

#[test]
fn what_is_booked_is_counted_only_where_a_shop_says_how_much_may_begin() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    furnished(&app, &cast);
    let salon = cast.salon.id.to_string();
    let counted = [
        "bookings.bookings",
        "bookings.booking_lines",
        "scheduling.reservations",
    ];
    let town = &mut in_the_town(&app);
    assert!(counted.map(|table| shown(town, table).contains(&salon)) == [true; 3]);
    app.execute(cast.salon.id, "delete from scheduling.line_caps");
    for table in counted {
        assert!(!shown(town, table).contains(&salon), "{table}");
    }
}

#[test]
fn a_shop_that_does_not_want_to_be_found_shows_the_town_nothing() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    furnished(&app, &cast);
    let (salon, clinic) = (cast.salon.id.to_string(), cast.clinic.id.to_string());
    let town = &mut in_the_town(&app);
    let mut told = 0;
    for table in of_tenants() {
        told += usize::from(shown(town, table).contains(&salon));
    }
    assert!(told > 15, "{told} tables tell of a shop that is listed");
    for (hidden, again) in [
        ("is_listed = false", "is_listed = true"),
        ("status = 'suspended'", "status = 'approved'"),
        (
            "onboarding_status = 'incomplete'",
            "onboarding_status = 'live'",
        ),
        ("deleted_at = now()", "deleted_at = null"),
    ] {
        let change = |what: &str| {
            let house = &mut sql::connect_as_house(app.database_url());
            sql::run(
                house,
                &format!("update businesses.businesses set {what} where id = '{salon}'"),
            );
        };
        change(hidden);
        for table in of_tenants() {
            let seen = shown(town, table);
            assert!(!seen.contains(&salon), "{hidden}: {table}");
        }
        assert!(shown(town, "businesses.businesses").contains(&clinic));
        change(again);
        assert!(shown(town, "scheduling.allocations").contains(&salon));
    }
}
