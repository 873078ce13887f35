//! How a guest can be reached, for those who may know it (ASVS 8.2.3).

use super::scene::{DESK, Friday};
use crate::support::{browser::Browser, sql};

/// Ben without the right to see how guests are reached.
fn without(friday: &Friday) -> Browser {
    friday.app.execute(
        friday.cast.salon.id,
        r#"update businesses.staff_assignments set permissions_json = '{"contacts-read": false}' where role = 'service_provider'"#.to_owned(),
    );
    friday.cast.ben.sign_in(&friday.app)
}

fn pages(friday: &Friday) -> Vec<String> {
    let mut pages: Vec<String> = ["today", "day", "print", "print?phones=full"]
        .into_iter()
        .map(|view| format!("{DESK}/{view}"))
        .collect();
    let booking = Friday::page_of(&friday.coming);
    pages.extend(["", "/cancel", "/move"].map(|act| format!("{booking}{act}")));
    pages
}

#[test]
fn who_may_not_know_it_finds_it_on_no_page() {
    let friday = Friday::new();
    // The customer is written to, so that their address stands in the list of letters as well.
    let moving = friday
        .aoi()
        .open(&format!("{}/move", Friday::page_of(&friday.coming)));
    let moved = moving.fill("time", "15:00").press("変更を保存");
    assert_eq!(
        moved.html.matches("hanako@example.com").count(),
        2,
        "{}",
        moved.text()
    );
    let known = friday.cast.ben.sign_in(&friday.app);
    let seen: String = pages(&friday)
        .iter()
        .map(|page| known.visit(page).html)
        .collect();
    for contact in [
        "090-1234-5678",
        "+819012345678",
        "hanako@example.com",
        "…5678",
    ] {
        assert!(
            seen.contains(contact),
            "{contact} stands nowhere, and hiding it shows nothing"
        );
    }
    let ben = without(&friday);
    for page in pages(&friday) {
        let page = ben.visit(&page);
        assert!(
            matches!(page.status, 200 | 403),
            "{} {}",
            page.status,
            page.url
        );
        for contact in ["1234-5678", "9012345678", "hanako@", "…5678", "tel:"] {
            assert!(!page.html.contains(contact), "{contact} on {}", page.url);
        }
    }
}

#[test]
fn who_may_not_see_an_address_can_still_have_it_written_to() {
    let friday = Friday::new();
    friday.app.execute(
        friday.cast.salon.id,
        r#"update businesses.staff_assignments set permissions_json = '{"contacts-read": false, "bookings-cancel": true}' where role = 'service_provider'"#.to_owned(),
    );
    let ben = friday.cast.ben.sign_in(&friday.app);
    let question = ben.open(&format!("{}/cancel", Friday::page_of(&friday.coming)));
    let done = question
        .form()
        .tick("tell", "yes")
        .press("予約をキャンセル");
    assert_eq!(done.status, 200, "{}", done.text());
    let written = "select to_email as line from notifications.notification_outbox where kind = 'booking_cancelled'";
    let to = friday.app.tenant(friday.cast.salon.id, move |tx| {
        Ok(sql::lines(tx.conn(), written))
    });
    assert_eq!(to, ["hanako@example.com"]);
}
