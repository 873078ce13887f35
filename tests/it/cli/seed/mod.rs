//! The demo town, looked at with plain SQL that knows nothing of the engine it was filled with.

mod bookings;
mod consents;
mod measured;
mod shops;
mod stories;
mod twice;

use crate::support::database::TestDatabase;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl, connection::SimpleConnection,
    sql_query, sql_types::Text,
};
use omotenashi::{
    base::clock::Clock,
    cli::seed::{Report, SeedOptions, seed},
    db::{Db, Settings},
};
use std::{
    sync::{LazyLock, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::runtime::Runtime;

/// A Friday at 14:40 in Tokyo, with a public holiday on the Monday after it.
const NOW: &str = "2026-11-20T05:40:00Z";

/// A town in a database of its own.
struct Town {
    _database: TestDatabase,
    db: Db,
    connection: Mutex<PgConnection>,
    report: Report,
}

/// The town that tests only look at.
static TOWN: LazyLock<Town> = LazyLock::new(|| Town::build(&options()));

impl Town {
    fn build(options: &SeedOptions) -> Self {
        let database = TestDatabase::new();
        let now: DateTime<Utc> = NOW.parse().unwrap();
        let settings = Settings {
            url: database.url.clone(),
            connections: 2,
            wait: Duration::from_secs(20),
            keep_statements: true,
            statement_timeout: Duration::from_secs(20),
        };
        let db = Db::connect(&settings, Clock::frozen(now)).unwrap();
        let connection = Mutex::new(PgConnection::establish(&database.url).unwrap());
        let report = run(&db, options);
        Self {
            _database: database,
            db,
            connection,
            report,
        }
    }

    fn connection(&self) -> MutexGuard<'_, PgConnection> {
        let locked = self.connection.lock();
        locked.unwrap_or_else(PoisonError::into_inner)
    }

    /// The number that a statement about one business gives, summed over all of them.
    fn count(&self, sql: &str) -> i64 {
        let answers = self.each_business(sql);
        answers.iter().map(|n| n.parse::<i64>().unwrap()).sum()
    }

    /// The answers of a statement, asked outside all businesses.
    fn outside(&self, sql: &str) -> Vec<String> {
        let mut connection = self.connection();
        connection
            .batch_execute("set role omotenashi_house")
            .unwrap();
        let asked = format!("select (q.a)::text as answer from ({sql}) as q (a)");
        let answer = sql_query(asked).load::<Answer>(&mut *connection).unwrap();
        answer.into_iter().map(|row| row.answer).collect()
    }

    /// The answers of a statement, asked in the scope of each business by turns.
    fn each_business(&self, sql: &str) -> Vec<String> {
        let mut connection = self.connection();
        connection
            .batch_execute("set role omotenashi_house")
            .unwrap();
        let businesses = sql_query(
            "select id::text as answer from businesses.businesses where deleted_at is null order by slug",
        )
        .load::<Answer>(&mut *connection)
        .unwrap();
        let mut answers = Vec::new();
        for business in businesses {
            sql_query("select set_config('role', 'omotenashi_app', false), set_config('app.business_id', $1, false)")
                .bind::<Text, _>(&business.answer)
                .execute(&mut *connection)
                .unwrap();
            let asked =
                format!("select (q.a)::text as answer from ({sql}) as q (a) where q.a is not null");
            let answer = sql_query(asked).load::<Answer>(&mut *connection).unwrap();
            answers.extend(answer.into_iter().map(|row| row.answer));
        }
        answers
    }
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Text)]
    answer: String,
}

fn options() -> SeedOptions {
    SeedOptions::town(NaiveDate::from_ymd_opt(2026, 11, 20).unwrap())
}

fn run(db: &Db, options: &SeedOptions) -> Report {
    Runtime::new().unwrap().block_on(seed(db, options)).unwrap()
}
