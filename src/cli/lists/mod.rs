//! The lists of upkeep (seed 000): what somebody looks at every day, every week and every month, from the database itself. Each line
//! is asked on its own; one that cannot be answered says so and holds none of the others up.

mod daily;
mod monthly;
mod sql;
mod weekly;

use super::database::Database;
use crate::config::Config;
use diesel::{Connection, PgConnection};

/// One thing that was looked at: its name, and what was found.
pub type Line = (&'static str, Result<String, String>);

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// What changes by the hour: statements, connections, jobs, letters.
    Daily,
    /// What piles up: statistics, dead rows, invalid indexes.
    Weekly,
    /// What grows: sizes, indexes that nobody uses.
    Monthly,
}

/// Goes through a list.
pub fn of(config: &Config, database: &Database, list: List) -> Vec<Line> {
    let mut conn = match PgConnection::establish(&database.url) {
        Ok(conn) => conn,
        Err(error) => return vec![("lists", Err(error.to_string()))],
    };
    match list {
        List::Daily => daily::lines(config, database, &mut conn),
        List::Weekly => weekly::lines(&mut conn),
        List::Monthly => monthly::lines(&mut conn),
    }
}
