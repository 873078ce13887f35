//! What only the real browser knows: its arrow back, which brings the very form again, and what its Enter key presses.

use super::{hold::one_chair, walk::times};
use crate::support::chromium::Chromium;
use std::time::Duration;

#[test]
fn coming_back_by_the_arrow_and_choosing_again_moves_the_hold() {
    let (app, shop, cut) = one_chair();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    let claims = "select count(*) from scheduling.allocations";
    let at_three = format!("{claims} where start_at = '2026-11-21 06:00+00'");
    for scripts in [true, false] {
        app.execute(shop.id, "delete from scheduling.reservations");
        window.script(scripts);
        window.visit(&times("ja", &shop, &cut, "&view=list&from=2026-11-21"));
        if scripts {
            // Keeps the page out of the browser's memory of whole pages, which not every browser has for every page.
            window.execute("addEventListener('unload', () => {})");
        }
        window.press("14:00");
        arrives(&window, "お客様情報");
        window.back();
        arrives(&window, "日時の選択");
        window.press("15:00");
        arrives(&window, "お客様情報");
        assert_eq!(app.count(shop.id, claims), 1, "scripts: {scripts}");
        assert_eq!(app.count(shop.id, at_three.as_str()), 1);
    }
}

#[test]
fn enter_goes_on_and_only_the_other_languages_button_changes_the_language() {
    let (app, shop, cut) = one_chair();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for (scripts, time) in [(true, "14:00"), (false, "15:00")] {
        window.script(scripts);
        window.visit(&times("ja", &shop, &cut, "&view=list&from=2026-11-21"));
        window.press(time);
        arrives(&window, "お客様情報");
        if scripts {
            assert_eq!(window.violations(), Vec::<String>::new());
            window.size(360, 740);
            assert!(!window.is_too_wide());
            window.picture("details-language");
        }
        window
            .fill("family_name", "山田")
            .fill("phone", "090-1234-5678");
        window.press("English");
        arrives(&window, "Your details");
        let typed = window.document().field("phone").value;
        assert_eq!(typed, "090-1234-5678", "scripts: {scripts}");
        window.fill("full_name", "Hanako Yamada\u{E007}");
        arrives(&window, "Review your booking");
    }
}

/// Waits for a heading from outside, because the page may run no script.
fn arrives(window: &Chromium, heading: &str) {
    for _ in 0..100 {
        if window.document().heading() == heading {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("{heading} did not come: {}", window.document().text());
}
