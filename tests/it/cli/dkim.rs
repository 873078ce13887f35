//! `dkim`: the key of letters, and what of it belongs into DNS.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};

fn asked(command: &str, settings: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_omotenashi"))
        .arg(command)
        .env_clear()
        .env("OC_SECRET", "a secret for tests, of 32 bytes and more")
        .env("OC_MAIL_FROM", "yoyaku@booking.example.jp")
        .envs(settings.iter().copied())
        .output()
        .unwrap()
}

fn settings(path: &Path) -> [(&str, &str); 3] {
    [
        ("OC_DKIM_SELECTOR", "oc1"),
        ("OC_DKIM_DOMAIN", "booking.example.jp"),
        ("OC_DKIM_KEY_FILE", path.to_str().unwrap()),
    ]
}

#[test]
fn a_key_is_made_once_for_its_keeper_alone_and_its_records_are_printed_every_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dkim.pem");
    let first = asked("dkim", &settings(&path));
    assert!(first.status.success());
    let key = fs::read_to_string(&path).unwrap();
    assert!(key.starts_with("-----BEGIN PRIVATE KEY-----"));
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let first = String::from_utf8(first.stdout).unwrap();
    let second = String::from_utf8(asked("dkim", &settings(&path)).stdout).unwrap();
    let records = |said: &str| -> Vec<String> {
        let lines = said.lines().filter(|line| !line.starts_with('#'));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(records(&first), records(&second));
    assert_eq!(fs::read_to_string(&path).unwrap(), key);
    let lines = records(&first);
    assert!(
        lines[0].starts_with("oc1._domainkey.booking.example.jp. IN TXT \"v=DKIM1; k=rsa; p=MII")
    );
    let strings: Vec<&str> = lines[0].split('"').skip(1).step_by(2).collect();
    assert!(strings.iter().all(|one| one.len() <= 255));
    assert!(lines[1].starts_with("booking.example.jp. IN TXT \"v=spf1 "));
    assert!(lines[2].starts_with("_dmarc.booking.example.jp. IN TXT \"v=DMARC1; "));
}

#[test]
fn without_settings_it_says_which_it_wants() {
    let answer = asked("dkim", &[]);
    assert!(!answer.status.success());
    assert!(
        String::from_utf8(answer.stderr)
            .unwrap()
            .contains("OC_DKIM_SELECTOR")
    );
    let answer = asked(
        "dkim",
        &[("OC_DKIM_SELECTOR", "oc1"), ("OC_DKIM_DOMAIN", "no domain")],
    );
    let said = String::from_utf8(answer.stderr).unwrap();
    assert!(said.contains("OC_DKIM_KEY_FILE: is required"), "{said}");
    assert!(said.contains("OC_DKIM_DOMAIN: must be a name"), "{said}");
}
