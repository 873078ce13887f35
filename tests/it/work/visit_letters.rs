//! The letters about a visit: each of its services as a line, and what became of one of them.

use super::material::{at, desk, line, material};
use crate::support::golden;
use chrono::{DateTime, Utc};
use omotenashi::{
    base::{bilingual::Bilingual, ids::BookingId, lang::Lang},
    domain::{
        bookings::lines_told::ToldLine,
        businesses::vertical::Vertical,
        catalog::price::{Line, LineKind},
        notifications::send::Kind,
    },
    mail::Letter,
    work::letters::{Material, draw},
};
use serde_json::{Value, json};
use uuid::Uuid;

fn told(
    (part, guest): (i16, i16),
    (ja, en): (&str, &str),
    (start, end): (&str, &str),
    cancelled_at: Option<DateTime<Utc>>,
) -> ToldLine {
    ToldLine {
        booking: BookingId(Uuid::from_u128(3)),
        part,
        guest,
        service: None,
        name: Bilingual::new(ja, en),
        resource: None,
        with: Some(Bilingual::new("佐藤", "Sato")),
        is_nominated: part == 0,
        party: 1,
        start: at(start),
        end: at(end),
        price: 5_500,
        options: Vec::new(),
        cancelled_at,
        fee: 0,
    }
}

/// A cut with whom was asked for and a colour, and a cut for whoever comes along; a treatment was called off.
fn visit(lang: Lang, data: Value) -> Material {
    let mut material = material(lang);
    let (cut, colour) = (("カット", "Cut"), ("カラー", "Colour"));
    let off = Some(at("2026-11-16T01:00:00Z"));
    material.lines = vec![
        told(
            (0, 0),
            cut,
            ("2026-11-20T05:30:00Z", "2026-11-20T06:30:00Z"),
            None,
        ),
        told(
            (1, 0),
            colour,
            ("2026-11-20T06:30:00Z", "2026-11-20T07:15:00Z"),
            None,
        ),
        told(
            (2, 0),
            ("トリートメント", "Treatment"),
            ("2026-11-20T07:15:00Z", "2026-11-20T07:30:00Z"),
            off,
        ),
        told(
            (3, 1),
            cut,
            ("2026-11-20T05:30:00Z", "2026-11-20T06:30:00Z"),
            None,
        ),
    ];
    let of = |part: i16, line: Line| Line {
        part: Some(part),
        ..line
    };
    material.booking.quote.lines = vec![
        of(0, line(LineKind::Service, cut, 5_500)),
        of(0, line(LineKind::Nomination, ("佐藤", "Sato"), 550)),
        of(1, line(LineKind::Service, colour, 7_700)),
        of(3, line(LineKind::Service, cut, 5_500)),
    ];
    material.booking.row.price_cents = 19_250;
    material.booking.row.party_size = 2;
    material.booking.row.end_at = at("2026-11-20T07:15:00Z");
    material.letter.data_json = data;
    material
}

fn whole(letter: &Letter) -> String {
    let (_, body) = letter.html.split_once("<body>").unwrap();
    let calendar = letter.calendar.as_ref().unwrap();
    let content = calendar.content.replace("\r\n", "\n");
    format!(
        "Subject: {}\n\n{}\n==== html\n{}\n==== {} {}\n{content}",
        letter.subject,
        letter.text,
        body.trim(),
        calendar.file_name,
        calendar.method,
    )
}

#[test]
fn a_visit_is_confirmed_service_by_service() {
    for lang in Lang::ALL {
        let letter = draw(Kind::BookingConfirmed, &visit(lang, json!({})), &desk()).unwrap();
        golden::check(
            &format!("letters/visit_confirmed.{lang}.txt"),
            &whole(&letter),
        );
        assert!(!letter.text.contains("トリートメント") && !letter.text.contains("Treatment"));
    }
}

#[test]
fn that_one_service_is_off_is_told_with_what_is_left() {
    let name = json!({"ja": "トリートメント", "en": "Treatment"});
    for lang in Lang::ALL {
        let off = json!({"part_off": name, "part_fee": 1_650});
        let letter = draw(Kind::BookingChanged, &visit(lang, off), &desk()).unwrap();
        golden::check(
            &format!("letters/visit_part_off.{lang}.txt"),
            &whole(&letter),
        );
        let mut material = visit(lang, json!({"part_moved": name}));
        material.is_by_shop = true;
        let moved = draw(Kind::BookingChanged, &material, &desk()).unwrap();
        assert!(moved.text.contains("トリートメント") || moved.text.contains("Treatment"));
        assert_eq!(moved.subject, letter.subject);
    }
}

#[test]
fn a_clinic_names_no_service_of_a_visit_in_a_calendar() {
    let mut material = visit(Lang::Ja, json!({}));
    material.profile.vertical = Vertical::Clinic;
    let letter = draw(Kind::BookingConfirmed, &material, &desk()).unwrap();
    let calendar = letter.calendar.unwrap().content.replace("\r\n ", "");
    for open in [letter.subject, calendar] {
        assert!(
            !open.contains("カット") && !open.contains("カラー"),
            "{open}"
        );
    }
}
