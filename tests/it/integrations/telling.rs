//! What happens to a booking is told once, to whoever listens for it, and without a word about who it is for.

use super::receiver::Receiver;
use crate::{
    public::{
        requests::{self, requested, work},
        walk::booked,
    },
    staff::scene::Friday,
    support::{
        app::{TestApp, TestOptions},
        build::{Business, a_business, a_service},
        people::{Person, a_person},
        wait::wait_for,
    },
};
use omotenashi::{
    base::ids::WebhookId,
    db::{Actor, Scope, TenantTx},
    domain::{
        bookings::{
            cancel::{self, Cancel},
            progress::{self, ProgressError},
            status::Status,
        },
        businesses::profile,
        integrations::{event::KINDS, signature},
    },
};
use serde_json::{Value, json};

const WEDNESDAY: &str = "11月25日(水) 14:00";

/// A listener for these events.
pub fn listens(app: &TestApp, shop: &Business, receiver: &Receiver, events: &[&str]) -> WebhookId {
    let row = json!({
        "business_id": shop.id, "address": receiver.url, "events": events.join(" "), "is_secret_kept": true,
    });
    WebhookId(app.insert(shop.id, "integrations.webhook_subscriptions", row))
}

/// Somebody of the shop does something to a booking.
fn staff_does(
    app: &TestApp,
    (shop, who): (&Business, &Person),
    mut work: impl FnMut(&mut TenantTx<'_>) -> Result<(), ProgressError> + Send + 'static,
) -> Result<(), ProgressError> {
    let actor = Actor::Member {
        user: who.user,
        owner: true,
    };
    let (db, scope) = (app.db().clone(), Scope::new(shop.id, actor));
    wait_for(async move { db.tenant(scope, move |tx| work(tx)).await })
}

#[test]
fn a_booking_of_a_guest_is_told_as_facts_without_names() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    let (receiver, deaf) = (Receiver::start(), Receiver::start());
    let webhook = listens(&app, &shop, &receiver, &KINDS);
    listens(&app, &shop, &deaf, &["booking.cancelled"]);
    booked(&app, &shop, &cut, WEDNESDAY);
    work(&app, "2026-11-20 10:00");
    assert_eq!(receiver.kinds(), ["booking.created"]);
    assert!(deaf.told().is_empty());

    let told = &receiver.told()[0];
    let body = told.json();
    let booking = &body["data"]["booking"];
    assert_eq!(body["version"], 1);
    assert_eq!(body["id"], told.header("webhook-id"));
    assert_eq!(body["timestamp"], "2026-11-20T01:00:00Z");
    assert_eq!(body["business_id"], shop.id.to_string());
    assert_eq!(body["data"]["by"], "customer");
    assert_eq!(booking["status"], "confirmed");
    assert_eq!(booking["start_at"], "2026-11-25T05:00:00Z");
    assert_eq!(booking["business_date"], "2026-11-25");
    assert_eq!(booking["service_id"], cut.id.to_string());
    assert_eq!(booking["lines"], json!([]));
    let Value::Object(fields) = booking else {
        panic!("{booking}");
    };
    let known = [
        "business_date",
        "cancelled_by",
        "currency",
        "customer_id",
        "end_at",
        "id",
        "lines",
        "number",
        "party_size",
        "price",
        "resource_id",
        "service_id",
        "source",
        "start_at",
        "status",
    ];
    let mut fields: Vec<&str> = fields.keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(
        fields, known,
        "whoever adds one says in the document what it is for"
    );

    let key = signature::key(app.secret(), webhook, 1);
    let stamp: i64 = told.header("webhook-timestamp").parse().unwrap();
    let signed = signature::sign(&[key], told.header("webhook-id"), stamp, &told.body);
    assert_eq!(told.header("webhook-signature"), signed);
    assert_eq!(told.header("content-type"), "application/json");
}

#[test]
fn a_request_is_told_when_it_comes_and_when_it_is_taken() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = requests::shop(&app);
    let receiver = Receiver::start();
    listens(&app, &shop, &receiver, &KINDS);
    requested(&app, &shop, &cut);
    let id = sole(&app, &shop);
    let aoi = a_person(&app, "aoi", "田中 葵", "owner");
    staff_does(&app, (&shop, &aoi), move |tx| {
        let profile = profile::own(tx)?.unwrap();
        progress::approve(tx, &profile, id)
    })
    .unwrap();
    work(&app, "2026-11-20 10:00");
    assert_eq!(
        sorted(&receiver),
        ["booking.confirmed", "booking.requested"]
    );
}

#[test]
fn each_change_is_told_once_however_many_lines_of_the_story_it_has() {
    let friday = Friday::new();
    let receiver = Receiver::start();
    listens(&friday.app, &friday.cast.salon, &receiver, &KINDS);
    let page = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("予約を変更");
    // Another time and another length: two lines of one change.
    let page = page.fill("time", "15:00").press("変更を保存");
    assert_eq!(page.status, 200, "{}", page.text());
    work(&friday.app, "2026-11-20 12:15");
    assert_eq!(receiver.kinds(), ["booking.moved"]);
    let body = receiver.told()[0].json();
    assert_eq!(
        body["data"]["booking"]["start_at"], "2026-11-20T06:00:00Z",
        "as it is afterwards"
    );
    assert_eq!(body["data"]["by"], "member");
}

#[test]
fn every_state_is_told_and_so_is_taking_it_back() {
    let friday = Friday::new();
    let (app, salon) = (&friday.app, &friday.cast.salon);
    let own = (salon, &friday.cast.aoi);
    let receiver = Receiver::start();
    listens(app, salon, &receiver, &KINDS);
    let id = friday.late.id;
    for status in [Status::Arrived, Status::InService, Status::Completed] {
        staff_does(app, own, move |tx| progress::advance(tx, id, status)).unwrap();
    }
    staff_does(app, own, move |tx| {
        let profile = profile::own(tx)?.unwrap();
        progress::undo(tx, &profile, id)
    })
    .unwrap();
    let coming = friday.coming.id;
    staff_does(app, own, move |tx| {
        let profile = profile::own(tx)?.unwrap();
        let command = Cancel {
            profile: &profile,
            booking: coming,
            reason: "風邪をひいた",
            seen_fee: None,
            tell: false,
        };
        cancel::cancel(tx, &command).unwrap();
        Ok(())
    })
    .unwrap();
    work(app, "2026-11-20 12:15");
    let told = [
        "booking.arrived",
        "booking.cancelled",
        "booking.completed",
        "booking.restored",
        "booking.started",
    ];
    assert_eq!(sorted(&receiver), told);
    let all = receiver.told();
    let all = all
        .iter()
        .map(|one| String::from_utf8_lossy(&one.body).into_owned());
    let all = all.collect::<Vec<_>>().join("\n");
    for secret in ["風邪", "Nguyen", "Linh", "﨑本", "前髪"] {
        assert!(!all.contains(secret), "{secret}");
    }
}

#[test]
fn what_did_not_happen_and_what_happens_elsewhere_is_not_told() {
    let friday = Friday::new();
    let (app, salon) = (&friday.app, &friday.cast.salon);
    let own = (salon, &friday.cast.aoi);
    let receiver = Receiver::start();
    listens(app, &friday.cast.clinic, &receiver, &KINDS);
    let deleted = listens(app, salon, &receiver, &KINDS);
    app.execute(salon.id, format!("update integrations.webhook_subscriptions set deleted_at = now() where id = '{deleted}'"));
    let id = friday.late.id;
    staff_does(app, own, move |tx| {
        progress::advance(tx, id, Status::Arrived)
    })
    .unwrap();
    assert_eq!(
        app.count(salon.id, "select count(*) from integrations.webhook_events"),
        0
    );
    listens(app, salon, &receiver, &KINDS);
    // Done, and given back with everything else.
    let undone = staff_does(app, own, move |tx| {
        progress::advance(tx, id, Status::InService)?;
        Err(ProgressError::TooEarly)
    });
    assert!(matches!(undone, Err(ProgressError::TooEarly)));
    assert_eq!(
        app.count(salon.id, "select count(*) from integrations.webhook_events"),
        0
    );
    work(app, "2026-11-20 12:15");
    assert!(receiver.told().is_empty());
}

fn sole(app: &TestApp, shop: &Business) -> omotenashi::base::ids::BookingId {
    let found = crate::support::people::lines(
        app,
        shop.id,
        "select id::text as line from bookings.bookings",
    );
    assert_eq!(found.len(), 1);
    found[0].parse().unwrap()
}

/// Several may overtake each other on their way.
fn sorted(receiver: &Receiver) -> Vec<String> {
    let mut kinds = receiver.kinds();
    kinds.sort();
    kinds
}
