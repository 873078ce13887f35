//! A day that somebody else changes, while it is looked at.

use super::scene::{DESK, Friday};
use crate::support::{chromium::Chromium, program::Program, wait::wait_for};
use futures_util::StreamExt;
use omotenashi::{
    base::time::LocalDate, db::run::house, domain::bookings::day_mark, web::live::Live,
};
use std::{pin::pin, sync::Arc, time::Duration};
use tokio::time::timeout;

const DAY: &str = "2026-11-20";

fn date() -> LocalDate {
    DAY.parse().unwrap()
}

fn mark(friday: &Friday) -> i64 {
    let (db, business) = (friday.app.db().clone(), friday.cast.salon.id);
    wait_for(async move {
        db.read(house(business), |tx| day_mark::read(tx, (date(), date())))
            .await
    })
    .unwrap()
}

/// As another instance of the program does it.
fn elsewhere(friday: &Friday, set: &str) {
    let sql = format!(
        "update bookings.bookings set {set}, version = version + 1 where id = '{}'",
        friday.coming.id
    );
    assert_eq!(friday.app.execute(friday.cast.salon.id, sql), 1);
}

#[test]
fn the_mark_of_a_day_changes_with_whatever_changes_in_it_and_with_nothing_else() {
    let friday = Friday::new();
    let before = mark(&friday);
    assert_eq!(mark(&friday), before);
    let page = friday.aoi().open(&format!("{DESK}/day?date={DAY}"));
    let drawn = page.document().attribute("[data-live]", "data-live-mark");
    assert_eq!(drawn, Some(before.to_string()), "the page says the same");
    elsewhere(&friday, "status = 'arrived'");
    let arrived = mark(&friday);
    assert_ne!(arrived, before);
    elsewhere(&friday, "business_date = '2026-11-21'");
    assert_ne!(mark(&friday), arrived);
    let gone = mark(&friday);
    let sql = format!(
        "update bookings.bookings set version = version + 1 where id = '{}'",
        friday.coming.id
    );
    friday.app.execute(friday.cast.salon.id, sql);
    assert_eq!(mark(&friday), gone, "another day's booking");
}

#[test]
fn everybody_who_looks_is_told_and_a_day_that_nobody_looks_at_is_not_asked() {
    let friday = Friday::new();
    let (db, day) = (
        friday.app.db().clone(),
        (friday.cast.salon.id, date(), date()),
    );
    let before = mark(&friday);
    let live = Arc::new(Live::new(2));
    let told = wait_for({
        let (live, db) = (Arc::clone(&live), db.clone());
        async move {
            let one = live.watch(&db, day, before).unwrap();
            let other = live.watch(&db, day, before).unwrap();
            assert!(live.watch(&db, day, before).is_none(), "no more than that");
            assert_eq!(live.days(), 1, "asked once for both");
            let (mut one, mut other) = (pin!(one.events()), pin!(other.events()));
            let first = one.next().await.unwrap().unwrap();
            assert!(String::from_utf8_lossy(&first).contains(&format!("data: {before}\n")));
            other.next().await.unwrap().unwrap();
            elsewhere_by(&db, day.0).await;
            let wait = Duration::from_secs(10);
            let told = timeout(wait, one.next()).await.unwrap().unwrap().unwrap();
            timeout(wait, other.next()).await.unwrap().unwrap().unwrap();
            String::from_utf8_lossy(&told).into_owned()
        }
    });
    assert!(
        told.contains(&format!("data: {}\n", mark(&friday))),
        "{told}"
    );
}

async fn elsewhere_by(db: &omotenashi::db::Db, business: omotenashi::base::ids::BusinessId) {
    use diesel::RunQueryDsl;
    db.tenant(house(business), |tx| -> omotenashi::db::Result<()> {
        diesel::sql_query(
            "update bookings.bookings set status = 'arrived', version = version + 1 where status = 'confirmed'",
        )
        .execute(tx.conn())?;
        Ok(())
    })
    .await
    .unwrap();
}

#[test]
fn lines_end_when_the_program_stops_and_days_that_nobody_sees_are_forgotten() {
    let friday = Friday::new();
    let (db, day) = (
        friday.app.db().clone(),
        (friday.cast.salon.id, date(), date()),
    );
    wait_for(async move {
        let live = Arc::new(Live::new(1));
        drop(live.watch(&db, day, 1).unwrap());
        let mut waited = 0;
        while live.days() > 0 && waited < 100 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            waited += 1;
        }
        assert_eq!(live.days(), 0);
        let mut line = pin!(live.watch(&db, day, 1).unwrap().events());
        line.next().await.unwrap().unwrap();
        live.close();
        assert!(
            timeout(Duration::from_secs(5), line.next())
                .await
                .unwrap()
                .is_none()
        );
    });
}

#[test]
fn the_page_says_so_and_moves_neither_focus_nor_place() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    window.size(1280, 700).visit(&format!("{DESK}/day"));
    let link = format!("a[href$='{}']", friday.late.id);
    window.execute(&format!(
        "document.querySelector({link:?}).focus({{preventScroll: true}});
         document.querySelector('.day').scrollTop = 100"
    ));
    elsewhere(&friday, "status = 'arrived'");
    window.until("document.querySelector('.block-arrived')");
    window.until("document.querySelector('.live').textContent.includes('更新されました')");
    let held = window.execute(
        "return [document.activeElement.getAttribute('href'), document.querySelector('.day').scrollTop]",
    );
    assert!(
        held[0]
            .as_str()
            .unwrap()
            .ends_with(&friday.late.id.to_string()),
        "{held}"
    );
    assert_eq!(held[1].as_f64(), Some(100.0));
    window.visit(&format!("{DESK}/today"));
    elsewhere(&friday, "status = 'in_service'");
    window.until("document.querySelectorAll('.day-list > .is-serving').length === 2");
    // What was drawn anew does what it did: a press goes through once.
    window.execute("document.querySelector('.day-list > .is-serving button').click()");
    window.until("document.querySelector('.flash')");
    assert!(window.complaints().is_empty(), "{:?}", window.complaints());
}

#[test]
fn a_week_and_a_month_live_as_their_days_do() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    let staff = friday.cast.salon.staff[1];
    window.visit(&format!("{DESK}/week?staff={staff}&date=2026-11-18"));
    window.until("document.querySelector('.block-confirmed')");
    elsewhere(&friday, "status = 'arrived'");
    window.until("document.querySelector('.block-arrived')");
    window.until("document.querySelector('.live').textContent.includes('更新されました')");
    window.visit(&format!("{DESK}/month?date=2026-11-02"));
    let friday_says = "document.querySelector('.month [aria-current]').textContent.includes";
    window.until(&format!("{friday_says}('4件')"));
    window.execute("document.querySelector('.month [aria-current]').focus()");
    elsewhere(&friday, "status = 'cancelled', cancelled_by = 'customer'");
    window.until(&format!("{friday_says}('3件')"));
    let held = "return document.activeElement.matches('.month [aria-current]')";
    assert_eq!(window.execute(held), true, "the focus stays on its day");
    assert!(window.complaints().is_empty(), "{:?}", window.complaints());
}

#[test]
fn it_does_not_matter_which_instance_of_the_program_made_the_change() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    // Both by this machine's clock, on one database: what is booked today is moved to whatever day that is.
    let sql = "update bookings.bookings set start_at = now() + interval '1 hour', end_at = now() + interval '2 hours', \
        business_date = (now() at time zone 'Asia/Tokyo')::date where status = 'confirmed'";
    friday.app.execute(friday.cast.salon.id, sql);
    let (one, other) = (
        Program::serving(&friday.app, &[]),
        Program::serving(&friday.app, &[]),
    );
    let at_one = friday.cast.aoi.sign_in_at(one.browser());
    window.as_of(&at_one);
    window.visit_at(&one.base, &format!("{DESK}/today"));
    window.until("document.querySelector('.day-list > .is-confirmed')");
    let row = format!("#booking-{}", friday.late.id);
    assert_eq!(
        window.document().all(&format!("{row}.is-confirmed")).len(),
        1
    );
    let at_other = friday.cast.aoi.sign_in_at(other.browser());
    let page = at_other.open(&format!("{DESK}/today"));
    page.part(".day-list > li", "﨑本").press("来店");
    window.until(&format!("document.querySelector('{row}.is-arrived')"));
}

#[test]
fn who_has_no_seat_gets_no_line() {
    let friday = Friday::new();
    let path = format!("{DESK}/live?date={DAY}");
    let chika = friday.cast.chika.sign_in(&friday.app);
    assert_eq!(chika.visit(&path).status, 404);
    let aoi = friday.aoi();
    for days in ["0", "32", "-1", "all"] {
        let path = format!("{path}&days={days}");
        assert_eq!(aoi.visit(&path).status, 404, "{days}");
    }
    assert_eq!(friday.app.browser().visit(&path).status, 303);
}
