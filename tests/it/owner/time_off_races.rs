//! Time off decided at the same moment as something else.

use super::{
    OFFICE,
    time_off::{a_manager, ask, ben, shifts},
};
use crate::staff::scene::{DESK, Friday};
use std::sync::Barrier;

/// Rounds, so that both orders and true simultaneity are met.
const ROUNDS: usize = 6;

#[test]
fn of_two_who_decide_at_once_one_does() {
    for _ in 0..ROUNDS {
        let friday = Friday::new();
        let fumi = a_manager(&friday, "manager");
        ask(&ben(&friday), "2026-11-24", "");
        let pages = [shifts(&friday.aoi()), shifts(&fumi.sign_in(&friday.app))];
        let start = Barrier::new(2);
        let said: Vec<(u16, Option<String>)> = std::thread::scope(|scope| {
            let running: Vec<_> = pages
                .iter()
                .zip(["承認する", "見送る"])
                .map(|(page, press)| {
                    let start = &start;
                    scope.spawn(move || {
                        start.wait();
                        let answer = page.press(press);
                        (answer.status, answer.flash())
                    })
                })
                .collect();
            running.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(said.iter().all(|(status, _)| *status < 500), "{said:?}");
        let first = said
            .iter()
            .filter_map(|(_, flash)| flash.as_ref())
            .filter(|said| said.contains("先に"))
            .count();
        assert_eq!(first, 1, "{said:?}");
        let told = "select count(*) from queue.queue_jobs where job_type = 'tell_time_off'
            and payload_json ->> 'version' = '2'";
        assert_eq!(friday.app.count(friday.cast.salon.id, told), 1);
    }
}

#[test]
fn whoever_is_booked_at_the_same_moment_is_seen_or_finds_nobody() {
    let mut ends = Vec::new();
    for _ in 0..ROUNDS {
        let friday = Friday::new();
        ask(&ben(&friday), "2026-11-24", "");
        let page = shifts(&friday.aoi());
        let form = friday.aoi().open(&format!("{DESK}/bookings/new"));
        let form = form
            .fill("service", &friday.cast.cut.id.to_string())
            .fill("staff", &friday.cast.salon.staff[1].to_string())
            .fill("date", "2026-11-24")
            .fill("time", "14:00")
            .fill("family", "山本");
        let start = Barrier::new(2);
        let (approved, booked) = std::thread::scope(|scope| {
            let approval = scope.spawn(|| {
                start.wait();
                page.press("承認する").status
            });
            let booking = scope.spawn(|| {
                start.wait();
                form.press("予約を追加").status
            });
            (approval.join().unwrap(), booking.join().unwrap())
        });
        let stands = "select count(*) from bookings.bookings where business_date = '2026-11-24'";
        let off = "select count(*) from scheduling.staff_exceptions where time_off_id is not null";
        let count = |sql: &str| friday.app.count(friday.cast.salon.id, sql);
        assert_eq!(
            count(stands) + count(off),
            1,
            "approval {approved}, booking {booked}"
        );
        ends.push((approved, booked));
    }
    assert!(
        ends.iter()
            .all(|(approved, booked)| [200, 409].contains(approved) && *booked < 500),
        "{ends:?} at {OFFICE}"
    );
}
