//! Whoever sends slowly, or without end, is cut off, and nobody waits for them.

use crate::support::{
    app::{TestApp, TestOptions},
    people::Cast,
};
use std::{
    io::{Read, Write},
    net::TcpStream,
    thread::{scope, sleep},
    time::{Duration, Instant},
};

const FORM: &str = "POST /ja/account/sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n";

fn open(app: &TestApp) -> (TcpStream, String) {
    let host = app.url("").replace("http://", "");
    let line = TcpStream::connect(&host).unwrap();
    line.set_read_timeout(Some(Duration::from_secs(40)))
        .unwrap();
    (line, host)
}

/// Sends a beginning, then a drop every second; what is answered, and after how long the line was closed.
fn trickle(app: &TestApp, beginning: &str, drop: &str) -> (String, Duration) {
    let (mut line, host) = open(app);
    let begun = Instant::now();
    line.write_all(beginning.replace("{host}", &host).as_bytes())
        .unwrap();
    let mut other = line.try_clone().unwrap();
    scope(|scope| {
        scope.spawn(move || {
            for _ in 0..30 {
                sleep(Duration::from_secs(1));
                if other.write_all(drop.as_bytes()).is_err() {
                    break;
                }
            }
        });
        let mut answer = Vec::new();
        let mut piece = [0; 4096];
        while let Ok(length @ 1..) = line.read(&mut piece) {
            answer.extend_from_slice(&piece[..length]);
        }
        let took = begun.elapsed();
        line.shutdown(std::net::Shutdown::Both).ok();
        (String::from_utf8_lossy(&answer).into_owned(), took)
    })
}

#[test]
fn a167_slow_forms_and_slow_headers_are_cut_off_while_others_are_served() {
    let app = TestApp::start(TestOptions {
        wait: Duration::ZERO,
        ..TestOptions::default()
    });
    let app = &app;
    let idle: Vec<_> = (0..200).map(|_| open(app)).collect();
    scope(|scope| {
        let slow = [
            (
                "stalled form",
                format!("{FORM}Content-Length: 40\r\n\r\nemail=a"),
                "",
            ),
            (
                "dripping form",
                format!("{FORM}Content-Length: 400\r\n\r\nemail=a"),
                "a",
            ),
            (
                "dripping pieces",
                format!("{FORM}Transfer-Encoding: chunked\r\n\r\n"),
                "1\r\na\r\n",
            ),
            (
                "stalled headers",
                "GET /ja HTTP/1.1\r\nHost: {host}\r\n".to_owned(),
                "",
            ),
            (
                "dripping headers",
                "GET /ja HTTP/1.1\r\nHost: {host}\r\n".to_owned(),
                "X: y\r\n",
            ),
        ];
        let threads: Vec<_> = slow
            .into_iter()
            .map(|(what, beginning, drop)| {
                (what, scope.spawn(move || trickle(app, &beginning, drop)))
            })
            .collect();
        for _ in 0..8 {
            let begun = Instant::now();
            assert_eq!(app.browser().visit("/ja").status, 200);
            assert!(
                begun.elapsed() < Duration::from_secs(1),
                "{:?}",
                begun.elapsed()
            );
            sleep(Duration::from_secs(1));
        }
        for (what, thread) in threads {
            let (answer, took) = thread.join().unwrap();
            assert!(answer.starts_with("HTTP/1.1 408"), "{what}: {answer:.80}");
            assert!(
                (8..14).contains(&took.as_secs()),
                "{what} was cut off after {took:?}"
            );
            if what.contains("form") {
                assert!(answer.contains("送信に時間がかかりすぎました"), "{what}");
            }
        }
    });
    drop(idle);
}

#[test]
fn a_form_that_comes_in_pieces_at_an_honest_pace_is_read() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let (mut line, host) = open(&app);
    let body = "email=aoi%40example.com&password=wrong";
    let head = format!(
        "{FORM}Connection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    line.write_all(head.replace("{host}", &host).as_bytes())
        .unwrap();
    for piece in body.as_bytes().chunks(10) {
        sleep(Duration::from_millis(300));
        line.write_all(piece).unwrap();
    }
    let mut answer = String::new();
    line.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer:.80}");
}

#[test]
fn addresses_and_headers_beyond_reason_are_refused_at_once() {
    let app = TestApp::start(TestOptions::default());
    let many: String = (0..200).map(|place| format!("X-{place}: y\r\n")).collect();
    for (what, request) in [
        (
            "an address",
            format!(
                "GET /ja?q={} HTTP/1.1\r\nHost: {{host}}\r\n\r\n",
                "a".repeat(1024 * 1024)
            ),
        ),
        (
            "a cookie",
            format!(
                "GET /ja HTTP/1.1\r\nHost: {{host}}\r\nCookie: a={}\r\n\r\n",
                "a".repeat(5 * 1024 * 1024)
            ),
        ),
        (
            "headers",
            format!("GET /ja HTTP/1.1\r\nHost: {{host}}\r\n{many}\r\n"),
        ),
    ] {
        let (mut line, host) = open(&app);
        let begun = Instant::now();
        // The other side may hang up in the middle.
        line.write_all(request.replace("{host}", &host).as_bytes())
            .ok();
        let mut answer = Vec::new();
        line.read_to_end(&mut answer).ok();
        let answer = String::from_utf8_lossy(&answer);
        let refused = ["", "400", "414", "431"].contains(&answer.get(9..12).unwrap_or_default());
        assert!(
            refused && begun.elapsed() < Duration::from_secs(8),
            "{what}: {answer:.80}"
        );
        assert_eq!(app.browser().visit("/readyz").status, 200);
    }
}
