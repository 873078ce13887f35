//! What every table of a tenant has, read from the catalogue: nobody can forget the wall around a new table.

use super::{files, nothing_wrong};
use crate::support::{database::TestDatabase, sql};
use diesel::connection::SimpleConnection;

/// Tables that belong to nobody in particular. Each further one is a decision and is written here.
const OF_NO_TENANT: &str = "('platform.feature_flags'), ('platform.rate_limits'), ('platform.idempotency_keys'), ('platform.revisions'), ('platform.switches'), ('queue.job_pauses'), ('queue.turns'), ('platform.postal_codes'),
    ('accounts.users'), ('accounts.user_sessions'), ('accounts.refresh_tokens'), ('accounts.email_verifications'),
    ('accounts.password_resets'), ('accounts.email_changes'), ('accounts.sign_in_codes'), ('accounts.identities'), ('accounts.identity_offers'), ('accounts.family_members'), ('accounts.erasures'),
    ('accounts.totp_factors'), ('accounts.second_factor_demands'), ('accounts.recovery_codes'), ('accounts.passkeys'), ('accounts.passkey_ceremonies'), ('accounts.permissions'), ('accounts.account_closures'), ('accounts.impersonations'), ('accounts.factor_resets'), ('accounts.message_preferences'), ('accounts.receipt_names'), ('accounts.role_permissions'), ('businesses.verticals'),
    ('payments.payment_webhooks')";

/// Our tables; `tenant` is the column that says whose a row is. Partitions are reached through their parents.
const TABLES: &str = "with tables as (
    select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
        case when n.nspname || '.' || c.relname = 'businesses.businesses' then 'id' else
            (select attname::text from pg_attribute where attrelid = c.oid and attname in ('business_id', 'property_id')) end as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')),
    scopes (scope) as (values ('omotenashi_app'), ('omotenashi_house'), ('omotenashi_person'))";

/// Each rule as a query for those who break it.
const RULES: [(&str, &str); 14] = [
    (
        "has no tenant and is not on the list of those who need none",
        "select name as line from tables where tenant is null and name not in (select * from (values {none}) as free)",
    ),
    (
        "is on the list of those without a tenant and does not exist, or has one",
        "select free.name as line from (values {none}) as free (name) left join tables using (name) where oid is null or tenant is not null",
    ),
    (
        "has a tenant and no row security, or not for its owner",
        "select name as line from tables where tenant is not null and not (relrowsecurity and relforcerowsecurity)",
    ),
    (
        "has a tenant and no restrictive rule about it",
        "select name || ' for ' || scope as line from tables, scopes
         where tenant is not null and not exists (select from pg_policy where polrelid = tables.oid and not polpermissive and polcmd = '*'
             and polroles = array[scope::regrole::oid] and polwithcheck is null
             and (scope <> 'omotenashi_app' or pg_get_expr(polqual, polrelid) = '(' || tenant || ' = ( SELECT platform.business() AS business))'))",
    ),
    (
        "lets in who is in no scope at all",
        "select name || ' by ' || polname as line from tables join pg_policy on polrelid = tables.oid where polroles && array[0::oid]",
    ),
    (
        "points into another business: its key does not hold the tenant on both sides",
        "select source.name || ' ' || conname as line from pg_constraint join tables source on source.oid = conrelid join tables target on target.oid = confrelid
         where contype = 'f' and source.tenant is not null and target.tenant is not null and target.name <> 'businesses.businesses'
             and not exists (select from unnest(conkey, confkey) as pair (here, there)
                 join pg_attribute h on h.attrelid = conrelid and h.attnum = here join pg_attribute t on t.attrelid = confrelid and t.attnum = there
                 where h.attname = source.tenant and t.attname = target.tenant)",
    ),
    (
        "has a column of an id that points nowhere although such a table is of the tenant",
        "select name || '.' || attname as line from tables join pg_attribute a on attrelid = oid
         where attname in ('booking_id', 'service_id', 'customer_id', 'resource_id', 'reservation_id') and attnum > 0 and tenant is not null
             and not exists (select from pg_constraint where contype = 'f' and conrelid = tables.oid and attnum = any (conkey))",
    ),
    (
        "is a view that sees with its owner's eyes",
        "select c.oid::regclass::text as line from pg_class c join pg_namespace n on n.oid = relnamespace
         where relkind = 'v' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
             and not coalesce(reloptions @> '{security_invoker=true}', false)",
    ),
    (
        "is a stored view or a partition, past row security, and open to requests",
        "select c.oid::regclass::text as line from pg_class c, scopes where (relkind = 'm' or relispartition and relkind = 'r')
             and has_table_privilege(scope, c.oid, 'select, insert, update, delete')",
    ),
    (
        "may be emptied, referred to or given triggers by requests, past row security",
        "select name as line from tables, scopes where has_table_privilege(scope, oid, 'truncate, references, trigger')",
    ),
    (
        "may be changed by those who only read their own rows",
        "select name as line from tables where has_table_privilege('omotenashi_person', oid, 'insert, update, delete')",
    ),
    (
        "runs with its owner's rights",
        "select p.oid::regprocedure::text as line from pg_proc p join pg_namespace n on n.oid = pronamespace
         where prosecdef and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')",
    ),
    (
        "is what requests run as, and more than it may be",
        "select rolname::text as line from pg_roles join scopes on scope = rolname where rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb
         union all select name from tables join pg_roles r on r.oid = relowner where rolname in (select scope from scopes) or rolsuper
         union all select rolname::text from pg_auth_members m join pg_roles r on r.oid = m.member where rolname in (select scope from scopes)",
    ),
    (
        "is a room without a word about any of its tables or columns",
        "select split_part(name, '.', 1) as line from tables group by 1
         having not bool_or(obj_description(oid, 'pg_class') is not null or exists (select from pg_description where objoid = oid and objsubid > 0))",
    ),
];

/// What does not hold yet. Whoever mends one takes it away here; nothing may be added without a reason.
const OWED: [&str; 0] = [];

#[test]
fn every_table_of_a_tenant_stands_inside_its_walls() {
    let database = TestDatabase::new();
    let (owed, wrong): (Vec<_>, Vec<_>) = complaints(&database)
        .into_iter()
        .partition(|complaint| OWED.contains(&complaint.as_str()));
    nothing_wrong(&wrong);
    assert_eq!(owed, OWED, "paid; take it off the list");
}

fn complaints(database: &TestDatabase) -> Vec<String> {
    let connection = &mut sql::connect(&database.url);
    // Names are then written whole.
    connection
        .batch_execute("set search_path = pg_catalog")
        .unwrap();
    let mut found = Vec::new();
    for (why, rule) in RULES {
        let query = format!("{TABLES} {}", rule.replace("{none}", OF_NO_TENANT));
        found.extend(
            sql::lines(connection, &query)
                .into_iter()
                .map(|line| format!("{line} {why}")),
        );
    }
    found
}

/// What somebody could forget, and what is said then.
const FORGOTTEN: [(&str, &str); 14] = [
    ("create table shop.pots (id uuid primary key)", "shop.pots has no tenant"),
    ("create table shop.pans (id uuid primary key, business_id uuid not null)", "shop.pans has a tenant and no row security"),
    ("alter table catalog.services no force row level security", "catalog.services has a tenant and no row security"),
    ("drop policy tenant on catalog.services", "catalog.services for omotenashi_app has a tenant and no restrictive"),
    ("create policy anyone on catalog.services using (true)", "catalog.services by anyone lets in"),
    ("grant update on catalog.services to omotenashi_person", "catalog.services may be changed by those"),
    ("create table shop.lids (id uuid primary key, business_id uuid not null, service_id uuid references catalog.services (id));
      call platform.protect('shop.lids')", "shop.lids lids_service_id_fkey points into another"),
    ("create table shop.jars (id uuid primary key, business_id uuid not null, booking_id uuid);
      call platform.protect('shop.jars')", "shop.jars.booking_id has a column"),
    ("create view shop.all_bookings as select * from bookings.bookings", "shop.all_bookings is a view"),
    ("create materialized view shop.sums as select business_id, count(*) from bookings.bookings group by 1;
      grant select on shop.sums to omotenashi_app", "shop.sums is a stored view"),
    ("grant truncate on bookings.bookings to omotenashi_app", "bookings.bookings may be emptied"),
    ("create function shop.look() returns bigint language sql security definer as 'select count(*) from bookings.bookings'", "shop.look() runs with"),
    ("alter table catalog.categories owner to omotenashi_app", "catalog.categories is what requests run as"),
    ("drop table businesses.verticals cascade", "businesses.verticals is on the list"),
];

#[test]
fn whatever_somebody_forgets_is_seen() {
    let database = TestDatabase::new();
    let connection = &mut sql::connect(&database.url);
    let open = "create schema shop; alter role current_user set client_min_messages = warning; grant create on schema catalog to omotenashi_app";
    connection
        .batch_execute(&open.replace("alter role current_user set", "set"))
        .unwrap();
    for (forgotten, said) in FORGOTTEN {
        assert!(
            !complaints(&database)
                .iter()
                .any(|found| found.starts_with(said)),
            "{said} before"
        );
        connection.batch_execute(forgotten).unwrap();
        let found = complaints(&database);
        assert!(
            found.iter().any(|found| found.starts_with(said)),
            "{forgotten}: {found:?}"
        );
    }
    assert!(
        complaints(&database)
            .iter()
            .any(|found| found.starts_with("shop is a room without a word"))
    );
}

#[test]
fn what_rust_knows_of_the_tables_is_what_the_database_has() {
    let database = TestDatabase::new();
    let connection = &mut sql::connect(&database.url);
    let there = sql::lines(connection, COLUMNS);
    let known = known_columns(&files("src/schema/generated", "rs"));
    assert!(known.len() > 300, "{} columns are known", known.len());
    let differ = |one: &[String], other: &[String], what: &str| -> Vec<String> {
        let only = one.iter().filter(|line| !other.contains(line));
        only.map(|line| format!("{what}: {line}")).collect()
    };
    let wrong = [
        differ(&known, &there, "only Rust knows"),
        differ(&there, &known, "only the database has"),
    ]
    .concat();
    nothing_wrong(&wrong);
    connection
        .batch_execute("alter table bookings.bookings alter column staff_note drop not null")
        .unwrap();
    let changed = sql::lines(connection, COLUMNS);
    assert_eq!(
        differ(&known, &changed, "-"),
        ["-: bookings.bookings 23 staff_note Text"]
    );
}

/// Columns in their order, with the names that Diesel has for their types.
const COLUMNS: &str = "
    select n.nspname || '.' || c.relname || ' ' || row_number() over (partition by c.oid order by attnum) || ' ' || attname || ' '
        || case when attnotnull then kind else 'Nullable<' || kind || '>' end as line
    from pg_class c join pg_namespace n on n.oid = relnamespace join pg_attribute on attrelid = c.oid
    join pg_type t on t.oid = atttypid left join pg_type e on e.oid = t.typelem and t.typcategory = 'A',
    lateral (select case when e.oid is null then replace(initcap(replace(t.typname, '_', ' ')), ' ', '')
        else 'Array<Nullable<' || initcap(e.typname) || '>>' end as kind) as named
    where relkind in ('r', 'p') and not relispartition and attnum > 0 and not attisdropped
        and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')";

/// The same, read from the files that Diesel's tool has written.
fn known_columns(files: &[(String, String)]) -> Vec<String> {
    let mut known = Vec::new();
    for (_, text) in files {
        let (mut table, mut column, mut renamed) = (String::new(), 0, None);
        for line in text.lines().map(str::trim) {
            if let Some((name, _)) = line
                .split_once(" (")
                .filter(|_| line.ends_with(") {") && line.contains('.'))
            {
                name.clone_into(&mut table);
                column = 0;
            } else if let Some(name) = line.strip_prefix("#[sql_name = \"") {
                renamed = name.split('"').next().map(str::to_owned);
            } else if let Some((name, kind)) = line.trim_end_matches(',').split_once(" -> ") {
                // What joins to what is no column; a partition goes with its month, and queries name its parent.
                if name.contains('(') || table.contains("_20") {
                    continue;
                }
                column += 1;
                let name = renamed.take().unwrap_or_else(|| name.to_owned());
                known.push(format!("{table} {column} {name} {kind}"));
            }
        }
    }
    known.sort();
    known
}
