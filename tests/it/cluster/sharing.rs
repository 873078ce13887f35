//! Programs that share the server, and how it ends with the last of them.

use super::place::{Place, Program, ask, ask_at, settings_in, signal};
use diesel::{Connection, PgConnection};
use omotenashi::cluster::Cluster;
use std::{
    env,
    io::{Read, Write, stdin, stdout},
    path::PathBuf,
    thread::sleep,
    time::Duration,
};

/// In its own right a test that a program gets an answer; started by the others here, a program that uses the server
/// of the given home until its standard input ends.
#[test]
fn a_program_is_served() {
    let given = env::var_os("OC_TEST_CLUSTER_HOME").map(PathBuf::from);
    let place = given.is_none().then(Place::new);
    let home = given.unwrap_or_else(|| place.as_ref().unwrap().home());
    let cluster = Cluster::start(&settings_in(home)).unwrap();
    let mut owner = PgConnection::establish(cluster.url()).unwrap();
    assert_eq!(ask(&mut owner, "current_database()::text"), "omotenashi");
    if place.is_none() {
        writeln!(stdout(), "\nserved {}", cluster.url()).unwrap();
        stdin().read_to_end(&mut Vec::new()).unwrap();
    }
}

#[test]
fn four_programs_that_begin_at_once_share_a_server_until_the_last_has_ended() {
    let place = Place::new();
    let programs: Vec<_> = (0..4).map(|_| Program::begin(&place.home())).collect();
    let mut programs: Vec<_> = programs.into_iter().map(Program::served).collect();
    let last = programs.pop().unwrap();
    let server = place.server().unwrap();
    for program in programs {
        assert_eq!(program.url, last.url);
        program.end();
    }
    // Long enough for a reaper that ought not to act.
    sleep(Duration::from_millis(500));
    assert_eq!(ask_at(&last.url, "1::text"), "1");
    assert_eq!(place.server(), Some(server));
    last.end();
    place.wait_until_stopped();
}

#[test]
fn a_program_that_is_killed_leaves_no_server_behind() {
    let place = Place::new();
    let mut program = Program::begin(&place.home()).served();
    program.child.kill().unwrap();
    program.child.wait().unwrap();
    place.wait_until_stopped();
    assert!(
        place.log().contains("database system is shut down"),
        "stopped in good order"
    );
}

#[test]
fn ctrl_c_ends_the_program_and_not_the_server_another_uses() {
    let place = Place::new();
    let mut first = Program::begin(&place.home()).served();
    let second = Program::begin(&place.home()).served();
    let server = place.server().unwrap();
    // What a terminal does: the whole group gets the signal, with whatever the program started.
    signal("-INT", &format!("-{}", first.child.id()));
    first.child.wait().unwrap();
    sleep(Duration::from_millis(500));
    assert_eq!(place.server(), Some(server), "the same server still runs");
    assert_eq!(ask_at(&second.url, "1::text"), "1");
    second.end();
    place.wait_until_stopped();
}

#[test]
fn a_closed_terminal_does_not_reach_the_one_who_stops_the_server() {
    let place = Place::new();
    let mut only = Program::begin(&place.home()).served();
    signal("-HUP", &format!("-{}", only.child.id()));
    only.child.wait().unwrap();
    place.wait_until_stopped();
}
