//! Asking the database's own books.

use diesel::{
    PgConnection, QueryableByName, RunQueryDsl, connection::SimpleConnection, sql_query,
    sql_types::Text,
};

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The lines that a statement gives in its column `line`.
pub(super) fn lines(conn: &mut PgConnection, question: &str) -> Result<Vec<String>, String> {
    let rows: Vec<Row> = sql_query(question)
        .load(conn)
        .map_err(|error| error.to_string())?;
    Ok(rows.into_iter().map(|row| row.line).collect())
}

/// What the lines tell, if there are any.
pub(super) fn told(conn: &mut PgConnection, question: &str, none: &str) -> Result<String, String> {
    let found = lines(conn, question)?;
    Ok(if found.is_empty() {
        none.to_owned()
    } else {
        found.join("; ")
    })
}

/// The same where each line is something to be mended.
pub(super) fn wrong(conn: &mut PgConnection, question: &str, none: &str) -> Result<String, String> {
    let found = lines(conn, question)?;
    if found.is_empty() {
        Ok(none.to_owned())
    } else {
        Err(found.join("; "))
    }
}

/// The same as the house, which sees the queue; the owner of the tables sees no row.
pub(super) fn wrong_in_house(
    conn: &mut PgConnection,
    question: &str,
    none: &str,
) -> Result<String, String> {
    conn.batch_execute("set role omotenashi_house")
        .map_err(|error| error.to_string())?;
    let found = wrong(conn, question, none);
    conn.batch_execute("reset role")
        .map_err(|error| error.to_string())?;
    found
}
