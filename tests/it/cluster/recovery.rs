//! Whatever was killed or left lying about, the next start copes with it.

use super::place::{Place, Program, ask_at, signal, wait_until};
use diesel::{Connection, PgConnection, RunQueryDsl};
use omotenashi::cluster::{Cluster, ClusterError};
use std::{
    fs,
    os::unix::{fs::MetadataExt, process::CommandExt},
    process::Command,
    thread::sleep,
    time::Duration,
};

#[test]
fn a_server_that_was_killed_comes_back_with_what_was_committed() {
    let place = Place::new();
    let cluster = Cluster::start(&place.durable()).unwrap();
    let mut owner = PgConnection::establish(cluster.url()).unwrap();
    diesel::sql_query("create table kept as select 'here'::text as word")
        .execute(&mut owner)
        .unwrap();
    signal("-9", &place.server().unwrap());
    // The first program still lives, as after a crash of the server alone.
    let again = Cluster::start(&place.durable()).unwrap();
    assert_eq!(ask_at(again.url(), "(select word from kept)"), "here");
}

#[test]
fn leftovers_that_name_a_stranger_or_a_zombie_do_not_stop_a_start() {
    let place = Place::new();
    drop(Cluster::start(&place.durable()).unwrap());
    place.wait_until_stopped();
    let owner = fs::metadata(place.home()).unwrap();
    let as_server = |program: &str| {
        let mut command = Command::new(program);
        if owner.uid() != fs::metadata("/proc/self").unwrap().uid() {
            command.uid(owner.uid()).gid(owner.gid());
        }
        command
    };
    let mut stranger = as_server("sleep").arg("60").spawn().unwrap();
    let mut zombie = as_server("true").spawn().unwrap();
    sleep(Duration::from_millis(100));
    for leftover in [stranger.id(), zombie.id()] {
        let data = place.home().join("data");
        let pid_file = format!(
            "{leftover}\n{}\n1\n5432\n\n\n1 1\nready   \n",
            data.display()
        );
        fs::write(data.join("postmaster.pid"), &pid_file).unwrap();
        fs::write(place.home().join("socket/.s.PGSQL.5432.lock"), &pid_file).unwrap();
        let cluster = Cluster::start(&place.durable()).unwrap();
        assert_eq!(ask_at(cluster.url(), "1::text"), "1");
        drop(cluster);
        place.wait_until_stopped();
    }
    assert!(
        stranger.try_wait().unwrap().is_none(),
        "the stranger was not stopped"
    );
    stranger.kill().unwrap();
    stranger.wait().unwrap();
    zombie.wait().unwrap();
}

#[test]
fn a_program_killed_while_it_made_the_data_leaves_nothing_in_the_way() {
    let place = Place::new();
    let mut program = Program::begin(&place.home());
    let half_made = place.home().join("data.new/PG_VERSION");
    wait_until("initdb has begun", || half_made.exists());
    program.child.kill().unwrap();
    program.child.wait().unwrap();
    let cluster = Cluster::start(&place.settings()).unwrap();
    assert_eq!(ask_at(cluster.url(), "1::text"), "1");
    assert!(!place.home().join("data.new").exists());
}

#[test]
fn tests_get_a_forgetful_server_and_a_new_one_when_it_broke() {
    let place = Place::new();
    let settings = place.settings();
    let cluster = Cluster::start(&settings).unwrap();
    let forgetful =
        "concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'),
                     current_setting('full_page_writes'))";
    assert_eq!(ask_at(cluster.url(), forgetful), "off off off");
    drop(cluster);
    place.wait_until_stopped();
    fs::remove_file(place.home().join("data/global/pg_control")).unwrap();
    let refused = Cluster::start(&place.durable()).unwrap_err();
    assert!(
        matches!(refused, ClusterError::Failed { .. }),
        "durable data is never thrown away: {refused}"
    );
    let cluster = Cluster::start(&settings).unwrap();
    assert_eq!(ask_at(cluster.url(), forgetful), "off off off");
}

#[test]
fn data_of_another_version_is_refused_and_left_alone() {
    let place = Place::new();
    drop(Cluster::start(&place.durable()).unwrap());
    place.wait_until_stopped();
    let version = place.home().join("data/PG_VERSION");
    fs::write(&version, "9\n").unwrap();
    let refused = Cluster::start(&place.durable()).unwrap_err();
    assert!(
        matches!(refused, ClusterError::OtherVersion { made: 9, .. }),
        "{refused}"
    );
    assert_eq!(fs::read_to_string(version).unwrap(), "9\n");
}
