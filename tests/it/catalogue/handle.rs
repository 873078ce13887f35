//! Lines are put in order by their handles, in the real browser: by a finger, by a mouse, by the arrows.

use super::{MENU, house};
use crate::support::{build::a_service, chromium::Chromium};
use serde_json::{Value, json};

/// What touches the page.
#[derive(Clone, Copy)]
enum Pointer {
    Touch,
    Mouse,
}

/// Presses at the middle of what a selector finds, goes so far down, and lets go.
fn drag(window: &Chromium, selector: &str, pointer: Pointer, down: f64) {
    let at = window.execute(&format!(
        "const found = document.querySelector({selector:?}); found.scrollIntoView({{block: 'center'}});
         const box = found.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]"
    ));
    let figure = |place: usize| at[place].as_f64().unwrap();
    let kind = match pointer {
        Pointer::Touch => "touch",
        Pointer::Mouse => "mouse",
    };
    let to = |part: f64| {
        let y = (figure(1) + down * part).round();
        json!({"type": "pointerMove", "duration": 40, "x": figure(0).round(), "y": y})
    };
    let mut steps: Vec<Value> = vec![to(0.0), json!({"type": "pointerDown", "button": 0})];
    steps.extend((1..=10).map(|step| to(f64::from(step) / 10.0)));
    steps.push(json!({"type": "pointerUp", "button": 0}));
    window.actions(json!([{"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": steps}]));
}

fn names(window: &Chromium) -> Vec<String> {
    window.document().texts("a.offer-name")
}

/// Waits until the server has said that the order is another.
fn moved(window: &Chromium, wanted: &[&str]) {
    let first = format!(
        "document.querySelector('a.offer-name')?.textContent === {:?}",
        wanted[0]
    );
    window
        .until(&first)
        .until("document.querySelector('.flash')");
    assert_eq!(names(window), wanted);
}

#[test]
fn a_line_is_taken_elsewhere_by_its_handle_and_fingers_scroll_beside_it() {
    let (app, cast, aoi) = house();
    for (place, name) in ["カラー", "パーマ", "ヘッドスパ", "着付け", "眉カット"]
        .into_iter()
        .enumerate()
    {
        let place = json!({"sort_order": place + 1});
        a_service(&app, &cast.salon)
            .named(name, "")
            .with(place)
            .build();
    }
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    window.size(400, 900);
    window.as_of(&aoi);
    window.visit(MENU);
    assert_eq!(names(&window)[..3], ["カット", "カラー", "パーマ"]);
    let handle = |line: usize| format!("[data-order] > li:nth-child({line}) > .handle");
    let words = window.execute(&format!(
        "return document.querySelector('{}').ariaLabel",
        handle(3)
    ));
    assert_eq!(words, "ドラッグで並べ替え パーマ");
    // A finger beside the handle scrolls, and nothing is moved.
    window.execute("scrollTo(0, 0)");
    drag(
        &window,
        "[data-order] > li:nth-child(2) .offer-facts",
        Pointer::Touch,
        -150.0,
    );
    window.until("scrollY > 40");
    assert_eq!(names(&window)[..3], ["カット", "カラー", "パーマ"]);
    let height = window.execute("return document.querySelector('[data-order] > li').offsetHeight");
    let line = height.as_f64().unwrap();
    let all = ["カット", "カラー", "ヘッドスパ", "着付け", "眉カット"];
    // A press that goes nowhere leaves everything.
    drag(&window, &handle(3), Pointer::Touch, 3.0);
    drag(&window, &handle(3), Pointer::Touch, -2.0 * line);
    moved(&window, &["パーマ", all[0], all[1], all[2], all[3], all[4]]);
    window.visit(MENU);
    drag(&window, &handle(1), Pointer::Mouse, 1.2 * line);
    moved(&window, &[all[0], "パーマ", all[1], all[2], all[3], all[4]]);
    window.visit(MENU);
    let focus = format!("document.querySelector('{}').focus()", handle(1));
    window.execute(&focus);
    window.keys("\u{E015}");
    moved(&window, &["パーマ", all[0], all[1], all[2], all[3], all[4]]);
}
