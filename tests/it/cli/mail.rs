//! `mail test`: a letter at once, with what is said about it.

use crate::mail::server::MailServer;
use std::process::{Command, Output};

fn asked(server: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_omotenashi"))
        .args(["mail", "test", "hanako@example.com"])
        .env_clear()
        .env("OC_SECRET", "a secret for tests, of 32 bytes and more")
        .env("OC_MAIL_FROM", "yoyaku@booking.example.jp")
        .env("OC_SMTP_URL", server)
        .output()
        .unwrap()
}

#[test]
fn the_conversation_is_printed_and_the_letter_arrives() {
    let server = MailServer::start();
    let answer = asked(&server.url());
    let said = String::from_utf8(answer.stdout).unwrap();
    assert!(answer.status.success(), "{said}");
    for line in [
        "> MAIL FROM:<yoyaku@booking.example.jp>",
        "> RCPT TO:<hanako@example.com>",
        "> DATA",
        "< 250 kept",
    ] {
        assert!(said.lines().any(|one| one == line), "{line}: {said}");
    }
    assert_eq!(server.letter().header("Subject"), "Test email");
}

#[test]
fn what_went_wrong_is_said_with_what_mends_it() {
    let server = MailServer::answering("auth", 0);
    let url = server.url().replace("smtp://", "smtp://yoyaku:s3cret@");
    let answer = asked(&url);
    assert!(!answer.status.success());
    let said = String::from_utf8(answer.stdout).unwrap();
    let why = String::from_utf8(answer.stderr).unwrap();
    assert!(said.contains("> AUTH ********"), "{said}");
    assert!(
        why.contains("refuses the user name or the password"),
        "{why}"
    );
    assert!(!said.contains("s3cret") && !why.contains("s3cret"));
}
