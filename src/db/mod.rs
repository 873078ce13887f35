//! The only way to a connection. A transaction is opened for somebody, in one business or outside all of them, and the
//! type of the key that comes back says which: [`TenantTx`], [`PersonTx`], [`TownTx`], [`PlatformTx`].

pub mod asking;
pub mod constraint;
mod kept;
mod lock;
pub mod migrate;
mod open;
mod order;
pub mod run;
pub mod scope;
mod shares;
pub mod statement;
pub mod types;

use crate::base::clock::Clock;
use diesel::{
    connection::{InstrumentationEvent, SimpleConnection},
    pg::PgConnection,
    prelude::*,
    r2d2::{ConnectionManager, CustomizeConnection, Pool},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::sync::Semaphore;

pub use lock::{lock_name, lock_names};
pub use open::Access;
pub use order::put_in_order;
pub use scope::{Actor, Author, Myself, OwnerTx, PersonTx, PlatformTx, Scope, TenantTx, TownTx};

/// What a read returns.
pub type Result<T> = std::result::Result<T, DbError>;

/// A failure of the house below the rules: nothing a guest can mend.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// Nobody could be served within the waiting time; the caller answers 503 with Retry-After.
    #[error("all places at the database were taken for too long")]
    Busy,
    /// The database could not be reached.
    #[error("no connection: {0}")]
    Unreachable(String),
    /// A connection of the pool had gone before anything was asked of it, and so had every other that was tried.
    #[error("connections were lost: {0}")]
    Lost(diesel::result::Error),
    /// The database refused a statement.
    #[error(transparent)]
    Query(#[from] diesel::result::Error),
    /// The role that signs in is a superuser, or the role that requests take could get past row security.
    #[error("the database role can bypass row security: use a login role that is no superuser")]
    NotLockedIn,
    /// The work ended without an answer (a panic inside it).
    #[error("the work was cut short")]
    CutShort,
}

impl DbError {
    /// Whether the server gave up a statement because it took too long, mostly waiting for somebody else's lock. Such
    /// refusals carry no kind of their own in Diesel, only the server's text, which `lc_messages = C` keeps in English.
    pub fn is_overdue(&self) -> bool {
        match self {
            Self::Query(diesel::result::Error::DatabaseError(_, about)) => [
                "canceling statement due to lock timeout",
                "canceling statement due to statement timeout",
            ]
            .contains(&about.message()),
            _ => false,
        }
    }
}

/// What a command returns when it did not happen. `failure` tells whether the database failed below the rules, so
/// that the transaction can be tried again after a deadlock.
pub trait Refusal: From<DbError> + Send + 'static {
    /// The database's failure, if that is what it was.
    fn failure(&self) -> Option<&DbError>;
}

impl Refusal for DbError {
    fn failure(&self) -> Option<&DbError> {
        Some(self)
    }
}

/// Gives an enum with a `Db(#[from] DbError)` variant what `?` and the retry need.
#[macro_export]
macro_rules! refusal {
    ($name:ident) => {
        impl From<diesel::result::Error> for $name {
            fn from(error: diesel::result::Error) -> Self {
                Self::Db(error.into())
            }
        }

        impl $crate::db::Refusal for $name {
            fn failure(&self) -> Option<&$crate::db::DbError> {
                match self {
                    Self::Db(error) => Some(error),
                    _ => None,
                }
            }
        }
    };
}

/// Why a thing was not written.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// There is no such thing.
    #[error("no such thing")]
    Unknown,
    /// Somebody else was first: it is not what was opened any more.
    #[error("written otherwise meanwhile")]
    Stale,
    /// Another one has what only one may have: its name.
    #[error("another one has that")]
    Taken,
    /// Others go by it, so that it cannot go.
    #[error("in use")]
    InUse,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(EditError);

/// How the house reaches its database.
#[derive(Clone, Debug)]
pub struct Settings {
    /// A libpq address.
    pub url: String,
    /// Connections, and so the transactions that run at once.
    pub connections: u32,
    /// How long a request may wait for its turn before it is told to come back.
    pub wait: Duration,
    /// Prepared statements are kept per connection; off behind a transaction pooler.
    pub keep_statements: bool,
    /// Statements longer than this are ended by the server.
    pub statement_timeout: Duration,
}

type Connections = Pool<ConnectionManager<PgConnection>>;

/// The pool, behind a door that lets in as many as there are connections.
#[derive(Clone)]
pub struct Db {
    pool: Connections,
    places: Arc<Semaphore>,
    shares: Arc<shares::Shares>,
    wait: Duration,
    clock: Clock,
    statements: Arc<AtomicUsize>,
    memory: Arc<kept::Memory>,
}

impl Db {
    /// Opens the pool. Fails when the database cannot be reached.
    pub fn connect(settings: &Settings, clock: Clock) -> Result<Self> {
        let statements = Arc::new(AtomicUsize::new(0));
        let customizer = Prepare {
            keep_statements: settings.keep_statements,
            statement_timeout: settings.statement_timeout,
            statements: Arc::clone(&statements),
        };
        let pool = Pool::builder()
            .max_size(settings.connections)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(settings.wait.max(Duration::from_secs(2)))
            .connection_customizer(Box::new(customizer))
            .build(ConnectionManager::new(&settings.url))
            .map_err(|error| DbError::Unreachable(error.to_string()))?;
        let places = Arc::new(Semaphore::new(settings.connections as usize));
        Ok(Self {
            pool,
            places,
            shares: Arc::new(shares::Shares::of(settings.connections as usize)),
            wait: settings.wait,
            clock,
            statements,
            memory: Arc::default(),
        })
    }

    /// Refuses a database where row security would hold nobody: start-up ends here (DECISIONS: tenancy).
    pub fn check_locked_in(&self) -> Result<()> {
        let mut conn = self
            .pool
            .get()
            .map_err(|error| DbError::Unreachable(error.to_string()))?;
        if run::is_locked_in(&mut conn)? {
            Ok(())
        } else {
            Err(DbError::NotLockedIn)
        }
    }

    /// The clock that scopes are opened by.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// How many statements have been sent, BEGIN and COMMIT among them: tests count a page's queries with it.
    pub fn statements(&self) -> usize {
        self.statements.load(Ordering::SeqCst)
    }
}

/// Makes each new connection safe before anyone uses it.
#[derive(Debug)]
struct Prepare {
    keep_statements: bool,
    statement_timeout: Duration,
    statements: Arc<AtomicUsize>,
}

impl CustomizeConnection<PgConnection, diesel::r2d2::Error> for Prepare {
    fn on_acquire(&self, conn: &mut PgConnection) -> std::result::Result<(), diesel::r2d2::Error> {
        if !self.keep_statements {
            conn.set_prepared_statement_cache_size(diesel::connection::CacheSize::Disabled);
        }
        // Statements are short and name their business and bounds, so one plan serves all values; planning them anew
        // each time, or compiling them, costs more than running them. A plan may be made while a table is nearly empty
        // and then be kept while it grows, so it goes by an index from the first. All but extensions is named with its
        // schema, so that no others are looked through each time a transaction takes its role.
        conn.batch_execute(&format!(
            "set statement_timeout = {}; set lock_timeout = 3000; set idle_in_transaction_session_timeout = 10000; \
             set timezone = 'UTC'; set jit = off; set plan_cache_mode = force_generic_plan; set enable_seqscan = off; \
             set search_path = public",
            self.statement_timeout.as_millis()
        ))
        .map_err(diesel::r2d2::Error::QueryError)?;
        let statements = Arc::clone(&self.statements);
        conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if matches!(event, InstrumentationEvent::StartQuery { .. }) {
                statements.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ok(())
    }
}
