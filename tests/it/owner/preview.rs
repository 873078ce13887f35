//! What is shown before a change is what there is after it.

use crate::staff::scene::Friday;
use chrono::NaiveDate;
use omotenashi::{
    base::{
        ids::ResourceId,
        time::{WallSpan, WallTime, Weekday},
    },
    db::{self, TenantTx},
    domain::{
        businesses::{
            closing,
            hours::{self, WeeklyHours},
            profile,
        },
        scheduling::{
            availability::{DayKind, Weekly, WeeklyRule, WeeklyShift},
            forecast::{self, Change},
            proposal::Proposal,
            shift::{self, DayPlanned},
        },
    },
};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(from: u16, until: u16) -> WallSpan {
    WallSpan::new(WallTime::new(from).unwrap(), WallTime::new(until).unwrap()).unwrap()
}

/// The forecast before a change and, after it was made, the same question once more.
fn before_and_after(
    friday: &Friday,
    proposal: Proposal,
    mut change: impl FnMut(&mut TenantTx<'_>) -> db::Result<()> + Send + 'static,
) -> (Vec<Change>, Vec<Change>) {
    let read = |proposal: Proposal| {
        move |tx: &mut TenantTx<'_>| {
            let profile = profile::own(tx)?.unwrap();
            Ok(forecast::read(tx, &profile, &proposal)?.services)
        }
    };
    let before = friday
        .app
        .tenant(friday.cast.salon.id, read(proposal.clone()));
    friday
        .app
        .tenant(friday.cast.salon.id, move |tx| change(tx));
    (
        before,
        friday.app.tenant(friday.cast.salon.id, read(proposal)),
    )
}

fn agree((before, after): &(Vec<Change>, Vec<Change>)) {
    assert!(!before.is_empty() && before.len() == after.len());
    for (before, after) in before.iter().zip(after) {
        assert_eq!(
            after.now,
            before.now + before.gained - before.lost,
            "{before:?} {after:?}"
        );
        assert_eq!((after.gained, after.lost), (0, 0), "{after:?}");
    }
}

#[test]
fn a_week() {
    let friday = Friday::new();
    let since = date("2026-11-27");
    // Longer on weekdays, shorter on Sundays, closed on Mondays.
    let hours_of = |day: i16| match day {
        1 => None,
        0 => Some((720, 960)),
        _ => Some((480, 1_260)),
    };
    let rules = (0..7).map(|day| WeeklyRule {
        day: DayKind::Weekday(Weekday::from_number(day).unwrap()),
        week_of_month: None,
        span: hours_of(day).map(|(from, until)| span(from, until)),
    });
    let proposal = Proposal::Week {
        since,
        rules: rules.collect(),
    };
    let both = before_and_after(&friday, proposal, move |tx| {
        let rows: Vec<WeeklyHours> = (0..7)
            .map(|day| WeeklyHours {
                valid_from: since,
                day_of_week: day,
                week_of_month: None,
                open_minute: hours_of(day).map(|(from, _)| i16::try_from(from).unwrap()),
                close_minute: hours_of(day).map(|(_, until)| i16::try_from(until).unwrap()),
            })
            .collect();
        hours::set(tx, since, &rows)
    });
    agree(&both);
    assert!(
        both.0
            .iter()
            .all(|change| change.gained > 0 && change.lost > 0),
        "{:?}",
        both.0
    );
}

#[test]
fn single_dates() {
    let friday = Friday::new();
    let dates = vec![date("2026-11-23"), date("2026-11-24")];
    let spans = vec![span(600, 720), span(1_140, 1_260)];
    let proposal = Proposal::Days {
        dates: dates.clone(),
        spans: spans.clone(),
    };
    let both = before_and_after(&friday, proposal, move |tx| {
        closing::set(tx, &dates, &spans, &Default::default())
    });
    agree(&both);
    assert!(
        both.0
            .iter()
            .all(|change| change.gained > 0 && change.lost > 0),
        "{:?}",
        both.0
    );
    let dates = vec![date("2026-11-23")];
    let plain = Proposal::Plain {
        dates: dates.clone(),
    };
    agree(&before_and_after(&friday, plain, move |tx| {
        closing::lift(tx, &dates)
    }));
}

#[test]
fn shifts() {
    let friday = Friday::new();
    let staff = friday.cast.salon.staff.clone();
    let since = date("2026-11-20");
    let everybody = |rules: Vec<WeeklyShift>| {
        move |resource: ResourceId| Proposal::Shifts {
            resource,
            since,
            rules: rules.clone(),
        }
    };
    let rules: Vec<WeeklyShift> = [1, 2, 3]
        .map(|day| WeeklyShift {
            day: Weekday::from_number(day).unwrap(),
            span: span(600, 900),
        })
        .into();
    for one in staff.clone() {
        let week: Vec<_> = (0..7)
            .map(|day| {
                let spans = if (1..=3).contains(&day) {
                    vec![span(600, 900)]
                } else {
                    Vec::new()
                };
                (Weekday::from_number(day).unwrap(), spans)
            })
            .collect();
        let both = before_and_after(&friday, everybody(rules.clone())(one), move |tx| {
            shift::set_week(tx, one, since, &week)
        });
        agree(&both);
    }
    let days: Vec<_> = staff
        .iter()
        .map(|one| (*one, date("2026-11-25"), vec![span(900, 1_080)]))
        .collect();
    let planned: Vec<DayPlanned> = days
        .iter()
        .map(|(resource, date, spans)| DayPlanned {
            resource: *resource,
            date: *date,
            spans: Some(spans.clone()),
            note: String::new(),
        })
        .collect();
    let both = before_and_after(&friday, Proposal::ShiftDays(days), move |tx| {
        shift::set_days(tx, &planned)
    });
    agree(&both);
    assert!(
        both.0
            .iter()
            .any(|change| change.gained > 0 && change.lost > 0),
        "{:?}",
        both.0
    );
}

#[test]
fn a_later_week_replaces_the_one_before_as_a_whole() {
    let mut weekly = Weekly::from(vec!["always"]);
    weekly.add(date("2026-12-01"), ["winter"]);
    weekly.add(date("2026-12-01"), ["winter too"]);
    weekly.add(date("2027-03-01"), None);
    let on = |weekly: &Weekly<&'static str>, day: &str| weekly.on(date(day)).to_vec();
    assert_eq!(on(&weekly, "2026-11-30"), ["always"]);
    assert_eq!(on(&weekly, "2026-12-01"), ["winter", "winter too"]);
    assert!(
        on(&weekly, "2027-03-01").is_empty(),
        "a week of nothing is one, too"
    );
    weekly.replace(date("2026-11-15"), vec!["new"]);
    assert_eq!(on(&weekly, "2026-11-14"), ["always"]);
    assert_eq!(
        on(&weekly, "2027-04-01"),
        ["new"],
        "whatever had been said for later is gone"
    );
    let rows = |since: &str, day_of_week: i16| WeeklyHours {
        valid_from: date(since),
        day_of_week,
        week_of_month: None,
        open_minute: None,
        close_minute: None,
    };
    let weeks = [
        rows("2026-01-01", 1),
        rows("2026-01-01", 2),
        rows("2026-06-01", 3),
    ];
    let days = |on: &str| -> Vec<i16> {
        hours::on(&weeks, date(on))
            .iter()
            .map(|row| row.day_of_week)
            .collect()
    };
    assert_eq!(
        (days("2025-12-31"), days("2026-05-31"), days("2026-06-01")),
        (vec![], vec![1, 2], vec![3])
    );
    assert!(hours::on(&[], date("2026-01-01")).is_empty());
}
