//! What a page asks the database for does not grow with what there is: counted as it is sent.

use super::{
    strict::Strict,
    walk::{JA, free, held, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions},
    build::{Business, Service, a_booking, a_business, a_service},
};
use chrono::{Days, NaiveDate};
use serde_json::json;

/// A shop that is small, or one that is busy: what grows in it.
struct Size {
    staff: usize,
    services: usize,
    bookings: usize,
}

const SMALL: Size = Size {
    staff: 3,
    services: 5,
    bookings: 10,
};

fn shop(app: &TestApp, size: &Size) -> (Business, Service) {
    let shop = a_business(app).staff(size.staff).build();
    for day in 0..7 {
        let hours = json!({
            "business_id": shop.id, "resource_id": shop.staff[0], "day_of_week": day, "start_minute": 600,
            "end_minute": 1080,
        });
        app.insert(shop.id, "scheduling.staff_working_hours", hours);
    }
    let first = a_service(app, &shop).build();
    for place in 1..size.services {
        let name = format!("メニュー{place}");
        a_service(app, &shop).named(&name, &name).build();
    }
    let tomorrow = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    for place in 0..size.bookings {
        let (staff, rest) = (place % size.staff, place / size.staff);
        let day = tomorrow + Days::new(u64::try_from(rest / 8).unwrap());
        a_booking(app, &shop, &first)
            .on(shop.staff[staff])
            .at(&format!("{day} {}:00", 10 + rest % 8))
            .build();
    }
    (shop, first)
}

/// What a page asks, its transaction's beginning and end left out, the setting of its scope counted.
pub(super) fn statements(app: &TestApp, path: &str) -> usize {
    // The word in the address is looked up once and remembered, so the second visit is the usual one.
    app.browser().visit(path);
    let before = app.statements();
    app.platform(|_| Ok(()));
    let between = app.statements();
    let page = app.browser().visit(path).strict();
    assert_eq!(page.status, 200, "{path}");
    let brackets = between - before - 1;
    app.statements() - between - brackets
}

fn pages(shop: &Business, service: &Service) -> Vec<(&'static str, String)> {
    let times = |more: &str| times("ja", shop, service, more);
    let mut pages = vec![
        ("home", "/ja".to_owned()),
        ("business", format!("/ja/b/{}", shop.slug)),
        ("menu", format!("/ja/b/{}/book", shop.slug)),
        ("legal", format!("/ja/b/{}/legal", shop.slug)),
        ("privacy", format!("/ja/b/{}/privacy", shop.slug)),
        ("day", times("&view=list")),
        ("week", times("&view=table")),
        ("month", times("&view=month")),
        (
            "person",
            times(&format!("&view=month&staff={}", shop.staff[0])),
        ),
        ("next week", times("&view=table&from=2026-11-27")),
    ];
    pages.push(("next month", times("&view=month&from=2026-12-01")));
    pages
}

#[test]
fn no_page_asks_more_because_there_is_more() {
    let app = TestApp::start(TestOptions::default());
    let measure = |size: &Size| -> Vec<(&'static str, usize)> {
        let (shop, service) = shop(&app, size);
        let pages = pages(&shop, &service).into_iter();
        pages
            .map(|(name, path)| (name, statements(&app, &path)))
            .collect()
    };
    let small = measure(&SMALL);
    for size in [
        Size { staff: 30, ..SMALL },
        Size {
            services: 40,
            ..SMALL
        },
        Size {
            bookings: 200,
            ..SMALL
        },
    ] {
        let Size {
            staff,
            services,
            bookings,
        } = size;
        assert_eq!(
            measure(&size),
            small,
            "{staff} staff, {services} services, {bookings} bookings"
        );
    }
    let most = small.iter().find(|(name, _)| *name == "month").unwrap().1;
    assert!(most <= 6, "a month takes {most} statements");
    // Where the asked days begin later, the soonest time is a second reading; where nothing is found, as well.
    for (name, count) in &small {
        assert!(*count <= 9, "{name} takes {count} statements");
    }
}

#[test]
fn what_is_remembered_is_read_at_once_when_it_has_changed() {
    let app = TestApp::start(TestOptions::default());
    let (shop, service) = shop(&app, &Size { staff: 30, ..SMALL });
    let page = times("ja", &shop, &service, "&view=month");
    let known = statements(&app, &page);
    let change = format!(
        "update catalog.services set name_ja = 'ヘッドスパ' where id = '{}'",
        service.id
    );
    let before = app.statements();
    app.platform(|_| Ok(()));
    let brackets = app.statements() - before - 1;
    assert_eq!(app.execute(shop.id, change), 1);
    let before = app.statements();
    let drawn = app.browser().visit(&page).strict();
    let anew = app.statements() - before - brackets;
    assert!(drawn.text().contains("ヘッドスパ"), "the new name at once");
    assert!(anew > known, "something was read anew");
    // The shop, its people, the service with its rules of prices, what is asked for first, and whether it keeps a waiting list.
    assert!(
        anew <= 9,
        "a month of 30 staff takes {anew} statements when nothing is known of it"
    );
    assert_eq!(statements(&app, &page), known, "and is remembered again");
}

#[test]
fn no_step_of_a_booking_asks_more_because_there_is_more() {
    let app = TestApp::start(TestOptions::default());
    let measure = |size: &Size| -> Vec<usize> {
        let (shop, service) = shop(&app, size);
        let mut counts = Vec::new();
        let mut last = app.statements();
        let mut step = || {
            let now = app.statements();
            counts.push(now - last);
            last = now;
        };
        let details = held(&app, &shop, &service, "11月26日(木) 16:00");
        step();
        // The bookings that are there are all of one guest, who may have no more of them.
        let own = [("phone", "090-9999-0001"), ("email", "own@example.com")];
        let check = told(&details, &JA, &own);
        step();
        let done = check.press(JA.confirm).strict();
        step();
        let choose = done.follow("日時を変更する").strict();
        step();
        choose
            .follow("11月25日")
            .press("15:00")
            .press("この日時に変更する")
            .strict();
        step();
        done.follow("予約をキャンセルする")
            .press("予約をキャンセルする")
            .strict();
        step();
        counts
    };
    // The first of them looks words up that are remembered afterwards.
    measure(&SMALL);
    let small = measure(&SMALL);
    let large = Size {
        staff: 30,
        services: 40,
        bookings: 200,
    };
    assert_eq!(measure(&large), small);
}

#[test]
fn a_lost_time_is_told_without_asking_for_each_alternative() {
    let app = TestApp::start(TestOptions::default());
    let measure = |size: &Size| -> usize {
        let (shop, service) = shop(&app, size);
        let more = format!("&view=table&staff={}", shop.staff[1]);
        let table = app.browser().open(&times("ja", &shop, &service, &more));
        let rival = app.browser().open(&times("ja", &shop, &service, &more));
        rival.press(&free("11月26日(木) 16:00"));
        let before = app.statements();
        assert_eq!(table.form().send(&free("11月26日(木) 16:00")).status, 409);
        app.statements() - before
    };
    let small = measure(&SMALL);
    assert_eq!(
        measure(&Size {
            staff: 30,
            services: 40,
            bookings: 200
        }),
        small
    );
}
