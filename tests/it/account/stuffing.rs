//! Pairs of address and password that leaked elsewhere, each tried once, from networks that try a few each: no single
//! limit shows it, so the site tells whoever runs it; and a pair that is right is not enough.

use super::second_factor::{Telephone, set_up};
use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    log,
    people::{Cast, PASSWORD, a_person},
};
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::{domain::platform::limit::Limit, web::crowd::Limits};
use std::{sync::Mutex, thread};

/// A tenth of the five hundred addresses and the ten thousand pairs of the attack, so that it is over in seconds; and so
/// the alarm, which a real site raises at five hundred.
const NETWORKS: usize = 50;
const PAIRS_A_QUARTER: usize = 5;
const ALARM: i32 = 50;

fn tried(browser: &Browser, email: &str, password: &str) -> Page {
    browser.post(
        "/en/account/sign-in",
        &[("email", email), ("password", password)],
    )
}

fn from(app: &TestApp, address: &str) -> Browser {
    app.browser().with_header("x-forwarded-for", address)
}

fn now(app: &TestApp) -> DateTime<Utc> {
    app.platform(|tx| Ok(tx.now()))
}

/// A quarter of an hour of it: statuses, and the numbers of the requests.
fn quarter(app: &TestApp, quarter: usize) -> (Vec<u16>, Vec<String>) {
    let seen = Mutex::new((Vec::new(), Vec::new()));
    thread::scope(|scope| {
        for part in 0..4 {
            let seen = &seen;
            scope.spawn(move || {
                for network in (0..NETWORKS).filter(|network| network % 4 == part) {
                    let browser = from(app, &format!("198.51.100.{network}"));
                    for pair in 0..PAIRS_A_QUARTER {
                        let email = format!("leaked-{quarter}-{network}-{pair}@example.com");
                        let page = tried(&browser, &email, "hunter2 and more");
                        let mut seen = seen.lock().unwrap();
                        seen.0.push(page.status);
                        seen.1.push(page.header("x-request-id").unwrap().to_owned());
                    }
                }
            });
        }
    });
    seen.into_inner().unwrap()
}

fn alarms(numbers: &[String]) -> usize {
    let lines = log::lines("more wrong passwords than people type");
    let is_ours = |line: &&String| numbers.iter().any(|number| line.contains(number));
    lines.iter().filter(is_ours).count()
}

fn site() -> (TestApp, Cast) {
    let app = TestApp::start(TestOptions {
        trusted_proxies: 1,
        limits: Limits {
            wrong_passwords: Limit {
                most: ALARM,
                window: TimeDelta::minutes(15),
            },
            ..Limits::NONE
        },
        ..TestOptions::default()
    });
    let cast = Cast::of(&app);
    a_person(&app, "fumiko", "運営 文子", "admin");
    (app, cast)
}

/// What stands above the operators' first page.
fn told(app: &TestApp) -> Option<String> {
    let page = from(app, "203.0.113.9");
    let inside = tried(&page, "fumiko@example.com", PASSWORD);
    let page = inside.browser.open("/en/operator/businesses");
    assert_eq!(page.heading(), "Businesses", "{}", page.text());
    page.document().texts("p.lead").into_iter().next()
}

#[test]
fn a_thousand_leaked_pairs_raise_an_alarm_a_quarter_of_an_hour_and_people_come_in_all_the_while() {
    let (app, cast) = site();
    let (known, telephone) = (cast.ben.sign_in(&app), aois_telephone(&app, &cast));
    // People mistype, too.
    for turn in 0..ALARM / 2 {
        let page = tried(
            &from(&app, "203.0.113.1"),
            &format!("somebody{turn}@example.com"),
            "oops",
        );
        assert_eq!(page.status, 422);
    }
    assert_eq!(told(&app), None);
    for turn in 0..4 {
        app.clock().set(now(&app) + TimeDelta::minutes(15));
        let (statuses, numbers) = quarter(&app, turn);
        assert_eq!(
            statuses,
            [422; NETWORKS * PAIRS_A_QUARTER],
            "each below every limit"
        );
        assert_eq!(alarms(&numbers), 1, "once");
        let said = told(&app).unwrap_or_default();
        assert!(
            said.starts_with("More than 50 sign-ins with a wrong password since "),
            "{said}"
        );
        people_come_in(&app, &known, &telephone);
    }
    app.clock().set(now(&app) + TimeDelta::minutes(15));
    assert_eq!(told(&app), None, "it is over");
}

fn aois_telephone(app: &TestApp, cast: &Cast) -> Telephone {
    set_up(app, &cast.aoi.sign_in(app)).0
}

/// Aoi with her second factor, from where she never was; Ben from where he was; and whoever has Aoi's password and nothing
/// else stays before the door.
fn people_come_in(app: &TestApp, known: &Browser, telephone: &Telephone) {
    let thief = tried(&from(app, "198.51.100.1"), "aoi@example.com", PASSWORD).settled();
    assert_eq!(thief.heading(), "Two-step verification");
    let inside = thief.browser.visit("/en/staff/aoi-salon/today");
    assert_eq!(inside.status, 303, "the password alone opens nothing");
    let aoi = tried(&from(app, "203.0.113.77"), "aoi@example.com", PASSWORD).settled();
    let aoi = aoi.fill("code", &telephone.at(now(app))).press("Sign in");
    assert_eq!(aoi.browser.visit("/en/staff/aoi-salon/today").status, 200);
    assert_eq!(tried(known, "ben@example.com", PASSWORD).status, 303);
}

#[test]
fn who_is_greedy_meets_the_limits_of_the_network_and_of_the_account() {
    let (app, cast) = site();
    let known = cast.ben.sign_in(&app);
    let greedy = from(&app, "198.51.100.1");
    let statuses = |answers: &[Page]| answers.iter().map(|page| page.status).collect::<Vec<_>>();
    let pairs: Vec<Page> = (0..40)
        .map(|pair| {
            tried(
                &greedy,
                &format!("leaked{pair}@example.com"),
                "hunter2 and more",
            )
        })
        .collect();
    assert_eq!(
        statuses(&pairs),
        [[422; 30].as_slice(), &[429; 10]].concat()
    );
    // Eight lists have a password of Ben's, the last of them the right one.
    let lists: Vec<Page> = (0..8)
        .map(|list| {
            let password = if list == 7 {
                PASSWORD
            } else {
                "hunter2 and more"
            };
            tried(
                &from(&app, &format!("198.51.101.{list}")),
                "ben@example.com",
                password,
            )
        })
        .collect();
    assert_eq!(statuses(&lists), [422, 422, 422, 422, 422, 429, 429, 429]);
    assert_eq!(tried(&known, "ben@example.com", PASSWORD).status, 303);
    // What was refused unseen is part of it.
    assert_eq!(told(&app), None);
    for pair in 0..5 {
        tried(
            &greedy,
            &format!("more{pair}@example.com"),
            "hunter2 and more",
        );
    }
    assert!(told(&app).is_some());
}
