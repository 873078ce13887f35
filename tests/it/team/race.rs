//! Two owners take each other's seat at the same moment.

use super::{TEAM, a_colleague, house, key, seat_of};
use std::sync::Barrier;

/// Rounds, so that both orders and true simultaneity are met.
const ROUNDS: usize = 8;

fn fight(act: &str) {
    let mut second_refused = 0;
    for _ in 0..ROUNDS {
        let (app, cast) = house();
        let (otto, ottos) = a_colleague(&app, &cast, "otto", "owner");
        let aois = seat_of(&app, &cast, &cast.aoi);
        let both = [
            (cast.aoi.sign_in(&app), ottos.to_string()),
            (otto.sign_in(&app), aois),
        ];
        let ready = both.map(|(browser, seat)| (key(&browser), browser, seat));
        let start = Barrier::new(2);
        let answers: Vec<u16> = std::thread::scope(|scope| {
            let running: Vec<_> = ready
                .iter()
                .map(|(csrf, browser, seat)| {
                    let start = &start;
                    scope.spawn(move || {
                        start.wait();
                        let pairs = [("csrf", csrf.as_str()), ("role", "receptionist")];
                        browser.post(&format!("{TEAM}/{seat}/{act}"), &pairs).status
                    })
                })
                .collect();
            running.into_iter().map(|one| one.join().unwrap()).collect()
        });
        let owners = "select count(*) from businesses.staff_assignments where role = 'owner' and terminated_at is null";
        assert_eq!(app.count(cast.salon.id, owners), 1, "{answers:?}");
        assert!(answers.contains(&303), "{answers:?}");
        let owner =
            "select count(*) from businesses.businesses b join businesses.staff_assignments s
            on s.user_id = b.owner_id and s.role = 'owner' and s.terminated_at is null";
        assert_eq!(
            app.count(cast.salon.id, owner),
            1,
            "in the name of who is left"
        );
        second_refused += answers.iter().filter(|status| **status != 303).count();
    }
    assert!(second_refused > 0, "they never met");
}

#[test]
fn two_owners_who_demote_each_other_at_once_leave_one() {
    fight("role");
}

#[test]
fn two_owners_who_throw_each_other_out_at_once_leave_one() {
    fight("leave");
}
