//! The table of counters is away, or does not answer: whoever wants to come in is refused, and whoever wants to read
//! is counted by the instance alone.

use super::often::{from, hold, shop, strict};
use crate::support::{
    app::TestApp,
    browser::Browser,
    people::{Cast, PASSWORD},
    sql,
};
use chrono::TimeDelta;
use diesel::PgConnection;
use omotenashi::{domain::platform::limit::Limit, web::crowd::Limits};

const LOOKS: i32 = 20;

fn site() -> TestApp {
    let looks = Limit {
        most: LOOKS,
        window: TimeDelta::hours(1),
    };
    strict(Limits {
        looks,
        ..Limits::REAL
    })
}

/// The counters are away, as after a disk that failed or a migration that was stopped half-way.
struct Away(PgConnection);

impl Away {
    fn from(app: &TestApp) -> Self {
        let mut connection = sql::connect(app.database_url());
        sql::run(
            &mut connection,
            "alter table platform.rate_limits rename to away",
        );
        Self(connection)
    }

    fn back(mut self) {
        sql::run(
            &mut self.0,
            "alter table platform.away rename to rate_limits",
        );
    }
}

/// They are there, and nobody is let near them.
fn locked(app: &TestApp) -> PgConnection {
    let mut connection = sql::connect(app.database_url());
    sql::run(
        &mut connection,
        "begin; lock table platform.rate_limits in access exclusive mode",
    );
    connection
}

/// Reads as often as is allowed and once more.
fn reads_until_told(app: &TestApp, machine: &Browser) {
    for look in 0..LOOKS {
        assert_eq!(machine.visit("/ja?q=a").status, 200, "{look}");
    }
    let told = machine.visit("/ja?q=a");
    assert_eq!(
        (told.status, told.header("retry-after")),
        (429, Some("3600"))
    );
    assert_eq!(
        from(app, "192.0.2.250").visit("/ja?q=a").status,
        200,
        "somebody else"
    );
}

#[test]
fn reading_and_booking_go_on_as_far_as_one_instance_has_counted_itself() {
    let app = site();
    let salon = shop(&app);
    let away = Away::from(&app);
    reads_until_told(&app, &from(&app, "192.0.2.1"));
    let guest = from(&app, "192.0.2.2");
    for place in 0..10 {
        assert_eq!(hold(&guest, &salon, place).status, 303, "{place}");
    }
    assert_eq!(hold(&guest, &salon, 11).status, 429);
    // What was counted alone is told to all as soon as they are back.
    let machine = from(&app, "192.0.2.3");
    let ten =
        |machine: &Browser| (0..10).for_each(|_| assert_eq!(machine.visit("/ja?q=a").status, 200));
    ten(&machine);
    away.back();
    let counts = |app: &TestApp| {
        app.platform(|tx| {
            let looks =
                "select count::text as line from platform.rate_limits where key like 'look %'";
            Ok(sql::lines(tx.conn(), looks))
        })
    };
    machine.visit("/ja?q=a");
    assert!(
        counts(&app).is_empty(),
        "for some seconds nobody asks again"
    );
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock().set(now + TimeDelta::seconds(10));
    machine.visit("/ja?q=a");
    assert_eq!(counts(&app), ["12"]);
}

#[test]
fn counters_that_do_not_answer_keep_nobody_from_reading() {
    let app = site();
    let lock = locked(&app);
    reads_until_told(&app, &from(&app, "192.0.2.1"));
    drop(lock);
}

/// Every way in, and every letter that anybody may ask for, with all that is right.
fn ways_in() -> [(&'static str, Vec<(&'static str, &'static str)>); 4] {
    [
        (
            "/en/account/sign-in",
            vec![("email", "aoi@example.com"), ("password", PASSWORD)],
        ),
        ("/en/account/reset", vec![("email", "aoi@example.com")]),
        ("/en/account/code", vec![("email", "aoi@example.com")]),
        (
            "/en/account/sign-up",
            vec![
                ("name", "Fumi Ito"),
                ("email", "fumi@example.com"),
                ("new_password", "seven lanterns in a row"),
            ],
        ),
    ]
}

#[test]
fn without_counters_nobody_comes_in_and_no_letter_is_asked_for() {
    let app = site();
    let cast = Cast::of(&app);
    // A browser that was in before counts for itself, and is refused as all others are.
    let known = cast.aoi.sign_in(&app);
    let own = known.open("/en/account").press("Sign out").browser;
    let away = Away::from(&app);
    for (path, form) in ways_in() {
        for browser in [&app.browser(), &own] {
            let refused = browser.post(path, &form);
            assert_eq!(refused.status, 500, "{path}: {}", refused.text());
            assert_eq!(refused.heading(), "Something went wrong on our side");
            assert_eq!(browser.cookie("oc"), None, "{path}");
        }
    }
    away.back();
    assert!(app.letters().is_empty());
    assert_eq!(own.post("/en/account/sign-in", &ways_in()[0].1).status, 303);
}

#[test]
fn counters_that_do_not_answer_let_nobody_in_and_say_when_to_come_again() {
    let app = site();
    Cast::of(&app);
    let lock = locked(&app);
    // Each waits three seconds for its lock, so all at once.
    std::thread::scope(|scope| {
        for (path, form) in ways_in() {
            let app = &app;
            scope.spawn(move || {
                let browser = app.browser();
                let refused = browser.post(path, &form);
                assert_eq!(
                    (refused.status, refused.header("retry-after")),
                    (503, Some("5")),
                    "{path}"
                );
                assert_eq!(browser.cookie("oc"), None, "{path}");
            });
        }
    });
    drop(lock);
    assert!(app.letters().is_empty());
    let browser = app.browser();
    assert_eq!(
        browser.post("/en/account/sign-in", &ways_in()[0].1).status,
        303
    );
}
