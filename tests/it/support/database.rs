//! A database for each test: one server for the run, one template for the migrations as they stand, a clone a test.

use super::place::memory;
use diesel::{
    Connection, OptionalExtension, PgConnection, QueryableByName, RunQueryDsl,
    connection::SimpleConnection, sql_query, sql_types::Text,
};
use omotenashi::{
    cluster::{Cluster, Settings, homes},
    db::migrate,
};
use sha2::{Digest, Sha256};
use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::{LazyLock, Mutex, MutexGuard, PoisonError},
    time::{SystemTime, UNIX_EPOCH},
};
use uuid::Uuid;

/// An own database with all migrations run, gone when this is dropped.
pub struct TestDatabase {
    /// The address for the role that owns everything in it, as the product's own.
    pub url: String,
    name: String,
}

impl TestDatabase {
    /// Clones the template: about 20 ms, and the first in a run some more.
    pub fn new() -> Self {
        let name = format!("t_{}_{}", RUN.id, Uuid::new_v4().simple());
        let clone = format!(
            "create database {name} template {} strategy file_copy",
            RUN.template
        );
        RUN.connection().batch_execute(&clone).unwrap();
        Self {
            url: RUN.url_of(&name),
            name,
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let drop = format!("drop database if exists {} with (force)", self.name);
        // What cannot be dropped now, the next run sweeps away; a panic in a drop would hide the test's own.
        RUN.connection().batch_execute(&drop).ok();
    }
}

/// The run of this binary. Its connection is what tells others that it lives, so it is open from first to last.
static RUN: LazyLock<Run> = LazyLock::new(Run::begin);

struct Run {
    cluster: Cluster,
    id: String,
    template: String,
    connection: Mutex<PgConnection>,
}

impl Run {
    fn begin() -> Self {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let cluster = Cluster::start(&Settings {
            programs: env::var_os("OC_PG_BIN").map(PathBuf::from),
            homes: places(project),
            durable: false,
            max_connections: 200,
        })
        .unwrap();
        let id = Uuid::new_v4().simple().to_string();
        let template = format!("tmpl_{}", hash_of(&project.join("migrations")));
        let mut connection = PgConnection::establish(cluster.url()).unwrap();
        connection
            .batch_execute(&format!("set application_name = '{id} {template}'"))
            .unwrap();
        let run = Self {
            cluster,
            id,
            template,
            connection: Mutex::new(connection),
        };
        run.prepare();
        run
    }

    /// Makes the template unless it is there, and sweeps what nobody needs any more; one run at a time.
    fn prepare(&self) {
        let connection = &mut *self.connection();
        connection
            .batch_execute("select pg_advisory_lock(20261120)")
            .unwrap();
        sweep(connection);
        let exists = format!(
            "select datname::text as name from pg_database where datname = '{}'",
            self.template
        );
        if sql_query(exists)
            .get_result::<Named>(connection)
            .optional()
            .unwrap()
            .is_none()
        {
            let building = format!("t_{}_building", self.id);
            connection
                .batch_execute(&format!("create database {building}"))
                .unwrap();
            migrate::up(&self.url_of(&building)).unwrap();
            // Its name says that it is whole; nobody may connect, or it could not be copied.
            let rename = format!("alter database {building} rename to {}", self.template);
            let close = format!("alter database {} allow_connections false", self.template);
            connection.batch_execute(&rename).unwrap();
            connection.batch_execute(&close).unwrap();
        }
        connection
            .batch_execute("select pg_advisory_unlock(20261120)")
            .unwrap();
    }

    fn connection(&self) -> MutexGuard<'_, PgConnection> {
        // Another test's failure while it held this is no reason to fail here.
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn url_of(&self, database: &str) -> String {
        self.cluster
            .url()
            .replacen("///omotenashi?", &format!("///{database}?"), 1)
    }
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    name: String,
}

/// Drops the databases of runs that have ended, and the templates that no living run uses.
fn sweep(connection: &mut PgConnection) {
    let abandoned = sql_query(
        "select datname::text as name from pg_database d
         where (datname ~ '^t_' and not exists (
                   select from pg_stat_activity where split_part(application_name, ' ', 1) = split_part(d.datname, '_', 2)))
            or (datname ~ '^tmpl_' and not exists (
                   select from pg_stat_activity where split_part(application_name, ' ', 2) = d.datname))",
    )
    .get_results::<Named>(connection)
    .unwrap();
    for Named { name } in abandoned {
        connection
            .batch_execute(&format!("drop database if exists {name} with (force)"))
            .unwrap();
    }
}

/// In memory where there is plenty of it, else where the program's own server would live.
fn places(project: &Path) -> Vec<PathBuf> {
    let name = "test-postgresql";
    let keyed = |place: &Path| homes(project, Some(place), name).swap_remove(1);
    if let Some(memory) = memory() {
        return vec![keyed(memory)];
    }
    let data = env::var_os("XDG_DATA_HOME").map(PathBuf::from);
    let data = data.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".local/share")));
    homes(project, data.as_deref(), name)
}

/// Of the migrations, and of the week: they make partitions for the months ahead of the day they run on.
fn hash_of(migrations: &Path) -> String {
    let mut hash = Sha256::new();
    let age = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    hash.update((age.as_secs() / 604_800).to_be_bytes());
    for up in ups(migrations) {
        hash.update(up.to_string_lossy().as_bytes());
        hash.update(fs::read(&up).unwrap());
    }
    let hash = hash.finalize();
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn ups(migrations: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(migrations).into_iter().flatten();
    let mut ups: Vec<_> = folders
        .map(|folder| folder.unwrap().path().join("up.sql"))
        .filter(|up| up.exists())
        .collect();
    ups.sort();
    ups
}

#[test]
fn each_test_has_a_database_of_its_own() {
    let (mine, yours) = (TestDatabase::new(), TestDatabase::new());
    let mut in_mine = PgConnection::establish(&mine.url).unwrap();
    in_mine.batch_execute("create table only_here ()").unwrap();
    let mut in_yours = PgConnection::establish(&yours.url).unwrap();
    assert!(in_yours.batch_execute("select from only_here").is_err());
    assert!(in_mine.batch_execute("select from only_here").is_ok());
}

#[test]
fn a_clone_has_every_migration_and_the_role_that_requests_take() {
    let database = TestDatabase::new();
    let steps = migrate::status(&database.url).unwrap();
    assert!(!steps.is_empty() && steps.iter().all(|step| step.applied));
    let mut connection = PgConnection::establish(&database.url).unwrap();
    connection
        .batch_execute("begin; set local role omotenashi_app; select id from bookings; commit")
        .unwrap();
}

#[test]
fn a_database_is_gone_after_its_test_even_if_somebody_is_still_connected() {
    let database = TestDatabase::new();
    let url = database.url.clone();
    let _forgotten = PgConnection::establish(&url).unwrap();
    drop(database);
    assert!(PgConnection::establish(&url).is_err());
}

#[test]
fn what_a_killed_run_left_is_swept_and_what_a_living_one_uses_is_kept() {
    let living = TestDatabase::new();
    let dead = ["t_0123456789abcdef_1", "tmpl_0123456789abcdef"];
    let connection = &mut *RUN.connection();
    for name in dead {
        connection
            .batch_execute(&format!("create database {name}"))
            .unwrap();
    }
    sweep(connection);
    for name in dead {
        assert!(
            PgConnection::establish(&RUN.url_of(name)).is_err(),
            "{name} is gone"
        );
    }
    assert!(PgConnection::establish(&living.url).is_ok());
    let templates = format!(
        "select datname::text as name from pg_database where datname = '{}'",
        RUN.template
    );
    assert_eq!(
        sql_query(templates)
            .load::<Named>(connection)
            .unwrap()
            .len(),
        1
    );
}
