//! Somebody who left their name wherever a name can be left.

use crate::support::{
    app::TestApp,
    browser::Browser,
    build::{Business, Service, a_booking, booking::Booked},
    people::{Cast, PASSWORD, Person, a_person},
};
use omotenashi::base::ids::UserId;
use serde_json::{Value, json};

const CARD: &str = "name = '勅使河原 小百合', family_name = '勅使河原', given_name = '小百合', family_name_kana = 'テシガワラ',
    given_name_kana = 'サユリ', search_key = 'てしがわらさゆり sayuri', email = 'sayuri@example.com', phone = '+818055501234',
    preferences_json = '{\"of\": \"小百合\"}', is_vip = true, blocked_at = now(), blocked_reason = '小百合様 ご連絡を待つ'";

/// They move in: a card of their account at the salon, one as a guest at the clinic. Gives their browser and their cards,
/// as SQL lists them.
pub fn sayuri(app: &TestApp, cast: &Cast) -> (Person, Browser, String) {
    let person = a_person(app, "sayuri", "さゆりん", "customer");
    let browser = person.sign_in(app);
    tells_of_herself(&browser);
    let (own, guest) = (Some(person.user), None);
    let cards = [
        was_there(app, (&cast.salon, &cast.cut), own, "2026-11-10 10:00"),
        was_there(
            app,
            (&cast.clinic, &cast.consultation),
            guest,
            "2026-11-11 10:00",
        ),
    ];
    asks_for_letters(app, &browser);
    app.insert_outside(
        "accounts.user_sessions",
        json!({"user_id": person.user, "token_hash": "\\x77", "ip": "198.51.100.77", "user_agent": "sayuri's", "expires_at": "2026-12-01"}),
    );
    app.insert(
        cast.salon.id,
        "businesses.staff_invitations",
        json!({"business_id": cast.salon.id, "email": "sayuri@example.com", "name": "小百合", "role": "receptionist", "token": "\\x78"}),
    );
    app.letters();
    (person, browser, cards.join(", "))
}

fn tells_of_herself(browser: &Browser) {
    browser
        .open("/ja/account/profile/edit")
        .fill("family_name", "勅使河原")
        .fill("given_name", "小百合")
        .fill("family_kana", "テシガワラ")
        .fill("given_kana", "サユリ")
        .fill("phone", "080-5550-1234")
        .fill("receipt", "株式会社勅使河原")
        .fill("language", "ja")
        .press("保存する");
    browser.open("/ja/account/messages").press("保存する");
    browser
        .open("/ja/account/family/new")
        .fill("given_name", "はると")
        .fill("relation", "child")
        .press("保存する");
}

/// What asking for letters and signing in leaves behind.
fn asks_for_letters(app: &TestApp, browser: &Browser) {
    for (page, button) in [("reset", "メールを送信する"), ("code", "コードを送信する")]
    {
        app.browser()
            .open(&format!("/ja/account/{page}"))
            .fill("email", "sayuri@example.com")
            .press(button);
    }
    browser
        .open("/en/account/email")
        .fill("new_email", "sayuri.new@example.com")
        .fill("password", PASSWORD)
        .press("Send confirmation emails");
}

fn was_there(
    app: &TestApp,
    (shop, service): (&Business, &Service),
    user: Option<UserId>,
    at: &str,
) -> String {
    let words = json!({"customer_note": "小百合です", "staff_note": "勅使河原様は静かに", "metadata": {"of": "サユリ"}});
    let booking = a_booking(app, shop, service)
        .at(at)
        .status("completed")
        .with(words);
    let booked = match user {
        Some(user) => booking.of(user).build(),
        None => booking.build(),
    };
    let card = format!(
        "update customers set {CARD} where id = '{}'",
        booked.customer
    );
    app.execute(shop.id, card);
    for (table, mut row) in beside(&booked, service) {
        row["business_id"] = json!(shop.id);
        app.insert(shop.id, table, row);
    }
    // A card that was merged into theirs: of no account and with no address, so only that tells whose it was.
    let merged = json!({"business_id": shop.id, "merged_into": booked.customer, "deleted_at": "2026-11-12T00:00:00Z",
        "name": "勅使河原", "phone": "+818055501234"});
    let merged = app.insert(shop.id, "customers.customers", merged);
    format!("'{}', '{merged}'", booked.customer)
}

fn beside(booked: &Booked, service: &Service) -> [(&'static str, Value); 13] {
    let (id, customer) = (booked.id, booked.customer);
    [
        (
            "customers.customer_notes",
            json!({"customer_id": customer, "note": "小百合様 卵アレルギー"}),
        ),
        (
            "customers.customer_tags",
            json!({"customer_id": customer, "tag": "小百合会"}),
        ),
        (
            "bookings.booking_history",
            json!({"booking_id": id, "field_changed": "status", "new_value": "confirmed", "reason": "勅使河原より電話"}),
        ),
        (
            "bookings.chart_entries",
            json!({"customer_id": customer, "visited_on": "2026-11-12", "parts": [{"heading": "施術", "text": "小百合様 カット"}]}),
        ),
        (
            "bookings.consents",
            json!({"customer_id": customer, "kind": "photos", "wording": "写真を載せます", "signer": "勅使河原 小百合", "agreed_on": "2026-11-12"}),
        ),
        (
            "bookings.booking_answers",
            json!({"booking_id": id, "answers": [{"ja": "お名前", "given": {"text": "小百合"}}]}),
        ),
        (
            "bookings.answer_files",
            json!({"booking_id": id, "question": id, "name": "小百合.jpg", "content_type": "image/jpeg", "bytes": "\\xff"}),
        ),
        (
            "notifications.notification_outbox",
            json!({"booking_id": id, "kind": "booking_confirmed", "template": "x",
            "to_email": "sayuri@example.com", "delivery_status": "sent", "error_message": "sayuri@example.com"}),
        ),
        (
            "notifications.notification_logs",
            json!({"booking_id": id, "channel": "email", "template": "x",
            "recipient": "sayuri@example.com", "error": "no sayuri here"}),
        ),
        (
            "payments.booking_payments",
            json!({"booking_id": id, "provider": "x", "amount_cents": 5500, "status": "succeeded",
            "raw_response": {"payer": "小百合"}}),
        ),
        (
            "reviews.reviews",
            json!({"booking_id": id, "customer_id": customer, "rating": 4, "comment": "小百合より", "response_text": "勅使河原様"}),
        ),
        (
            "bookings.waitlist",
            json!({"service_id": service.id, "customer_id": customer}),
        ),
        (
            "scheduling.reservations",
            json!({"service_id": service.id, "token_hash": format!("\\x{}", id.0.simple()),
            "idempotency_key": id.to_string(), "start_at": "2026-12-01 10:00+09", "end_at": "2026-12-01 11:00+09",
            "business_date": "2026-12-01", "expires_at": "2026-12-01 10:00+09",
            "details_json": {"draft": {"email": "Sayuri@example.com", "family_name": "勅使河原"}}}),
        ),
    ]
}
