//! Reports about letters that come back, as mail servers write them.

use omotenashi::mail::bounce::{Returned, read};

/// As Postfix writes one about a letter of ours.
pub fn report(letter: &str, recipient: &str, (action, status): (&str, &str)) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example.jp\r\nTo: yoyaku@booking.example.jp\r\nSubject: Undelivered Mail\r\n\
         Message-ID: <20261120010000.1@mx.example.jp>\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\
         \tboundary=\"x\"\r\n\r\n--x\r\n\r\nI'm sorry to have to inform you: Status 5 of 6.\r\n\r\n--x\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.jp\r\n\r\n\
         Final-Recipient: rfc822; {recipient}\r\nOriginal-Recipient: rfc822;{recipient}\r\nAction: {action}\r\nStatus: {status}\r\n\
         Remote-MTA: dns; mail.example.com\r\nDiagnostic-Code: smtp; 550 {status} <{recipient}>:\r\n    no such user here\r\n\
         \r\n--x\r\nContent-Type: text/rfc822-headers\r\n\r\nFrom: x <yoyaku@booking.example.jp>\r\n\
         Message-ID:\r\n <{letter}@booking.example.jp>\r\nSubject: =?utf-8?b?5LqI?=\r\n\r\n--x--\r\n"
    )
}

#[test]
fn a_report_names_the_letter_the_address_and_the_reason() {
    let found = read(&report("0001", "hanako@example.com", ("failed", "5.1.1")));
    let wanted = Returned {
        letter: "0001".to_owned(),
        recipient: "hanako@example.com".to_owned(),
        answer: "5.1.1 550 5.1.1 <hanako@example.com>: no such user here".to_owned(),
        is_unreached: true,
    };
    assert_eq!(found, Some(wanted));
    let other = read(&report("0001", "a@example.com", ("Failed", "5.7.1"))).unwrap();
    assert!(!other.is_unreached);
}

#[test]
fn what_is_no_report_of_an_end_is_passed_over() {
    for (action, status) in [
        ("delayed", "4.4.1"),
        ("failed", "4.4.7"),
        ("relayed", "2.0.0"),
        ("delivered", "2.1.5"),
    ] {
        assert_eq!(
            read(&report("0001", "a@example.com", (action, status))),
            None
        );
    }
    for text in [
        "",
        "Subject: hello\r\n\r\nStatus: 5.1.1",
        ":",
        "Action: failed\nStatus: 5.1.1\nFinal-Recipient: a@b\nMessage-ID: <1@x>",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}
