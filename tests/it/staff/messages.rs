//! Everything that is written to the guest of a booking, on one page: what will go, what went, and what is sent again.

use super::scene::{DESK, Friday};
use crate::support::{
    app::tokyo,
    browser::{Browser, Page},
    build::{a_booking, booking::Booked},
    people::{a_person, a_seat},
};
use omotenashi::{
    db,
    domain::notifications::send::{Kind, Notice, send},
};
use serde_json::json;

/// The page of a booking's letters.
fn page_of(booked: &Booked) -> String {
    format!("{DESK}/bookings/{}/messages", booked.id)
}

/// A booking on Tuesday at 14:00 with a confirmation that has left.
fn told(friday: &Friday) -> Booked {
    let (app, cast) = (&friday.app, &friday.cast);
    let booked = a_booking(app, &cast.salon, &cast.cut)
        .named("山田", "花子")
        .at("2026-11-24 14:00")
        .build();
    let notice = Notice {
        kind: Kind::BookingConfirmed,
        booking: booked.id,
        to_email: "hanako@example.com".to_owned(),
        locale: "ja".to_owned(),
        data: json!({"by": cast.aoi.user}),
        due: app.clock().now(),
    };
    app.tenant(cast.salon.id, move |tx| -> Result<_, db::DbError> {
        send(tx, &notice)
    });
    assert_eq!(app.letters().len(), 1);
    booked
}

fn letters_in(friday: &Friday, what: &str) -> i64 {
    let sql = format!("select count(*) from notifications.notification_outbox where {what}");
    friday.app.count(friday.cast.salon.id, sql)
}

/// Presses the first button that has a letter sent again.
fn press_again(browser: &Browser, booked: &Booked) -> Page {
    let page = browser.open(&page_of(booked));
    let action = page
        .document()
        .attribute("form[action$='/again']", "action");
    let (csrf, key) = (page.field("csrf").value, page.field("key").value);
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let key = key.split(',').next().unwrap().to_owned();
    browser
        .post(&action.unwrap(), &[("csrf", &csrf), ("key", &key)])
        .settled()
}

#[test]
fn what_will_go_and_what_went_stand_there_with_their_words() {
    let friday = Friday::new();
    let booked = told(&friday);
    let booking = friday.aoi().open(&Friday::page_of(&booked));
    let page = booking.follow("メールの一覧");
    let text = page.text();
    for there in [
        "山田 花子",
        "リマインダー: 11月23日(月",
        "18:00に送ります",
        "予約確定のメール",
        "送信済み",
        "hanako@example.com",
        "送信しました",
        "次の内容で確定しました。",
    ] {
        assert!(text.contains(there), "{there}: {text}");
    }
    assert!(text.contains("/bookings/…"), "{text}");
    assert!(!text.contains(&booked.token), "the guest's key is theirs");
}

#[test]
fn it_is_sent_again_as_a_letter_of_its_own_to_the_address_of_today() {
    let friday = Friday::new();
    let booked = told(&friday);
    let mend = format!(
        "update customers.customers set email = 'neu@example.com' where id = '{}'",
        booked.customer
    );
    friday.app.execute(friday.cast.salon.id, mend);
    let aoi = friday.aoi();
    let page = press_again(&aoi, &booked);
    assert_eq!(page.flash().as_deref(), Some("もう一度送ります"));
    assert!(page.text().contains("再送") && page.text().contains("送信待ち"));
    let letter = friday.app.letter();
    assert_eq!(letter.to, "neu@example.com");
    assert!(letter.subject.starts_with("【予約確定】"));
    assert_eq!(
        letters_in(&friday, "repeats is not null and sent_at is not null"),
        1
    );
    assert_eq!(
        letters_in(&friday, "data_json ? 'by'"),
        1,
        "whoever asks for it wants it"
    );
    let version = format!(
        "select version from bookings.bookings where id = '{}'",
        booked.id
    );
    assert_eq!(friday.app.count(friday.cast.salon.id, version), 1);
}

#[test]
fn a_press_counts_once_and_three_times_a_day_are_enough() {
    let friday = Friday::new();
    let booked = told(&friday);
    let aoi = friday.aoi();
    let page = aoi.open(&page_of(&booked));
    let action = page
        .document()
        .attribute("form[action$='/again']", "action");
    let action = action.unwrap();
    let csrf = page.field("csrf").value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let pairs = [
        ("csrf", csrf.as_str()),
        ("key", "00000000000040008000000000000001"),
    ];
    assert_eq!(aoi.post(&action, &pairs).status, 303);
    assert_eq!(aoi.post(&action, &pairs).status, 303);
    assert_eq!(letters_in(&friday, "repeats is not null"), 1);
    // While it waits there is no button, and no way around it.
    let waiting = aoi.open(&page_of(&booked));
    assert!(!waiting.text().contains("もう一度送る"));
    let other = [
        ("csrf", csrf.as_str()),
        ("key", "00000000000040008000000000000002"),
    ];
    let refused = aoi.post(&action, &other).settled();
    assert!(refused.flash().unwrap().contains("送信待ち"));
    friday.app.letters();
    for _ in 0..2 {
        press_again(&aoi, &booked);
        friday.app.letters();
    }
    assert_eq!(letters_in(&friday, "repeats is not null"), 3);
    let page = aoi.open(&page_of(&booked));
    assert!(page.text().contains("1日3回まで"), "{}", page.text());
    assert!(!page.text().contains("もう一度送る"));
    let third = [
        ("csrf", csrf.as_str()),
        ("key", "00000000000040008000000000000003"),
    ];
    let refused = aoi.post(&action, &third).settled();
    assert!(
        refused
            .flash()
            .unwrap()
            .contains("今日はもう再送できません")
    );
    assert_eq!(letters_in(&friday, "repeats is not null"), 3);
}

#[test]
fn at_night_it_waits_for_the_morning_and_what_is_not_so_is_not_sent() {
    let friday = Friday::new();
    let booked = told(&friday);
    friday.app.clock().set(tokyo("2026-11-20 22:00"));
    let aoi = friday.aoi();
    let page = press_again(&aoi, &booked);
    assert!(page.flash().unwrap().contains("朝8時以降"));
    assert!(page.text().contains("8:00に送ります"), "{}", page.text());
    assert!(friday.app.letters().is_empty());
    friday.app.clock().set(tokyo("2026-11-21 08:00"));
    assert_eq!(friday.app.letters().len(), 1);
    // Nobody stays signed in for a night at the counter.
    let aoi = friday.aoi();
    let page = aoi.open(&page_of(&booked));
    let action = page
        .document()
        .attribute("form[action$='/again']", "action");
    let csrf = page.field("csrf").value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let off = format!(
        "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{}'",
        booked.id
    );
    friday.app.execute(friday.cast.salon.id, off);
    assert!(!aoi.open(&page_of(&booked)).text().contains("もう一度送る"));
    let pairs = [
        ("csrf", csrf.as_str()),
        ("key", "00000000000040008000000000000009"),
    ];
    let refused = aoi.post(&action.unwrap(), &pairs).settled();
    assert!(refused.flash().unwrap().contains("このメールは送れません"));
    assert!(friday.app.letters().is_empty());
}

#[test]
fn who_may_not_read_addresses_sees_none_and_who_takes_no_bookings_sends_nothing() {
    let friday = Friday::new();
    let booked = told(&friday);
    let (app, salon) = (&friday.app, &friday.cast.salon);
    let emi = a_person(app, "emi", "江見", "staff");
    let seat = a_seat(app, salon, &emi, "service_provider", 0);
    let adjusted = json!({"contacts-read": false, "bookings-create": false});
    app.execute(
        salon.id,
        format!("update businesses.staff_assignments set permissions_json = '{adjusted}' where id = '{seat}'"),
    );
    let page = emi.sign_in(app).open(&page_of(&booked));
    assert!(!page.text().contains("hanako@example.com"));
    assert!(!page.text().contains("もう一度送る"));
    assert!(page.text().contains("予約確定のメール"));
}

#[test]
fn an_address_that_is_not_reached_is_said_with_the_way_to_mend_it() {
    let friday = Friday::new();
    let booked = told(&friday);
    let row = json!({"business_id": friday.cast.salon.id, "email": "HANAKO@example.com", "answer": "550"});
    friday.app.insert(
        friday.cast.salon.id,
        "notifications.unreached_addresses",
        row,
    );
    let aoi = friday.aoi();
    let page = aoi.open(&page_of(&booked));
    assert!(page.text().contains("メールが届いていません"));
    let card = format!("/ja/owner/aoi-salon/customers/{}", booked.customer);
    assert!(aoi.open(&card).text().contains("メールが届いていません"));
    let new = format!("{DESK}/bookings/new?customer={}", booked.customer);
    assert!(aoi.open(&new).text().contains("メールが届きません"));
    let edit = page.follow("アドレスを直す");
    edit.fill("email", "hanako2@example.com").press("保存");
    assert!(!aoi.open(&card).text().contains("メールが届いていません"));
    assert!(
        !aoi.open(&page_of(&booked))
            .text()
            .contains("メールが届いていません")
    );
}
