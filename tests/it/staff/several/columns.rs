//! A visit on the day: each of its services in the column of whoever does it.

use super::{super::scene::DESK, Salon, WEDNESDAY};

#[test]
fn each_service_stands_in_its_own_column_with_the_mark_of_the_visit() {
    let salon = Salon::new();
    salon.booked((WEDNESDAY, "10:00"), (0, 1));
    let page = salon
        .friday
        .aoi()
        .open(&format!("{DESK}/day?date={WEDNESDAY}"));
    let (sato, suzuki) = (
        page.part(".day-column", "佐藤"),
        page.part(".day-column", "鈴木"),
    );
    for (column, time, mark, other) in [
        (&sato, "10:00 山本 様", "1/2 カット", "カラー"),
        (&suzuki, "11:00 山本 様", "2/2 カラー", "カット"),
    ] {
        let text = column.text();
        assert!(text.contains(time) && text.contains(mark), "{text}");
        assert!(!text.contains(other), "{text}");
    }
    let places = |column: &crate::support::browser::Page| {
        column.document().attribute(".block", "class").unwrap()
    };
    assert!(places(&sato).contains("h-10 for-1h"));
    assert!(places(&suzuki).contains("h-11 for-45m"));
    // The hours after it are free in each.
    let free = |column: &crate::support::browser::Page| column.document().texts(".free");
    assert!(free(&sato).iter().any(|time| time.contains("11:00")));
    assert!(free(&suzuki).iter().any(|time| time.contains("10:00")));
}

#[test]
fn of_a_column_that_has_two_of_its_services_it_is_one_booking() {
    let salon = Salon::new();
    salon.booked((WEDNESDAY, "10:00"), (0, 0));
    let page = salon
        .friday
        .aoi()
        .open(&format!("{DESK}/day?date={WEDNESDAY}"));
    let sato = page.part(".day-column", "佐藤");
    assert_eq!(sato.document().all(".block").len(), 2);
    assert!(sato.text().contains("1件"), "{}", sato.text());
    let week = page.browser.open(&format!(
        "{DESK}/week?date={WEDNESDAY}&staff={}",
        salon.friday.cast.salon.staff[0]
    ));
    assert!(week.text().contains("2/2 カラー"), "{}", week.text());
}

#[test]
fn the_list_and_the_paper_say_the_services_one_after_the_other() {
    let salon = Salon::new();
    salon.booked((WEDNESDAY, "10:00"), (0, 1));
    let aoi = salon.friday.aoi();
    let said = "10:00 カット（佐藤） → 11:00 カラー（鈴木）";
    for view in ["today", "print"] {
        let text = aoi.open(&format!("{DESK}/{view}?date={WEDNESDAY}")).text();
        assert!(text.contains(said), "{view}: {text}");
    }
    let mine = aoi.open(&format!("{DESK}/print?date={WEDNESDAY}&by=staff"));
    let text = mine.text();
    assert!(
        text.contains("1/2 カット") && text.contains("2/2 カラー"),
        "{text}"
    );
}

#[test]
fn a_day_of_visits_costs_as_many_statements_as_a_day_without() {
    let salon = Salon::new();
    salon.booked((WEDNESDAY, "10:00"), (0, 1));
    salon.booked((WEDNESDAY, "13:00"), (1, 0));
    let aoi = salon.friday.aoi();
    let cost = |path: &str| {
        let before = salon.friday.app.statements();
        assert_eq!(aoi.visit(&format!("{DESK}/{path}")).status, 200);
        salon.friday.app.statements() - before
    };
    // Kinds of column are asked for once on each connection.
    for _ in 0..4 {
        cost("day?date=2026-11-25");
    }
    for view in ["today", "day", "week", "print"] {
        let visits = cost(&format!("{view}?date=2026-11-25"));
        let none = cost(&format!("{view}?date=2026-12-24"));
        assert_eq!(visits, none, "{view}");
    }
}
