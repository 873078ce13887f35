//! What is said with a mail server, as somebody reads it who wants to know whether letters leave.

use super::{FROM, date, letter, server::MailServer};
use omotenashi::mail::{
    Conversation, Mailer, Settings,
    conversation::{Stage, Trouble},
};
use std::{net::TcpListener, time::Duration};

async fn held(url: &str) -> Conversation {
    let mailer = Mailer::open(&Settings {
        smtp_url: Some(url.to_owned()),
        from: FROM.to_owned(),
        patience: Duration::from_secs(5),
    });
    mailer.unwrap().try_out(&letter(), date()).await
}

fn answered(held: &Conversation, stage: Stage) -> String {
    let of = held.steps.iter().filter(|step| step.stage == stage);
    let lines: Vec<String> = of.flat_map(|step| step.answered.clone()).collect();
    lines.join("\n")
}

#[tokio::test]
async fn a_letter_that_arrives_is_told_from_the_greeting_to_the_last_answer() {
    let server = MailServer::start();
    let held = held(&server.url()).await;
    assert_eq!(held.trouble, None, "{held:#?}");
    let stages: Vec<Stage> = held.steps.iter().map(|step| step.stage).collect();
    assert_eq!(
        stages,
        [
            Stage::Connect,
            Stage::Greeting,
            Stage::Hello,
            Stage::Sender,
            Stage::Address,
            Stage::Letter,
            Stage::Letter,
        ]
    );
    assert!(answered(&held, Stage::Greeting).starts_with("220 "));
    assert!(answered(&held, Stage::Hello).contains("8BITMIME"));
    let said: Vec<&str> = held.steps.iter().map(|step| step.said.as_str()).collect();
    assert!(said.contains(&"RCPT TO:<hanako@example.com>"), "{said:?}");
    assert_eq!(held.verdict().as_deref(), Some("250 kept"));
    assert_eq!(server.letter().header("Subject"), letter().subject);
}

#[tokio::test]
async fn what_a_server_refuses_is_told_by_where_it_refuses() {
    for (answer, stage, trouble) in [
        ("rcpt 550 5.1.1 nobody", Stage::Address, Trouble::Address),
        ("rcpt 450 4.2.0 greylisted", Stage::Address, Trouble::Later),
        ("554 5.7.1 spam", Stage::Letter, Trouble::Letter),
        ("451 4.7.1 come back later", Stage::Letter, Trouble::Later),
    ] {
        let server = MailServer::answering(answer, 0);
        let held = held(&server.url()).await;
        assert_eq!(held.trouble, Some(trouble), "{answer}: {held:#?}");
        let last = held.steps.last().unwrap();
        assert_eq!(last.stage, stage, "{answer}");
        let words = answer.trim_start_matches("rcpt ");
        assert_eq!(held.verdict().as_deref(), Some(words));
        assert_eq!(server.count(), 0);
    }
}

#[tokio::test]
async fn nobody_there_and_no_such_name_are_told_apart() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let nobody = held(&format!("smtp://{address}")).await;
    assert_eq!(nobody.trouble, Some(Trouble::Unreachable));
    assert_eq!(nobody.verdict(), None);
    let unknown = held("smtp://mail.nobody.invalid:25").await;
    assert_eq!(unknown.trouble, Some(Trouble::UnknownHost));
}

#[tokio::test]
async fn missing_encryption_and_a_certificate_of_a_stranger_are_told_apart() {
    let plain = MailServer::start();
    let open = held(&format!("{}?tls=required", plain.url())).await;
    assert_eq!(open.trouble, Some(Trouble::NotEncrypted), "{open:#?}");
    let stranger = MailServer::answering("starttls", 0);
    let later = held(&format!("{}?tls=required", stranger.url())).await;
    assert_eq!(later.trouble, Some(Trouble::NotTrusted), "{later:#?}");
    let stranger = MailServer::answering("tls", 0);
    let at_once = held(&stranger.url().replace("smtp://", "smtps://")).await;
    assert_eq!(at_once.trouble, Some(Trouble::NotTrusted), "{at_once:#?}");
    assert_eq!(plain.count() + stranger.count(), 0);
}

#[tokio::test]
async fn a_refused_password_is_told_and_never_shown() {
    let with_name = |server: &MailServer| {
        let place = server.url().replace("smtp://", "");
        format!("smtp://yoyaku:s3cret%2Fw%40rd@{place}")
    };
    let server = MailServer::answering("auth", 0);
    let refused = held(&with_name(&server)).await;
    assert_eq!(refused.trouble, Some(Trouble::Password), "{refused:#?}");
    assert!(answered(&refused, Stage::SignIn).starts_with("535 "));
    let whole = serde_json::to_string(&refused).unwrap();
    // As it is, and as it goes over the wire: \0yoyaku\0s3cret/w@rd.
    for secret in ["s3cret", "AHlveWFrdQBzM2NyZXQvd0ByZA"] {
        assert!(!whole.contains(secret), "{whole}");
    }
    let without = MailServer::start();
    let nowhere = held(&with_name(&without)).await;
    assert_eq!(nowhere.trouble, Some(Trouble::NoSignIn), "{nowhere:#?}");
}
