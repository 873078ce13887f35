//! What stands in a database, table by table, so that two can be compared row by row.

use diesel::{
    PgConnection, QueryableByName, RunQueryDsl, sql_query,
    sql_types::{BigInt, Text},
};
use std::collections::BTreeMap;

/// Of each table how many rows, and a sum of the hashes of all of them, whatever order they lie in.
pub(super) type Books = BTreeMap<String, (i64, String)>;

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Sum {
    #[diesel(sql_type = BigInt)]
    rows: i64,
    #[diesel(sql_type = Text)]
    hash: String,
}

/// Reads every table of ours, whatever row security says: as the superuser.
pub(super) fn of(conn: &mut PgConnection) -> Result<Books, String> {
    let tables: Vec<Named> = sql_query(
        "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace \
         where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and c.relpersistence = 'p' order by 1",
    )
    .load(conn)
    .map_err(|error| error.to_string())?;
    let mut books = Books::new();
    for Named { name } in tables {
        let sum: Sum = sql_query(format!(
            "select count(*) as rows, coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint::numeric), 0)::text as hash from {name} t"
        ))
        .get_result(conn)
        .map_err(|error| format!("{name}: {error}"))?;
        books.insert(name, (sum.rows, sum.hash));
    }
    Ok(books)
}

/// Where two differ, a line a table.
pub(super) fn differences(one: &Books, other: &Books) -> Vec<String> {
    let mut names: Vec<&String> = one.keys().chain(other.keys()).collect();
    names.sort();
    names.dedup();
    let rows = |books: &Books, name: &String| {
        books
            .get(name)
            .map_or("not there".to_owned(), |(rows, hash)| {
                format!("{rows} rows ({hash})")
            })
    };
    names
        .into_iter()
        .filter(|name| one.get(*name) != other.get(*name))
        .map(|name| format!("{name}: {} and {}", rows(one, name), rows(other, name)))
        .collect()
}
