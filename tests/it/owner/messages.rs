//! Letters that did not arrive, for whoever can mend the address.

use super::OFFICE;
use crate::support::{
    app::{TestApp, TestOptions},
    browser::Page,
    people::Cast,
};
use serde_json::{Value, json};

fn letter(app: &TestApp, cast: &Cast, more: Value) {
    let mut row = json!({
        "business_id": cast.salon.id, "booking_id": cast.booking.id, "kind": "booking_confirmed", "template": "x",
        "to_email": "hanako@example.com", "delivery_status": "bounced", "error_message": "550 5.1.1 no such mailbox",
        "created_at": "2026-11-20T00:30:00Z",
    });
    for (column, value) in more.as_object().unwrap() {
        row[column] = value.clone();
    }
    app.insert(cast.salon.id, "notifications.notification_outbox", row);
}

/// What stands there to be done, and what is done with.
fn listed(page: &Page) -> (usize, usize) {
    let document = page.document();
    let all = document.all(".offers .offer").len();
    let settled = document.all("details .offers .offer").len();
    (all - settled, settled)
}

#[test]
fn they_are_listed_with_their_cure_until_the_same_has_arrived() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    let list = format!("{OFFICE}/messages");
    assert!(
        aoi.open(&list)
            .text()
            .contains("届かなかったメールはありません")
    );
    letter(&app, &cast, json!({}));
    letter(
        &app,
        &cast,
        json!({"kind": "booking_reminder", "delivery_status": "failed", "error_message": "nobody there"}),
    );
    // Too long ago, forgotten, and the shop's own.
    letter(&app, &cast, json!({"created_at": "2026-10-01T00:00:00Z"}));
    letter(
        &app,
        &cast,
        json!({"to_email": null, "forgotten_at": "2026-11-20T00:40:00Z"}),
    );
    letter(&app, &cast, json!({"kind": "request_waiting"}));
    let home = aoi.open(OFFICE);
    let page = home.follow("届かなかったメール");
    assert_eq!(listed(&page), (2, 0));
    for there in [
        "小川 大地",
        "予約確定のメールが届きませんでした",
        "リマインダーを送れませんでした",
        "550 5.1.1 no such mailbox",
        "hanako@example.com",
    ] {
        assert!(page.text().contains(there), "{there}: {}", page.text());
    }
    let mend = |page: &Page| {
        let edit = format!("a[href$='/customers/{}/edit']", cast.booking.customer);
        page.document().all(&edit).len()
    };
    assert_eq!(mend(&page), 2);
    let change = format!(
        "update customers.customers set email = 'neu@example.com' where id = '{}'",
        cast.booking.customer
    );
    app.execute(cast.salon.id, change);
    let page = aoi.open(&list);
    assert!(page.text().contains("アドレス変更済み"));
    assert_eq!(mend(&page), 0);
    letter(
        &app,
        &cast,
        json!({"delivery_status": "sent", "sent_at": "2026-11-20T00:50:00Z", "to_email": "neu@example.com"}),
    );
    let page = aoi.open(&list);
    assert_eq!(listed(&page), (1, 1));
    assert!(page.text().contains("その後に送信済み"));
}

#[test]
fn another_shop_sees_none_of_them_and_who_only_serves_neither() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    letter(&app, &cast, json!({}));
    let chika = cast.chika.sign_in(&app);
    let page = chika.open("/ja/owner/chika-clinic/messages");
    assert!(page.text().contains("届かなかったメールはありません"));
    let ben = cast.ben.sign_in(&app);
    assert_eq!(ben.visit(&format!("{OFFICE}/messages")).status, 403);
}

#[test]
fn many_cost_no_more_statements_than_one() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    let pages = [
        format!("{OFFICE}/messages"),
        "/ja/staff/aoi-salon/news".to_owned(),
        format!("/ja/staff/aoi-salon/bookings/{}/messages", cast.booking.id),
    ];
    letter(&app, &cast, json!({}));
    let cost = |path: &str| {
        aoi.open(path);
        let before = app.statements();
        aoi.open(path);
        app.statements() - before
    };
    let of_one: Vec<usize> = pages.iter().map(|path| cost(path)).collect();
    for _ in 0..30 {
        letter(&app, &cast, json!({}));
    }
    let of_many: Vec<usize> = pages.iter().map(|path| cost(path)).collect();
    assert_eq!(of_many, of_one);
    assert_eq!(listed(&aoi.open(&pages[0])), (31, 0));
}
