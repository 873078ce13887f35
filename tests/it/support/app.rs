//! The real site for one test: its own database, a clock that stands still, a server on a port of its own.

use super::{browser::Browser, database::TestDatabase, log, place, sql, wait::wait_for};
use actix_web::{dev::ServerHandle, rt::System};
use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::Asia::Tokyo;
use diesel::{
    PgConnection, RunQueryDsl, sql_query,
    sql_types::{Text, Uuid as SqlUuid},
};
use omotenashi::{
    app,
    base::{clock::Clock, ids::BusinessId, imprint::Imprint},
    config::Config,
    db::{self, Db, DbError, PlatformTx, TenantTx, run::house},
    domain::accounts::password::Strength,
    media::Place,
    oidc::{self, Providers},
    outside::Outside,
    web::crowd::{Crowd, Limits},
};
use serde_json::{Value, json};
use std::{net::TcpListener, path::PathBuf, sync::mpsc, thread::JoinHandle, time::Duration};
use tempfile::TempDir;
use uuid::Uuid;

/// How cheap a password's hash is here: the least that argon2 takes.
pub const CHEAP: Strength = Strength {
    memory: 8,
    passes: 2,
};

/// What a test wants otherwise.
pub struct TestOptions {
    /// Transactions at once.
    pub connections: u32,
    /// How long a request waits for its turn at the database.
    pub wait: Duration,
    /// What the clock shows.
    pub now: DateTime<Utc>,
    /// What people call the machine: `localhost` where it must have a name.
    pub host: &'static str,
    /// Proxies whose word is taken for where somebody comes from.
    pub trusted_proxies: usize,
    /// How often is too often; here one machine is all visitors.
    pub limits: Limits,
    /// Whether people reach it by https, through a proxy.
    pub https: bool,
    /// Who else may say who somebody is.
    pub providers: Vec<oidc::Settings>,
    /// How servers of other people are asked.
    pub outside: Outside,
    /// How long they may take.
    pub patience: Duration,
    /// Who runs it.
    pub operator: Option<Imprint>,
    /// The file that knows where addresses are.
    pub places: Option<PathBuf>,
    /// Doors besides the site's own, inside everything that stands around those: what no page of ours does.
    pub annex: app::Annex,
}

impl Default for TestOptions {
    /// A Friday morning in Tokyo, three business hours into the day.
    fn default() -> Self {
        Self {
            connections: 4,
            wait: Duration::from_secs(5),
            now: tokyo("2026-11-20 10:00"),
            host: "127.0.0.1",
            trusted_proxies: 0,
            limits: Limits::NONE,
            https: false,
            providers: Vec::new(),
            outside: Outside::with_loopback(),
            patience: oidc::PATIENCE,
            operator: None,
            places: None,
            annex: app::NO_ANNEX,
        }
    }
}

/// The site, served until this is dropped.
pub struct TestApp {
    db: Db,
    base: String,
    secret: Vec<u8>,
    pub(super) contact: Option<String>,
    /// Where photographs lie.
    pub media: TempDir,
    server: Option<(ServerHandle, JoinHandle<std::io::Result<()>>)>,
    // Dropped last: fields go in the order they are written, and the database must outlive its connections.
    database: TestDatabase,
}

impl TestApp {
    /// Opens the site.
    pub fn start(options: TestOptions) -> Self {
        log::keep();
        let database = TestDatabase::new();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let base = format!("http://{}:{port}", options.host);
        let secret = b"a secret for tests, of 32 bytes and more".to_vec();
        let mut config = Config::read(&|_| None).unwrap();
        config.connections = options.connections;
        config.wait = options.wait;
        config.trusted_proxies = options.trusted_proxies;
        config.places = options.places;
        config.operator = options.operator;
        let contact = config.operator.as_ref().map(|one| one.email.clone());
        config.secret = Some(secret.clone());
        config.public_url = if options.https {
            base.replace("http://", "https://")
        } else {
            base.clone()
        };
        let db = app::connect(&config, &database.url, Clock::frozen(options.now)).unwrap();
        let media = place::folder();
        config.media = Some(Place::Folder(media.path().to_path_buf()));
        let (tell, told) = mpsc::sync_channel(1);
        let site_db = db.clone();
        let thread = std::thread::spawn(move || {
            System::new().block_on(async move {
                let mut site = app::site(&config, site_db);
                site.strength = CHEAP;
                site.places = app::places(&config).unwrap();
                site.store = app::store(&config, || unreachable!()).unwrap();
                site.crowd = Crowd::new(options.limits);
                site.outside = options.outside;
                site.providers =
                    Providers::open(&options.providers, &config.public_url, options.patience)
                        .unwrap();
                let server = app::server(&config, site, listener, options.annex)?;
                tell.send(server.handle()).unwrap();
                server.await
            })
        });
        Self {
            db,
            base,
            secret,
            contact,
            media,
            server: Some((told.recv().unwrap(), thread)),
            database,
        }
    }

    /// The site's own way to its database: scopes, row security and all.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// The database's address, as the role that owns it.
    pub fn database_url(&self) -> &str {
        &self.database.url
    }

    /// What links are made from.
    pub fn secret(&self) -> &[u8] {
        &self.secret
    }

    /// A whole address from a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The clock of the site: `app.clock().set(tokyo("2026-11-20 12:00"))`.
    pub fn clock(&self) -> &Clock {
        self.db.clock()
    }

    /// Statements sent so far, so that a page's queries can be counted.
    pub fn statements(&self) -> usize {
        self.db.statements()
    }

    /// Somebody without cookies.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.base)
    }

    /// Works in one business, as the house itself. Fails the test when the database refuses.
    pub fn tenant<T: Send + 'static>(
        &self,
        business: BusinessId,
        work: impl FnMut(&mut TenantTx<'_>) -> db::Result<T> + Send + 'static,
    ) -> T {
        let db = self.db.clone();
        wait_for(async move { db.tenant(house(business), work).await }).unwrap()
    }

    /// Works outside all businesses. Fails the test when the database refuses.
    pub fn platform<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut PlatformTx<'_>) -> db::Result<T> + Send + 'static,
    ) -> T {
        let db = self.db.clone();
        wait_for(async move { db.platform(work).await }).unwrap()
    }

    /// Puts a row into a table of a business (`catalog.services`); columns that `row` does not name have their
    /// defaults. Returns its id, made here unless `row` has one.
    pub fn insert(&self, business: BusinessId, table: &'static str, row: Value) -> Uuid {
        self.tenant(business, move |tx| insert(tx.conn(), table, &row))
    }

    /// The same for a table that belongs to no business (`accounts.users`).
    pub fn insert_outside(&self, table: &'static str, row: Value) -> Uuid {
        self.platform(move |tx| insert(tx.conn(), table, &row))
    }

    /// One number that the database is asked for in one business: `select count(*) from bookings where …`.
    pub fn count(&self, business: BusinessId, sql: impl Into<String>) -> i64 {
        let sql = format!("select ({})::bigint as number", sql.into());
        self.tenant(business, move |tx| {
            sql::know_every_schema(tx.conn())?;
            let row: Number = sql_query(&sql).get_result(tx.conn())?;
            Ok(row.number)
        })
    }

    /// Changes rows by hand in one business; returns how many.
    pub fn execute(&self, business: BusinessId, sql: impl Into<String>) -> usize {
        let sql = sql.into();
        self.tenant(business, move |tx| {
            sql::know_every_schema(tx.conn())?;
            Ok(sql_query(&sql).execute(tx.conn())?)
        })
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if let Some((handle, thread)) = self.server.take() {
            // Told at once; what it waits for is only the answer.
            drop(handle.stop(false));
            thread.join().ok();
        }
    }
}

/// The instant of a wall time in Tokyo, `2026-11-20 10:00`.
pub fn tokyo(wall: &str) -> DateTime<Utc> {
    let wall = chrono::NaiveDateTime::parse_from_str(wall, "%Y-%m-%d %H:%M").unwrap();
    Tokyo.from_local_datetime(&wall).unwrap().to_utc()
}

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    number: i64,
}

#[derive(diesel::QueryableByName)]
struct Inserted {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}

/// A row as JSON: the table's own type reads each value as it reads text, so enums, times and bytes need no words here.
pub fn insert(conn: &mut PgConnection, table: &str, row: &Value) -> Result<Uuid, DbError> {
    let mut row = row.as_object().expect("a row is an object").clone();
    row.entry("id")
        .or_insert_with(|| Uuid::new_v4().to_string().into());
    let names: Vec<_> = row.keys().map(|name| format!("\"{name}\"")).collect();
    let names = names.join(", ");
    let sql = format!(
        "insert into {table} ({names}) select {names} from jsonb_populate_record(null::{table}, $1::jsonb) returning id"
    );
    let inserted: Inserted = sql_query(sql)
        .bind::<Text, _>(Value::Object(row).to_string())
        .get_result(conn)?;
    Ok(inserted.id)
}

#[test]
fn the_site_answers_on_its_own_port_and_is_gone_with_its_test() {
    let app = TestApp::start(TestOptions::default());
    let page = app.browser().visit("/readyz");
    assert_eq!((page.status, page.html.as_str()), (200, "ready\n"));
    let address = app.url("").replace("http://", "");
    drop(app);
    assert!(std::net::TcpStream::connect(address).is_err());
}

#[test]
fn the_clock_stands_still_until_it_is_moved() {
    let app = TestApp::start(TestOptions::default());
    let seen = |app: &TestApp| app.platform(|tx| Ok(tx.now()));
    assert_eq!(seen(&app), tokyo("2026-11-20 10:00"));
    app.clock().set(tokyo("2026-11-21 09:30"));
    assert_eq!(seen(&app), tokyo("2026-11-21 09:30"));
}

#[test]
fn a_row_is_written_from_json_with_the_defaults_of_its_table() {
    let app = TestApp::start(TestOptions::default());
    let id = app.insert_outside(
        "platform.feature_flags",
        json!({"name": "new-calendar", "target_user_ids": [Uuid::nil()]}),
    );
    let percent = app.platform(move |tx| {
        let sql = format!(
            "select rollout_percent::bigint as number from platform.feature_flags
             where id = '{id}' and target_user_ids = array['{}'::uuid]",
            Uuid::nil()
        );
        Ok(sql_query(sql).get_result::<Number>(tx.conn())?.number)
    });
    assert_eq!(percent, 100);
}

#[test]
fn statements_are_counted_as_they_are_sent() {
    let app = TestApp::start(TestOptions::default());
    let of = |work: &dyn Fn()| {
        let before = app.statements();
        work();
        app.statements() - before
    };
    let empty = of(&|| app.platform(|_| Ok(())));
    let flag = || json!({"name": Uuid::new_v4()});
    let one = of(&|| {
        app.insert_outside("platform.feature_flags", flag());
    });
    assert_eq!(one, empty + 1);
}
