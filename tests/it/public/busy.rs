//! All places at the database are taken: whoever comes is told soon, in their language, and everything goes on after.

use super::{strict::Strict, walk::times};
use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    build::{Business, Service, a_business, a_service},
    program::Program,
    wait::wait_for,
};
use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};
use omotenashi::db::{DbError, run::house};
use std::{
    process::Command,
    sync::mpsc::{SyncSender, sync_channel},
    time::{Duration, Instant},
};

const WAIT: Duration = Duration::from_millis(200);

fn small() -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions {
        connections: 1,
        wait: WAIT,
        ..TestOptions::default()
    });
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    (app, shop, cut)
}

/// Keeps the only connection in a long transaction until this is dropped.
struct Occupied {
    enough: SyncSender<()>,
    ended: Option<std::thread::JoinHandle<Result<(), DbError>>>,
}

impl Occupied {
    fn by(app: &TestApp, shop: &Business) -> Self {
        let (enough, until) = sync_channel::<()>(1);
        let (tell, begun) = sync_channel(1);
        let (db, business) = (app.db().clone(), shop.id);
        let until = std::sync::Mutex::new(until);
        let ended = std::thread::spawn(move || {
            wait_for(async move {
                db.tenant(house(business), move |_| {
                    tell.send(()).ok();
                    until.lock().unwrap().recv().ok();
                    Ok(())
                })
                .await
            })
        });
        begun.recv().unwrap();
        Self {
            enough,
            ended: Some(ended),
        }
    }
}

impl Drop for Occupied {
    fn drop(&mut self) {
        self.enough.send(()).ok();
        if let Some(ended) = self.ended.take() {
            ended.join().unwrap().unwrap();
        }
    }
}

fn told(page: Page, heading: &str) {
    let page = page.strict();
    assert_eq!(page.status, 503);
    assert_eq!(page.header("retry-after").unwrap(), "2");
    assert_eq!(page.heading(), heading);
}

#[test]
fn whoever_cannot_be_served_in_time_is_told_soon_and_served_afterwards() {
    let (app, shop, cut) = small();
    let ways = [
        ("ja", "ただいま混み合っています"),
        ("en", "We're very busy right now"),
    ];
    let occupied = Occupied::by(&app, &shop);
    for (code, heading) in ways {
        for path in [
            format!("/{code}"),
            format!("/{code}/b/{}", shop.slug),
            times(code, &shop, &cut, ""),
            format!("/{code}/bookings/{}", "A".repeat(43)),
        ] {
            let began = Instant::now();
            told(app.browser().visit(&path), heading);
            let took = began.elapsed();
            assert!(took >= WAIT, "{path} did not wait: {took:?}");
            assert!(took < Duration::from_secs(2), "{path} took {took:?}");
        }
    }
    assert_eq!(
        app.browser().visit("/healthz").status,
        200,
        "the program itself is alive"
    );
    drop(occupied);
    for (code, _) in ways {
        let page = app.browser().visit(&times(code, &shop, &cut, "")).strict();
        assert_eq!(page.status, 200);
    }
}

#[derive(diesel::QueryableByName)]
struct Backend {
    #[diesel(sql_type = diesel::sql_types::Text)]
    pid: String,
}

/// The program's only connection, standing still until this is dropped.
struct Frozen(String);

impl Frozen {
    fn connection(app: &TestApp) -> Self {
        // The newest but the one that asks: the test's own was there before the program.
        let newest = "select pid::text as pid from pg_stat_activity where datname = current_database()
            and backend_type = 'client backend' and pid <> pg_backend_pid() order by backend_start desc limit 1";
        let mut asking = PgConnection::establish(app.database_url()).unwrap();
        let frozen = Self(
            sql_query(newest)
                .get_result::<Backend>(&mut asking)
                .unwrap()
                .pid,
        );
        frozen.send("-STOP");
        frozen
    }

    fn send(&self, signal: &str) {
        let sent = Command::new("kill").args([signal, &self.0]).status();
        assert!(sent.unwrap().success());
    }
}

impl Drop for Frozen {
    fn drop(&mut self) {
        self.send("-CONT");
    }
}

#[test]
fn a_crowd_at_a_closed_door_is_told_and_takes_no_threads() {
    let (app, shop, cut) = small();
    let wait = WAIT.as_millis().to_string();
    let settings = [
        ("OC_CONNECTIONS", "1"),
        ("OC_WAIT_MS", &wait),
        ("OC_LOG", "warn"),
    ];
    let program = Program::serving(&app, &settings);
    let path = times("ja", &shop, &cut, "");
    let browser = Browser::new(&program.base);
    assert_eq!(browser.visit(&path).strict().status, 200);
    let quiet = program.threads();
    // The night shift of the same program looks for work each second: now and then the place is its own.
    let most = (0..5).find_map(|_| crowd(&app, &program, &browser, &path));
    let most = most.expect("who had the place is served");
    let cores = std::thread::available_parallelism().unwrap().get();
    // Each worker may have as many threads that block as its share of the connections, and one to spare.
    assert!(most <= quiet + 2 * cores, "{quiet} threads became {most}");
    assert_eq!(
        browser.visit(&path).strict().status,
        200,
        "and everything goes on"
    );
}

/// Forty at the door while somebody has the only place: how many threads the program had at most. `None` when whoever was
/// first at the door had not got the place.
fn crowd(app: &TestApp, program: &Program, browser: &Browser, path: &str) -> Option<usize> {
    let frozen = Frozen::connection(app);
    std::thread::scope(|scope| {
        let first = scope.spawn(|| browser.visit(path));
        std::thread::sleep(WAIT);
        let each = || told(browser.visit(path), "ただいま混み合っています");
        let crowd: Vec<_> = (0..40).map(|_| scope.spawn(each)).collect();
        let mut most = 0;
        while !crowd.iter().all(std::thread::ScopedJoinHandle::is_finished) {
            most = most.max(program.threads());
            std::thread::sleep(Duration::from_millis(5));
        }
        crowd.into_iter().for_each(|one| one.join().unwrap());
        drop(frozen);
        let answer = first.join().unwrap();
        (answer.strict().status == 200).then_some(most)
    })
}
