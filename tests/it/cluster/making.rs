//! The first start: what is made, for whom and where.

use super::place::{Place, ask, ask_at, settings_in, wait_until};
use diesel::{Connection, PgConnection, RunQueryDsl};
use omotenashi::cluster::{Cluster, ClusterError, Settings, homes};
use std::{
    fs::{self, Permissions},
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
};

#[test]
fn the_first_start_makes_a_private_server_for_an_owner_who_is_no_superuser() {
    let place = Place::new();
    let cluster = Cluster::start(&place.durable()).unwrap();
    let mut owner = PgConnection::establish(cluster.url()).unwrap();
    for (question, answer) in [
        ("current_user::text", "omotenashi"),
        ("current_setting('is_superuser')", "off"),
        (
            "(select string_agg(concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb), '')
              from pg_roles where rolname = current_user)",
            "f f t t",
        ),
        (
            "(select concat_ws(' ', datdba::regrole, pg_encoding_to_char(encoding), datcollate, datctype)
              from pg_database where datname = 'omotenashi')",
            "omotenashi UTF8 C.UTF-8 C.UTF-8",
        ),
        ("current_setting('listen_addresses')", ""),
        ("current_setting('data_checksums')", "on"),
        ("current_setting('fsync')", "on"),
        ("current_setting('synchronous_commit')", "on"),
        ("current_setting('full_page_writes')", "on"),
        ("current_setting('max_connections')", "20"),
        ("current_setting('lc_messages')", "C"),
        ("current_setting('timezone')", "UTC"),
        ("current_setting('log_parameter_max_length')", "0"),
        ("current_setting('log_parameter_max_length_on_error')", "0"),
    ] {
        assert_eq!(ask(&mut owner, question), answer, "{question}");
    }
    for extension in [
        "btree_gist",
        "citext",
        "pg_trgm",
        "pgcrypto",
        "\"uuid-ossp\"",
    ] {
        diesel::sql_query(format!("create extension {extension}"))
            .execute(&mut owner)
            .unwrap();
    }
    let found = fs::metadata(place.home()).unwrap();
    assert_eq!(
        found.mode() & 0o777,
        0o700,
        "only the server's user may open its folder"
    );
}

#[test]
fn a_place_that_cannot_be_reached_is_passed_over() {
    let place = Place::new();
    let closed = place.root.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, Permissions::from_mode(0o600)).unwrap();
    // For root the second stands in a folder that the server's user cannot walk through; both are refused to anyone.
    let homes = vec![
        PathBuf::from("/dev/null/server"),
        closed.join("server"),
        place.home(),
    ];
    let cluster = Cluster::start(&Settings {
        homes,
        ..place.settings()
    })
    .unwrap();
    assert_eq!(cluster.folder(), fs::canonicalize(place.home()).unwrap());
}

#[test]
fn a_path_too_long_for_a_socket_gets_one_elsewhere() {
    let place = Place::new();
    let home = place
        .root
        .path()
        .join("a-folder-with-a-long-name/".repeat(5))
        .join("server");
    let cluster = Cluster::start(&settings_in(home.clone())).unwrap();
    assert!(
        cluster.url().contains("host=/tmp/omotenashi-"),
        "{}",
        cluster.url()
    );
    assert_eq!(ask_at(cluster.url(), "1::text"), "1");
    let sockets = PathBuf::from(cluster.url().split("host=").nth(1).unwrap());
    assert_eq!(fs::metadata(&sockets).unwrap().mode() & 0o777, 0o700);
    drop(cluster);
    wait_until("the server has stopped", || {
        !home.join("data/postmaster.pid").exists()
    });
    fs::remove_dir_all(sockets).unwrap();
}

#[test]
fn missing_programs_are_named() {
    let place = Place::new();
    let programs = Some(place.root.path().to_path_buf());
    let refused = Cluster::start(&Settings {
        programs,
        ..place.settings()
    })
    .unwrap_err();
    assert!(matches!(refused, ClusterError::NotPrograms(_)), "{refused}");
    assert!(
        ClusterError::NoPrograms
            .to_string()
            .contains("apt-get install postgresql")
    );
}

#[test]
fn two_checkouts_have_two_homes_wherever_they_live() {
    let data = Path::new("/home/aoi/.local/share");
    let [one, other] =
        ["/srv/one", "/srv/other"].map(|each| homes(Path::new(each), Some(data), "postgresql"));
    assert_eq!(one.first().unwrap(), Path::new("/srv/one/.data/postgresql"));
    assert_eq!(one.len(), 3);
    assert!(one.iter().all(|home| !other.contains(home)));
    assert_eq!(one, homes(Path::new("/srv/one"), Some(data), "postgresql"));
}
