//! Letters that stay in the house.

use super::{date, letter};
use omotenashi::mail::{Letter, MailError, Tray};

#[test]
fn the_newest_two_hundred_letters_are_kept() {
    let tray = Tray::new("yoyaku@example.jp".parse().unwrap());
    for number in 0..205 {
        let letter = Letter {
            message_id: format!("{number}@example.jp"),
            ..letter()
        };
        tray.put(&letter, date()).unwrap();
    }
    let ids: Vec<_> = tray
        .letters()
        .into_iter()
        .map(|kept| kept.letter.message_id)
        .collect();
    assert_eq!(ids.len(), 200);
    assert_eq!(
        (ids[0].as_str(), ids[199].as_str()),
        ("204@example.jp", "5@example.jp")
    );
    assert!(tray.find("204@example.jp").is_some());
    assert!(tray.find("4@example.jp").is_none());
}

#[test]
fn what_no_server_could_send_is_refused_here_too() {
    let tray = Tray::new("yoyaku@example.jp".parse().unwrap());
    let letter = Letter {
        to: "nobody".to_owned(),
        ..letter()
    };
    let error = tray.put(&letter, date()).unwrap_err();
    assert!(matches!(error, MailError::Unsendable(_)));
    assert!(tray.letters().is_empty());
}
