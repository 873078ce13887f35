//! A place comes free while two wait for it and strangers come by: exactly one gets it, whoever that is.

use super::{Scene, look};
use crate::public::race::{overlaps, patient};
use std::sync::{
    Barrier,
    atomic::{AtomicUsize, Ordering},
};

#[test]
fn one_place_two_who_wait_and_strangers_make_one_who_has_it() {
    for round in 0..4 {
        let scene = Scene::of(patient(), 24);
        scene.waiting("一番", 60);
        scene.waiting("二番", 30);
        scene.call_off();
        let (offers, holds) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let begin = Barrier::new(7);
        std::thread::scope(|scope| {
            // Three programs look through the list, and four strangers press.
            for _ in 0..3 {
                scope.spawn(|| {
                    begin.wait();
                    offers.fetch_add(look(&scene.app, &scene.shop), Ordering::SeqCst);
                });
            }
            for _ in 0..4 {
                scope.spawn(|| {
                    begin.wait();
                    holds.fetch_add(usize::from(scene.stranger()), Ordering::SeqCst);
                });
            }
        });
        let (offers, holds) = (offers.into_inner(), holds.into_inner());
        assert_eq!(offers + holds, 1, "round {round}: {offers} and {holds}");
        assert_eq!(overlaps(&scene.app, &scene.shop), 0);
        assert_eq!(
            scene.count("select count(*) from scheduling.allocations"),
            1
        );
        let notified = "select count(*) from bookings.waitlist where status = 'notified'";
        assert_eq!(scene.count(notified), i64::try_from(offers).unwrap());
    }
}
