//! Every migration has a name that says where and what, and a way back that undoes it, no more and no less.

use super::{files, nothing_wrong};
use crate::support::{database::TestDatabase, sql};
use diesel::{PgConnection, connection::SimpleConnection};
use omotenashi::db::migrate;
use std::{collections::BTreeSet, fs};

/// Everything the catalogue knows of our schemas, one line a thing, without numbers that differ from one database to
/// the next.
const CATALOGUE: &str = "
    with ours as (select oid, nspname from pg_namespace
        where nspname !~ '^pg_' and nspname not in ('information_schema', 'public'))
    select 'schema ' || nspname || ' ' || coalesce(nspacl::text, '') || coalesce(obj_description(o.oid, 'pg_namespace'), '') as line
        from ours o join pg_namespace n using (oid, nspname)
    union all select 'extension ' || extname from pg_extension
    union all select 'relation ' || nspname || '.' || relname || ' ' || relkind::text || ' ' || relrowsecurity || relforcerowsecurity
        || ' ' || coalesce(relacl::text, '') || coalesce(obj_description(c.oid, 'pg_class'), '')
        from pg_class c join ours on ours.oid = relnamespace
    union all select 'column ' || attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull
        || ' ' || attgenerated::text || ' ' || coalesce(pg_get_expr(adbin, adrelid), '') || coalesce(col_description(attrelid, attnum), '')
        from pg_attribute join pg_class c on c.oid = attrelid join ours on ours.oid = relnamespace
        left join pg_attrdef on adrelid = attrelid and adnum = attnum where attnum > 0 and not attisdropped
    union all select 'constraint ' || conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(k.oid)
        || coalesce(obj_description(k.oid, 'pg_constraint'), '')
        from pg_constraint k join ours on ours.oid = connamespace
    union all select 'index ' || pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indexrelid join ours on ours.oid = relnamespace
    union all select 'policy ' || schemaname || '.' || tablename || '.' || policyname || ' ' || permissive || cmd || coalesce(qual, '')
        || coalesce(with_check, '') from pg_policies
    union all select 'routine ' || p.oid::regprocedure || ' ' || md5(prosrc) || prosecdef || coalesce(obj_description(p.oid, 'pg_proc'), '')
        from pg_proc p join ours on ours.oid = pronamespace
    union all select 'type ' || t.oid::regtype || ' ' || (select string_agg(enumlabel, ' ' order by enumsortorder) from pg_enum where enumtypid = t.oid)
        from pg_type t join ours on ours.oid = typnamespace where typtype = 'e'
    union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t where not tgisinternal
    union all select 'setting ' || coalesce(array_to_string(rolconfig, ','), '') from pg_roles where rolname = current_user";

/// A database whose owner is a role of its own: a way back changes the role's settings, which other tests lean on.
struct Alone {
    url: String,
    name: String,
    beside: TestDatabase,
}

impl Alone {
    fn migrated() -> Self {
        let beside = TestDatabase::new();
        let clone = beside.url.split(['/', '?']).nth(3).unwrap();
        // Names end at 63 letters.
        let name = format!("{}_alone", &clone[..50]);
        let url = beside
            .url
            .replacen(&format!("/{clone}?"), &format!("/{name}?"), 1);
        let url = url.replacen("user=omotenashi", &format!("user={name}"), 1);
        let connection = &mut sql::connect(&beside.url);
        for step in [
            format!("create role {name} login createrole"),
            format!("grant {name} to current_user"),
            format!(
                "grant omotenashi_app, omotenashi_house, omotenashi_person, omotenashi_town to {name} with admin option"
            ),
            format!("create database {name} owner {name}"),
        ] {
            connection.batch_execute(&step).unwrap();
        }
        migrate::up(&url).unwrap();
        Self { url, name, beside }
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        let connection = &mut sql::connect(&self.beside.url);
        for step in ["drop database if exists", "drop role if exists"] {
            let force = if step.contains("database") {
                " with (force)"
            } else {
                ""
            };
            // A failure here must not hide the test's own.
            connection
                .batch_execute(&format!("{step} {}{force}", self.name))
                .ok();
        }
    }
}

fn catalogue(connection: &mut PgConnection) -> Vec<String> {
    sql::lines(connection, CATALOGUE)
}

#[test]
fn each_way_back_undoes_its_way_there_and_the_whole_way_can_be_gone_again() {
    let database = Alone::migrated();
    let connection = &mut sql::connect(&database.url);
    let whole = catalogue(connection);
    let (mut levels, mut names) = (vec![whole.clone()], Vec::new());
    while let Some(name) = migrate::down(&database.url).unwrap() {
        levels.push(catalogue(connection));
        names.push(name);
    }
    let rest: Vec<_> = levels
        .last()
        .unwrap()
        .iter()
        .filter(|line| !line.starts_with("extension plpgsql"))
        .collect();
    assert_eq!(rest, ["setting "], "nothing of ours is left");
    // Up again by hand, one at a time: each level must look as it did on the way down.
    let mut steps: Vec<_> = fs::read_dir("migrations")
        .unwrap()
        .map(|step| step.unwrap().path())
        .collect();
    steps.retain(|step| step.is_dir());
    steps.sort();
    for (step, before) in steps.iter().zip(levels.iter().rev()) {
        let now = catalogue(connection);
        assert_eq!(
            differences(before, &now),
            Vec::<String>::new(),
            "before {}",
            step.display()
        );
        let up = fs::read_to_string(step.join("up.sql")).unwrap();
        connection.batch_execute(&up).unwrap();
    }
    assert_eq!(steps.len(), names.len());
    assert_eq!(
        differences(&whole, &catalogue(connection)),
        Vec::<String>::new()
    );
}

#[test]
fn the_program_goes_the_whole_way_again_after_the_whole_way_back() {
    let database = Alone::migrated();
    let connection = &mut sql::connect(&database.url);
    let whole = catalogue(connection);
    while migrate::down(&database.url).unwrap().is_some() {}
    let run = migrate::up(&database.url).unwrap();
    assert_eq!(run.len(), migrate::status(&database.url).unwrap().len());
    assert_eq!(
        differences(&whole, &catalogue(connection)),
        Vec::<String>::new()
    );
}

#[test]
fn every_migration_says_when_where_and_what() {
    let mut wrong = Vec::new();
    let texts = files("migrations", "sql");
    let names: BTreeSet<&str> = texts
        .iter()
        .filter_map(|(file, _)| file.split('/').nth(1))
        .collect();
    let mut numbers = BTreeSet::new();
    for name in names {
        wrong.extend(misnamed(name));
        if !numbers.insert(name.get(..17)) {
            wrong.push(format!("{name}: another has its number"));
        }
        for way in ["up.sql", "down.sql"] {
            if !texts.iter().any(|(file, text)| {
                *file == format!("migrations/{name}/{way}") && !text.trim().is_empty()
            }) {
                wrong.push(format!("{name} has no {way}"));
            }
        }
    }
    for (file, text) in texts.iter().filter(|(file, _)| file.ends_with("up.sql")) {
        if !text.starts_with("-- ") {
            wrong.push(format!("{file} does not begin by saying why"));
        }
    }
    nothing_wrong(&wrong);
}

/// `2026-11-20-000008_catalog_create_services`.
fn misnamed(name: &str) -> Option<String> {
    let rooms = [
        "foundation",
        "platform",
        "queue",
        "audit",
        "accounts",
        "businesses",
        "customers",
        "catalog",
        "scheduling",
        "payments",
        "notifications",
        "bookings",
        "visits",
        "stays",
        "shop",
        "reviews",
        "integrations",
        "analytics",
    ];
    let (number, what) = name.split_once('_').unwrap_or((name, ""));
    let shape = number.len() == 17
        && number.chars().enumerate().all(|(at, c)| {
            if [4, 7, 10].contains(&at) {
                c == '-'
            } else {
                c.is_ascii_digit()
            }
        });
    let room = what.split('_').next().unwrap_or_default();
    let words = what
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    (!shape || !words || !rooms.contains(&room))
        .then(|| format!("{name} is not <date>-<number>_<room>_<what happens>"))
}

/// What only one of two catalogues has.
fn differences(one: &[String], other: &[String]) -> Vec<String> {
    let (one, other): (BTreeSet<_>, BTreeSet<_>) = (one.iter().collect(), other.iter().collect());
    let gone = one.difference(&other).map(|line| format!("- {line}"));
    gone.chain(other.difference(&one).map(|line| format!("+ {line}")))
        .collect()
}

#[test]
fn a_way_back_that_leaves_or_takes_too_much_is_seen() {
    let database = TestDatabase::new();
    let connection = &mut sql::connect(&database.url);
    let mut before = catalogue(connection);
    for change in [
        "create table shops ()",
        "drop index bookings.idx_bookings_customer",
        "alter table bookings.bookings no force row level security",
        "alter table bookings.bookings alter column locale set default 'en'",
        "grant truncate on bookings.bookings to omotenashi_app",
        "comment on table bookings.bookings is 'gone'",
        "drop trigger touch on bookings.bookings",
        "alter type bookings.booking_source add value 'kiosk'",
    ] {
        connection
            .batch_execute(&format!("set search_path = bookings; {change}"))
            .unwrap();
        let now = catalogue(connection);
        assert_ne!(differences(&before, &now), Vec::<String>::new(), "{change}");
        before = now;
    }
    assert!(misnamed("2026-11-20-000008_catalog_create_services").is_none());
    assert!(misnamed("2026-11-20-8_catalog_create").is_some());
    assert!(misnamed("2026-11-20-000008_menu_create").is_some());
}
