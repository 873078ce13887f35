//! `omotenashi maintain`: the routine for the tables that grow and change most (seed 000). PostgreSQL's own vacuum goes on beside it;
//! this is for the quiet hour after much was deleted or brought in.

use super::{database::Database, say};
use crate::config::Config;
use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl, connection::SimpleConnection,
    sql_query, sql_types::Text,
};

/// The tables whose indexes are made anew.
const TABLES: [&str; 3] = [
    "bookings.bookings",
    "customers.customers",
    "catalog.services",
];
/// What a rebuilding that was cut off leaves behind: an index that nobody may use.
const LEFT: &str = "select format('drop index concurrently if exists %s', indexrelid::regclass) as line from pg_index \
    where not indisvalid and indexrelid::regclass::text ~ '_ccnew\\d*$'";

/// What to do.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Make the indexes anew, too, while others go on reading and writing
    #[arg(long)]
    pub reindex: bool,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Does it, a statement at a time and each outside any transaction: being stopped loses nothing.
pub fn run(config: &Config, options: &Options) -> Result<(), String> {
    let database = Database::open(config)?;
    let mut conn = PgConnection::establish(&database.url).map_err(|error| error.to_string())?;
    let mut steps = vec!["set client_min_messages = warning".to_owned()];
    let left: Vec<Row> = sql_query(LEFT)
        .load(&mut conn)
        .map_err(|error| error.to_string())?;
    steps.extend(left.into_iter().map(|row| row.line));
    steps.extend(TABLES.map(|table| format!("vacuum (analyze) {table}")));
    if options.reindex {
        steps.extend(TABLES.map(|table| format!("reindex table concurrently {table}")));
    }
    for step in steps {
        conn.batch_execute(&step)
            .map_err(|error| format!("{step}: {error}"))?;
        say(&step);
    }
    drop(database);
    Ok(())
}
