//! A visit of several services is repeated as a whole: each time with all of its services, and those are moved and called off
//! together.

use super::Salon;
use crate::{
    staff::{
        scene::DESK,
        series::{BOOK, LOOK},
    },
    support::{app::tokyo, browser::Page},
};
use serde_json::json;

/// A cut by the first and a colour by the second, this Wednesday at ten.
fn repeated(salon: &Salon, count: &str) -> Page {
    let wednesday = "2026-11-25";
    let page = salon.booked((wednesday, "10:00"), (0, 1));
    let page = page.follow("くり返し予約にする");
    let page = page.fill("count", count).press(LOOK);
    assert_eq!(page.status, 200, "{:?}", page.errors());
    page
}

/// Each service of each booking: its day, its number, by whom, when.
fn services(salon: &Salon) -> Vec<String> {
    salon.sql(
        "select to_char(l.start_at at time zone 'Asia/Tokyo', 'MM-DD') || ' ' || l.part || ' ' \
         || array_position(array(select id from scheduling.resources order by sort_order, id), l.resource_id) \
         || to_char(l.start_at at time zone 'Asia/Tokyo', ' HH24:MI') || to_char(l.end_at at time zone 'Asia/Tokyo', '-HH24:MI') as line \
         from bookings.booking_lines l order by l.start_at, l.part",
    )
}

/// What is taken on each day by visits: of whom and when.
fn taken(salon: &Salon) -> Vec<String> {
    salon.sql(
        "select to_char(start_at at time zone 'Asia/Tokyo', 'MM-DD ') || array_position(array(select id from scheduling.resources order by sort_order, id), resource_id) \
         || to_char(start_at at time zone 'Asia/Tokyo', ' HH24:MI') || to_char(end_at at time zone 'Asia/Tokyo', '-HH24:MI') as line \
         from scheduling.allocations where booking_id in (select booking_id from bookings.booking_lines) order by start_at, 1",
    )
}

/// The two services of one time.
fn time(day: &str, [first, second]: [&str; 2]) -> Vec<String> {
    vec![format!("{day} 0 {first}"), format!("{day} 1 {second}")]
}

const TEN: [&str; 2] = ["1 10:00-11:00", "2 11:00-11:45"];

#[test]
fn each_time_has_all_of_its_services_with_their_people_and_price() {
    let salon = Salon::new();
    let page = repeated(&salon, "3");
    assert!(
        page.text().contains("2回分は、そのまま入れられます") && page.text().contains("13,200円"),
        "{}",
        page.text()
    );
    assert_eq!(services(&salon).len(), 2, "looking books nothing");
    let done = page.press(BOOK);
    assert_eq!(done.flash().unwrap(), "くり返し予約を入れました");
    let days = ["11-25", "12-02", "12-09"];
    let expected: Vec<String> = days.iter().flat_map(|day| time(day, TEN)).collect();
    assert_eq!(services(&salon), expected);
    let expected: Vec<String> = days
        .iter()
        .flat_map(|day| TEN.map(|one| format!("{day} {one}")))
        .collect();
    assert_eq!(taken(&salon), expected);
    let prices = salon.sql(
        "select b.price_cents || ' ' || jsonb_array_length(b.price_snapshot_json -> 'lines') as line \
         from bookings.bookings b join bookings.series_bookings s on s.booking_id = b.id",
    );
    assert_eq!(prices, ["13200 2"; 3]);
}

#[test]
fn a_day_on_which_one_of_the_services_does_not_go_says_why_and_what_would() {
    let salon = Salon::new();
    // On the second Wednesday there is nobody for the colour at eleven: each of both is taken.
    for person in salon.friday.cast.salon.staff.clone() {
        let row = json!({
            "business_id": salon.friday.cast.salon.id, "resource_id": person,
            "start_at": tokyo("2026-12-02 11:15"), "end_at": tokyo("2026-12-02 11:30"),
        });
        let salon_id = salon.friday.cast.salon.id;
        salon
            .friday
            .app
            .insert(salon_id, "scheduling.allocations", row);
    }
    let page = repeated(&salon, "3");
    assert!(page.text().contains("1回分は、そのまま入れられます"));
    assert!(page.text().contains("この時間は空きがありません"));
    let offered = crate::staff::series::answers(&page, "at-2026-12-02");
    assert_eq!(offered.len(), 5, "{offered:?}");
    let done = page.fill("at-2026-12-02", &offered[1]).press(BOOK);
    assert_eq!(done.flash().unwrap(), "くり返し予約を入れました");
    let all = services(&salon);
    assert_eq!(all.len(), 6, "{all:?}");
    assert!(
        !all.contains(&"12-02 1 2 11:00-11:45".to_owned()),
        "{all:?}"
    );
}

#[test]
fn one_letter_names_each_time_and_all_that_is_booked() {
    let salon = Salon::new();
    let page = salon
        .form(&salon.friday.aoi(), ("2026-11-25", "10:00"))
        .fill("service-2", &salon.colour.to_string())
        .fill("email", "yamamoto@example.com")
        .press("予約を追加");
    let page = page.follow("くり返し予約にする");
    page.fill("count", "2").press(LOOK).press(BOOK);
    let letters = salon.friday.app.letters();
    let letter = letters
        .iter()
        .find(|letter| letter.subject.contains("くり返し"));
    let letter = letter.unwrap_or_else(|| panic!("{letters:#?}"));
    assert!(letter.subject.contains("くり返し予約 全2回"));
    for said in ["カット + カラー", "2026年11月25日(水)", "2026年12月2日(水)"] {
        assert!(letter.text.contains(said), "{said}: {}", letter.text);
    }
}

#[test]
fn several_are_moved_and_called_off_with_all_of_their_services() {
    let salon = Salon::new();
    let made = repeated(&salon, "3").press(BOOK);
    let page = made.follow("まとめて変更");
    assert!(page.document().all("select[name=staff]").is_empty());
    let page = page.fill("time", "14:00").press("変更後の日程を確かめる");
    assert_eq!(page.status, 200, "{:?}", page.errors());
    assert_eq!(services(&salon)[0], "11-25 0 1 10:00-11:00");
    let done = page.press("この内容で変更する");
    assert_eq!(done.flash().unwrap(), "くり返し予約をまとめて変更しました");
    let two = ["1 14:00-15:00", "2 15:00-15:45"];
    let days = ["11-25", "12-02", "12-09"];
    let expected: Vec<String> = days.iter().flat_map(|day| time(day, two)).collect();
    assert_eq!(services(&salon), expected);
    assert_eq!(taken(&salon).len(), 6);
    let off = done.follow("まとめてキャンセル");
    off.press("3件をキャンセルする");
    assert!(taken(&salon).is_empty(), "{:?}", taken(&salon));
    let standing = "select count(*) from bookings.bookings b join bookings.booking_lines l on l.booking_id = b.id where b.status = 'confirmed'";
    let id = salon.friday.cast.salon.id;
    assert_eq!(salon.friday.app.count(id, standing), 0);
}

#[test]
fn of_a_visit_of_which_a_service_was_called_off_the_rest_is_repeated() {
    let salon = Salon::new();
    let page = salon.booked(("2026-11-25", "10:00"), (0, 1));
    let gone = "update bookings.booking_lines set cancelled_at = '2026-11-20T03:15:00Z', dropped = '[]' where part = 0";
    let id = salon.friday.cast.salon.id;
    assert_eq!(salon.friday.app.execute(id, gone), 1);
    let booking = salon.sql("select distinct booking_id::text as line from bookings.booking_lines");
    let page = page
        .browser
        .open(&format!("{DESK}/bookings/{}", booking[0]))
        .follow("くり返し予約にする");
    page.fill("count", "2").press(LOOK).press(BOOK);
    let made = salon.sql(
        "select s.name_ja || ' ' || round(extract(epoch from b.end_at - b.start_at) / 60) as line from bookings.bookings b \
         join bookings.series_bookings m on m.booking_id = b.id join catalog.services s on s.id = b.service_id where m.place = 2",
    );
    assert_eq!(made, ["カラー 45"]);
}
