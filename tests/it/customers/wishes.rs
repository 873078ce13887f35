//! Which letters a guest wants, as the shop writes it down and sees it.

use super::{CARDS, house};
use serde_json::json;

#[test]
fn reminders_are_stopped_for_somebody_and_the_card_says_who_did_it() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let card = aoi.open(&format!("{CARDS}/{}", cast.booking.customer));
    assert!(
        card.part("#letters", "リマインダーを送ります")
            .text()
            .contains("リマインダーを送ります")
    );
    let form = card.follow("メールの希望を変更");
    assert!(form.text().contains("いつも送ります"));
    let saved = form.form().untick("reminders").press("保存");
    assert_eq!(saved.flash().as_deref(), Some("メールの希望を保存しました"));
    assert!(saved.text().contains("リマインダーは送りません"));
    assert!(saved.text().contains("お店で停止しました"));
    // The guest has their own word since.
    let own = "update notifications.guest_wishes set said_by = null";
    app.execute(cast.salon.id, own);
    let card = aoi.open(&format!("{CARDS}/{}", cast.booking.customer));
    assert!(card.text().contains("お客様ご自身が停止しました"));
    let planned = format!("/ja/staff/aoi-salon/bookings/{}/messages", cast.booking.id);
    assert!(
        aoi.open(&planned)
            .text()
            .contains("リマインダーは送りません")
    );
}

#[test]
fn of_two_who_change_it_the_second_is_told() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let form = aoi.open(&format!("{CARDS}/{}/messages", cast.booking.customer));
    app.insert(
        cast.salon.id,
        "notifications.guest_wishes",
        json!({"business_id": cast.salon.id, "customer_id": cast.booking.customer, "wants_reminders": false}),
    );
    let second = form.form().press("保存");
    assert_eq!(second.status, 409, "{}", second.text());
    let refused = "select count(*) from notifications.guest_wishes where not wants_reminders";
    assert_eq!(app.count(cast.salon.id, refused), 1);
}
