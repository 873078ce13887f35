//! A booking is dragged in the real browser, and the form says what would come of it.

use super::scene::{DESK, Friday};
use crate::support::{build::a_booking, chromium::Chromium};
use serde_json::json;

/// Drags what a selector finds by so many pixels, held at the middle or at its lower edge: one drag.
fn drag(window: &Chromium, selector: &str, (right, down): (f64, f64), at_edge: bool) {
    let at = window.execute(&format!(
        "const found = document.querySelector({selector:?}); found.scrollIntoView({{block: 'center'}});
         const box = found.getBoundingClientRect(); return [box.left + box.width / 2, box.top, box.bottom]"
    ));
    let figure = |place: usize| at[place].as_f64().unwrap();
    let (x, y) = (
        figure(0),
        if at_edge {
            figure(2) - 4.0
        } else {
            figure(1) + 12.0
        },
    );
    let mouse = |kind: &str, x: f64, y: f64, buttons: u32| {
        window.devtools(
            "Input.dispatchMouseEvent",
            json!({"type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1}),
        );
    };
    mouse("mouseMoved", x, y, 0);
    mouse("mousePressed", x, y, 1);
    for step in 1..=4 {
        let part = f64::from(step) / 4.0;
        mouse("mouseMoved", x + right * part, y + down * part, 1);
    }
    mouse("mouseReleased", x + right, y + down, 0);
}

fn block(friday: &Friday) -> String {
    format!("a[href$='{}']", friday.coming.id)
}

/// An hour of the grid, and the way from one column to the next, in pixels.
fn scale(window: &Chromium) -> (f64, f64) {
    let found = window.execute(
        "const body = document.querySelector('.day-column .day-body');
         const heads = document.querySelectorAll('.day-column');
         return [body.clientHeight / 9, heads[1].getBoundingClientRect().left - heads[0].getBoundingClientRect().left]",
    );
    (found[0].as_f64().unwrap(), found[1].as_f64().unwrap())
}

fn field(window: &Chromium, name: &str) -> String {
    let script = format!("return document.querySelector('[name={name}]').value");
    window.execute(&script).as_str().unwrap().to_owned()
}

#[test]
fn one_drag_and_one_press_move_a_booking() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    window.size(1280, 900).visit(&format!("{DESK}/day"));
    let (hour, _) = scale(&window);
    drag(&window, &block(&friday), (0.0, hour * 2.0), false);
    window.until("location.pathname.endsWith('/move')");
    assert_eq!(field(&window, "time"), "16:00");
    assert!(window.document().all(".clash").is_empty(), "it is free");
    window.press("変更を保存");
    window.until("document.querySelector('.flash')");
    assert!(window.document().text().contains("16:00〜17:00"));
    assert!(window.complaints().is_empty(), "{:?}", window.complaints());
}

#[test]
fn a_drag_onto_somebody_else_tells_why_before_anything_is_saved() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    window.size(1280, 900).visit(&format!("{DESK}/day"));
    let (hour, column) = scale(&window);
    // From Suzuki at two to Sato at twelve, where somebody is.
    drag(&window, &block(&friday), (-column, -hour * 2.0), false);
    window.until("document.querySelector('.clash')");
    let told = window.document().words(".clash h2").unwrap();
    assert!(
        told.contains("佐藤さんの別の予約（12:00〜13:00）"),
        "{told}"
    );
    assert_eq!(
        field(&window, "staff"),
        friday.cast.salon.staff[0].to_string()
    );
    assert!(friday.status(&friday.coming, "confirmed"));
}

#[test]
fn its_lower_edge_makes_it_longer_and_the_form_does_the_same() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    window.size(1280, 900).visit(&format!("{DESK}/day"));
    let (hour, _) = scale(&window);
    drag(&window, &block(&friday), (0.0, hour / 2.0), true);
    window.until("location.pathname.endsWith('/move')");
    assert_eq!(field(&window, "minutes"), "90");
    assert_eq!(field(&window, "time"), "14:00");
    window.press("変更を保存");
    window.until("document.querySelector('.flash')");
    assert!(window.document().text().contains("14:00〜15:30"));
    // What somebody would take of it is refused.
    let page = friday.aoi().open(&format!("{DESK}/bookings/new"));
    let page = page
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("staff", &friday.cast.salon.staff[1].to_string())
        .fill("date", "2026-11-20")
        .fill("time", "15:15")
        .fill("family", "山本")
        .press("予約を追加");
    assert_eq!(page.status, 409);
}

/// It is that person's day that was pulled at: nobody else gets the booking by it, and who asked for them still does.
#[test]
fn one_that_runs_into_the_next_of_the_same_person_says_so() {
    let friday = Friday::new();
    a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .on(friday.cast.salon.staff[1])
        .at("2026-11-20 15:00")
        .build();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    window.size(1280, 900).visit(&format!("{DESK}/day"));
    let (hour, _) = scale(&window);
    drag(&window, &block(&friday), (0.0, hour / 2.0), true);
    window.until("document.querySelector('.clash')");
    let told = window.document().words(".clash h2").unwrap();
    assert!(
        told.contains("鈴木さんの別の予約（15:00〜16:00）"),
        "{told}"
    );
    let wished = window
        .execute("return document.querySelector('input[type=checkbox][name=nominated]').checked");
    assert_eq!(wished, true);
}

#[test]
fn escape_and_a_plain_press_are_no_drag() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    window.size(1280, 900).visit(&format!("{DESK}/day"));
    drag(&window, &block(&friday), (0.0, 1.0), false);
    window.until(&format!(
        "location.pathname.endsWith('{}')",
        friday.coming.id
    ));
}
