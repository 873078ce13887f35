//! Questions to a database whose every answer is a line of text: catalogues are compared and complained about so.

use diesel::{
    Connection, PgConnection, QueryResult, QueryableByName, RunQueryDsl,
    connection::SimpleConnection, result::Error, sql_query, sql_types::Text,
};
use omotenashi::base::ids::BusinessId;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// A connection of its own, as the role that owns the database.
pub fn connect(url: &str) -> PgConnection {
    PgConnection::establish(url).unwrap()
}

/// Until the transaction ends, names without a schema are looked for in all of them: the product's connections name
/// every schema, what is asked by hand need not.
pub fn know_every_schema(connection: &mut PgConnection) -> QueryResult<()> {
    connection.batch_execute("set local search_path to default")
}

/// Every answer to a query whose only column is called `line`, sorted.
pub fn lines(connection: &mut PgConnection, sql: &str) -> Vec<String> {
    let found = sql_query(sql).load::<Line>(connection).unwrap();
    let mut lines: Vec<String> = found.into_iter().map(|line| line.line).collect();
    lines.sort();
    lines
}

/// Does what has to be done by hand.
pub fn run(connection: &mut PgConnection, statements: &str) {
    connection.batch_execute(statements).unwrap();
}

/// What a statement would do: how many rows, or why not. Undone either way.
pub fn tried(connection: &mut PgConnection, statement: &str) -> QueryResult<usize> {
    connection.batch_execute("begin").unwrap();
    let result = sql_query(statement).execute(connection);
    connection.batch_execute("rollback").unwrap();
    result
}

/// What a refused statement is told, with the name of what it broke; `None` when it would pass.
pub fn refusal(connection: &mut PgConnection, statement: &str) -> Option<String> {
    match tried(connection, statement) {
        Ok(_) => None,
        Err(Error::DatabaseError(_, about)) => {
            let name = about.constraint_name().map(|name| format!(" [{name}]"));
            Some(format!("{}{}", about.message(), name.unwrap_or_default()))
        }
        Err(other) => panic!("neither done nor refused: {other:?}"),
    }
}

/// A connection that stays inside one business, as requests are: the role without rights, the tenant of its settings.
pub fn connect_within(url: &str, business: Option<BusinessId>) -> PgConnection {
    let business = business.map(|id| id.to_string()).unwrap_or_default();
    enter(url, "omotenashi_app", "owner", &business)
}

/// A connection that stands outside all businesses, as signing in does.
pub fn connect_as_house(url: &str) -> PgConnection {
    enter(url, "omotenashi_house", "platform", "")
}

fn enter(url: &str, role: &str, actor: &str, business: &str) -> PgConnection {
    let mut connection = connect(url);
    let settings = format!(
        "set role {role}; select set_config('app.business_id', '{business}', false), set_config('app.role', '{actor}', false)"
    );
    connection.batch_execute(&settings).unwrap();
    connection
}

/// How the server would answer a query.
pub fn plan(connection: &mut PgConnection, query: &str) -> String {
    #[derive(QueryableByName)]
    struct Step {
        #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
        said: String,
    }
    let steps = sql_query(format!("explain {query}"))
        .load::<Step>(connection)
        .unwrap();
    let said: Vec<String> = steps.into_iter().map(|step| step.said).collect();
    said.join("\n")
}
