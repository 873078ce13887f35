//! `doctor`: what it says of each setting, as the start would judge it, in one line.

use crate::support::app::{TestApp, TestOptions};
use std::{net::TcpListener, process::Command};

/// Every line of it but the last, and whether it was content.
fn doctor(settings: &[(&str, &str)]) -> (Vec<String>, bool) {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let bind = free.local_addr().unwrap().to_string();
    drop(free);
    let folder = tempfile::tempdir().unwrap();
    let asked = Command::new(env!("CARGO_BIN_EXE_omotenashi"))
        .arg("doctor")
        .env_clear()
        .env("OC_SECRET", "a secret for tests, of 32 bytes and more")
        .env("OC_DATA_DIR", folder.path())
        .env("OC_BIND", bind)
        .envs(settings.iter().copied())
        .output()
        .unwrap();
    let said = String::from_utf8(asked.stdout).unwrap();
    let lines = said.lines().map(str::to_owned).collect();
    (lines, asked.status.success())
}

/// What it says of one setting.
fn of(lines: &[String], name: &str) -> String {
    let about: Vec<&String> = lines
        .iter()
        .filter(|line| line[7..].starts_with(&format!("{name}:")))
        .collect();
    assert_eq!(about.len(), 1, "{name}: {lines:?}");
    about[0].clone()
}

#[test]
fn every_setting_has_a_line_and_nothing_is_wrong_where_nothing_is() {
    let app = TestApp::start(TestOptions::default());
    let (lines, is_content) = doctor(&[
        ("DATABASE_URL", app.database_url()),
        ("OC_OIDC", "line"),
        ("OC_OIDC_LINE_CLIENT_ID", "1234"),
        (
            "OC_OIDC_LINE_CLIENT_SECRET",
            "0123456789abcdef0123456789abcdef",
        ),
        ("OC_OPERATOR_NAME", "株式会社おもてなし"),
        ("OC_OPERATOR_ADDRESS", "東京都千代田区丸の内1-1-1"),
        ("OC_OPERATOR_EMAIL", "desk@omotenashi.example"),
    ]);
    assert!(is_content, "{lines:#?}");
    for (name, told) in [
        ("OC_ENV", "development"),
        ("OC_PUBLIC_URL", "http://localhost:8080"),
        ("OC_BIND", "is free"),
        ("DATABASE_URL", "answers"),
        ("migrations", "run"),
        ("OC_MEDIA", "takes and gives files"),
        ("OC_OIDC", "line"),
        ("OC_PLACES", "not set"),
        ("OC_DKIM_KEY_FILE", "not set"),
        ("OC_OPERATOR_NAME", "株式会社おもてなし"),
    ] {
        let line = of(&lines, name);
        assert!(line.starts_with("ok ") && line.contains(told), "{line}");
    }
}

#[test]
fn a_database_that_does_not_answer_is_one_line_and_is_asked_nothing_else() {
    let (lines, is_content) = doctor(&[("DATABASE_URL", "postgres://x@127.0.0.1:1/x")]);
    assert!(!is_content);
    let line = of(&lines, "DATABASE_URL");
    assert!(
        line.starts_with("WRONG ") && !line.contains("answers"),
        "{line}"
    );
    assert!(
        lines
            .iter()
            .all(|line| line.starts_with("ok ") || line.starts_with("WRONG "))
    );
    let wrong = lines
        .iter()
        .filter(|line| line.starts_with("WRONG "))
        .count();
    assert_eq!(wrong, 1, "{lines:#?}");
    for silent in ["migrations", "database role", "clocks"] {
        assert!(
            !lines
                .iter()
                .any(|line| line.contains(&format!("{silent}:"))),
            "{silent}"
        );
    }
}

#[test]
fn what_the_start_refuses_is_wrong_here_too() {
    let app = TestApp::start(TestOptions::default());
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (lines, is_content) = doctor(&[
        ("DATABASE_URL", app.database_url()),
        ("OC_BIND", &address),
        ("OC_PLACES", "/nowhere/city.mmdb"),
    ]);
    assert!(!is_content);
    for name in ["OC_BIND", "OC_PLACES"] {
        assert!(of(&lines, name).starts_with("WRONG "), "{lines:#?}");
    }
    // What cannot even be read is said in the same way.
    let (lines, is_content) = doctor(&[
        ("OC_BIND", "everywhere"),
        ("OC_OPERATOR_NAME", "株式会社おもてなし"),
        ("OC_OIDC", "line"),
    ]);
    assert!(!is_content);
    for name in [
        "OC_BIND",
        "OC_OPERATOR_ADDRESS",
        "OC_OPERATOR_EMAIL",
        "OC_OIDC_LINE_CLIENT_ID",
    ] {
        assert!(of(&lines, name).starts_with("WRONG "), "{lines:#?}");
    }
}

#[test]
fn a_real_site_is_told_that_it_has_no_address_and_no_letters() {
    let app = TestApp::start(TestOptions::default());
    let (lines, is_content) = doctor(&[
        ("DATABASE_URL", app.database_url()),
        ("OC_ENV", "production"),
    ]);
    assert!(!is_content);
    for name in ["OC_PUBLIC_URL", "OC_SMTP_URL"] {
        assert!(of(&lines, name).starts_with("WRONG "), "{lines:#?}");
    }
}
