//! A visit beside others: of many who want its time one has it, and what an owner changes is held against each of its services.

use super::{DESK, Salon, WEDNESDAY};
use crate::support::browser::Page;
use std::sync::Barrier;

#[test]
fn of_many_who_want_a_visit_or_a_part_of_its_time_one_has_it() {
    const MANY: usize = 6;
    let salon = Salon::new();
    let before = salon.bookings();
    let ben = salon.friday.cast.salon.staff[1].to_string();
    let aoi = salon.friday.aoi();
    let colour = salon.colour.to_string();
    // Half of them want the whole, half the last three quarters of it alone.
    let forms: Vec<Page> = (0..MANY)
        .map(|place| match place % 2 {
            0 => salon.form(&aoi, (WEDNESDAY, "10:00")),
            _ => aoi.open(&format!("{DESK}/bookings/new")),
        })
        .collect();
    let line = Barrier::new(MANY);
    let press = |place: usize, page: &Page| {
        let filled = match place % 2 {
            0 => page.fill("service-2", &colour).fill("staff-2", &ben),
            _ => page
                .fill("service", &colour)
                .fill("date", WEDNESDAY)
                .fill("time", "11:00")
                .fill("family", "山本"),
        };
        let filled = filled.fill("staff", &ben);
        line.wait();
        filled.send("予約を追加").status
    };
    let mut ends: Vec<u16> = std::thread::scope(|scope| {
        let press = &press;
        let each = forms.iter().enumerate();
        let all: Vec<_> = each
            .map(|(place, page)| scope.spawn(move || press(place, page)))
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    ends.sort_unstable();
    assert_eq!(ends[0], 303, "{ends:?}");
    assert!(ends[1..].iter().all(|end| *end == 409), "{ends:?}");
    assert_eq!(salon.bookings(), before + 1);
}

#[test]
fn a_longer_second_service_is_shown_with_the_visit_that_has_it() {
    let salon = Salon::new();
    salon.booked((WEDNESDAY, "10:00"), (0, 1));
    let aoi = salon.friday.aoi();
    let menu = "/ja/owner/aoi-salon/menu";
    let longer = |service: String, minutes: &str| {
        let form = aoi.open(&format!("{menu}/{service}"));
        form.fill("minutes", minutes).press("保存").text()
    };
    let text = longer(salon.colour.to_string(), "60");
    assert!(text.contains("新しい内容と異なる予約（1件）"), "{text}");
    assert!(
        text.contains("山本 様") && text.contains("変更後は60分"),
        "{text}"
    );
    // Of the cut there is another booking of today, and this one.
    let text = longer(salon.friday.cast.cut.id.to_string(), "75");
    assert!(text.contains("山本 様"), "{text}");
}

#[test]
fn hours_that_end_before_the_second_service_leave_the_visit_outside() {
    let salon = Salon::new();
    salon.booked((WEDNESDAY, "10:00"), (0, 1));
    let closing = salon
        .friday
        .aoi()
        .open(&format!("{DESK}/today?date={WEDNESDAY}"))
        .follow("この日を休みにする");
    let text = closing.text();
    assert!(
        text.contains("影響を受ける予約（1件）") && text.contains("山本 様"),
        "{text}"
    );
}
