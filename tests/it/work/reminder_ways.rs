//! What a reminder leads to: to another time only while there is one to be had.

use super::material::{at, desk, material};
use omotenashi::{
    base::lang::Lang,
    domain::notifications::send::Kind,
    work::letters::{Desk, Material, draw},
};
use serde_json::json;

#[test]
fn a_reminder_shows_the_way_to_another_time_only_while_there_is_one() {
    let mut material = material(Lang::Ja);
    let ways = |material: &Material, now: &str| {
        let desk = Desk {
            now: at(now),
            ..desk()
        };
        let letter = draw(Kind::BookingReminder, material, &desk).unwrap();
        let has = |way: &str| letter.text.contains(way) && letter.html.contains(way);
        (has("/move"), has("/cancel"))
    };
    assert_eq!(ways(&material, "2026-11-19T05:30:00Z"), (true, true));
    assert_eq!(
        ways(&material, "2026-11-19T05:30:01Z"),
        (false, true),
        "a day before, as the shop has it"
    );
    material.letter.data_json = json!({ "fixed": true });
    assert_eq!(
        ways(&material, "2026-11-18T05:30:00Z"),
        (false, true),
        "as often as was agreed"
    );
}
