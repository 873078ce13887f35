//! Every zone of the world over its clock changes of 2026, though Japan has none.

use super::board::Board;
use chrono::{DateTime, NaiveDate, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use omotenashi::{
    base::time::{BusinessDay, LAST_MINUTE, WallTime, instant, local},
    domain::scheduling::availability::{Slot, Taken, free_slots, place},
};

/// The dates of 2026 on which a zone changes its clocks; one plain date for those that never do.
fn change_days(zone: Tz) -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let offset = |date: NaiveDate| {
        let noon = date.and_hms_opt(12, 0, 0).unwrap();
        zone.offset_from_utc_datetime(&noon).fix()
    };
    let days = first.iter_days().take(365);
    let changes: Vec<_> = days
        .filter(|day| offset(*day) != offset(day.succ_opt().unwrap()))
        .collect();
    if changes.is_empty() {
        vec![first]
    } else {
        changes
    }
}

/// A shop that never closes, over four days around a change.
fn around(zone: Tz, change: NaiveDate) -> Board {
    let from = change.pred_opt().unwrap();
    Board::read(&format!(
        "zone {zone} · on {from} · days 4 · open 0-24 · 60 min, every 30"
    ))
}

fn exists(zone: Tz, slot: &Slot) -> bool {
    let minutes = TimeDelta::minutes(i64::from(slot.minute.minutes()));
    let wall = slot.date.and_hms_opt(0, 0, 0).unwrap() + minutes;
    local(zone, slot.start) == wall
        && zone.from_local_datetime(&wall).earliest().unwrap() == slot.start
}

#[test]
fn every_listed_start_exists_and_every_existing_start_is_listed() {
    let mut changes = 0;
    for zone in TZ_VARIANTS {
        for change in change_days(zone) {
            changes += 1;
            let board = around(zone, change);
            let slots = free_slots(&board.input);
            assert!(
                slots.is_sorted_by(|one, next| one.start < next.start),
                "{zone}"
            );
            for slot in &slots {
                assert_eq!(
                    slot.end - slot.start,
                    TimeDelta::hours(1),
                    "{zone} {slot:?}"
                );
                assert!(exists(zone, slot), "{zone} {slot:?}");
            }
            let walls = board.input.from.iter_days().take(4).flat_map(|date| {
                let walls = (0..24 * 60).step_by(30);
                walls.filter_map(move |wall| instant(zone, date, WallTime::new(wall)?))
            });
            let listed = slots.iter().map(|slot| slot.start);
            assert!(listed.eq(walls), "{zone} {change}");
        }
    }
    assert!(changes > TZ_VARIANTS.len(), "clocks change somewhere");
}

#[test]
fn bookings_over_a_change_neither_overlap_nor_shrink() {
    for zone in TZ_VARIANTS {
        for change in change_days(zone) {
            let mut board = around(zone, change);
            (board.input.from, board.input.days) = (change, 2);
            let mut last: Option<DateTime<Utc>> = None;
            for slot in free_slots(&board.input) {
                let Ok(placed) = place(&board.input, slot.start) else {
                    continue;
                };
                let (start, end) = (placed.occupied_from, placed.occupied_until);
                assert_eq!(end - start, TimeDelta::hours(1), "{zone}");
                assert!(last.is_none_or(|last| last <= start), "{zone} {start}");
                last = Some(end);
                let taken = Taken {
                    seat: 0,
                    start,
                    end,
                };
                board.input.resources[0].taken.push(taken);
            }
            // a change costs what it leaves out, which is two hours at most (Antarctica)
            assert!(
                board.input.resources[0].taken.len() >= 46,
                "{zone} {change}"
            );
        }
    }
}

#[test]
fn the_short_way_to_an_instant_is_the_long_way() {
    for zone in TZ_VARIANTS {
        for change in change_days(zone) {
            for date in change.pred_opt().unwrap().iter_days().take(3) {
                let day = BusinessDay::new(zone, date);
                for wall in (0..=LAST_MINUTE).step_by(15) {
                    let wall = WallTime::new(wall).unwrap();
                    let long = instant(zone, date, wall).map(|at| at.timestamp());
                    assert_eq!(day.at(wall), long, "{zone} {date} {wall}");
                }
            }
        }
    }
}

#[test]
fn an_hour_is_missing_in_new_york_and_half_an_hour_on_lord_howe() {
    let spring = "zone America/New_York · on 2026-03-08 · open 0-5 · 60 min, every 30";
    super::board::check(spring, "00:00 00:30 01:00 01:30 03:00 03:30 04:00");
    // real minutes: from half past one, ninety of them end at four
    let long = Board::read("zone America/New_York · on 2026-03-08 · open 1:30-4 · 90 min");
    let slots = free_slots(&long.input);
    assert_eq!(
        local(long.input.zone, slots[0].end).to_string(),
        "2026-03-08 04:00:00"
    );
    let island = "zone Australia/Lord_Howe · on 2026-10-04 · open 1-4 · 60 min, every 30";
    super::board::check(island, "01:00 01:30 02:30 03:00");
}

#[test]
fn what_happens_twice_is_offered_once() {
    let autumn = "zone America/New_York · on 2026-11-01 · open 0-3 · 60 min, every 30";
    super::board::check(autumn, "00:00 00:30 01:00 01:30 02:00");
    // three hours by the clock are four: the long service fits, too
    super::board::check(
        "zone America/New_York · on 2026-11-01 · open 0-3 · 240 min",
        "00:00",
    );
    let board = Board::read(autumn);
    let second = board.instant(board.input.from, "1:30") + TimeDelta::hours(1);
    assert_eq!(place(&board.input, second).unwrap_err().id(), "not-a-start");
}
