//! A guest says which letters they want, from a link and without signing in.

use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Browser,
    build::{Business, a_booking, a_business, a_service, booking::Booked},
    wait::wait_for,
};
use omotenashi::{domain::notifications::wishes, mail::Letter, work::reminders};
use serde_json::json;

struct Scene {
    app: TestApp,
    shop: Business,
    booked: Booked,
}

impl Scene {
    /// A booking on Wednesday afternoon.
    fn new() -> Self {
        let app = TestApp::start(TestOptions::default());
        let shop = a_business(&app).staff(1).build();
        let cut = a_service(&app, &shop).build();
        let booked = a_booking(&app, &shop, &cut).at("2026-11-25 14:00").build();
        Self { app, shop, booked }
    }

    /// The page of its guest.
    fn page(&self, lang: &str) -> String {
        let (customer, shop) = (self.booked.customer, self.shop.id);
        let key = wishes::token(self.app.secret(), (shop, customer)).text();
        format!("/{lang}/b/{}/letters/{customer}/{key}", self.shop.slug)
    }

    /// The reminders that leave on the evening before.
    fn reminders(&self) -> Vec<Letter> {
        self.app.clock().set(tokyo("2026-11-24 18:00"));
        let db = self.app.db().clone();
        wait_for(async move { reminders::everywhere(&db).await }).unwrap();
        self.app.letters()
    }

    fn refused(&self) -> bool {
        let sql = "select count(*) from notifications.guest_wishes where not wants_reminders and said_by is null";
        self.app.count(self.shop.id, sql) == 1
    }

    /// What a mail program sends.
    fn one_click(&self, browser: &Browser, body: &str) -> u16 {
        let browser = browser.with_header("content-type", "application/x-www-form-urlencoded");
        let body = Some(body.as_bytes().to_vec());
        browser
            .send(reqwest::Method::POST, &self.page("ja"), body)
            .status
    }
}

#[test]
fn looking_does_nothing_and_pressing_stops_reminders_and_starts_them_again() {
    let scene = Scene::new();
    let browser = scene.app.browser();
    let page = browser.open(&scene.page("ja"));
    assert!(page.text().contains("予約の日が近づくと"));
    assert!(!scene.refused(), "a mail scanner opens links, too");
    let stopped = page.press("リマインダーを停止する");
    assert_eq!(stopped.flash().as_deref(), Some("停止しました"));
    assert!(stopped.text().contains("リマインダーは停止中です"));
    assert!(scene.refused());
    assert!(scene.reminders().is_empty());
    let again = stopped.press("リマインダーを再開する");
    assert_eq!(again.flash().as_deref(), Some("再開しました"));
    let letters = scene.reminders();
    assert_eq!(letters.len(), 1);
    let english = browser.open(&scene.page("en"));
    assert!(
        english
            .text()
            .contains("You get an email before each booking.")
    );
}

#[test]
fn a_reminder_carries_the_way_and_one_press_in_a_mail_program_is_enough() {
    let scene = Scene::new();
    let letters = scene.reminders();
    let url = letters[0].unsubscribe.clone().unwrap();
    assert_eq!(url, scene.app.url(&scene.page("ja")));
    assert!(letters[0].text.contains(&url) && letters[0].html.contains(&url));
    let browser = scene.app.browser();
    assert_eq!(scene.one_click(&browser, "List-Unsubscribe=One-Click"), 303);
    assert!(scene.refused());
    // Twice is once, and whatever else is sent is read as the same.
    assert_eq!(scene.one_click(&browser, "\u{1}%ff=&&"), 303);
    assert!(scene.refused());
}

#[test]
fn another_key_opens_nothing_and_neither_does_that_of_another_guest() {
    let scene = Scene::new();
    let browser = scene.app.browser();
    let own = scene.page("ja");
    let customer = scene.booked.customer.to_string();
    let stranger = uuid::Uuid::new_v4().to_string();
    for wrong in [
        own.replace(&customer, &stranger),
        own.replace("/letters/", "/letters/x"),
        format!("{}x", own),
        own.rsplit_once('/').unwrap().0.to_owned() + "/" + &scene.booked.token,
    ] {
        assert_eq!(browser.visit(&wrong).status, 404, "{wrong}");
        assert_eq!(browser.post(&wrong, &[]).status, 404, "{wrong}");
    }
    assert!(!scene.refused());
}

#[test]
fn offers_are_stopped_by_who_agreed_to_them_and_the_proof_of_both_stays() {
    let scene = Scene::new();
    let browser = scene.app.browser();
    assert!(
        !browser
            .open(&scene.page("ja"))
            .text()
            .contains("ご案内を停止する")
    );
    let consent = |topic: &str| {
        json!({"business_id": scene.shop.id, "customer_id": scene.booked.customer, "kind": "marketing", "topic": topic,
            "wording": "お得な情報をメールで受け取ります", "way": "paper", "agreed_on": "2026-11-01"})
    };
    for topic in ["", "LINE"] {
        scene
            .app
            .insert(scene.shop.id, "bookings.consents", consent(topic));
    }
    let page = browser.open(&scene.page("ja"));
    assert!(page.text().contains("同意いただいています"));
    let stopped = page.press("ご案内を停止する");
    assert!(!stopped.text().contains("ご案内を停止する"));
    let proof = "select count(*) from bookings.consents where withdrawn_on = '2026-11-20' and withdrawn_by is null \
                 and wording <> '' and agreed_on = '2026-11-01'";
    assert_eq!(scene.app.count(scene.shop.id, proof), 2);
    assert!(!scene.refused(), "reminders are another thing");
}

#[test]
fn a_card_that_was_put_into_another_leads_to_it_and_who_was_forgotten_has_no_page() {
    let scene = Scene::new();
    let browser = scene.app.browser();
    let shop = scene.shop.id;
    let kept = scene.app.insert(
        shop,
        "customers.customers",
        json!({"business_id": shop, "name": "山田 花子"}),
    );
    let customer = scene.booked.customer;
    let merge = format!(
        "update customers.customers set merged_into = '{kept}', deleted_at = now() where id = '{customer}'"
    );
    scene.app.execute(shop, merge);
    browser
        .open(&scene.page("ja"))
        .press("リマインダーを停止する");
    let of =
        format!("select count(*) from notifications.guest_wishes where customer_id = '{kept}'");
    assert_eq!(scene.app.count(shop, of), 1);
    let forget =
        format!("update customers.customers set erased_at = now(), name = '' where id = '{kept}'");
    scene.app.execute(shop, forget);
    assert_eq!(browser.visit(&scene.page("ja")).status, 404);
}
