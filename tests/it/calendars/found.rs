//! What is found in calendars of all kinds.

use super::server::calendar;
use chrono::{DateTime, Utc};
use chrono_tz::{Asia::Tokyo, Tz};
use omotenashi::{
    base::trouble::Trouble,
    domain::scheduling::outside::found::{Busy, Wish, busy},
};

const HOST: &str = "booking.example.jp";

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn read(text: &str) -> Result<Vec<Busy>, Trouble> {
    let wish = Wish {
        zone: Tokyo,
        since: utc("2026-11-18T15:00:00Z"),
        until: utc("2027-01-31T15:00:00Z"),
        host: HOST,
    };
    busy(text, wish)
}

/// Each stretch in Tokyo's time, `11-20 10:00-11:30`, in order.
fn spans(text: &str) -> Vec<String> {
    spans_in(text, Tokyo)
}

fn spans_in(text: &str, zone: Tz) -> Vec<String> {
    let mut found = read(text).unwrap();
    found.sort_unstable_by_key(|one| one.start);
    found
        .iter()
        .map(|one| {
            let (start, end) = (one.start.with_timezone(&zone), one.end.with_timezone(&zone));
            match start.date_naive() == end.date_naive() {
                true => format!("{}-{}", start.format("%m-%d %H:%M"), end.format("%H:%M")),
                false => format!(
                    "{}-{}",
                    start.format("%m-%d %H:%M"),
                    end.format("%m-%d %H:%M")
                ),
            }
        })
        .collect()
}

#[test]
fn times_of_a_zone_in_utc_and_of_no_zone_are_what_they_mean() {
    let text = calendar(&[
        "UID:1\nDTSTART;TZID=Asia/Tokyo:20261120T100000\nDTEND;TZID=Asia/Tokyo:20261120T113000",
        "UID:2\nDTSTART:20261121T010000Z\nDURATION:PT1H30M",
        "UID:3\nDTSTART:20261122T090000\nDTEND:20261122T100000",
        "UID:4\nDTSTART;TZID=America/New_York:20261123T200000\nDTEND;TZID=America/New_York:20261123T210000",
        "UID:5\nDTSTART;TZID=Tokyo Standard Time:20261124T090000\nDTEND;TZID=Tokyo Standard Time:20261124T100000",
        "UID:6\nDTSTART;TZID=/example.org/20200101/Asia/Tokyo:20261125T090000\nDTEND;TZID=/example.org/20200101/Asia/Tokyo:20261125T100000",
    ]);
    assert_eq!(
        spans(&text),
        [
            "11-20 10:00-11:30",
            "11-21 10:00-11:30",
            "11-22 09:00-10:00",
            "11-24 09:00-10:00",
            "11-24 10:00-11:00",
            "11-25 09:00-10:00",
        ]
    );
}

#[test]
fn a_zone_that_only_the_calendar_knows_goes_by_its_own_table() {
    let text = calendar(&["UID:1\nDTSTART;TZID=Office:20261120T100000\nDTEND;TZID=Office:20261120T110000"]).replace(
        "BEGIN:VEVENT",
        "BEGIN:VTIMEZONE\r\nTZID:Office\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT",
    );
    assert_eq!(spans(&text), ["11-20 12:00-13:00"]);
}

#[test]
fn what_is_repeated_is_there_each_time_but_on_the_days_that_are_left_out_or_moved() {
    let text = calendar(&[
        "UID:w\nDTSTART;TZID=Asia/Tokyo:20261106T100000\nDTEND;TZID=Asia/Tokyo:20261106T110000\nRRULE:FREQ=WEEKLY;UNTIL=20261218\nEXDATE;TZID=Asia/Tokyo:20261127T100000",
        "UID:w\nRECURRENCE-ID;TZID=Asia/Tokyo:20261204T100000\nDTSTART;TZID=Asia/Tokyo:20261205T150000\nDTEND;TZID=Asia/Tokyo:20261205T160000",
        "UID:w\nRECURRENCE-ID;TZID=Asia/Tokyo:20261211T100000\nDTSTART;TZID=Asia/Tokyo:20261211T100000\nDTEND;TZID=Asia/Tokyo:20261211T110000\nSTATUS:CANCELLED",
    ]);
    assert_eq!(
        spans(&text),
        [
            "11-20 10:00-11:00",
            "12-05 15:00-16:00",
            "12-18 10:00-11:00"
        ]
    );
}

#[test]
fn a_rule_keeps_its_hour_on_the_wall_when_the_clocks_change() {
    let wish = Wish {
        zone: Tokyo,
        since: utc("2026-10-25T00:00:00Z"),
        until: utc("2026-11-10T00:00:00Z"),
        host: HOST,
    };
    let text = calendar(&[
        "UID:d\nDTSTART;TZID=America/New_York:20261026T090000\nDTEND;TZID=America/New_York:20261026T093000\nRRULE:FREQ=WEEKLY;COUNT=2",
    ]);
    let starts: Vec<DateTime<Utc>> = busy(&text, wish)
        .unwrap()
        .iter()
        .map(|one| one.start)
        .collect();
    assert_eq!(
        starts,
        [utc("2026-10-26T13:00:00Z"), utc("2026-11-02T14:00:00Z")]
    );
}

#[test]
fn whole_days_last_until_midnight_and_dates_besides_count() {
    let text = calendar(&[
        "UID:1\nDTSTART;VALUE=DATE:20261120\nDTEND;VALUE=DATE:20261122",
        "UID:2\nDTSTART;VALUE=DATE:20261201",
        "UID:3\nDTSTART:20261202T010000Z\nDTEND:20261202T020000Z\nRDATE:20261203T010000Z",
    ]);
    assert_eq!(
        spans(&text),
        [
            "11-20 00:00-11-22 00:00",
            "12-01 00:00-12-02 00:00",
            "12-02 10:00-11:00",
            "12-03 10:00-11:00",
        ]
    );
}

#[test]
fn what_is_off_or_leaves_one_free_takes_no_time() {
    let when = "DTSTART:20261120T010000Z\nDTEND:20261120T020000Z";
    let text = calendar(&[
        &format!("UID:1\n{when}\nTRANSP:TRANSPARENT"),
        &format!("UID:2\n{when}\nSTATUS:CANCELLED"),
        &format!("UID:3\n{when}\nX-MICROSOFT-CDO-BUSYSTATUS:FREE"),
        "UID:4\nDTSTART:20261120T010000Z",
        &format!("UID:5\n{when}\nRRULE:FREQ=SECONDLY"),
    ]);
    assert_eq!(spans(&text), Vec::<String>::new());
}

#[test]
fn long_lines_a_mark_at_the_beginning_and_small_letters_are_read() {
    let text = format!(
        "\u{feff}{}",
        calendar(&[
            "UID:1\nSUMMARY:とても長い予定の名前がここで\n 折り返されています\nDTSTART:20261120T01\n 0000Z\nDTEND:20261120T020000Z"
        ])
    );
    assert_eq!(spans(&text), ["11-20 10:00-11:00"]);
}

#[test]
fn an_appointment_of_this_house_is_known_by_its_name() {
    let id = "0b5f8a4e-1111-4222-8333-444455556666";
    let when = "DTSTART:20261120T010000Z\nDTEND:20261120T020000Z";
    let text = calendar(&[
        &format!("UID:{id}@{HOST}\n{when}"),
        &format!("UID:{id}@other.example\n{when}"),
    ]);
    let found = read(&text).unwrap();
    assert_eq!(found[0].booking, Some(id.parse().unwrap()));
    assert_eq!(found[1].booking, None);
}

#[test]
fn what_is_no_calendar_is_refused_however_deep_it_is() {
    let deep = format!("BEGIN:VCALENDAR\r\n{}", "BEGIN:VEVENT\r\n".repeat(200_000));
    for text in [
        "",
        "<!doctype html><title>Sign in</title>",
        "BEGIN:VCARD\r\nEND:VCARD",
        &deep,
    ] {
        assert_eq!(read(text).unwrap_err(), Trouble::NotACalendar);
    }
    assert_eq!(read(&calendar(&[])).unwrap(), []);
}

#[test]
fn a_calendar_that_would_be_reckoned_with_for_ever_is_refused() {
    let one = "UID:1\nDTSTART:20200101T000000Z\nDTEND:20200101T010000Z\nRRULE:FREQ=DAILY";
    let many = vec![one; 1_501];
    assert_eq!(read(&calendar(&many)).unwrap_err(), Trouble::TooMuch);
}
