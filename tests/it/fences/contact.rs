//! How many bookings with one address or one number may lie ahead at a business (FEATURES 23).

use crate::{
    public::walk::{JA, held, told},
    support::{
        app::{TestApp, TestOptions, tokyo},
        browser::Page,
        build::{Business, Service, a_business, a_service},
    },
};

/// Booked, or refused, by somebody called so with these ways to reach them, at that hour of a day.
fn book(app: &TestApp, (shop, cut): (&Business, &Service), when: &str, who: [&str; 3]) -> Page {
    let details = held(app, shop, cut, when);
    let [name, phone, email] = who;
    let more = [("family_name", name), ("phone", phone), ("email", email)];
    told(&details, &JA, &more).form().send(JA.confirm)
}

#[test]
fn five_lie_ahead_with_one_way_to_reach_somebody_whatever_they_are_called() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    let at = (&shop, &cut);
    for (place, name) in ["一", "二", "三", "四", "五"].into_iter().enumerate() {
        let when = format!("11月21日(土) {}:00", 11 + place);
        // By number in one half, by address in the other; the fourth and fifth share both.
        let who = match place {
            0..2 => [name, "090-1111-2222", ""],
            2 => [name, "090-1111-2222", "first@example.com"],
            _ => [name, "090-1111-2222", "Second@example.com"],
        };
        assert_eq!(book(&app, at, &when, who).status, 303, "{place}");
    }
    let refused = book(
        &app,
        at,
        "11月22日(日) 11:00",
        ["六", "０９０ー１１１１ー２２２２", "third@example.com"],
    );
    assert_eq!(refused.status, 409);
    let said = "同じご連絡先の予約がすでに5件あります";
    assert!(refused.text().contains(said), "{}", refused.text());
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 5);
    let stranger = ["七", "090-3333-4444", "seven@example.com"];
    assert_eq!(book(&app, at, "11月22日(日) 12:00", stranger).status, 303);
    let other = a_business(&app).staff(1).build();
    let colour = a_service(&app, &other).build();
    let same = ["六", "090-1111-2222", ""];
    assert_eq!(
        book(&app, (&other, &colour), "11月21日(土) 11:00", same).status,
        303,
        "another business"
    );
    // What is over or called off does not lie ahead.
    let gone = "update bookings set status = 'cancelled', cancelled_by = 'customer' where business_date = '2026-11-21'
        and start_at = '2026-11-21 02:00+00'";
    assert_eq!(app.execute(shop.id, gone), 1);
    assert_eq!(book(&app, at, "11月22日(日) 13:00", same).status, 303);
    assert_eq!(book(&app, at, "11月22日(日) 14:00", same).status, 409);
    app.clock().set(tokyo("2026-11-21 13:00"));
    assert_eq!(book(&app, at, "11月22日(日) 14:00", same).status, 303);
}

#[test]
fn somebody_new_is_not_even_asked_about() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(2).build();
    let cut = a_service(&app, &shop).build();
    let counted = |when: &str, email: &str| {
        let check = told(
            &held(&app, &shop, &cut, when),
            &JA,
            &[("phone", ""), ("email", email)],
        );
        let before = app.statements();
        assert_eq!(check.form().send(JA.confirm).status, 303);
        app.statements() - before
    };
    counted("11月21日(土) 11:00", "warm@example.com");
    let new = counted("11月21日(土) 12:00", "new@example.com");
    assert_eq!(counted("11月21日(土) 13:00", "newer@example.com"), new);
    assert_eq!(
        counted("11月21日(土) 14:00", "new@example.com"),
        new + 1,
        "one question about somebody known"
    );
}
