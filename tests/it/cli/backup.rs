//! What is kept can be had back: the drill itself, and backups of a private server as somebody types them.

use crate::support::{place, sql};
use diesel::connection::SimpleConnection;
use omotenashi::{
    cli::backup::drill::{Options, drill},
    cluster::{self, Cluster, Settings},
    config::Config,
};
use std::{
    env,
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Output},
    thread::sleep,
    time::Duration,
};
use tempfile::TempDir;

/// A folder that the server's account can walk through.
fn folder() -> TempDir {
    let root = place::folder();
    fs::set_permissions(root.path(), Permissions::from_mode(0o755)).unwrap();
    root
}

#[test]
fn another_server_is_brought_back_to_the_moment_before_an_accident_row_by_row() {
    let root = folder();
    let mut config = Config::read(&|name| {
        env::var_os(name)
            .filter(|_| name == "OC_PG_BIN")?
            .into_string()
            .ok()
    })
    .unwrap();
    config.data_dir = Some(root.path().to_path_buf());
    let report = drill(&config, &Options { rows: 400 }).unwrap();
    assert_eq!(report.differences, Vec::<String>::new());
    assert!(report.tables > 90 && report.rows > 400, "{report:?}");
    // The same comparison sees an accident.
    let hurt: Vec<&str> = report
        .accident
        .iter()
        .map(|line| line.split(':').next().unwrap())
        .collect();
    let (trail, hurt): (Vec<&str>, Vec<&str>) = hurt
        .into_iter()
        .partition(|table| table.starts_with("audit.audit_logs_"));
    assert_eq!(
        hurt,
        ["drill.after", "drill.pages", "platform.feature_flags"]
    );
    assert_eq!(trail.len(), 1, "the accident is in the trail");
}

fn omotenashi(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_omotenashi"));
    command
        .args(arguments)
        .env_remove("DATABASE_URL")
        .env("OC_DATA_DIR", data)
        .env("OC_LOG", "warn");
    let done = command.output().unwrap();
    assert!(done.status.success(), "{arguments:?}: {done:?}");
    done
}

fn private(data: &Path) -> Settings {
    Settings {
        programs: env::var_os("OC_PG_BIN").map(PathBuf::from),
        homes: vec![data.join("postgresql")],
        durable: true,
        max_connections: 20,
    }
}

/// Waits until the server that nobody uses any more has stopped.
fn stopped(data: &Path) {
    for _ in 0..1_000 {
        if !data.join("postgresql/data/postmaster.pid").exists() {
            return;
        }
        sleep(Duration::from_millis(20));
    }
    panic!("the server still runs");
}

#[test]
fn a_private_server_is_archived_copied_and_brought_back_with_its_photographs() {
    let root = folder();
    let (data, backups, new) = (
        root.path().join("site"),
        root.path().join("backups"),
        root.path().join("new"),
    );
    for folder in [&data, &new] {
        fs::create_dir(folder).unwrap();
        fs::set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
    }
    fs::create_dir(data.join("media")).unwrap();
    fs::write(data.join("media/photo.jpg"), "a photograph").unwrap();
    let to = backups.to_str().unwrap();
    omotenashi(&data, &["backup", "archive", "--to", to]);
    stopped(&data);
    let cluster = Cluster::start(&private(&data)).unwrap();
    let mut owner = sql::connect(cluster.url());
    owner
        .batch_execute("create table kept as select 'before'::text as word")
        .unwrap();
    omotenashi(&data, &["backup", "take", "--to", to, "--keep", "1"]);
    owner
        .batch_execute("insert into kept values ('after')")
        .unwrap();
    let moment = sql::lines(&mut owner, "select clock_timestamp()::text as line").remove(0);
    sleep(Duration::from_millis(50));
    owner.batch_execute("delete from kept").unwrap();
    let mut all = sql::connect(&cluster.superuser_url("postgres"));
    let piece = sql::lines(&mut all, "select pg_walfile_name(pg_switch_wal()) as line").remove(0);
    for _ in 0..500 {
        if backups.join("wal").join(&piece).exists() {
            break;
        }
        sleep(Duration::from_millis(20));
    }
    // A second copy takes the place of the first, and with it the changes that only the first needed; what is brought back is of
    // before, so it is kept here.
    omotenashi(
        &data,
        &[
            "backup",
            "restore",
            "--from",
            to,
            "--until",
            &moment,
            "--into",
            new.to_str().unwrap(),
        ],
    );
    let other = Cluster::start(&private(&new)).unwrap();
    let mut found = sql::connect(other.url());
    let words = "select string_agg(word, ' ' order by word) as line from kept";
    assert_eq!(sql::lines(&mut found, words), ["after before"]);
    assert_eq!(
        fs::read_to_string(new.join("media/photo.jpg")).unwrap(),
        "a photograph"
    );
    // A server that was brought back keeps out of the archive of the one before it.
    assert_eq!(
        sql::lines(&mut found, "select current_setting('archive_mode') as line"),
        ["off"]
    );
    drop((found, other));
    stopped(&new);
    omotenashi(&data, &["backup", "take", "--to", to, "--keep", "1"]);
    assert_eq!(fs::read_dir(backups.join("base")).unwrap().count(), 1);
    assert_eq!(fs::read_dir(backups.join("media")).unwrap().count(), 1);
    drop((owner, all, cluster));
    stopped(&data);
}

#[test]
fn nothing_is_restored_over_anything_and_no_archive_has_a_name_that_a_shell_would_read() {
    let root = folder();
    let settings = private(root.path());
    drop(
        Cluster::start(&Settings {
            durable: false,
            ..settings.clone()
        })
        .unwrap(),
    );
    stopped(root.path());
    let refused = cluster::restore(
        &settings,
        Path::new("/nowhere"),
        Path::new("/nowhere"),
        None,
    );
    assert!(refused.is_err());
    for bad in ["/tmp/it's", "/tmp/100%", "/tmp/$HOME", "relative"] {
        assert!(cluster::archive_command(Path::new(bad)).is_err(), "{bad}");
    }
}
