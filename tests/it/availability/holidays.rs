//! The national holidays, and opening hours that follow them.

use super::board::check;
use chrono::{Datelike, NaiveDate};
use omotenashi::base::{
    holidays::{Holiday, holiday},
    time::parse_date,
};

fn year(year: i32) -> Vec<(NaiveDate, Holiday)> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let days = first.iter_days().take_while(|day| day.year() == year);
    days.filter_map(|day| Some((day, holiday(day)?))).collect()
}

fn check_year(number: i32, expected: &str) {
    let words = year(number).into_iter().map(|(day, holiday)| {
        let mark = match holiday {
            Holiday::Substitute => "s",
            Holiday::Between => "b",
            _ => "",
        };
        format!("{}/{}{mark}", day.month(), day.day())
    });
    assert_eq!(words.collect::<Vec<_>>().join(" "), expected, "{number}");
}

fn id(date: &str) -> &'static str {
    holiday(parse_date(date).unwrap()).map_or("none", Holiday::id)
}

#[test]
fn whole_years_are_as_the_cabinet_office_printed_them() {
    check_year(
        2000,
        "1/1 1/10 2/11 3/20 4/29 5/3 5/4b 5/5 7/20 9/15 9/23 10/9 11/3 11/23 12/23",
    );
    check_year(
        2003,
        "1/1 1/13 2/11 3/21 4/29 5/3 5/5 7/21 9/15 9/23 10/13 11/3 11/23 11/24s 12/23",
    );
    check_year(
        2009,
        "1/1 1/12 2/11 3/20 4/29 5/3 5/4 5/5 5/6s 7/20 9/21 9/22b 9/23 10/12 11/3 11/23 12/23",
    );
    check_year(
        2019,
        "1/1 1/14 2/11 3/21 4/29 4/30b 5/1 5/2b 5/3 5/4 5/5 5/6s 7/15 8/11 8/12s 9/16 9/23 \
         10/14 10/22 11/3 11/4s 11/23",
    );
    check_year(
        2020,
        "1/1 1/13 2/11 2/23 2/24s 3/20 4/29 5/3 5/4 5/5 5/6s 7/23 7/24 8/10 9/21 9/22 11/3 11/23",
    );
    check_year(
        2021,
        "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9s 9/20 9/23 11/3 11/23",
    );
    check_year(
        2024,
        "1/1 1/8 2/11 2/12s 2/23 3/20 4/29 5/3 5/4 5/5 5/6s 7/15 8/11 8/12s 9/16 9/22 9/23s \
         10/14 11/3 11/4s 11/23",
    );
    check_year(
        2025,
        "1/1 1/13 2/11 2/23 2/24s 3/20 4/29 5/3 5/4 5/5 5/6s 7/21 8/11 9/15 9/23 10/13 11/3 \
         11/23 11/24s",
    );
    check_year(
        2026,
        "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6s 7/20 8/11 9/21 9/22b 9/23 10/12 11/3 11/23",
    );
    check_year(
        2027,
        "1/1 1/11 2/11 2/23 3/21 3/22s 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
    );
}

#[test]
fn a_century_year_without_a_leap_day_moves_the_equinoxes() {
    check_year(
        2100,
        "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
    );
}

#[test]
fn each_day_has_its_name() {
    assert_eq!(id("2026-11-23"), "labour-thanksgiving");
    assert_eq!(id("2026-05-06"), "substitute");
    assert_eq!(id("2026-09-22"), "between");
    assert_eq!(id("2027-03-22"), "substitute");
    assert_eq!(id("2006-04-29"), "greenery");
    assert_eq!(id("2007-04-29"), "showa");
    assert_eq!(id("2018-12-23"), "emperors-birthday");
    assert_eq!(id("2019-12-23"), "none");
    assert_eq!(id("2019-05-01"), "enthronement");
    assert_eq!(id("2019-10-22"), "enthronement-ceremony");
    assert_eq!(id("2019-10-14"), "health-and-sports");
    assert_eq!(id("2020-07-24"), "sports");
    assert_eq!(id("2026-11-20"), "none");
}

#[test]
fn nothing_is_known_outside_the_century() {
    assert_eq!(id("2100-01-01"), "new-year");
    assert_eq!(id("2101-01-01"), "none");
    assert!(year(1999).is_empty());
    for date in [NaiveDate::MIN, NaiveDate::MAX] {
        assert_eq!(holiday(date), None);
    }
}

#[test]
fn holidays_and_the_days_before_have_their_own_hours() {
    // Sunday 22 November 2026, Monday the holiday, Tuesday
    let week = "on 2026-11-22 · days 3 · open 10-11";
    check(week, "10:00 | 10:00 | 10:00");
    check(&format!("{week} · hol open 12-13"), "10:00 | 12:00 | 10:00");
    check(&format!("{week} · hol closed"), "10:00 |  | 10:00");
    check(&format!("{week} · eve open 15-16"), "15:00 | 10:00 | 10:00");
    check(
        &format!("{week} · hol closed · eve open 15-16 17-18"),
        "15:00 17:00 |  | 10:00",
    );
    check(
        &format!("{week} · hol closed · 2026-11-23 open 9-10"),
        "10:00 | 09:00 | 10:00",
    );
}

#[test]
fn a_holiday_before_a_holiday_is_a_holiday() {
    check(
        "on 2026-05-02 · days 5 · open 10-11 · hol open 12-13 · eve open 15-16",
        "15:00 | 12:00 | 12:00 | 12:00 | 12:00",
    );
    // without rules for holidays it is still the day before one
    check(
        "on 2026-05-02 · days 5 · open 10-11 · eve open 15-16",
        "15:00 | 15:00 | 15:00 | 15:00 | 10:00",
    );
}

#[test]
fn a_shop_may_ignore_holidays() {
    let mut board = super::board::Board::read("on 2026-11-23 · open 10-11 · hol closed");
    assert_eq!(board.listed(), "");
    board.input.opening.holidays = false;
    assert_eq!(board.listed(), "10:00");
}
