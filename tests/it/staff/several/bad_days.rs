//! A visit on a bad day: the work before it is late, or somebody who has one of its services is off.

use super::{super::scene::DESK, Salon};
use crate::support::build::a_booking;

const TODAY: &str = "2026-11-20";

#[test]
fn what_is_late_pushes_all_of_a_visit_and_whoever_comes_after_any_of_it() {
    let salon = Salon::new();
    let page = salon.booked((TODAY, "15:00"), (1, 0));
    let after = a_booking(
        &salon.friday.app,
        &salon.friday.cast.salon,
        &salon.friday.cast.cut,
    )
    .named("小川", "凛")
    .on(salon.friday.cast.salon.staff[0])
    .at("2026-11-20 16:45")
    .build();
    let page = page.follow("+15分");
    assert_eq!(
        page.document().texts(".day-lines li"),
        [
            "山本 様 15:00 → 15:15〜17:00",
            "小川 凛 様 16:45 → 17:00〜18:00"
        ],
        "{}",
        page.text()
    );
    let moved = page.press("2件を遅らせる");
    assert_eq!(moved.status, 200, "{}", moved.text());
    assert_eq!(salon.lines(), ["0 0 2 15:15-16:15", "1 0 1 16:15-17:00"]);
    assert_eq!(salon.taken(), ["1 16:15-17:00", "2 15:15-16:15"]);
    let start = format!(
        "select to_char(start_at at time zone 'Asia/Tokyo', 'HH24:MI') as line from bookings.bookings where id = '{}'",
        after.id
    );
    assert_eq!(salon.sql(&start), ["17:00"]);
}

#[test]
fn a_visit_goes_along_with_what_is_late_before_its_second_service() {
    let salon = Salon::new();
    // Ben has Nguyen until three, and then the colour of this visit.
    let page = salon.booked((TODAY, "14:00"), (0, 1));
    let late = page
        .browser
        .open(&super::Friday::page_of(&salon.friday.coming))
        .follow("+15分");
    assert_eq!(
        late.document().texts(".day-lines li"),
        [
            "Nguyen Linh 様 14:00 → 14:15〜15:15",
            "山本 様 14:00 → 14:15〜16:00"
        ],
        "{}",
        late.text()
    );
}

#[test]
fn somebody_who_is_off_has_one_of_its_services_and_the_visit_is_given_as_a_whole() {
    let salon = Salon::new();
    let page = salon.booked((TODAY, "15:00"), (0, 1));
    let ben = salon.friday.cast.salon.staff[1];
    let path = format!("{DESK}/absence?staff={ben}&date={TODAY}&from=14:30");
    let page = page.browser.open(&path);
    let text = page.text();
    assert!(text.contains("続けて受けるメニューの一部"), "{text}");
    let done = page.press("休みにして、2件に対応する");
    assert_eq!(done.status, 200, "{:?}", done.errors());
    assert_eq!(salon.lines(), ["0 0 1 15:00-16:00", "1 0 1 16:00-16:45"]);
    assert_eq!(salon.taken(), ["1 15:00-16:45"]);
    let off = "select count(*) from scheduling.staff_exceptions where date = '2026-11-20'";
    assert_eq!(salon.friday.app.count(salon.friday.cast.salon.id, off), 1);
}

#[test]
fn who_is_off_only_after_their_service_is_not_asked_about() {
    let salon = Salon::new();
    let page = salon.booked((TODAY, "15:00"), (1, 0));
    let ben = salon.friday.cast.salon.staff[1];
    let path = format!("{DESK}/absence?staff={ben}&date={TODAY}&from=16:00");
    let text = page.browser.open(&path).text();
    assert!(!text.contains("山本"), "{text}");
}
