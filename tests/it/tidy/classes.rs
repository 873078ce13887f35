//! Every table has a class in `migrations/DATA.md`, and what its class keeps out of the trail of changes is kept out
//! (ASVS 14.1.1, 14.1.2).

use super::nothing_wrong;
use crate::support::{database::TestDatabase, sql};
use std::collections::BTreeMap;

const CLASSES: [&str; 6] = ["open", "own", "person", "close", "key", "work"];
/// Of these, no name, contact, word or key stands in the trail.
const GUARDED: [&str; 3] = ["person", "close", "key"];
/// How columns are called that hold such a thing; elsewhere, a business shows its own.
const TELLING: &str = "email phone family_name given_name family_name_kana given_name_kana display_name name kana relation
    birth_year note customer_note staff_note comment response_text reason reopened_because subject url file_name search_key
    password_hash pin_hash token_hash token key_json credential_id raw_response preferences_json metadata avatar_url";

/// Tables that are written down, with the columns that are left out.
const TRAIL: &str = "select n.nspname || '.' || c.relname || ' ' || a.attname as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_proc p on p.oid = t.tgfoid join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where p.proname = 'record' and not t.tgisinternal and not a.attname::text = any (
        string_to_array(encode(t.tgargs, 'escape'), '\\000'))
    order by 1";
/// A shop calls its tablets what it likes; that is nobody's name.
const OF_THINGS: [&str; 1] = ["businesses.shop_devices name"];
const TABLES: &str = "select n.nspname || '.' || c.relname as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')";

#[test]
fn every_table_has_a_class_and_the_trail_keeps_no_more_than_that_allows() {
    let database = TestDatabase::new();
    let connection = &mut sql::connect(&database.url);
    let tables = sql::lines(connection, TABLES);
    let written_down = sql::lines(connection, TRAIL);
    let file = format!("{}/migrations/DATA.md", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).unwrap();
    nothing_wrong(&complaints(&text, &tables, &written_down));
}

fn complaints(text: &str, tables: &[String], written_down: &[String]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut classes = BTreeMap::new();
    let lines = text.lines().filter_map(|line| line.strip_prefix("- "));
    for (table, class) in lines.filter_map(|line| line.split_once(": ")) {
        if !CLASSES.contains(&class) {
            wrong.push(format!("{table}: no class is called {class}"));
        }
        if classes.insert(table, class).is_some() {
            wrong.push(format!("{table} stands there twice"));
        }
        if !tables.iter().any(|known| known == table) {
            wrong.push(format!("{table} is no table"));
        }
    }
    for table in tables {
        if !classes.contains_key(table.as_str()) {
            wrong.push(format!("{table} has no class"));
        }
    }
    for column in written_down {
        if OF_THINGS.contains(&column.as_str()) {
            continue;
        }
        let (table, name) = column.split_once(' ').unwrap();
        let is_guarded = classes
            .get(table)
            .is_some_and(|class| GUARDED.contains(class));
        if is_guarded && TELLING.split_whitespace().any(|one| one == name) {
            wrong.push(format!("{table}.{name} stands in the trail"));
        }
    }
    wrong
}

#[test]
fn what_has_no_class_or_tells_too_much_is_seen() {
    let strings = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let text = "- a.b: person\n- a.b: open\n- a.c: secret\n- a.d: key";
    let tables = strings(&["a.b", "a.c", "a.e", "a.d"]);
    let written = strings(&["a.d email", "a.d number", "a.c email"]);
    assert_eq!(
        complaints(text, &tables, &written),
        [
            "a.b stands there twice",
            "a.c: no class is called secret",
            "a.e has no class",
            "a.d.email stands in the trail"
        ]
    );
    assert_eq!(complaints("- a.z: open", &[], &[]), ["a.z is no table"]);
}
