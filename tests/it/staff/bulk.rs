//! The shop has to close: the bookings of a day are called off or moved all at once, or none of them is.

use super::scene::{DESK, Friday};
use crate::support::{
    browser::Page,
    build::{a_booking, booking::Booked},
};

const GO: &str = "まとめて変更する";

fn page(friday: &Friday) -> Page {
    friday.aoi().open(&format!("{DESK}/bulk?date=2026-11-20"))
}

fn starts(friday: &Friday, booked: &Booked, when: &str) -> bool {
    let sql = format!(
        "select count(*) from bookings.bookings b join scheduling.allocations a on a.booking_id = b.id and a.start_at = b.start_at
         where b.id = '{}' and b.start_at = '{when}+09'",
        booked.id
    );
    friday.app.count(friday.cast.salon.id, sql) == 1
}

fn letters(friday: &Friday, kind: &str) -> i64 {
    let sql =
        format!("select count(*) from notifications.notification_outbox where kind = '{kind}'");
    friday.app.count(friday.cast.salon.id, sql)
}

#[test]
fn all_who_have_not_come_are_called_off_free_and_told() {
    let friday = Friday::new();
    let shown = page(&friday);
    let done = shown
        .form()
        .fill("which", "all")
        .fill("act", "call-off")
        .fill("reason", "台風")
        .press(GO);
    assert!(
        done.flash().unwrap().starts_with("まとめて変更しました"),
        "{:?}",
        done.flash()
    );
    assert!(friday.status(&friday.late, "cancelled"));
    assert!(friday.status(&friday.coming, "cancelled"));
    assert!(friday.status(&friday.serving, "in_service"));
    assert_eq!(letters(&friday, "booking_cancelled"), 2);
    let told = "select count(*) from bookings.booking_history where field_changed = 'status' and reason = '台風'";
    assert_eq!(friday.app.count(friday.cast.salon.id, told), 2);
    let fees =
        "select count(*) from bookings.booking_history where field_changed = 'cancellation_fee'";
    assert_eq!(friday.app.count(friday.cast.salon.id, fees), 0);
}

#[test]
fn those_that_are_chosen_go_to_the_same_time_of_another_day() {
    let friday = Friday::new();
    let pick = format!("pick-{}", friday.coming.id);
    let done = page(&friday)
        .form()
        .fill("which", "chosen")
        .tick(&pick, "yes")
        .fill("act", "move")
        .fill("to", "2026-11-24")
        .press(GO);
    assert!(done.errors().is_empty(), "{:?}", done.errors());
    assert!(starts(&friday, &friday.coming, "2026-11-24 14:00"));
    assert!(starts(&friday, &friday.late, "2026-11-20 12:00"));
    assert_eq!(letters(&friday, "booking_changed"), 1);
}

#[test]
fn where_one_cannot_go_none_does() {
    let friday = Friday::new();
    // Both have something on that day at two.
    for place in [0, 1] {
        a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
            .on(friday.cast.salon.staff[place])
            .at("2026-11-24 14:00")
            .build();
    }
    let again = page(&friday)
        .form()
        .fill("which", "all")
        .fill("act", "move")
        .fill("to", "2026-11-24")
        .press(GO);
    assert_eq!(again.status, 409);
    // It is said at the booking that cannot, and at no other.
    let troubles = again.document().texts(".choice:has(.complaint)");
    assert_eq!(troubles.len(), 1, "{troubles:?}");
    let row = &troubles[0];
    let says = ["Nguyen Linh 様", "この時間は空きがありません"];
    assert!(says.iter().all(|words| row.contains(words)), "{row}");
    assert!(starts(&friday, &friday.coming, "2026-11-20 14:00"));
    assert!(starts(&friday, &friday.late, "2026-11-20 12:00"));
    assert_eq!(letters(&friday, "booking_changed"), 0);
}

#[test]
fn nothing_is_done_before_it_is_said_to_which_and_what() {
    let friday = Friday::new();
    let again = page(&friday).press(GO);
    assert_eq!(again.status, 422);
    assert!(again.error("which").is_some() && again.error("act").is_some());
    let again = again
        .form()
        .fill("which", "chosen")
        .fill("act", "move")
        .fill("to", "2026-11-20")
        .press(GO);
    assert_eq!(again.status, 422);
    assert!(again.error("pick").is_some() && again.error("to").is_some());
    assert!(starts(&friday, &friday.coming, "2026-11-20 14:00"));
}

#[test]
fn whoever_books_meanwhile_is_not_left_out() {
    let friday = Friday::new();
    let shown = page(&friday);
    let new = a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .named("小川", "凛")
        .on(friday.cast.salon.staff[0])
        .at("2026-11-20 17:00")
        .build();
    let again = shown
        .form()
        .fill("which", "all")
        .fill("act", "call-off")
        .press(GO);
    assert_eq!(again.status, 409);
    let troubles = again.document().texts(".choice:has(.complaint)");
    assert!(
        troubles.len() == 1 && troubles[0].contains("小川 凛"),
        "{troubles:?}"
    );
    assert!(friday.status(&friday.coming, "confirmed"));
    again.press(GO);
    assert!(friday.status(&new, "cancelled") && friday.status(&friday.coming, "cancelled"));
}
