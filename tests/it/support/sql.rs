//! Questions to a database whose every answer is a line of text: catalogues are compared and complained about so.

use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, sql_query, sql_types::Text};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// A connection of its own, as the role that owns the database.
pub fn connect(url: &str) -> PgConnection {
    PgConnection::establish(url).unwrap()
}

/// Every answer to a query whose only column is called `line`, sorted.
pub fn lines(connection: &mut PgConnection, sql: &str) -> Vec<String> {
    let found = sql_query(sql).load::<Line>(connection).unwrap();
    let mut lines: Vec<String> = found.into_iter().map(|line| line.line).collect();
    lines.sort();
    lines
}

/// What a refused statement is told, with the name of what it broke; `None` when it was not refused.
pub fn refusal(connection: &mut PgConnection, sql: &str) -> Option<String> {
    let tried = connection.transaction(|connection| {
        sql_query(sql).execute(connection)?;
        Err::<(), _>(diesel::result::Error::RollbackTransaction)
    });
    match tried {
        Err(diesel::result::Error::RollbackTransaction) => None,
        Err(diesel::result::Error::DatabaseError(_, about)) => {
            let name = about.constraint_name().map(|name| format!(" [{name}]"));
            Some(format!("{}{}", about.message(), name.unwrap_or_default()))
        }
        other => panic!("neither done nor refused: {other:?}"),
    }
}
