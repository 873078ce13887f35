//! Letters that do not go: what is said of it, and whether it is worth another try.

use super::{FROM, date, letter, mailer, server::MailServer};
use omotenashi::mail::{Letter, MailError, Mailer, Settings};
use std::{
    net::TcpListener,
    time::{Duration, Instant},
};

async fn refused(answer: &str) -> MailError {
    let server = MailServer::answering(answer, 0);
    let error = mailer(&server.url())
        .send(&letter(), date())
        .await
        .unwrap_err();
    assert!(server.letters().is_empty());
    error
}

#[tokio::test]
async fn a_server_that_says_later_is_asked_later() {
    let error = refused("451 4.7.1 come back later").await;
    assert_eq!(
        error.to_string(),
        "the mail server said: 451 4.7.1 come back later"
    );
    assert!(!error.is_final());
}

#[tokio::test]
async fn a_server_that_says_no_is_believed() {
    let error = refused("550 5.1.1 no such mailbox").await;
    assert_eq!(
        error.to_string(),
        "the mail server said: 550 5.1.1 no such mailbox"
    );
    assert!(error.is_final());
}

#[test]
fn a_refusal_is_about_the_address_where_the_server_says_so() {
    let refused = |code, answer: &str| MailError::Refused {
        code,
        answer: answer.to_owned(),
    };
    for (code, answer, is_about_it) in [
        (550, "5.1.1 no such mailbox", true),
        (550, "5.2.1 mailbox disabled", true),
        (552, "5.2.2 mailbox full", true),
        (550, "no such user here", true),
        (553, "", true),
        (552, "5.2.3 too long", false),
        (550, "5.7.1 not wanted", false),
        (554, "5.7.0 looks like advertising", false),
        (554, "refused", false),
        (535, "5.7.8 wrong password", false),
        (451, "4.1.1 later", false),
    ] {
        let error = refused(code, answer);
        assert_eq!(error.is_about_the_address(), is_about_it, "{error}");
    }
    assert!(refused(554, "refused").is_refusal());
    assert!(!refused(535, "").is_refusal());
    assert!(!refused(451, "").is_refusal());
    assert!(!MailError::Unsendable(String::new()).is_refusal());
}

#[test]
fn a_refused_sign_in_is_ours_to_mend() {
    let refused = |code| MailError::Refused {
        code,
        answer: String::new(),
    };
    assert!(!refused(535).is_final());
    assert!(refused(554).is_final());
    assert!(!refused(452).is_final());
}

#[tokio::test]
async fn nobody_there_is_said_in_one_line() {
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let error = mailer(&format!("smtp://127.0.0.1:{port}"))
        .send(&letter(), date())
        .await
        .unwrap_err();
    assert!(matches!(&error, MailError::Unreachable(_)), "{error}");
    assert!(!error.is_final() && !error.to_string().contains('\n'));
}

#[tokio::test]
async fn a_server_that_never_speaks_is_left_in_time() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let begun = Instant::now();
    let error = mailer(&url).send(&letter(), date()).await.unwrap_err();
    assert!(matches!(&error, MailError::Unreachable(_)), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_server_that_is_slow_to_take_a_letter_is_left_in_time() {
    let server = MailServer::answering("wait 30", 0);
    let begun = Instant::now();
    let error = mailer(&server.url())
        .send(&letter(), date())
        .await
        .unwrap_err();
    assert!(matches!(&error, MailError::Unreachable(_)), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn a_letter_goes_to_exactly_one_address_or_nowhere() {
    let server = MailServer::start();
    let mailer = mailer(&server.url());
    for to in [
        "",
        "hanako",
        "a@example.com, b@example.com",
        "a@example.com\r\nRCPT TO:<b@example.com>",
        "a@example.com <b@example.com>",
        "<script>@example.com",
    ] {
        let letter = Letter {
            to: to.to_owned(),
            ..letter()
        };
        let error = mailer.send(&letter, date()).await.unwrap_err();
        assert!(error.is_final(), "{to}: {error}");
    }
    assert!(server.letters().is_empty());
}

#[test]
fn settings_that_cannot_be_used_are_refused_without_the_password() {
    let open = |smtp_url: Option<&str>, from: &str| {
        Mailer::open(&Settings {
            smtp_url: smtp_url.map(str::to_owned),
            from: from.to_owned(),
            patience: Duration::from_secs(1),
        })
    };
    assert!(open(None, "yoyaku@localhost").is_ok());
    assert!(open(None, "nobody").is_err());
    let error = open(Some("imap://me:s3cret@example.jp"), FROM)
        .err()
        .unwrap();
    assert!(matches!(error, MailError::Settings(_)));
    assert!(!error.to_string().contains("s3cret"));
}

#[tokio::test]
async fn a_letter_is_given_to_nobody_whose_certificate_is_not_signed_or_who_has_none() {
    for (answer, scheme, way) in [
        ("tls", "smtps", ""),
        ("starttls", "smtp", "?tls=required"),
        // Whoever sits between takes the offer of an envelope away.
        ("take", "smtp", "?tls=required"),
    ] {
        let server = MailServer::answering(answer, 0);
        let url = format!("{scheme}://localhost:{}{way}", server.port());
        let sent = mailer(&url).send(&letter(), date()).await;
        let why = sent.unwrap_err();
        assert!(matches!(why, MailError::Unreachable(_)), "{answer}: {why}");
        assert!(!why.is_final(), "{answer}");
        assert!(server.letters().is_empty(), "{answer}");
        let is_about_it = why
            .to_string()
            .to_lowercase()
            .contains(if answer == "take" {
                "starttls"
            } else {
                "certificate"
            });
        assert!(is_about_it, "{answer}: {why}");
    }
}
