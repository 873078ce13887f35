//! A visit is moved as a whole, from its page and by its pieces.

use super::{super::scene::DESK, Salon, WEDNESDAY};

fn id(salon: &Salon) -> String {
    let id = "select distinct booking_id::text as line from bookings.booking_lines";
    salon.sql(id).remove(0)
}

#[test]
fn all_of_it_goes_to_another_time_and_says_so() {
    let salon = Salon::new();
    let page = salon.booked((WEDNESDAY, "10:00"), (0, 1));
    let page = page
        .browser
        .open(&format!("{DESK}/bookings/{}/move", id(&salon)));
    assert!(page.text().contains("まとめて移します"), "{}", page.text());
    assert!(!page.html.contains("name=\"minutes\"") && !page.html.contains("name=\"staff\""));
    let moved = page.fill("time", "13:10").press("変更を保存");
    assert_eq!(moved.status, 200, "{:?}", moved.errors());
    // With the same people.
    assert_eq!(salon.lines(), ["0 0 1 13:10-14:10", "1 0 2 14:10-14:55"]);
    assert_eq!(salon.taken(), ["1 13:10-14:10", "2 14:10-14:55"]);
    let back = moved.part(".flash", "変更").press("元に戻す");
    assert_eq!(back.status, 200, "{}", back.text());
    assert_eq!(salon.lines(), ["0 0 1 10:00-11:00", "1 0 2 11:00-11:45"]);
}

#[test]
fn a_piece_that_is_dragged_takes_the_whole_visit_along() {
    let salon = Salon::new();
    let page = salon.booked((WEDNESDAY, "10:00"), (0, 1));
    let day = page.browser.open(&format!("{DESK}/day?date={WEDNESDAY}"));
    let suzuki = day.part(".day-column", "鈴木");
    assert_eq!(
        suzuki.document().attribute(".block", "data-moves").unwrap(),
        "1"
    );
    let wish = format!("date={WEDNESDAY}&time=14:00&part=1");
    let form = page
        .browser
        .open(&format!("{DESK}/bookings/{}/move?{wish}", id(&salon)));
    assert_eq!(form.field("time").value, "13:00");
    assert!(form.document().words(".clash h2").is_none());
    // Closing time is in the way of the colour, not of the cut.
    let late = format!("date={WEDNESDAY}&time=18:30&part=1");
    let form = page
        .browser
        .open(&format!("{DESK}/bookings/{}/move?{late}", id(&salon)));
    assert_eq!(form.part("#typed", "").field("time").value, "17:30");
    assert!(
        form.document().words(".clash h2").is_some(),
        "{}",
        form.text()
    );
}
