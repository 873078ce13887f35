//! An operator tries whether letters leave.

use super::scene::Platform;
use crate::mail::server::MailServer;
use chrono::TimeDelta;
use omotenashi::mail::{Mailer, Settings};
use std::time::Duration;

const PAGE: &str = "/ja/operator/mail";

fn to(server: &MailServer) -> Mailer {
    let settings = Settings {
        smtp_url: Some(server.url()),
        from: "yoyaku@booking.example.jp".to_owned(),
        patience: Duration::from_secs(5),
    };
    Mailer::open(&settings).unwrap()
}

#[test]
fn the_whole_conversation_is_shown_with_what_to_do() {
    let platform = Platform::new();
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let page = fumiko.open(PAGE);
    assert!(page.text().contains("未確認"), "{}", page.text());
    page.press("テストメールを送る");
    let server = MailServer::start();
    platform.app.work_with(to(&server), platform.app.secret());
    assert_eq!(
        server.letter().recipients(),
        [platform.fumiko.email.as_str()]
    );
    let text = fumiko.open(PAGE).text();
    for part in [
        "受付済み",
        "127.0.0.1",
        "220 ",
        "EHLO ",
        "RCPT TO:<***>",
        "250 kept",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let clock = platform.app.clock();
    clock.set(clock.now() + TimeDelta::minutes(1));
    fumiko.open(PAGE).press("テストメールを送る");
    let refusing = MailServer::answering("rcpt 550 5.7.1 relay access denied", 0);
    platform.app.work_with(to(&refusing), platform.app.secret());
    let text = fumiko.open(PAGE).text();
    for part in [
        "送信失敗",
        "550 5.7.1 relay access denied",
        "宛先が拒否されました",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn what_a_shop_tried_is_not_among_it_and_all_of_it_goes_after_a_month() {
    let platform = Platform::new();
    let aoi = platform.cast.aoi.sign_in(&platform.app);
    aoi.open("/ja/owner/aoi-salon/letters/trial")
        .press("テストメールを送る");
    let fumiko = platform.fumiko.sign_in(&platform.app);
    assert!(
        fumiko
            .open(PAGE)
            .text()
            .contains("この30日間に送ったテストメールはありません")
    );
    let clear = || {
        platform
            .app
            .platform(omotenashi::domain::notifications::trial::clear)
    };
    assert_eq!(clear(), 0);
    platform.app.platform(|tx| {
        let older = "update notifications.mail_tests set asked_at = asked_at - interval '31 days'";
        crate::support::sql::run(tx.conn(), older);
        Ok(())
    });
    assert_eq!(clear(), 1);
}
