//! On which days a rule falls.

use chrono::NaiveDate;
use omotenashi::{
    base::time::Weekday,
    domain::bookings::series::rule::{End, Rule, weekdays_of},
};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(every: i16, days: &[i16], end: End) -> Rule {
    let day = |number: &i16| Weekday::from_number(*number).unwrap();
    Rule {
        every,
        weekdays: days.iter().map(day).collect(),
        end,
    }
}

fn dates(rule: &Rule, first: &str) -> Vec<String> {
    let all = rule.dates(date(first)).into_iter();
    all.map(|date| date.to_string()).collect()
}

#[test]
fn weeks_are_counted_from_the_monday_of_the_first() {
    let every_other = rule(2, &[1, 5], End::After(5));
    assert_eq!(
        dates(&every_other, "2026-11-20"),
        [
            "2026-11-20",
            "2026-11-30",
            "2026-12-04",
            "2026-12-14",
            "2026-12-18"
        ]
    );
    // A weekend is of one week.
    let weekends = rule(2, &[0, 6], End::After(4));
    assert_eq!(
        dates(&weekends, "2026-11-21"),
        ["2026-11-21", "2026-11-22", "2026-12-05", "2026-12-06"]
    );
}

#[test]
fn the_first_is_one_of_them_whatever_day_it_is() {
    let mondays = rule(1, &[1], End::After(3));
    assert_eq!(
        dates(&mondays, "2026-11-20"),
        ["2026-11-20", "2026-11-23", "2026-11-30"]
    );
}

#[test]
fn the_last_day_belongs_to_it_and_months_and_years_are_crossed() {
    let fridays = rule(1, &[5], End::On(date("2027-01-08")));
    let all = dates(&fridays, "2026-12-18");
    assert_eq!(
        all,
        ["2026-12-18", "2026-12-25", "2027-01-01", "2027-01-08"]
    );
    let leap = rule(1, &[2], End::On(date("2028-02-29")));
    assert_eq!(dates(&leap, "2028-02-22"), ["2028-02-22", "2028-02-29"]);
}

#[test]
fn no_series_is_longer_than_a_year_of_every_week_or_reaches_further_than_two() {
    let first = date("2026-11-20");
    for (rule, is_too_long) in [
        (rule(1, &[5], End::After(52)), false),
        (rule(1, &[5], End::After(53)), true),
        (rule(12, &[5], End::After(9)), false),
        (rule(12, &[5], End::After(10)), true),
        (rule(1, &[5], End::On(date("2027-11-12"))), false),
        (rule(1, &[5], End::On(date("2027-11-19"))), true),
        (rule(12, &[5], End::On(date("2028-11-20"))), false),
        (rule(12, &[5], End::On(date("2028-12-01"))), true),
    ] {
        assert_eq!(rule.is_too_long(first), is_too_long, "{rule:?}");
        assert!(rule.dates(first).len() <= 52);
    }
}

#[test]
fn days_of_the_week_are_kept_as_bits() {
    let all = rule(1, &[0, 1, 2, 3, 4, 5, 6], End::After(2));
    assert_eq!(all.bits(), 127);
    for days in [&[0_i16][..], &[6], &[1, 5]] {
        let one = rule(1, days, End::After(2));
        assert_eq!(weekdays_of(one.bits()), one.weekdays);
    }
}
