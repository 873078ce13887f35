//! Tables, keys, labels and columns.

use crate::support::{database::TestDatabase, sql};
use std::collections::BTreeSet;

/// The thirty-five tables of the first seed, in the schemas that DECISIONS.md gives them.
const TABLES: [(&str, &str); 11] = [
    ("platform", "feature_flags rate_limits idempotency_keys"),
    ("audit", "audit_logs"),
    ("accounts", "users refresh_tokens email_verifications password_resets user_sessions"),
    (
        "businesses",
        "verticals businesses business_settings business_verifications business_documents business_hours business_holidays
         business_media staff_assignments",
    ),
    ("customers", "customers customer_notes"),
    ("catalog", "services cancellation_policies"),
    ("scheduling", "resources service_resources staff_working_hours staff_exceptions"),
    ("payments", "booking_payments payment_webhooks"),
    ("notifications", "notification_outbox"),
    ("bookings", "bookings booking_history booking_reminders waitlist"),
    ("reviews", "reviews"),
];

fn ask(query: &str) -> Vec<String> {
    let database = TestDatabase::new();
    sql::lines(&mut sql::connect(&database.url), query)
}

fn tables() -> Vec<String> {
    let of_room = |(room, names): &(&str, &str)| -> Vec<String> {
        names
            .split_whitespace()
            .map(|name| format!("{room}.{name}"))
            .collect()
    };
    let mut tables: Vec<String> = TABLES.iter().flat_map(of_room).collect();
    tables.push("analytics.analytics_daily".to_owned());
    tables
}

#[test]
fn s0_01_the_server_is_not_older_than_fourteen() {
    let old =
        ask("select version() as line where current_setting('server_version_num')::int < 140000");
    assert!(old.is_empty(), "{old:?}");
}

#[test]
fn s0_02_the_three_extensions_are_there() {
    let there = ask("select extname::text as line from pg_extension");
    for name in ["uuid-ossp", "pgcrypto", "citext"] {
        assert!(there.contains(&name.to_owned()), "{name} in {there:?}");
    }
}

#[test]
fn s0_03_all_thirty_five_tables_are_found_under_their_names_as_queries_print_them() {
    let tables = tables();
    assert_eq!(tables.len(), 35);
    let database = TestDatabase::new();
    let connection = &mut sql::connect(&database.url);
    for table in tables {
        let (room, name) = table.split_once('.').unwrap();
        let query = format!(
            "select nspname::text as line from pg_class c join pg_namespace n on n.oid = relnamespace where c.oid = to_regclass('{name}')"
        );
        assert_eq!(sql::lines(connection, &query), [room], "{name}");
    }
}

#[test]
fn s0_04_every_key_is_a_uuid_that_uuid_ossp_makes() {
    let keys = ask("select n.nspname || '.' || c.relname || ' ' || string_agg(attname || ' ' || format_type(atttypid, null) || ' '
            || coalesce(pg_get_expr(adbin, adrelid), '-'), ', ' order by attnum) as line
        from pg_index join pg_class c on c.oid = indrelid join pg_namespace n on n.oid = relnamespace
        join pg_attribute on attrelid = c.oid and attnum = any (indkey) left join pg_attrdef on adrelid = c.oid and adnum = attnum
        where indisprimary group by n.nspname, c.relname");
    for table in tables() {
        let line = keys
            .iter()
            .find(|line| line.starts_with(&format!("{table} ")))
            .unwrap();
        let wanted = match table.as_str() {
            // Partitioned: its key holds the month, and its ids go by time (DECISIONS.md, deviations).
            "audit.audit_logs" => "id uuid uuid_v7(), created_at timestamp with time zone now()",
            _ => "id uuid uuid_generate_v4()",
        };
        assert_eq!(line, &format!("{table} {wanted}"));
    }
}

#[test]
fn s0_05_and_s1_08_the_labels_are_the_promised_ones() {
    let labels = ask(
        "select typname || ': ' || string_agg(enumlabel, ' ' order by enumsortorder) as line
        from pg_enum join pg_type t on t.oid = enumtypid group by typname",
    );
    for wanted in [
        "user_role: admin owner staff customer",
        "booking_status: pending pending_payment pending_deposit confirmed arrived in_service completed cancelled no_show expired",
        "payment_status: pending succeeded failed refunded",
        "delivery_status: queued sent delivered failed bounced",
        "note_type: allergy preference restriction special_need",
        "channel: email sms webhook line",
        "staff_role: owner manager receptionist service_provider",
        "resource_type: staff room table equipment trainer vehicle",
    ] {
        assert!(
            labels.contains(&wanted.to_owned()),
            "{wanted} in {labels:#?}"
        );
    }
}

#[test]
fn s0_81_and_s0_84_the_documents_are_jsonb_and_the_names_are_in_two_languages() {
    let columns: BTreeSet<String> = ask("select table_name || '.' || column_name || ' ' || udt_name as line from information_schema.columns")
        .into_iter()
        .collect();
    for wanted in [
        "customers.preferences_json jsonb",
        "bookings.price_snapshot_json jsonb",
        "bookings.policy_snapshot_json jsonb",
        "bookings.metadata jsonb",
        "services.metadata jsonb",
        "services.name_ja text",
        "services.name_en text",
        "users.email citext",
        "staff_assignments.terminated_at timestamptz",
        "business_documents.document_type text",
        "idempotency_keys.key text",
        "notification_outbox.recipient_id uuid",
        // The second seed's: holds, capacity, order of the menu, the edit's version.
        "reservations.expires_at timestamptz",
        "services.max_simultaneous_bookings int2",
        "categories.sort_order int2",
        "bookings.version int4",
        "bookings.status booking_status",
        "notification_logs.channel channel",
    ] {
        assert!(columns.contains(wanted), "{wanted}");
    }
}

#[test]
fn what_can_be_deleted_softly_has_its_column() {
    let soft = ask(
        "select distinct table_name::text as line from information_schema.columns where column_name = 'deleted_at'",
    );
    for table in [
        "users",
        "businesses",
        "services",
        "resources",
        "bookings",
        "waitlist",
        "customers",
        "reviews",
        "cancellation_policies",
    ] {
        assert!(soft.contains(&table.to_owned()), "{table} in {soft:?}");
    }
}

/// Keys that neither cascade nor let go, each on purpose: a kind of business that a shop is of stays, and so do the key of
/// whoever ended their account and a booking that the books have a receipt of.
const HELD: [&str; 3] = [
    "businesses_vertical_id_fkey",
    "erasures_user_id_fkey",
    "receipts_booking_fkey",
];

#[test]
fn s0_49_every_foreign_key_cascades_or_lets_go_and_lets_go_of_one_column_only() {
    let others = ask(
        "select conname::text as line from pg_constraint where contype = 'f' and confdeltype not in ('c', 'n') and conparentid = 0",
    );
    assert_eq!(others, HELD);
    // Of a key of two columns only the reference goes; the row stays in its business.
    let whole = ask(
        "select conname::text as line from pg_constraint where contype = 'f' and confdeltype = 'n'
        and array_length(conkey, 1) > 1 and coalesce(array_length(confdelsetcols, 1), 0) <> 1",
    );
    assert_eq!(whole, Vec::<String>::new());
    let required = ask("select conname::text as line from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (coalesce(confdelsetcols, conkey))
        where contype = 'f' and confdeltype = 'n' and attnotnull");
    assert_eq!(
        required,
        Vec::<String>::new(),
        "set null on a column that must not be"
    );
}

#[test]
fn s0_28_and_s0_41_bookings_and_reviews_refer_to_all_they_speak_of() {
    let keys = ask(
        "select conrelid::regclass || ' ' || confrelid::regclass as line from pg_constraint where contype = 'f'",
    );
    for wanted in [
        "bookings businesses",
        "bookings services",
        "bookings resources",
        "bookings customers",
        "reviews businesses",
        "reviews customers",
        "reviews bookings",
        "reviews users",
        "business_verifications users",
        "business_documents users",
        "booking_history users",
        "customers users",
        "audit_logs users",
    ] {
        assert!(keys.contains(&wanted.to_owned()), "{wanted} in {keys:#?}");
    }
}

#[test]
fn s1_01_the_second_seeds_tables_are_there_under_the_names_of_the_one_product() {
    let database = TestDatabase::new();
    let connection = &mut sql::connect(&database.url);
    // appointments are bookings; availability is hours, holidays and shifts (DECISIONS.md).
    for name in [
        "businesses",
        "users",
        "categories",
        "services",
        "business_hours",
        "business_holidays",
        "staff_working_hours",
        "staff_exceptions",
        "reservations",
        "bookings",
        "audit_logs",
        "notification_logs",
    ] {
        assert_eq!(
            sql::lines(
                connection,
                &format!("select 'there' as line where to_regclass('{name}') is not null")
            )
            .len(),
            1,
            "{name}"
        );
    }
}

#[test]
fn s1_09_the_migrations_come_in_the_order_of_the_seven_steps() {
    let mut folders: Vec<String> = std::fs::read_dir("migrations")
        .unwrap()
        .map(|folder| folder.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let place = |word: &str| folders.iter().position(|name| name.contains(word)).unwrap();
    let steps = ["foundation", "scheduling", "bookings"].map(place);
    assert!(steps.is_sorted(), "{folders:?}");
    assert_eq!(steps[0], 0);
}
