//! An owner tries whether letters arrive.

use crate::{
    mail::server::MailServer,
    support::{
        app::{TestApp, TestOptions},
        people::Cast,
    },
};
use omotenashi::mail::{Mailer, Settings};
use std::time::Duration;

const PAGE: &str = "/ja/owner/aoi-salon/letters/trial";
const SEND: &str = "テストメールを送る";

fn to(server: &MailServer) -> Mailer {
    let settings = Settings {
        smtp_url: Some(server.url()),
        from: "yoyaku@booking.example.jp".to_owned(),
        patience: Duration::from_secs(5),
    };
    Mailer::open(&settings).unwrap()
}

#[test]
fn it_goes_to_whoever_asks_and_shows_the_last_answer_and_nothing_of_the_server() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    let page = aoi.open(PAGE).press(SEND);
    assert_eq!(
        page.flash().as_deref(),
        Some("テストメールを送っています。少し待って結果をご確認ください")
    );
    assert!(page.text().contains("送信中"));
    let server = MailServer::start();
    app.work_with(to(&server), app.secret());
    let arrived = server.letter();
    assert_eq!(arrived.recipients(), [cast.aoi.email.as_str()]);
    assert_eq!(arrived.header("Subject"), "テストメール");
    let page = aoi.open(PAGE);
    assert!(page.text().contains("受付済み"), "{}", page.text());
    assert!(page.text().contains("250 kept"));
    for secret in ["127.0.0.1", "EHLO", "Python SMTP"] {
        assert!(!page.text().contains(secret), "{secret}");
    }
    let kept = app.count(
        cast.salon.id,
        "select count(*) from notifications.mail_tests where steps = '[]' and answer = '250 kept'",
    );
    assert_eq!(kept, 1);
}

#[test]
fn a_refused_address_is_said_plainly_and_another_trouble_is_the_houses() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    aoi.open(PAGE).press(SEND);
    let refusal = format!(
        "rcpt 550 5.1.1 <{}>: 127.0.0.1 knows nobody",
        cast.aoi.email
    );
    let server = MailServer::answering(&refusal, 0);
    app.work_with(to(&server), app.secret());
    let page = aoi.open(PAGE);
    assert!(
        page.text().contains("このメールアドレスでは受け取れない"),
        "{}",
        page.text()
    );
    assert!(
        page.text().contains("550 5.1.1 <***>: *** knows nobody"),
        "{}",
        page.text()
    );
    aoi.open(PAGE).press(SEND);
    app.letters();
    let page = aoi.open(PAGE);
    assert!(
        page.text().contains("お店の設定が原因ではありません"),
        "{}",
        page.text()
    );
    assert!(!page.text().contains("OC_SMTP_URL"));
}

#[test]
fn without_a_proved_address_nothing_is_sent() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    aoi.open(PAGE).press(SEND);
    let user = cast.aoi.user;
    app.platform(move |tx| {
        let unprove =
            format!("update accounts.users set email_verified_at = null where id = '{user}'");
        crate::support::sql::run(tx.conn(), &unprove);
        Ok(())
    });
    let server = MailServer::start();
    app.work_with(to(&server), app.secret());
    assert_eq!(server.count(), 0);
}

#[test]
fn five_a_day_are_enough() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    for _ in 0..5 {
        aoi.open(PAGE).press(SEND);
    }
    let page = aoi.open(PAGE).press(SEND);
    assert_eq!(
        page.flash().as_deref(),
        Some("本日のテストメールの上限に達しました。明日もう一度お試しください")
    );
    let asked = app.count(
        cast.salon.id,
        "select count(*) from notifications.mail_tests",
    );
    assert_eq!(asked, 5);
}
