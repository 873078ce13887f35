//! What stands in a cell.

use chrono::NaiveDate;
use omotenashi::{
    base::{
        cells::{minutes, moment, number},
        time::WallTime,
    },
    domain::bookings::import::near::nearest,
};

/// Day and times in short: `2026-12-01 10:00 11:30`.
fn read(cell: &str) -> String {
    let Some(found) = moment(cell) else {
        return "nothing".to_owned();
    };
    let date = found.date.as_ref().map(NaiveDate::to_string);
    let walls = [found.start, found.end];
    let walls = walls.iter().flatten().map(WallTime::to_string);
    let all: Vec<String> = date.into_iter().chain(walls).collect();
    all.join(" ")
}

#[test]
fn days_and_times_are_read_as_other_systems_write_them() {
    for (cell, wanted) in [
        ("2026/12/01", "2026-12-01"),
        ("２０２６／１２／１", "2026-12-01"),
        ("2026.12.1", "2026-12-01"),
        ("20261201", "2026-12-01"),
        ("2026年12月1日(火)", "2026-12-01"),
        ("2026年12月1日（火） 10時30分", "2026-12-01 10:30"),
        ("2026-12-01 10:00:00", "2026-12-01 10:00"),
        ("2026-12-01T10:00", "2026-12-01 10:00"),
        ("2026/12/01 10:00〜11:30", "2026-12-01 10:00 11:30"),
        ("10:00-11:30", "10:00 11:30"),
        ("10:00 ～ 11:30", "10:00 11:30"),
        ("25:30", "25:30"),
        ("1000", "10:00"),
        ("午後3時", "15:00"),
        ("午後 3:30", "15:30"),
        ("午前12:15", "00:15"),
        ("3:00 PM", "15:00"),
        ("12:00 am", "00:00"),
        ("12/1", "nothing"),
        ("2026/13/01", "nothing"),
        ("2026-12-01T10:00+09:00", "nothing"),
        ("10:00:30", "nothing"),
        ("あした", "nothing"),
        ("=1+1", "nothing"),
        ("10:00 11:00 12:00", "nothing"),
        ("", "nothing"),
    ] {
        assert_eq!(read(cell), wanted, "{cell}");
    }
}

#[test]
fn lengths_and_figures_are_read_with_what_stands_around_them() {
    for (cell, wanted) in [
        ("60", Some(60)),
        ("６０分", Some(60)),
        ("90 min", Some(90)),
        ("1:30", Some(90)),
        ("1時間30分", Some(90)),
        ("2時間", Some(120)),
        ("0", None),
        ("-5", None),
        ("長い", None),
        ("99999999999", None),
    ] {
        assert_eq!(minutes(cell), wanted, "{cell}");
    }
    for (cell, wanted) in [
        ("2名", Some(2)),
        ("５，５００円", Some(5500)),
        ("¥5,500", Some(5500)),
        ("0", Some(0)),
        ("-1", None),
        ("2.5", None),
        ("9999999999", None),
    ] {
        assert_eq!(number(cell), wanted, "{cell}");
    }
}

#[test]
fn the_same_name_is_found_before_one_that_is_like_it_and_two_alike_are_none() {
    let ours = [
        ["カット", "Haircut"],
        ["カット＋カラー", "Haircut and colour"],
        ["白髪染め", "Grey colour"],
    ];
    for (theirs, wanted) in [
        ("カット", Some(0)),
        ("ｶｯﾄ", Some(0)),
        ("HAIRCUT", Some(0)),
        ("カット+カラー", Some(1)),
        ("白髪染", Some(2)),
        ("着付け", None),
        ("", None),
    ] {
        assert_eq!(nearest(theirs, &ours), wanted, "{theirs}");
    }
    assert_eq!(nearest("田中", &[["田中", ""], ["田中", ""]]), None);
}
