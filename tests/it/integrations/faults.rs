//! Receivers that are slow, refuse, hang up or send on; workers that die: each event arrives, as one event.

use super::{
    receiver::{Receiver, Way},
    telling::listens,
};
use crate::{
    public::{requests::work, walk::booked},
    support::{
        app::{TestApp, TestOptions, tokyo},
        build::{Business, a_business, a_service},
        people::{a_person, lines},
        wait::wait_for,
    },
};
use chrono::TimeDelta;
use omotenashi::{
    base::ids::WebhookId,
    domain::integrations::{
        event::KINDS,
        webhook::{self, Act},
    },
    mail::{Mailer, Tray},
    outside::Outside,
    queue::claim::claim,
    work::{Shift, run_due},
};
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;

const TEN: &str = "2026-11-20 10:00";

/// A shop with a listener and one thing to tell.
fn scene() -> (TestApp, Business, Receiver, WebhookId) {
    let app = TestApp::start(TestOptions::default());
    let owner = a_person(&app, "aoi", "田中 葵", "owner");
    let shop = a_business(&app).owner(owner.user).staff(1).build();
    let cut = a_service(&app, &shop).build();
    let receiver = Receiver::start();
    let webhook = listens(&app, &shop, &receiver, &KINDS);
    booked(&app, &shop, &cut, "11月25日(水) 14:00");
    (app, shop, receiver, webhook)
}

fn one(app: &TestApp, shop: &Business, query: &str) -> String {
    lines(app, shop.id, query).join(",")
}

fn state(app: &TestApp, shop: &Business) -> String {
    one(
        app,
        shop,
        "select state as line from integrations.webhook_deliveries",
    )
}

fn standing(app: &TestApp, shop: &Business) -> String {
    one(
        app,
        shop,
        "select concat_ws(' ', state, failures) as line from integrations.webhook_subscriptions",
    )
}

fn act(app: &TestApp, shop: &Business, webhook: WebhookId, act: Act) {
    app.tenant(shop.id, move |tx| {
        webhook::act(tx, webhook, act).unwrap();
        Ok(())
    });
}

#[test]
fn who_refuses_hangs_up_or_sends_on_is_asked_again_with_the_same_event() {
    let (app, shop, receiver, _) = scene();
    let other = Receiver::start();
    let ways = [
        Way::Answer(500, "壊れています".to_owned()),
        Way::HangUp,
        Way::SendOn(other.url.clone()),
        Way::Answer(204, String::new()),
    ];
    for way in ways {
        receiver.does(way);
        let wall = app.clock().now() + TimeDelta::hours(2);
        app.clock().set(wall);
        work(
            &app,
            &wall
                .with_timezone(&chrono_tz::Asia::Tokyo)
                .format("%Y-%m-%d %H:%M")
                .to_string(),
        );
    }
    let told = receiver.told();
    assert_eq!(told.len(), 4);
    for again in &told {
        assert_eq!(again.header("webhook-id"), told[0].header("webhook-id"));
        assert_eq!(again.body, told[0].body);
    }
    assert_ne!(
        told[0].header("webhook-timestamp"),
        told[3].header("webhook-timestamp")
    );
    assert!(other.told().is_empty(), "nobody is followed");
    assert_eq!(state(&app, &shop), "delivered");
    assert_eq!(standing(&app, &shop), "sending 0");
    let log = "select concat_ws('|', row_number() over (order by created_at), coalesce(status::text, ''), error <> '', answer) as line \
        from integrations.webhook_attempts";
    assert_eq!(
        lines(&app, shop.id, log),
        ["1|500|f|壊れています", "2||t|", "3|307|f|", "4|204|f|"]
    );
}

#[test]
fn who_is_slow_is_left_and_the_letters_go_all_the_same() {
    let (app, shop, receiver, _) = scene();
    receiver.does(Way::Dawdle(Duration::from_secs(60)));
    work(&app, TEN);
    assert_eq!(receiver.told().len(), 1);
    assert_eq!(
        one(
            &app,
            &shop,
            "select error as line from integrations.webhook_attempts"
        ),
        "too slow"
    );
    let letters = "select count(*) from notifications.notification_outbox where sent_at is null";
    assert_eq!(app.count(shop.id, letters), 0);
}

#[test]
fn where_nothing_arrives_for_a_day_no_more_is_sent_and_the_owner_is_told() {
    let (app, shop, receiver, webhook) = scene();
    receiver.does(Way::Answer(503, String::new()));
    let mut letters = Vec::new();
    for hour in 0..30 {
        app.clock().set(tokyo(TEN) + TimeDelta::hours(hour));
        letters.extend(app.letters());
    }
    assert!(
        standing(&app, &shop).starts_with("stopped"),
        "{}",
        standing(&app, &shop)
    );
    let told = receiver.told().len();
    assert!((8..=10).contains(&told), "{told} tries in a day");
    let about = |one: &&omotenashi::mail::Letter| one.subject.contains("Webhook");
    assert_eq!(letters.iter().filter(about).count(), 1);

    // What happens now is kept, and told when it goes on.
    receiver.does(Way::Answer(200, String::new()));
    act(&app, &shop, webhook, Act::Resume);
    app.letters();
    assert_eq!(standing(&app, &shop), "sending 0");
    assert_eq!(state(&app, &shop), "delivered", "what still waited is sent");
}

#[test]
fn who_wants_nothing_more_is_sent_nothing_more() {
    let (app, shop, receiver, _) = scene();
    receiver.does(Way::Answer(410, String::new()));
    work(&app, TEN);
    assert_eq!(receiver.told().len(), 1);
    assert_eq!(state(&app, &shop), "failed");
    assert_eq!(standing(&app, &shop), "stopped 1");
}

#[test]
fn what_happens_during_a_pause_is_told_after_it() {
    let (app, shop, receiver, webhook) = scene();
    act(&app, &shop, webhook, Act::Pause);
    work(&app, TEN);
    assert!(receiver.told().is_empty());
    assert_eq!(state(&app, &shop), "waiting");
    act(&app, &shop, webhook, Act::Resume);
    work(&app, TEN);
    assert_eq!(receiver.kinds(), ["booking.created"]);
    // Its first job found nothing to do, the second did it, and no third is left.
    work(&app, "2026-11-21 10:00");
    assert_eq!(receiver.told().len(), 1);
}

#[test]
fn for_a_day_both_secrets_count() {
    let (app, shop, receiver, webhook) = scene();
    act(&app, &shop, webhook, Act::Rotate);
    work(&app, TEN);
    let signed = receiver.told()[0].header("webhook-signature").to_owned();
    assert_eq!(signed.split(' ').count(), 2, "{signed}");
    app.clock().set(tokyo("2026-11-21 10:01"));
    app.tenant(shop.id, move |tx| {
        webhook::try_out(tx, webhook).unwrap();
        Ok(())
    });
    work(&app, "2026-11-21 10:01");
    let signed = receiver.told()[1].header("webhook-signature").to_owned();
    assert_eq!(signed.split(' ').count(), 1, "{signed}");
}

#[test]
fn a_worker_that_died_after_sending_sends_the_same_event_again() {
    let (app, shop, receiver, _) = scene();
    work(&app, TEN);
    // As it was before it could write down what came of it.
    app.execute(
        shop.id,
        "update integrations.webhook_deliveries set state = 'waiting'",
    );
    app.platform(|tx| {
        use diesel::prelude::*;
        diesel::sql_query("update queue.queue_jobs set status = 'running', locked_until = now() - interval '1 year', finished_at = null where job_type = 'deliver_webhook'")
            .execute(tx.conn())?;
        Ok(())
    });
    work(&app, "2026-11-20 10:03");
    let told = receiver.told();
    assert_eq!(told.len(), 2);
    assert_eq!(told[0].header("webhook-id"), told[1].header("webhook-id"));
    assert_eq!(told[0].body, told[1].body);
}

#[test]
fn two_workers_tell_each_event_once() {
    let (app, shop, receiver, webhook) = scene();
    for _ in 0..12 {
        app.tenant(shop.id, move |tx| {
            webhook::try_out(tx, webhook).unwrap();
            Ok(())
        });
    }
    let shift = || Shift {
        db: app.db().clone(),
        mailer: Mailer::Tray(Tray::new("yoyaku@booking.example.jp".parse().unwrap())),
        secret: app.secret().into(),
        former_secret: None,
        public_url: app.url("").into(),
        contact: None,
        store: omotenashi::media::Store::default(),
        outside: Outside::with_loopback(),
        wake: Arc::new(Notify::new()),
    };
    let (one, other) = (shift(), shift());
    wait_for(async move { tokio::try_join!(run_due(&one), run_due(&other)) }).unwrap();
    let told = receiver.told();
    let mut ids: Vec<&str> = told.iter().map(|one| one.header("webhook-id")).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((told.len(), ids.len()), (13, 13));
    let left = app.platform(|tx| claim(tx, 50));
    assert!(left.is_empty());
}
