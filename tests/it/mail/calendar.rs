//! Bookings as iCalendar files, read back by another parser's rules.

use super::date;
use omotenashi::{
    base::ids::BookingId,
    domain::bookings::calendar::{Appointment, Method, Parties, calendar, calendar_of, host_of},
};
use uuid::Uuid;

const PARTIES: Parties<'static> = Parties {
    shop_name: "ヘアサロン花; \"本店\", 渋谷",
    shop_email: "hana@example.jp",
    customer_name: "髙橋 花子\r\nATTENDEE:mailto:all@example.net",
    customer_email: "hanako@example.com",
};

fn appointment() -> Appointment<'static> {
    Appointment {
        booking: BookingId(Uuid::from_u128(7)),
        host: "booking.example.jp",
        version: 3,
        written_at: date(),
        start: "2026-11-20T05:30:00Z".parse().unwrap(),
        end: "2026-11-20T07:30:00Z".parse().unwrap(),
        summary: "ヘアサロン花 カット, カラー; \\ 特別",
        location: "〒150-0001 東京都渋谷区神宮前1-2-3 花ビル2F とても長い建物の名前が続いて一行に収まらない住所",
        description: "予約番号 K7P-3MWX\r\nBEGIN:VALARM\n二行目",
        url: "https://booking.example.jp/ja/bookings/abc",
    }
}

/// Unfolds the file, after checking that each line ends and fits as RFC 5545 wants.
fn lines(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    file.replace("\r\n ", "")
        .lines()
        .map(str::to_owned)
        .collect()
}

fn value<'a>(lines: &'a [String], name: &str) -> &'a str {
    let with_name: Vec<_> = lines
        .iter()
        .filter_map(|line| line.strip_prefix(name))
        .collect();
    assert_eq!(with_name.len(), 1, "{name} once in {lines:#?}");
    with_name[0]
}

#[test]
fn a_letter_brings_an_invitation_without_an_alarm() {
    let lines = lines(&calendar(&appointment(), &Method::Request(PARTIES)));
    assert_eq!(value(&lines, "METHOD:"), "REQUEST");
    assert_eq!(
        value(&lines, "UID:"),
        "00000000-0000-0000-0000-000000000007@booking.example.jp"
    );
    assert_eq!(value(&lines, "SEQUENCE:"), "3");
    assert_eq!(value(&lines, "STATUS:"), "CONFIRMED");
    assert_eq!(value(&lines, "DTSTAMP:"), "20261120T010000Z");
    assert_eq!(value(&lines, "DTSTART:"), "20261120T053000Z");
    assert_eq!(value(&lines, "DTEND:"), "20261120T073000Z");
    assert_eq!(value(&lines, "URL:"), appointment().url);
    assert_eq!(value(&lines, "LOCATION:"), appointment().location);
    assert!(!lines.iter().any(|line| line == "BEGIN:VALARM"));
}

#[test]
fn several_stand_in_one_file_and_nobody_is_invited_by_it() {
    let other = Appointment {
        booking: BookingId(Uuid::from_u128(8)),
        ..appointment()
    };
    let both = [appointment(), other];
    let told = lines(&calendar_of(&both, &Method::Tell));
    let count = |line: &str| told.iter().filter(|known| *known == line).count();
    assert_eq!((count("BEGIN:VCALENDAR"), count("BEGIN:VEVENT")), (1, 2));
    assert_eq!((count("METHOD:PUBLISH"), count("STATUS:CONFIRMED")), (1, 2));
    for name in ["ORGANIZER", "ATTENDEE", "BEGIN:VALARM"] {
        assert!(!told.iter().any(|line| line.starts_with(name)), "{name}");
    }
    let off = lines(&calendar_of(&both, &Method::TellOff));
    let off = off.iter().filter(|line| *line == "STATUS:CANCELLED");
    assert_eq!(off.count(), 2);
}

#[test]
fn text_cannot_leave_its_line() {
    let lines = lines(&calendar(&appointment(), &Method::Request(PARTIES)));
    assert_eq!(
        value(&lines, "SUMMARY:"),
        "ヘアサロン花 カット\\, カラー\\; \\\\ 特別"
    );
    assert_eq!(
        value(&lines, "DESCRIPTION:"),
        "予約番号 K7P-3MWX\\nBEGIN:VALARM\\n二行目"
    );
    assert_eq!(
        value(&lines, "ORGANIZER;"),
        "CN=\"ヘアサロン花; '本店', 渋谷\":mailto:hana@example.jp"
    );
    assert_eq!(
        value(&lines, "ATTENDEE;"),
        "CN=\"髙橋 花子ATTENDEE:mailto:all@example.net\";PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:hanako@example.com"
    );
}

#[test]
fn cancelling_takes_the_same_appointment_out() {
    let lines = lines(&calendar(&appointment(), &Method::Cancel(PARTIES)));
    assert_eq!(value(&lines, "METHOD:"), "CANCEL");
    assert_eq!(value(&lines, "STATUS:"), "CANCELLED");
    assert_eq!(
        value(&lines, "UID:"),
        "00000000-0000-0000-0000-000000000007@booking.example.jp"
    );
}

#[test]
fn a_download_reminds_the_day_before_and_names_nobody() {
    let file = calendar(&appointment(), &Method::Publish);
    assert_eq!(
        file,
        calendar(&appointment(), &Method::Publish),
        "the same booking, the same file"
    );
    let lines = lines(&file);
    assert_eq!(value(&lines, "METHOD:"), "PUBLISH");
    assert_eq!(value(&lines, "TRIGGER"), ":-P1D");
    assert_eq!(value(&lines, "ACTION:"), "DISPLAY");
    assert!(!file.contains("ATTENDEE") && !file.contains("ORGANIZER"));
}

#[test]
fn a_visit_at_home_has_no_place() {
    let nowhere = Appointment {
        location: "",
        ..appointment()
    };
    assert!(!calendar(&nowhere, &Method::Publish).contains("LOCATION"));
}

#[test]
fn the_host_is_what_stands_between_scheme_and_port() {
    for (url, host) in [
        ("https://booking.example.jp", "booking.example.jp"),
        ("http://127.0.0.1:8080", "127.0.0.1"),
        ("booking.example.jp/x", "booking.example.jp"),
    ] {
        assert_eq!(host_of(url), host);
    }
}
