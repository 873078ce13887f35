//! One business is flooded, and the others do not notice. Shown by who is answered what and not by how long it took:
//! a machine that does nothing else is no measure.

use super::often::{from, hold, shop, strict};
use crate::{
    public::walk::times,
    support::{
        app::{TestApp, TestOptions},
        browser::Page,
        sql,
    },
};
use chrono::TimeDelta;
use omotenashi::{domain::platform::limit::Limit, web::crowd::Limits};
use std::{
    sync::{Mutex, mpsc},
    thread,
    time::Duration,
};

/// A hundred times what one of the others does.
const FLOOD: usize = 400;

#[test]
fn a_crowd_from_everywhere_at_one_business_waits_and_its_neighbours_guests_do_not() {
    let few = Limit {
        most: 100,
        window: TimeDelta::hours(1),
    };
    let app = strict(Limits {
        looks_of_all: few,
        ..Limits::REAL
    });
    let ((salon, cut), (other, colour)) = (shop(&app), shop(&app));
    let path = times("ja", &salon, &cut, "");
    let told = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for part in 0..4 {
            let (app, path, told) = (&app, &path, &told);
            scope.spawn(move || {
                for place in 0..FLOOD / 4 {
                    let page = from(app, &format!("198.51.{part}.{place}")).visit(path);
                    if page.status == 429 {
                        let again = page.header("retry-after").map(str::to_owned);
                        told.lock().unwrap().push(again);
                    } else {
                        assert_eq!(page.status, 200);
                    }
                }
            });
        }
        for place in 0..FLOOD / 100 {
            let guest = from(&app, &format!("203.0.113.{place}"));
            assert_eq!(guest.visit(&times("ja", &other, &colour, "")).status, 200);
        }
    });
    let told = told.into_inner().unwrap();
    // All but what is allowed and what four were asking for just then.
    assert!(
        (FLOOD - 110..=FLOOD - 100).contains(&told.len()),
        "{}",
        told.len()
    );
    assert!(told.iter().all(|again| again.as_deref() == Some("3600")));
    let guest = from(&app, "203.0.113.200");
    assert_eq!(
        guest.visit(&path).status,
        429,
        "by now it is full for everybody"
    );
    assert_eq!(guest.visit(&times("ja", &other, &colour, "")).status, 200);
}

/// Whoever wants a time at a business whose row somebody else has locked waits for that, with a place at the database.
#[test]
fn whoever_waits_at_one_business_takes_no_place_from_the_others() {
    let app = TestApp::start(TestOptions {
        connections: 4,
        wait: Duration::from_millis(500),
        ..TestOptions::default()
    });
    let (salon, other) = (shop(&app), shop(&app));
    let free = &times("ja", &other.0, &other.1, "");
    let mut lock = sql::connect_within(app.database_url(), Some(salon.0.id));
    let all = "begin; select id from businesses.businesses for update";
    sql::run(&mut lock, all);
    let (tell, answers) = mpsc::channel::<Page>();
    thread::scope(|scope| {
        for place in 0..24 {
            let (app, salon, tell) = (&app, &salon, tell.clone());
            scope.spawn(move || tell.send(hold(&app.browser(), salon, place)).unwrap());
        }
        // By the first answer of one who waited in vain the flood has all that it can get.
        let first = answers.recv().unwrap();
        assert_eq!(first.status, 503);
        assert!(first.header("retry-after").is_some());
        for place in 0..20 {
            assert_eq!(app.browser().visit(free).status, 200);
            assert_eq!(hold(&app.browser(), &other, place).status, 303);
        }
        sql::run(&mut lock, "rollback");
    });
    drop(tell);
    let statuses: Vec<u16> = answers.iter().map(|page| page.status).collect();
    assert!(
        statuses.iter().all(|status| [303, 503].contains(status)),
        "{statuses:?}"
    );
    assert_eq!(
        hold(&app.browser(), &salon, 30).status,
        303,
        "and goes on when it can"
    );
}
