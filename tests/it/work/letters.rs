//! The letters, word by word, in both languages.

use super::material::{REMARK, at, closed_on_tuesdays, desk, line, material};
use crate::support::golden;
use omotenashi::{
    base::{bilingual::Bilingual, ids::BookingId, lang::Lang},
    domain::{
        bookings::{booking::CancelledBy, series::read::Member, status::Status},
        businesses::{hours::WeeklyHours, vertical::Vertical},
        catalog::price::LineKind,
        notifications::send::Kind,
    },
    mail::Letter,
    work::letters::{Desk, Material, draw},
};
use serde_json::json;
use uuid::Uuid;

/// What is particular about a letter.
pub type Change = fn(&mut Material);

/// Every letter there is: its name, its kind, and what is particular about it.
pub const LETTERS: [(&str, Kind, Change); 28] = [
    ("booking_confirmed", Kind::BookingConfirmed, |_| {}),
    ("booking_confirmed_clinic", Kind::BookingConfirmed, clinic),
    ("booking_confirmed_late", Kind::BookingConfirmed, late_table),
    (
        "booking_confirmed_again",
        Kind::BookingConfirmed,
        |material| {
            material.letter.data_json = json!({ "recalled": true });
            material.booking.row.version = 3;
        },
    ),
    ("booking_changed", Kind::BookingChanged, moved),
    ("booking_changed_staff", Kind::BookingChanged, |material| {
        material.is_by_shop = true;
        material.letter.data_json = json!({});
        // Whom the guest had asked for is ill; nobody pays for that.
        material.booking.row.version = 2;
        material.booking.row.is_nominated = false;
        material.booking.row.price_cents = 12_100;
        material.booking.quote.lines.truncate(1);
    }),
    (
        "booking_changed_by_shop",
        Kind::BookingChanged,
        |material| {
            moved(material);
            material.is_by_shop = true;
        },
    ),
    ("booking_cancelled", Kind::BookingCancelled, |material| {
        material.letter.data_json = json!({ "fee": 6_325 });
    }),
    (
        "booking_cancelled_by_shop",
        Kind::BookingCancelled,
        |material| {
            material.booking.row.cancelled_by = Some(CancelledBy::Business);
            material.is_by_shop = true;
            material.letter.data_json = json!({ "fee": 0 });
        },
    ),
    ("booking_cancelled_clinic", Kind::BookingCancelled, clinic),
    ("booking_delayed", Kind::BookingDelayed, |material| {
        material.letter.data_json = json!({ "minutes": 10 });
    }),
    ("booking_delayed_visit", Kind::BookingDelayed, |material| {
        material.profile.vertical = Vertical::HomeVisit;
        material.letter.data_json = json!({ "minutes": 15 });
    }),
    ("booking_reminder", Kind::BookingReminder, |_| {}),
    (
        "booking_reminder_visit",
        Kind::BookingReminder,
        |material| {
            material.profile.vertical = Vertical::HomeVisit;
        },
    ),
    ("booking_proposed", Kind::BookingProposed, |material| {
        moved(material);
        with_somebody_else(material);
    }),
    (
        "booking_proposed_staff",
        Kind::BookingProposed,
        |material| {
            material.letter.data_json = json!({});
            with_somebody_else(material);
        },
    ),
    (
        "booking_proposed_choice",
        Kind::BookingProposed,
        |material| {
            material.letter.data_json = json!({ "choice": true });
        },
    ),
    ("series_confirmed", Kind::SeriesConfirmed, repeated),
    ("series_changed", Kind::SeriesChanged, |material| {
        repeated(material);
        material.is_by_shop = true;
    }),
    ("series_cancelled", Kind::SeriesCancelled, |material| {
        repeated(material);
        material.is_by_shop = true;
        material.letter.data_json = json!({ "fee": 6_325 });
    }),
    ("request_received", Kind::RequestReceived, until),
    (
        "request_received_clinic",
        Kind::RequestReceived,
        |material| {
            clinic(material);
            until(material);
        },
    ),
    ("request_waiting", Kind::RequestWaiting, until),
    ("request_reminder", Kind::RequestWaiting, |material| {
        material.letter.data_json = json!({ "reminder": true, "until": "2026-11-18T12:00:00Z" });
    }),
    ("request_proposed", Kind::RequestProposed, |material| {
        let offer = |date: &str, start: &str, end: &str| json!({ "date": date, "start": start, "end": end });
        material.letter.data_json = json!({
            "until": "2026-11-18T12:00:00Z",
            "offers": [
                offer("2026-11-20", "2026-11-20T08:00:00Z", "2026-11-20T10:00:00Z"),
                offer("2026-11-21", "2026-11-21T01:00:00Z", "2026-11-21T03:00:00Z"),
            ],
        });
    }),
    ("request_answered", Kind::RequestAnswered, |material| {
        material.letter.data_json = json!({ "answer": "taken" });
    }),
    ("request_lapsed", Kind::RequestLapsed, |_| {}),
    ("request_declined", Kind::BookingCancelled, |material| {
        material.booking.row.cancelled_by = Some(CancelledBy::Business);
        material.is_by_shop = true;
        material.letter.data_json = json!({ "fee": 0, "declined": true });
    }),
];

/// The shop has until Wednesday evening to answer.
fn until(material: &mut Material) {
    material.letter.data_json = json!({ "until": "2026-11-18T12:00:00Z" });
}

/// Whom the guest had asked for is off; nobody pays for that.
fn with_somebody_else(material: &mut Material) {
    material.booking.row.is_nominated = false;
    material.booking.row.price_cents = 12_100;
    material.booking.quote.lines.truncate(1);
}

/// Three Fridays, one of them later in the day.
fn repeated(material: &mut Material) {
    let times = [
        ("2026-11-20", "2026-11-20T05:30:00Z", "2026-11-20T07:30:00Z"),
        ("2026-11-27", "2026-11-27T06:00:00Z", "2026-11-27T08:00:00Z"),
        ("2026-12-04", "2026-12-04T05:30:00Z", "2026-12-04T07:30:00Z"),
    ];
    let member = |(place, (date, start, end)): (i16, (&str, &str, &str))| Member {
        id: BookingId(Uuid::from_u128(u128::from(place.unsigned_abs()) + 2)),
        place,
        number: format!("K7P-3MW{place}"),
        status: Status::Confirmed,
        date: date.parse().unwrap(),
        start: at(start),
        end: at(end),
        version: 1,
        price: 12_650,
    };
    material.series = (1..).zip(times).map(member).collect();
}

fn clinic(material: &mut Material) {
    material.profile.vertical = Vertical::Clinic;
    material.profile.name.ja = "さくら皮膚科".to_owned();
    material.profile.name.en = String::new();
    material.profile.email = None;
    material.booking.row.is_nominated = false;
    material.booking.row.price_cents = 0;
    material.booking.quote.lines = vec![line(
        LineKind::Service,
        ("アトピー外来 初診", "First visit, atopy"),
        0,
    )];
    material.booking.policy = None;
}

fn late_table(material: &mut Material) {
    material.profile.vertical = Vertical::Restaurant;
    material.profile.name.ja = "酒場 月".to_owned();
    material.profile.name.en = "Bar Tsuki".to_owned();
    material.profile.address.english = String::new();
    material.profile.week = [].into();
    let row = &mut material.booking.row;
    row.business_date = "2026-11-20".parse().unwrap();
    (row.start_at, row.end_at) = (at("2026-11-20T15:30:00Z"), at("2026-11-20T17:30:00Z"));
    (row.party_size, row.is_nominated, row.price_cents) = (4, false, 0);
    material.booking.quote.lines = vec![line(LineKind::Service, ("お席のみ", ""), 0)];
}

fn moved(material: &mut Material) {
    let row = &mut material.booking.row;
    (row.start_at, row.end_at) = (at("2026-11-21T06:00:00Z"), at("2026-11-21T08:00:00Z"));
    row.business_date = "2026-11-21".parse().unwrap();
    row.version = 2;
    material.letter.data_json =
        json!({ "old_start": "2026-11-20T05:30:00Z", "old_end": "2026-11-20T07:30:00Z" });
}

fn drawn(lang: Lang, kind: Kind, change: Change) -> Letter {
    let mut material = material(lang);
    change(&mut material);
    draw(kind, &material, &desk()).unwrap()
}

#[test]
fn every_letter_says_what_it_should() {
    for (name, kind, change) in LETTERS {
        for lang in Lang::ALL {
            let letter = drawn(lang, kind, change);
            let (_, body) = letter.html.split_once("<body>").unwrap();
            let calendar = letter.calendar.as_ref().map(|calendar| {
                let content = calendar.content.replace("\r\n", "\n");
                format!("{} {}\n{content}", calendar.file_name, calendar.method)
            });
            let whole = format!(
                "Subject: {}\nFrom: {}\nTo: {} <{}>\nReply-To: {}\nMessage-ID: {}\n\n{}\n==== html\n{}\n==== {}",
                letter.subject,
                letter.from_name,
                letter.to_name,
                letter.to,
                letter.reply_to.as_deref().unwrap_or("-"),
                letter.message_id,
                letter.text,
                body.trim(),
                calendar.unwrap_or_else(|| "no calendar\n".to_owned()),
            );
            golden::check(&format!("letters/{name}.{lang}.txt"), &whole);
        }
    }
}

#[test]
fn no_letter_carries_what_people_wrote_or_leads_elsewhere() {
    for (name, kind, change) in LETTERS {
        for lang in Lang::ALL {
            let letter = drawn(lang, kind, change);
            let all = format!("{letter:?}").replace("\\r\\n ", "");
            assert!(!all.contains(REMARK) && !all.contains("腰痛"), "{name}");
            assert!(!all.contains("常連"), "{name}");
            for (place, _) in all.match_indices("http") {
                let link = &all[place..];
                assert!(
                    link.starts_with("https://booking.example.jp/"),
                    "{name}: {link}"
                );
            }
            let width = width(&letter.subject);
            let most = if lang == Lang::Ja { 60 } else { 80 };
            assert!(width <= most, "{name}: {width}: {}", letter.subject);
        }
    }
}

/// In half-width letters; a mailbox shows thirty of the full width.
fn width(text: &str) -> usize {
    text.chars()
        .map(|letter| if letter.is_ascii() { 1 } else { 2 })
        .sum()
}

#[test]
fn a_clinic_says_nothing_of_the_visit_where_others_look() {
    let repeated_clinic: Change = |material| {
        clinic(material);
        repeated(material);
    };
    let single = Kind::ALL.into_iter().map(|kind| (kind, clinic as Change));
    let several = [
        Kind::SeriesConfirmed,
        Kind::SeriesChanged,
        Kind::SeriesCancelled,
    ];
    let several = several.into_iter().map(|kind| (kind, repeated_clinic));
    for (kind, change) in single.chain(several) {
        let letter = drawn(Lang::Ja, kind, change);
        let calendar = letter
            .calendar
            .map(|calendar| calendar.content.replace("\r\n ", ""));
        for open in [letter.subject, calendar.unwrap_or_default()] {
            assert!(
                !open.contains("アトピー") && !open.contains("初診"),
                "{open}"
            );
        }
    }
}

#[test]
fn html_has_the_same_words_and_writes_names_as_text() {
    let mut material = material(Lang::Ja);
    let typed = "<b>花</b> & \"友\"";
    material.profile.name = Bilingual::new(typed, "");
    let letter = draw(Kind::BookingConfirmed, &material, &desk()).unwrap();
    assert!(letter.text.contains(typed));
    assert!(!letter.html.contains("<b>花"));
    let page = scraper::Html::parse_document(&letter.html);
    let body = scraper::Selector::parse("body").unwrap();
    let words: String = page.select(&body).next().unwrap().text().collect();
    for line in letter.text.lines() {
        let fact = line.trim_start_matches(['■', '▼', ' ']);
        let words_of_line = fact
            .split(['\u{3000}', ' '])
            .filter(|word| !word.is_empty());
        for word in words_of_line.filter(|word| !word.starts_with('─')) {
            assert!(words.contains(word), "{word} is missing in the HTML");
        }
    }
}

#[test]
fn free_cancelling_is_promised_only_until_it_ends() {
    let material = material(Lang::En);
    let text = |now: &str| {
        let desk = Desk {
            now: at(now),
            ..desk()
        };
        draw(Kind::BookingConfirmed, &material, &desk).unwrap().text
    };
    let promise = "Free cancellation until Wed, 18 Nov 18:30";
    assert!(text("2026-11-18T09:30:00Z").contains(promise));
    let late = text("2026-11-18T09:30:01Z");
    assert!(!late.contains(promise) && late.contains("a fee for cancelling from now on"));
}

#[test]
fn a_policy_without_a_fee_is_free_to_the_end() {
    let mut material = material(Lang::En);
    material.booking.policy.as_mut().unwrap().penalty_percent = 0;
    let free = draw(Kind::BookingConfirmed, &material, &desk()).unwrap();
    assert!(free.text.contains("There is no cancellation fee."));
}

#[test]
fn hours_are_told_only_where_one_line_can() {
    let with = |change: &dyn Fn(&mut Vec<WeeklyHours>)| {
        let mut material = material(Lang::Ja);
        let mut week = closed_on_tuesdays();
        change(&mut week);
        material.profile.week = week.into();
        let letter = draw(Kind::BookingConfirmed, &material, &desk()).unwrap();
        let line = letter.text.lines().find(|line| line.starts_with("03-"));
        line.unwrap().to_owned()
    };
    assert_eq!(with(&|_| {}), "03-1234-5678（10:00〜19:00、火曜定休）");
    assert_eq!(
        with(&|hours| {
            hours.remove(1);
        }),
        "03-1234-5678（10:00〜19:00、月曜・火曜定休）"
    );
    assert_eq!(
        with(&|hours| hours[2] = WeeklyHours {
            day_of_week: 2,
            ..hours[1].clone()
        }),
        "03-1234-5678（10:00〜19:00）"
    );
    let plain = "03-1234-5678";
    assert_eq!(with(&|hours| hours.clear()), plain);
    assert_eq!(with(&|hours| hours[5].close_minute = Some(1_200)), plain);
    assert_eq!(with(&|hours| hours[1].week_of_month = Some(2)), plain);
    assert_eq!(with(&|hours| hours[1].day_of_week = 7), plain);
    assert_eq!(with(&|hours| hours.push(hours[1].clone())), plain);
    assert_eq!(with(&|hours| hours.truncate(4)), plain);
}

#[test]
fn a_link_opens_only_its_own_booking() {
    let mut material = material(Lang::Ja);
    let link = |material: &Material| {
        let letter = draw(Kind::BookingConfirmed, material, &desk()).unwrap();
        let link = letter.text.lines().find(|line| line.starts_with("https:"));
        link.unwrap().to_owned()
    };
    let (first, again) = (link(&material), link(&material));
    assert_eq!(first, again);
    assert!(first.starts_with("https://booking.example.jp/ja/bookings/"));
    material.booking.row.id.0 = Uuid::from_u128(99);
    assert_ne!(link(&material), first);
}
