//! Who comes too often is told to wait, and until when; nobody else is (A-044, A-170, A-173; SEEDS: limits).

use crate::{
    public::walk::times,
    support::{
        app::{TestApp, TestOptions, tokyo},
        browser::{Browser, Page},
        build::{Business, Service, a_business, a_service},
        program::Program,
        sql,
    },
};
use chrono::TimeDelta;
use omotenashi::{domain::platform::limit::Limit, web::crowd::Limits};
use serde_json::json;

pub(super) fn strict(limits: Limits) -> TestApp {
    TestApp::start(TestOptions {
        trusted_proxies: 1,
        limits,
        ..TestOptions::default()
    })
}

pub(super) fn shop(app: &TestApp) -> (Business, Service) {
    // As many living holds as anybody likes, so that it is the limit in time that is met.
    let settings = json!({"holds_per_client": 1000});
    let shop = a_business(app).staff(1).settings(settings).build();
    let cut = a_service(app, &shop).build();
    (shop, cut)
}

pub(super) fn from(app: &TestApp, address: &str) -> Browser {
    app.browser().with_header("x-forwarded-for", address)
}

/// The `place`-th free hour, held.
pub(super) fn hold(browser: &Browser, (shop, cut): &(Business, Service), place: i64) -> Page {
    let days = TimeDelta::days(place / 8);
    let start = tokyo("2026-11-21 10:00") + days + TimeDelta::hours(place % 8);
    let form = [
        ("key", uuid::Uuid::new_v4().simple().to_string()),
        ("service", cut.id.to_string()),
        ("party", "1".to_owned()),
        ("start", start.to_rfc3339()),
    ];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    browser.post(&format!("/ja/b/{}/book/hold", shop.slug), &form)
}

#[test]
fn one_address_holds_ten_times_in_five_minutes_at_a_business() {
    let app = strict(Limits::REAL);
    let (salon, other) = (shop(&app), shop(&app));
    let crowd = from(&app, "192.0.2.1");
    for place in 0..10 {
        assert_eq!(hold(&crowd, &salon, place).status, 303, "{place}");
    }
    app.clock().set(tokyo("2026-11-20 10:01"));
    let told = hold(&crowd, &salon, 11);
    assert_eq!(
        (told.status, told.header("retry-after")),
        (429, Some("240"))
    );
    assert_eq!(told.heading(), "操作が続いたため、少しお待ちください");
    assert_eq!(hold(&crowd, &other, 0).status, 303, "another business");
    assert_eq!(
        hold(&from(&app, "192.0.2.2"), &salon, 11).status,
        303,
        "somebody else"
    );
    // Whatever else a visitor writes before what the proxy has seen.
    for forged in [
        "10.0.0.1, 192.0.2.1",
        "::1,192.0.2.1",
        "evil, 192.0.2.1",
        "::ffff:192.0.2.1",
    ] {
        assert_eq!(
            hold(&from(&app, forged), &salon, 12).status,
            429,
            "{forged}"
        );
    }
    app.clock().set(tokyo("2026-11-20 10:05"));
    assert_eq!(hold(&crowd, &salon, 12).status, 303);
}

#[test]
fn a_network_of_the_new_kind_is_one_however_many_addresses_it_has() {
    let app = strict(Limits::REAL);
    let salon = shop(&app);
    for place in 0..10 {
        let browser = from(&app, &format!("2001:db8:1:2:{place:x}::7"));
        assert_eq!(hold(&browser, &salon, place).status, 303);
    }
    assert_eq!(
        hold(&from(&app, "2001:db8:1:2:ffff::1"), &salon, 11).status,
        429
    );
    assert_eq!(hold(&from(&app, "2001:db8:1:3::1"), &salon, 11).status, 303);
}

#[test]
fn everybody_together_holds_so_much_at_a_business_and_no_more() {
    let few = Limit {
        most: 20,
        window: TimeDelta::minutes(5),
    };
    let app = strict(Limits {
        holds_of_all: few,
        ..Limits::REAL
    });
    let (salon, other) = (shop(&app), shop(&app));
    for place in 0..20 {
        let browser = from(&app, &format!("192.0.2.{place}"));
        assert_eq!(hold(&browser, &salon, place).status, 303, "{place}");
    }
    assert_eq!(hold(&from(&app, "192.0.2.99"), &salon, 21).status, 429);
    assert_eq!(hold(&from(&app, "192.0.2.99"), &other, 0).status, 303);
}

#[test]
fn whoever_looks_without_end_is_slowed_and_a_guest_costs_no_statement() {
    let hundred = Limit {
        most: 100,
        window: TimeDelta::hours(1),
    };
    let app = strict(Limits {
        looks: hundred,
        ..Limits::REAL
    });
    let (salon, cut) = shop(&app);
    let path = times("ja", &salon, &cut, "");
    let machine = from(&app, "192.0.2.1");
    let mut costs = Vec::new();
    for look in 0..100 {
        let before = app.statements();
        let page = machine.visit(if look % 2 == 0 { &path } else { "/ja?q=a" });
        assert_eq!(page.status, 200, "{look}");
        costs.push(app.statements() - before);
    }
    // After the first two, which remember what they read.
    assert_eq!(
        costs[2..20],
        [costs[2..4].repeat(9)].concat(),
        "the first twenty cost nothing more"
    );
    let written = costs[2..]
        .iter()
        .zip([&costs[2], &costs[3]].into_iter().cycle());
    let written = written.filter(|(cost, usual)| cost != usual).count();
    assert!(
        (1..=17).contains(&written),
        "{written} times it was written down"
    );
    for path in [&*path, "/ja?q=a", "/en"] {
        let told = machine.visit(path);
        assert_eq!(
            (told.status, told.header("retry-after")),
            (429, Some("3600")),
            "{path}"
        );
    }
    assert_eq!(from(&app, "192.0.2.2").visit(&path).status, 200);
    assert_eq!(
        machine.visit(&format!("/ja/b/{}", salon.slug)).status,
        200,
        "the rest is open"
    );
}

#[test]
fn two_programs_count_one_visitor_together() {
    let app = TestApp::start(TestOptions::default());
    let programs = [Program::serving(&app, &[]), Program::serving(&app, &[])];
    let asked = |turn: usize| programs[turn % 2].browser().visit("/ja").status;
    let answers: Vec<u16> = (0..1_150).map(asked).collect();
    let welcome = answers.iter().filter(|status| **status == 200).count();
    // Each writes down what it has let in by fifties.
    assert!((900..=1_100).contains(&welcome), "{welcome}");
    assert_eq!(answers[1_110..], [429; 40]);
}

#[test]
fn the_table_of_counters_names_nobody() {
    let app = strict(Limits::REAL);
    let salon = shop(&app);
    for place in 0..10 {
        hold(&from(&app, "192.0.2.77"), &salon, place);
    }
    let keys = app.platform(|tx| {
        let all = "select key || ' ' || count as line from platform.rate_limits";
        Ok(sql::lines(tx.conn(), all))
    });
    assert_eq!(keys.len(), 1, "{keys:?}");
    assert!(
        keys[0].ends_with(" 10") && !keys[0].contains("192.0"),
        "{keys:?}"
    );
}
