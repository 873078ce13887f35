//! The form of a booking writes to whoever is named in it, and anybody may name anybody: not to a hundred strangers,
//! not a hundred times to one, and not what the sender wants to say.

use super::often::{from, hold, shop, strict};
use crate::{
    public::walk::{JA, told},
    support::{
        app::TestApp,
        browser::{Browser, Page},
        build::{Business, Service},
    },
};
use chrono::TimeDelta;
use omotenashi::web::crowd::Limits;

/// Books in the name of this address; the answer to the last button.
fn book(sender: &Browser, shop: &(Business, Service), place: i64, who: &[(&str, &str)]) -> Page {
    let held = hold(sender, shop, place);
    assert_eq!(held.status, 303, "{place}: {}", held.text());
    let check = told(&held.settled(), &JA, &[&[("phone", "")], who].concat());
    check.form().send(JA.confirm)
}

fn bookings(app: &TestApp, shops: &[(Business, Service)]) -> i64 {
    let all = shops
        .iter()
        .map(|shop| app.count(shop.0.id, "select count(*) from bookings"));
    all.sum()
}

#[test]
fn one_sender_writes_to_sixty_in_an_hour_however_many_shops_there_are() {
    let app = strict(Limits::REAL);
    let shops: Vec<_> = (0..10).map(|_| shop(&app)).collect();
    let sender = from(&app, "192.0.2.1");
    let mut answers = Vec::new();
    for victim in 0..100 {
        let (email, shop) = (format!("victim{victim}@example.com"), &shops[victim % 10]);
        let place = i64::try_from(victim / 10).unwrap();
        answers.push(book(&sender, shop, place, &[("email", &email)]));
    }
    let statuses: Vec<u16> = answers.iter().map(|page| page.status).collect();
    assert_eq!(statuses[..60], [303; 60]);
    assert_eq!(statuses[60..], [429; 40]);
    assert_eq!(answers[60].header("retry-after"), Some("3600"));
    assert_eq!((bookings(&app, &shops), app.letters().len()), (60, 60));
    let neighbour = from(&app, "192.0.2.2");
    let own = book(
        &neighbour,
        &shops[0],
        20,
        &[("email", "neighbour@example.com")],
    );
    assert_eq!(own.status, 303);
}

#[test]
fn one_address_gets_twenty_letters_in_a_day_whoever_books_wherever() {
    let app = strict(Limits::REAL);
    let shops: Vec<_> = (0..6).map(|_| shop(&app)).collect();
    let victim = [("email", "Victim@example.com")];
    for turn in 0..25_i64 {
        let sender = from(&app, &format!("192.0.2.{turn}"));
        let shop = &shops[usize::try_from(turn / 5).unwrap()];
        assert_eq!(book(&sender, shop, turn % 5, &victim).status, 303, "{turn}");
    }
    assert_eq!(app.letters().len(), 20);
    assert_eq!(bookings(&app, &shops), 25, "what was booked is booked");
    let failed = "select count(*) from notification_outbox where delivery_status = 'failed'
        and error_message = 'this address has got enough letters today'";
    let unsent: i64 = shops.iter().map(|shop| app.count(shop.0.id, failed)).sum();
    assert_eq!(unsent, 5, "and each business sees what was not sent");
    let other = [("email", "other@example.com")];
    assert_eq!(
        book(&from(&app, "192.0.2.99"), &shops[5], 0, &other).status,
        303
    );
    assert_eq!(app.letters().len(), 1, "somebody else");
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock().set(now + TimeDelta::days(1));
    assert_eq!(
        book(&from(&app, "192.0.2.99"), &shops[5], 20, &victim).status,
        303
    );
    assert_eq!(app.letters().len(), 1, "another day");
}

#[test]
fn no_letter_carries_what_somebody_typed_for_a_name_or_a_note() {
    let app = strict(Limits::REAL);
    let salon = shop(&app);
    let typed = [
        ("family_name", "当選 https://zzmarker.example/win"),
        ("given_name", "call 0120-777-777"),
        ("note", "zzmarker note www.zzmarker.example"),
        ("email", "victim@example.com"),
    ];
    assert_eq!(book(&app.browser(), &salon, 0, &typed).status, 303);
    let letter = app.letter();
    for part in [&letter.subject, &letter.text, &letter.html] {
        for word in ["zzmarker", "当選", "777"] {
            assert!(!part.contains(word), "{word} in {part}");
        }
    }
    assert!(letter.text.starts_with("お客様\n"), "{}", letter.text);
    let kept = "select count(*) from customers where family_name like '%zzmarker%'";
    assert_eq!(
        app.count(salon.0.id, kept),
        1,
        "the shop reads it as it was typed"
    );
    let plain = [("email", "hanako@example.com")];
    assert_eq!(book(&app.browser(), &salon, 1, &plain).status, 303);
    assert!(app.letter().text.starts_with("山田 花子 様\n"));
    // Nor does the letter to an address with which somebody signs up.
    let form = [
        ("name", "Win! https://zzmarker.example"),
        ("email", "victim@example.com"),
        ("new_password", "seven lanterns in a row"),
    ];
    assert_eq!(app.browser().post("/en/account/sign-up", &form).status, 303);
    let letter = app.letter();
    assert!(!letter.text.contains("zzmarker") && !letter.html.contains("zzmarker"));
    assert!(letter.text.starts_with("Hello,\n"), "{}", letter.text);
}
