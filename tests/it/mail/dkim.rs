//! The signature of letters, judged by somebody who did not write it.

use super::{FROM, date, letter, server::MailServer};
use crate::support::chromium::missing;
use omotenashi::mail::{
    Letter, Mailer, Settings,
    dkim::{self, Signer},
};
use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};
use tempfile::NamedTempFile;

/// Somebody who judges: `None`, said aloud, where they are missing and nobody requires them.
fn judge() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/moto/bin/python");
    let python = match own.exists() {
        true => own,
        false => PathBuf::from("python3"),
    };
    let is_there = Command::new(&python)
        .args(["-c", "import dkim, nacl"])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !is_there {
        missing("python3 with dkimpy (make tools/moto/.made)");
        return None;
    }
    Some(python)
}

/// What they say of a letter.
fn judged(python: &Path, settings: &dkim::Settings, raw: &[u8]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/mail/verify.py");
    let mut asked = Command::new(python)
        .arg(script)
        .args([settings.name(), dkim::record(settings).unwrap()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    asked.stdin.take().unwrap().write_all(raw).unwrap();
    let answer = asked.wait_with_output().unwrap();
    assert!(answer.status.success());
    String::from_utf8(answer.stdout).unwrap().trim().to_owned()
}

fn settings(key_file: PathBuf) -> dkim::Settings {
    dkim::Settings {
        selector: "oc1".to_owned(),
        domain: "booking.example.jp".to_owned(),
        key_file,
    }
}

fn rsa() -> dkim::Settings {
    settings(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/mail/dkim.pem"))
}

/// A letter as it arrived.
async fn sent(settings: &dkim::Settings, letter: &Letter) -> Vec<u8> {
    let server = MailServer::start();
    let mailer = Mailer::open(&Settings {
        smtp_url: Some(server.url()),
        from: FROM.to_owned(),
        patience: Duration::from_secs(5),
    });
    let mailer = mailer
        .unwrap()
        .signing(Some(Signer::open(settings).unwrap()));
    mailer.send(letter, date()).await.unwrap();
    server.letter().raw()
}

/// The same bytes with one of them another, where a text begins.
fn altered(raw: &[u8], text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let at = raw.windows(bytes.len()).position(|part| part == bytes);
    let mut other = raw.to_vec();
    other[at.unwrap()] ^= 1;
    other
}

#[tokio::test]
async fn a_signed_letter_is_believed_and_one_that_was_changed_is_not() {
    let Some(python) = judge() else { return };
    let settings = rsa();
    let whole = Letter {
        unsubscribe: Some("https://booking.example.jp/ja/letters/1".to_owned()),
        ..letter()
    };
    let raw = sent(&settings, &whole).await;
    assert_eq!(
        judged(&python, &settings, &raw),
        "good auto-submitted content-transfer-encoding content-type date from list-unsubscribe list-unsubscribe-post \
         message-id mime-version reply-to subject to"
    );
    for text in [
        "0001@booking",
        "hanako@example.com",
        "BEGIN:VCALENDAR",
        "multipart/mixed",
        "letters/1",
    ] {
        assert_eq!(
            judged(&python, &settings, &altered(&raw, text)),
            "bad",
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_letter_of_words_alone_is_signed_by_either_kind_of_key() {
    let Some(python) = judge() else { return };
    let mut seed = NamedTempFile::new().unwrap();
    seed.write_all(b"nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=\n")
        .unwrap();
    let alone = Letter {
        html: String::new(),
        calendar: None,
        ..letter()
    };
    for settings in [rsa(), settings(seed.path().to_owned())] {
        let raw = sent(&settings, &alone).await;
        assert!(judged(&python, &settings, &raw).starts_with("good "));
        let mut more = b"Cc: all@example.net\r\n".to_vec();
        more.extend_from_slice(&raw);
        assert!(
            judged(&python, &settings, &more).starts_with("good "),
            "what is not signed may be added"
        );
        let mut more = b"List-Unsubscribe: <https://evil.example>\r\n".to_vec();
        more.extend_from_slice(&raw);
        assert_eq!(
            judged(&python, &settings, &more),
            "bad",
            "but not what was signed as missing"
        );
    }
}

#[tokio::test]
async fn a_long_subject_is_signed_like_a_short_one() {
    let Some(python) = judge() else { return };
    let settings = rsa();
    let long = Letter {
        subject: "長い件名 ".repeat(500),
        ..letter()
    };
    let raw = sent(&settings, &long).await;
    assert!(judged(&python, &settings, &raw).starts_with("good "));
}

#[tokio::test]
async fn without_a_key_nothing_is_signed() {
    let server = MailServer::start();
    let mailer = super::mailer(&server.url()).signing(None);
    mailer.send(&letter(), date()).await.unwrap();
    assert!(server.letter().headers("DKIM-Signature").is_empty());
}

#[test]
fn a_key_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dkim.pem");
    let refused = || {
        Signer::open(&settings(path.clone()))
            .err()
            .unwrap()
            .to_string()
    };
    assert!(refused().starts_with(&format!("{} cannot be read: ", path.display())));
    for text in [
        "",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "c2hvcnQ=",
    ] {
        std::fs::write(&path, text).unwrap();
        assert!(refused().contains("holds no private key"), "{text}");
    }
}
