//! Letters against a real mail server, and against none.

pub mod bounces;
mod calendar;
mod conversation;
mod dkim;
mod refusals;
pub mod server;
mod tray;

use chrono::{DateTime, Utc};
use omotenashi::mail::{Calendar, Letter, Mailer, Settings};
use server::MailServer;
use std::time::Duration;

const FROM: &str = "yoyaku@booking.example.jp";

fn mailer(smtp_url: &str) -> Mailer {
    Mailer::open(&Settings {
        smtp_url: Some(smtp_url.to_owned()),
        from: FROM.to_owned(),
        patience: Duration::from_secs(1),
    })
    .unwrap()
}

fn date() -> DateTime<Utc> {
    "2026-11-20T01:00:00Z".parse().unwrap()
}

fn letter() -> Letter {
    Letter {
        message_id: "0001@booking.example.jp".to_owned(),
        from_name: "ヘアサロン花(Omotenashi Connect)".to_owned(),
        reply_to: Some("hana@example.jp".to_owned()),
        to: "hanako@example.com".to_owned(),
        to_name: "髙橋 花子".to_owned(),
        subject: "【予約確定】11月20日(金) 14:30 ヘアサロン花 髙橋様のご予約について長い件名"
            .to_owned(),
        text: "髙橋 花子 様\n\n.\n■ 料金 12,650円〜\n".to_owned(),
        html: "<p>髙橋 花子 様</p>\n".to_owned(),
        calendar: Some(Calendar {
            method: "REQUEST",
            content: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n".to_owned(),
            file_name: "K7P-3MWX.ics".to_owned(),
        }),
        unsubscribe: None,
    }
}

#[tokio::test]
async fn a_letter_arrives_whole() {
    let server = MailServer::start();
    mailer(&server.url()).send(&letter(), date()).await.unwrap();
    let arrived = server.letter();
    assert_eq!(
        arrived.shape(),
        "mixed(alternative(text/plain text/html text/calendar) application/ics)"
    );
    assert_eq!(arrived.part("text/plain").text(), letter().text);
    assert_eq!(arrived.part("text/html").text(), letter().html);
    let calendar = letter().calendar.unwrap();
    let (date_part, file) = (
        arrived.part("text/calendar"),
        arrived.part("application/ics"),
    );
    assert_eq!(date_part.method(), Some("REQUEST"));
    assert_eq!(date_part.text(), calendar.content.replace("\r\n", "\n"));
    assert_eq!(file.file(), Some("K7P-3MWX.ics"));
    assert_eq!(file.text(), calendar.content.replace("\r\n", "\n"));
}

#[tokio::test]
async fn its_headers_say_who_writes_to_whom_and_when() {
    let server = MailServer::start();
    mailer(&server.url()).send(&letter(), date()).await.unwrap();
    let arrived = server.letter();
    assert_eq!(arrived.header("Subject"), letter().subject);
    assert_eq!(
        arrived.header("From"),
        format!("\"{}\" <{FROM}>", letter().from_name)
    );
    assert_eq!(arrived.header("To"), "髙橋 花子 <hanako@example.com>");
    assert_eq!(arrived.header("Reply-To"), "hana@example.jp");
    assert_eq!(arrived.header("Message-ID"), "<0001@booking.example.jp>");
    assert_eq!(arrived.header("Auto-Submitted"), "auto-generated");
    assert_eq!(arrived.header("Date"), "Fri, 20 Nov 2026 01:00:00 +0000");
    assert_eq!(arrived.recipients(), ["hanako@example.com"]);
}

#[tokio::test]
async fn nobody_can_add_a_header_with_a_name() {
    let server = MailServer::start();
    let mailer = mailer(&server.url());
    mailer.send(&letter(), date()).await.unwrap();
    let evil = "花子\r\nBcc: all@example.net\r\n\r\n<script>\u{2028}\"x\" <y@example.net>,";
    let mut written = Letter {
        from_name: evil.to_owned(),
        to_name: evil.to_owned(),
        subject: format!("{evil} {}", "長".repeat(2_000)),
        message_id: "0001@booking.example.jp\r\nBcc: all@example.net".to_owned(),
        ..letter()
    };
    written.calendar.as_mut().unwrap().file_name = evil.to_owned();
    mailer.send(&written, date()).await.unwrap();
    let arrived = server.letters();
    assert_eq!(arrived[1].header_names(), arrived[0].header_names());
    assert_eq!(arrived[1].recipients(), ["hanako@example.com"]);
    assert_eq!(arrived[1].shape(), arrived[0].shape());
    assert!(arrived[1].header("To").ends_with("<hanako@example.com>"));
    assert!(
        arrived[1]
            .header("Subject")
            .starts_with("花子 Bcc: all@example.net <script>")
    );
}

#[tokio::test]
async fn a_letter_that_can_be_refused_says_so_to_mail_programs() {
    let server = MailServer::start();
    let written = Letter {
        unsubscribe: Some(
            "https://booking.example.jp/ja/b/hana/letters/1/x\r\nBcc: a@b.example".to_owned(),
        ),
        ..letter()
    };
    mailer(&server.url()).send(&written, date()).await.unwrap();
    let arrived = server.letter();
    assert_eq!(
        arrived.header("List-Unsubscribe"),
        "<https://booking.example.jp/ja/b/hana/letters/1/x Bcc: a@b.example>"
    );
    assert_eq!(
        arrived.header("List-Unsubscribe-Post"),
        "List-Unsubscribe=One-Click"
    );
    assert!(arrived.headers("Bcc").is_empty());
}

#[tokio::test]
async fn an_answer_address_that_is_none_does_not_stop_the_letter() {
    let server = MailServer::start();
    let written = Letter {
        reply_to: Some("hana at example.jp".to_owned()),
        calendar: None,
        ..letter()
    };
    mailer(&server.url()).send(&written, date()).await.unwrap();
    assert!(server.letter().headers("Reply-To").is_empty());
    assert_eq!(server.letter().shape(), "alternative(text/plain text/html)");
}
