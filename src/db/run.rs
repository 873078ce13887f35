//! Opens a transaction for a scope, runs the work, commits or rolls back, and tries again after a deadlock.

use super::{
    Actor, Db, DbError, PersonTx, PlatformTx, Refusal, Result, Scope, TenantTx,
    statement::{bind, statement},
};
use crate::base::ids::{BusinessId, UserId};
use chrono::{DateTime, Utc};
use diesel::{
    connection::{AnsiTransactionManager, TransactionManager},
    pg::PgConnection,
    prelude::*,
    result::{DatabaseErrorKind, Error},
    sql_types::{Bool, Nullable, Text, Timestamptz},
};
use tokio::{sync::OwnedSemaphorePermit, task::spawn_blocking, time::timeout};

/// How often a transaction is run before a deadlock or a serialisation failure is passed on.
const TRIES: usize = 3;

type Transactions = AnsiTransactionManager;

impl Db {
    /// One transaction in one business. Rolls back on any `Err`; runs again, at most twice, after a deadlock.
    pub async fn tenant<T, E, F>(&self, scope: Scope, mut work: F) -> std::result::Result<T, E>
    where
        F: FnMut(&mut TenantTx<'_>) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        self.blocking(move |conn, given| in_tenant(conn, "BEGIN", given, &scope, &mut work))
            .await
    }

    /// The same for reading: PostgreSQL refuses a write.
    pub async fn read<T, E, F>(&self, scope: Scope, mut work: F) -> std::result::Result<T, E>
    where
        F: FnMut(&mut TenantTx<'_>) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        self.blocking(move |conn, given| {
            in_tenant(conn, "BEGIN READ ONLY", given, &scope, &mut work)
        })
        .await
    }

    /// One transaction outside all businesses.
    pub async fn platform<T, E, F>(&self, mut work: F) -> std::result::Result<T, E>
    where
        F: FnMut(&mut PlatformTx<'_>) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        self.blocking(move |conn, given| {
            with_retries(conn, "BEGIN", &mut |conn| {
                let now = open(
                    conn,
                    &Settings {
                        role: "platform",
                        given,
                        ..Settings::default()
                    },
                )?;
                work(&mut PlatformTx { conn, now })
            })
        })
        .await
    }

    /// One read of a signed-in customer's own rows, across businesses.
    pub async fn person<T, E, F>(&self, user: UserId, mut work: F) -> std::result::Result<T, E>
    where
        F: FnMut(&mut PersonTx<'_>) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        self.blocking(move |conn, given| {
            with_retries(conn, "BEGIN READ ONLY", &mut |conn| {
                let user_text = user.to_string();
                let now = open(
                    conn,
                    &Settings {
                        role: "customer",
                        user: &user_text,
                        given,
                        ..Settings::default()
                    },
                )?;
                work(&mut PersonTx { conn, user, now })
            })
        })
        .await
    }

    /// Finds the scope outside all businesses (`find`), then works inside it, in one transaction. `None` from `find`
    /// ends it with `None`.
    pub async fn enter<T, E, Found, Find, Work>(
        &self,
        mut find: Find,
        mut work: Work,
    ) -> std::result::Result<Option<T>, E>
    where
        Find: FnMut(&mut PlatformTx<'_>) -> std::result::Result<Option<(Scope, Found)>, E>
            + Send
            + 'static,
        Work: FnMut(&mut TenantTx<'_>, &Found) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        self.blocking(move |conn, given| {
            with_retries(conn, "BEGIN", &mut |conn| {
                let now = open(
                    conn,
                    &Settings {
                        role: "platform",
                        given,
                        ..Settings::default()
                    },
                )?;
                let Some((scope, found)) = find(&mut PlatformTx { conn, now })? else {
                    return Ok(None);
                };
                let now = open_scope(conn, &scope, given)?;
                work(
                    &mut TenantTx {
                        conn,
                        scope: &scope,
                        now,
                    },
                    &found,
                )
                .map(Some)
            })
        })
        .await
    }

    /// Waits for a place, no longer than the setting says; then runs `work` on a thread that may block.
    async fn blocking<T, E, F>(&self, work: F) -> std::result::Result<T, E>
    where
        F: FnOnce(&mut PgConnection, Option<DateTime<Utc>>) -> std::result::Result<T, E>
            + Send
            + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        let place = self.place().await?;
        let db = self.clone();
        let answer = spawn_blocking(move || {
            let _place = place;
            let mut conn = db
                .pool
                .get()
                .map_err(|error| DbError::Unreachable(error.to_string()))?;
            work(&mut conn, db.clock.given())
        });
        answer
            .await
            .unwrap_or_else(|_cut| Err(DbError::CutShort.into()))
    }

    async fn place(&self) -> Result<OwnedSemaphorePermit> {
        match timeout(
            self.wait,
            std::sync::Arc::clone(&self.places).acquire_owned(),
        )
        .await
        {
            Ok(Ok(place)) => Ok(place),
            Ok(Err(_)) | Err(_) => Err(DbError::Busy),
        }
    }
}

/// What the statement that opens a scope sets.
#[derive(Default)]
struct Settings<'a> {
    role: &'a str,
    business: &'a str,
    user: &'a str,
    booking: &'a str,
    request: &'a str,
    given: Option<DateTime<Utc>>,
}

/// Takes the application's role and the scope for the length of this transaction, and reads the clock.
fn open(conn: &mut PgConnection, settings: &Settings<'_>) -> Result<DateTime<Utc>> {
    let (_, _, _, _, _, _, now): (
        String,
        String,
        String,
        String,
        String,
        String,
        DateTime<Utc>,
    ) = statement::<(Text, Text, Text, Text, Text, Text, Timestamptz), _>(
        "select set_config('role', 'omotenashi_app', true), set_config('app.role', ?, true), \
             set_config('app.business_id', ?, true), set_config('app.user_id', ?, true), \
             set_config('app.booking_token', ?, true), set_config('app.request_id', ?, true), \
             coalesce(?, now())",
        (
            bind::<Text, _>(settings.role),
            bind::<Text, _>(settings.business),
            bind::<Text, _>(settings.user),
            bind::<Text, _>(settings.booking),
            bind::<Text, _>(settings.request),
            bind::<Nullable<Timestamptz>, _>(settings.given),
        ),
    )
    .get_result(conn)?;
    Ok(now)
}

fn open_scope(
    conn: &mut PgConnection,
    scope: &Scope,
    given: Option<DateTime<Utc>>,
) -> Result<DateTime<Utc>> {
    let business = scope.business.to_string();
    let user = scope
        .actor
        .user()
        .map(|user| user.to_string())
        .unwrap_or_default();
    let booking = match &scope.actor {
        Actor::Guest(booking) => booking.to_string(),
        _ => String::new(),
    };
    open(
        conn,
        &Settings {
            role: scope.actor.role(),
            business: &business,
            user: &user,
            booking: &booking,
            request: &scope.request,
            given,
        },
    )
}

fn in_tenant<T, E: Refusal>(
    conn: &mut PgConnection,
    begin: &str,
    given: Option<DateTime<Utc>>,
    scope: &Scope,
    work: &mut dyn FnMut(&mut TenantTx<'_>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    with_retries(conn, begin, &mut |conn| {
        let now = open_scope(conn, scope, given)?;
        work(&mut TenantTx { conn, scope, now })
    })
}

fn with_retries<T, E: Refusal>(
    conn: &mut PgConnection,
    begin: &str,
    work: &mut dyn FnMut(&mut PgConnection) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    for _ in 1..TRIES {
        match once(conn, begin, work) {
            Err(refusal) if refusal.failure().is_some_and(worth_another_try) => {
                tracing::warn!(
                    "a transaction was run again after a deadlock or serialisation failure"
                );
            }
            answer => return answer,
        }
    }
    once(conn, begin, work)
}

fn once<T, E: Refusal>(
    conn: &mut PgConnection,
    begin: &str,
    work: &mut dyn FnMut(&mut PgConnection) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    Transactions::begin_transaction_sql(conn, begin).map_err(DbError::from)?;
    match work(conn) {
        Ok(value) => {
            Transactions::commit_transaction(conn).map_err(DbError::from)?;
            Ok(value)
        }
        Err(refusal) => {
            // A rollback that fails has lost its connection; the pool throws that away, and the refusal stands.
            if let Err(error) = Transactions::rollback_transaction(conn) {
                tracing::warn!(%error, "rollback failed");
            }
            Err(refusal)
        }
    }
}

/// Deadlocks carry no kind of their own in Diesel, only the server's text, which `lc_messages = C` keeps in English.
fn worth_another_try(failure: &DbError) -> bool {
    match failure {
        DbError::Query(Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _)) => true,
        DbError::Query(Error::DatabaseError(DatabaseErrorKind::Unknown, about)) => {
            about.message() == "deadlock detected"
        }
        DbError::Query(Error::RollbackErrorOnCommit { commit_error, .. }) => {
            matches!(
                **commit_error,
                Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _)
            )
        }
        _ => false,
    }
}

/// Whether the role that requests take is kept in by row security: not a superuser, not a bypasser, not an owner of
/// tables. Start-up refuses to serve otherwise.
pub fn is_locked_in(conn: &mut PgConnection) -> QueryResult<bool> {
    let (bypasses, owns, login_is_super): (bool, bool, bool) = statement::<(Bool, Bool, Bool), _>(
        "select r.rolsuper or r.rolbypassrls, exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')), \
         (select l.rolsuper from pg_roles l where l.rolname = session_user) \
         from pg_roles r where r.rolname = ?",
        (bind::<Text, _>("omotenashi_app"),),
    )
    .get_result(conn)?;
    Ok(!bypasses && !owns && !login_is_super)
}

/// The business of a job's row or a test, acted in by the house itself.
pub fn house(business: BusinessId) -> Scope {
    Scope::new(business, Actor::House)
}
