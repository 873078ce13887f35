//! Opens a transaction for a scope, runs the work, commits or rolls back, and tries again after a deadlock.

use super::{
    Access, Actor, Author, Connections, Db, DbError, Myself, OwnerTx, PersonTx, PlatformTx,
    Refusal, Result, Scope, TenantTx, TownTx, asking,
    open::{House, Reach, open_person, open_platform, open_platform_by, open_scope, open_town},
    statement::{bind, statement},
};
use crate::base::ids::BusinessId;
use diesel::{
    connection::{AnsiTransactionManager, TransactionManager},
    pg::PgConnection,
    prelude::*,
    r2d2::{ConnectionManager, PooledConnection},
    result::{DatabaseErrorKind, Error},
    sql_types::{Array, BigInt, Bool, Text},
};
use std::sync::Arc;
use tokio::{sync::OwnedSemaphorePermit, task::spawn_blocking, time::timeout};

/// How often a transaction is run before a deadlock or a serialisation failure is passed on.
const TRIES: usize = 3;

/// A place, and the part of a business's share that it is.
type Place = (OwnedSemaphorePermit, Option<OwnedSemaphorePermit>);

type Transactions = AnsiTransactionManager;

impl Db {
    /// One transaction in one business. Rolls back on any `Err`; runs again, at most twice, after a deadlock.
    pub async fn tenant<T, E, F>(&self, scope: Scope, mut work: F) -> std::result::Result<T, E>
    where
        F: FnMut(&mut TenantTx<'_>) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        self.blocking(Some(scope.business), move |conn, house| {
            in_tenant(conn, Access::Write, house, &scope, &mut work)
        })
        .await
    }

    /// The same for reading: PostgreSQL refuses a write.
    pub async fn read<T, E, F>(&self, scope: Scope, mut work: F) -> std::result::Result<T, E>
    where
        F: FnMut(&mut TenantTx<'_>) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        self.blocking(Some(scope.business), move |conn, house| {
            in_tenant(conn, Access::Read, house, &scope, &mut work)
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
        let who = asking::who();
        self.blocking(None, move |conn, house| {
            with_retries(conn, Access::Write, &mut |conn| {
                let now = open_platform(conn, house, &who)?;
                work(&mut PlatformTx { conn, now })
            })
        })
        .await
    }

    /// One transaction as the owner of the tables, who may make partitions and reaches no row.
    pub async fn owner<T, F>(&self, mut work: F) -> Result<T>
    where
        F: FnMut(&mut OwnerTx<'_>) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        let who = asking::who();
        self.blocking(None, move |conn, house| {
            with_retries(conn, Access::Write, &mut |conn| {
                let now = open_platform(conn, house, &who)?;
                let _back: (String,) = statement::<(Text,), _>(
                    "select set_config('role', ?, true)",
                    (bind::<Text, _>("none"),),
                )
                .get_result(conn)?;
                work(&mut OwnerTx { conn, now })
            })
        })
        .await
    }

    /// The same for a person whom the audit trail is to name. With [`Access::Read`], PostgreSQL refuses a write.
    pub async fn platform_by<T, E, F>(
        &self,
        access: Access,
        author: Author,
        mut work: F,
    ) -> std::result::Result<T, E>
    where
        F: FnMut(&mut PlatformTx<'_>) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        self.blocking(None, move |conn, house| {
            with_retries(conn, access, &mut |conn| {
                let now = open_platform_by(conn, &author, house)?;
                work(&mut PlatformTx { conn, now })
            })
        })
        .await
    }

    /// Finds out who reads, outside all businesses (`find`), then reads their own rows across businesses, in one
    /// transaction. `None` from `find` ends it with `None`. PostgreSQL refuses a write.
    pub async fn person<T, E, Found, Find, Work>(
        &self,
        mut find: Find,
        mut work: Work,
    ) -> std::result::Result<Option<T>, E>
    where
        Find: FnMut(&mut PlatformTx<'_>) -> std::result::Result<Option<(Myself, Found)>, E>
            + Send
            + 'static,
        Work: FnMut(&mut PersonTx<'_>, &Found) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        let who = asking::who();
        self.blocking(None, move |conn, house| {
            with_retries(conn, Access::Read, &mut |conn| {
                let now = open_platform(conn, house, &who)?;
                let Some((myself, found)) = find(&mut PlatformTx { conn, now })? else {
                    return Ok(None);
                };
                work(&mut open_person(conn, &myself, house)?, &found).map(Some)
            })
        })
        .await
    }

    /// Reads among all shops that want to be found, in one transaction. PostgreSQL refuses a write.
    pub async fn town<T, E, F>(&self, mut work: F) -> std::result::Result<T, E>
    where
        F: FnMut(&mut TownTx<'_>) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        self.blocking(None, move |conn, house| {
            with_retries(conn, Access::Read, &mut |conn| {
                work(&mut open_town(conn, house)?)
            })
        })
        .await
    }

    /// Finds the scope outside all businesses (`find`), then works inside it, in one transaction. `None` from `find`
    /// ends it with `None`. With [`Access::Read`], PostgreSQL refuses a write.
    pub async fn enter<T, E, Found, Find, Work>(
        &self,
        access: Access,
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
        let who = asking::who();
        self.blocking(None, move |conn, house| {
            with_retries(conn, access, &mut |conn| {
                let now = open_platform(conn, house, &who)?;
                let Some((scope, found)) = find(&mut PlatformTx { conn, now })? else {
                    return Ok(None);
                };
                work(&mut open_scope(conn, &scope, access, house)?, &found).map(Some)
            })
        })
        .await
    }

    /// Waits for a place, no longer than the setting says; then runs `work` on a thread that may block. Where the
    /// business is known by then, its share is waited for first, so that its queue stands before nobody else.
    async fn blocking<T, E, F>(
        &self,
        business: Option<BusinessId>,
        mut work: F,
    ) -> std::result::Result<T, E>
    where
        F: FnMut(&mut PgConnection, &House) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Refusal,
    {
        let place = self.place(business).await?;
        let db = self.clone();
        let answer = spawn_blocking(move || {
            let _place = place;
            let house = House {
                given: db.clock.given(),
                memory: db.memory,
            };
            // A server that was started anew has left every connection dead. Nothing has been asked of one that cannot
            // begin, so the next is tried; the pool throws each away.
            for _ in 0..db.pool.max_size() {
                match work(&mut *connection(&db.pool)?, &house) {
                    Err(refusal) if matches!(refusal.failure(), Some(DbError::Lost(_))) => {}
                    answer => return answer,
                }
            }
            work(&mut *connection(&db.pool)?, &house)
        });
        answer
            .await
            .unwrap_or_else(|_cut| Err(DbError::CutShort.into()))
    }

    async fn place(&self, business: Option<BusinessId>) -> Result<Place> {
        let both = async {
            let part = match business {
                Some(business) => Some(self.shares.part(business).await?),
                None => None,
            };
            let place = Arc::clone(&self.places).acquire_owned().await;
            Ok((place.map_err(|_closed| DbError::Busy)?, part))
        };
        timeout(self.wait, both).await.unwrap_or(Err(DbError::Busy))
    }
}

fn connection(pool: &Connections) -> Result<PooledConnection<ConnectionManager<PgConnection>>> {
    pool.get()
        .map_err(|error| DbError::Unreachable(error.to_string()))
}

fn in_tenant<T, E: Refusal>(
    conn: &mut PgConnection,
    access: Access,
    house: &House,
    scope: &Scope,
    work: &mut dyn FnMut(&mut TenantTx<'_>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    with_retries(conn, access, &mut |conn| {
        work(&mut open_scope(conn, scope, access, house)?)
    })
}

fn with_retries<T, E: Refusal>(
    conn: &mut PgConnection,
    access: Access,
    work: &mut dyn FnMut(&mut PgConnection) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    for _ in 1..TRIES {
        match once(conn, access, work) {
            Err(refusal) if refusal.failure().is_some_and(worth_another_try) => {
                tracing::warn!(
                    "a transaction was run again after a deadlock or serialisation failure"
                );
            }
            answer => return answer,
        }
    }
    once(conn, access, work)
}

fn once<T, E: Refusal>(
    conn: &mut PgConnection,
    access: Access,
    work: &mut dyn FnMut(&mut PgConnection) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    Transactions::begin_transaction_sql(conn, access.begin()).map_err(DbError::Lost)?;
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

/// Whether the roles that requests take are kept in by row security: no superuser, no bypasser, no owner of tables.
/// Start-up refuses to serve otherwise.
pub fn is_locked_in(conn: &mut PgConnection) -> QueryResult<bool> {
    let roles = Reach::ALL.map(|reach| reach.role()).to_vec();
    let (locked_in, login_is_super): (i64, bool) = statement::<(BigInt, Bool), _>(
        "select count(*) filter (where not r.rolsuper and not r.rolbypassrls and not exists \
             (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p'))), \
         bool_or((select l.rolsuper from pg_roles l where l.rolname = session_user)) \
         from pg_roles r where r.rolname = any (?)",
        (bind::<Array<Text>, _>(roles),),
    )
    .get_result(conn)?;
    Ok(usize::try_from(locked_in) == Ok(Reach::ALL.len()) && !login_is_super)
}

/// The business of a job's row or a test, acted in by the house itself.
pub fn house(business: BusinessId) -> Scope {
    Scope::new(business, Actor::House)
}
