//! The files of letters over the life of a booking, and what a calendar that reads the link has meanwhile: one name, rising numbers.

use crate::{staff::scene::Friday, support::app::tokyo};
use chrono::TimeDelta;
use icalendar::parser::{read_calendar, unfold};

/// Method, name, number, state and beginning of the only appointment in a file.
fn told(file: &str) -> (String, String, u32, String, String) {
    let text = unfold(file);
    let calendar = read_calendar(&text).unwrap();
    let of = |all: &[icalendar::parser::Property<'_>], name: &str| {
        let own: Vec<_> = all.iter().filter(|one| one.name == name).collect();
        assert_eq!(own.len(), 1, "{name} once in {file}");
        own[0].val.to_string()
    };
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter(|part| part.name == "VEVENT")
        .collect();
    assert_eq!(events.len(), 1, "{file}");
    let event = |name: &str| of(&events[0].properties, name);
    (
        of(&calendar.properties, "METHOD"),
        event("UID"),
        event("SEQUENCE").parse().unwrap(),
        event("STATUS"),
        event("DTSTART"),
    )
}

/// The file of the only letter that leaves within a minute.
fn posted(friday: &Friday, minutes: i64) -> (String, String) {
    friday
        .app
        .clock()
        .set(tokyo("2026-11-20 12:15") + TimeDelta::minutes(minutes));
    let calendar = friday.app.letter().calendar.unwrap();
    (calendar.method.to_owned(), calendar.content)
}

#[test]
fn moving_and_calling_off_change_the_one_appointment_that_there_is() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let page = aoi
        .open("/ja/owner/aoi-salon/calendars")
        .press("リンクを作る");
    let link = page.document().words(".share-url span").unwrap();
    let link = link[link.find("/calendar/").unwrap()..].to_owned();
    let move_to = |time: &str| {
        aoi.open(&format!("{}/move", Friday::page_of(&friday.coming)))
            .fill("time", time)
            .press("変更を保存")
    };
    let name = format!("{}@127.0.0.1", friday.coming.id);
    move_to("16:00");
    let (method, file) = posted(&friday, 1);
    let first = told(&file);
    assert_eq!((method.as_str(), first.0.as_str()), ("REQUEST", "REQUEST"));
    assert_eq!(
        (first.1.as_str(), first.3.as_str()),
        (name.as_str(), "CONFIRMED")
    );
    assert_eq!(first.4, "20261120T070000Z");
    move_to("17:00");
    let second = told(&posted(&friday, 2).1);
    assert_eq!(
        (&second.1, second.4.as_str()),
        (&first.1, "20261120T080000Z")
    );
    assert!(second.2 > first.2, "{second:?} after {first:?}");
    // Whoever reads the link has the same name and the same number.
    let feed = friday.app.browser().visit(&link).html.replace("\r\n ", "");
    let own = feed
        .split("BEGIN:VEVENT")
        .find(|event| event.contains(&name))
        .unwrap();
    assert!(own.contains(&format!("SEQUENCE:{}\r\n", second.2)), "{own}");
    assert!(own.contains("DTSTART:20261120T080000Z"), "{own}");
    aoi.open(&format!("{}/cancel", Friday::page_of(&friday.coming)))
        .form()
        .tick("tell", "yes")
        .press("予約をキャンセル");
    let (method, file) = posted(&friday, 3);
    let last = told(&file);
    assert_eq!((method.as_str(), last.0.as_str()), ("CANCEL", "CANCEL"));
    assert_eq!((&last.1, last.3.as_str()), (&first.1, "CANCELLED"));
    assert!(last.2 > second.2, "{last:?} after {second:?}");
    assert!(!friday.app.browser().visit(&link).html.contains(&name));
}
