//! A guest without a mouse: Tab, arrows, Enter and letters lead through a booking and out of it again (WCAG 2.1.1, 2.1.2).

use super::{flow::salon, walk::JA};
use crate::support::chromium::Chromium;
use std::{thread::sleep, time::Duration};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";

/// So many stops of Tab lie before what somebody wants, at most.
const PATIENCE: usize = 60;

struct Hands<'a>(&'a Chromium);

impl Hands<'_> {
    /// What has the focus: its words, or the name of a field.
    fn held(&self) -> String {
        let script = "const one = document.activeElement; return one.tagName === 'INPUT' ? one.name : one.getAttribute('aria-label') || one.innerText";
        let held = self.0.execute(script);
        held.as_str().unwrap_or_default().trim().to_owned()
    }

    /// Goes from stop to stop until there, and fails where it never comes.
    fn reach(&self, wanted: &str) -> &Self {
        let mut passed = Vec::new();
        while passed.len() < PATIENCE {
            self.0.keys(TAB);
            let held = self.held();
            if held.lines().any(|line| line.trim() == wanted) || held == wanted {
                return self;
            }
            passed.push(held);
        }
        panic!("{wanted} is not reached by Tab: {passed:#?}");
    }

    fn types(&self, keys: &str) -> &Self {
        self.0.keys(keys);
        self
    }

    fn arrives(&self, heading: &str) -> &Self {
        for _ in 0..200 {
            if self.0.document().heading() == heading {
                return self;
            }
            sleep(Duration::from_millis(25));
        }
        panic!("{heading} did not come: {}", self.0.document().text());
    }
}

#[test]
fn a_booking_is_made_and_called_off_by_the_keyboard_alone() {
    let (app, shop, _) = salon();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    window.script(true).visit(&format!("/ja/b/{}", shop.slug));
    let hands = Hands(&window);
    hands.reach("カット").types(ENTER).arrives("日時の選択");
    // The table of times is one stop of Tab, in which arrows move; what is not to be had online is passed like all others.
    while window.execute("return document.activeElement.matches('.slots td > *')") != true {
        hands.types(TAB);
    }
    let first = hands.held();
    hands.types(RIGHT).types(DOWN);
    let chosen = hands.held();
    assert_ne!(chosen, first, "arrows move on");
    assert!(chosen.ends_with("空きあり"), "{chosen}");
    hands.types(ENTER).arrives("お客様情報");
    for (field, value) in JA.typed {
        hands.reach(field).types(value);
    }
    hands
        .reach(JA.review)
        .types(ENTER)
        .arrives("ご予約内容の確認")
        .reach(JA.confirm)
        .types(ENTER)
        .arrives("ご予約が確定しました");
    hands
        .reach("予約をキャンセルする")
        .types(ENTER)
        .arrives("予約のキャンセル")
        .reach("予約をキャンセルする")
        .types(ENTER);
    let cancelled = "select count(*) from bookings where status::text like 'cancelled%'";
    let done = (0..200).any(|_| {
        sleep(Duration::from_millis(25));
        app.count(shop.id, cancelled) == 1
    });
    assert!(done, "{}", window.document().text());
}
