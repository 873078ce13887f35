//! Opening hours, split shifts, exceptions, and where a service may begin.

use super::board::check;

#[test]
fn the_whiteboard_of_an_ordinary_day() {
    check(
        "open 10-19 · lunch 13-14 · taken 11:00-12:00 · 60 min, every 30",
        "10:00 12:00 14:00 14:30 15:00 15:30 16:00 16:30 17:00 17:30 18:00",
    );
}

#[test]
fn the_last_slot_ends_at_closing() {
    check(
        "open 10-12 · 60 min, every 15",
        "10:00 10:15 10:30 10:45 11:00",
    );
    check("open 10-12 · 61 min, every 30", "10:00 10:30");
    check("open 10-12 · 120 min, every 30", "10:00");
    check("open 10-12 · 121 min, every 30", "");
}

#[test]
fn the_step_does_not_follow_the_length() {
    check("open 10-14 · 180 min, every 30", "10:00 10:30 11:00");
    check("open 10-14 · 20 min, every 90", "10:00 11:30 13:00");
}

#[test]
fn the_grid_begins_with_each_opening_span() {
    check(
        "open 9:10-12 13:25-16 · 60 min, every 60",
        "09:10 10:10 13:25 14:25",
    );
}

#[test]
fn opening_spans_that_touch_or_overlap_are_one() {
    check("open 10-12 12-14 · 180 min, every 60", "10:00 11:00");
    check("open 12-14 10-13 · 240 min, every 60", "10:00");
    check("open 10-12 12:01-14 · 180 min, every 60", "");
}

#[test]
fn nonsense_of_zero_never_hangs() {
    check("open 10-10:03 · 0 min, every 0", "10:00 10:01 10:02");
    check("open 10-12 · 60 min, every 4000000000", "10:00");
    check("open 10-12 · 4000000000 min, every 30", "");
}

#[test]
fn a_shop_without_hours_offers_nothing() {
    check("60 min, every 30", "");
    check("Mon open 10-12", "");
}

#[test]
fn a_dated_exception_replaces_the_day() {
    let week = "open 10-12 · days 3 · on 2026-11-20";
    check(week, "10:00 11:00 | 10:00 11:00 | 10:00 11:00");
    check(
        &format!("{week} · 2026-11-21 closed"),
        "10:00 11:00 |  | 10:00 11:00",
    );
    check(
        &format!("{week} · 2026-11-21 open 8-9 20-21 · Sat closed"),
        "10:00 11:00 | 08:00 20:00 | 10:00 11:00",
    );
}

#[test]
fn a_row_that_says_closed_beats_hours_beside_it() {
    check("open 10-12 · Fri closed", "");
    check("open 10-12 · 2026-11-20 open 8-9 · 2026-11-20 closed", "");
}

#[test]
fn only_the_second_and_fourth_tuesday_are_closed() {
    check(
        "open 10-11 · 2nd Tue closed · 4th Tue closed · on 2026-11-01 · days 30",
        &(1..=30)
            .map(|day| if [10, 24].contains(&day) { "" } else { "10:00" })
            .collect::<Vec<_>>()
            .join(" | "),
    );
}

#[test]
fn hours_of_a_week_of_the_month_replace_the_plain_ones() {
    check(
        "open 10-11 · 5th Mon open 15-16 · on 2026-11-30 · days 1",
        "15:00",
    );
    check("open 10-11 · 5th Mon open 15-16 · on 2026-11-23", "10:00");
}

#[test]
fn a_class_begins_only_by_its_timetable() {
    let class = "open 9-21 · starts 18:00 10:15 · 60 min";
    check(class, "10:15 18:00");
    check(&format!("{class} · taken 10-10:30"), "18:00");
    // half outside, and outside
    check("open 9-21 · starts 8:30 20:30 20:00 22:00", "20:00");
    // another weekday's lessons
    check(
        "open 9-21 · Fri starts 10:00 · Sat starts 11:00 11:00 · days 2",
        "10:00 | 11:00",
    );
}
