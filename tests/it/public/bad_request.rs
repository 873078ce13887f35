//! Bytes that are hardly HTTP, hosts that are not ours, headers beyond reason (RELIABILITY.md ).

use super::bad_input::{fair, house};
use crate::support::{
    app::{TestApp, TestOptions},
    people::Cast,
};
use flate2::{Compression, write::GzEncoder};
use std::{
    io::{ErrorKind, Read, Write},
    net::{Shutdown, TcpStream},
    time::Duration,
};

/// Sends bytes, ends, and reads what comes back.
fn exchange(app: &TestApp, bytes: &[u8]) -> Vec<u8> {
    let mut line = TcpStream::connect(app.url("").replace("http://", "")).unwrap();
    line.set_read_timeout(Some(Duration::from_secs(8))).unwrap();
    // The other side may hang up in the middle, which is an answer too.
    line.write_all(bytes)
        .and_then(|()| line.shutdown(Shutdown::Write))
        .ok();
    let mut answer = Vec::new();
    match line.read_to_end(&mut answer) {
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
            panic!(
                "no end of the answer to {:?}",
                String::from_utf8_lossy(bytes)
            )
        }
        _ => answer,
    }
}

fn status(answer: &[u8]) -> Option<u16> {
    let text = String::from_utf8_lossy(answer);
    text.strip_prefix("HTTP/1.")?.get(2..5)?.parse().ok()
}

/// A number after another, always the same ones.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.throw(all.len())]
    }
}

fn malformed(dice: &mut Dice) -> Vec<u8> {
    let verb = dice.pick(&[
        "GET", "POST", "get", "G\u{0}T", "", "PUT /x", "HEAD", "\u{7f}", "CONNECT", "PRI",
    ]);
    let path = dice.pick(&[
        "/ja",
        "/ja/b/aoi-salon",
        "*",
        "ja",
        "//",
        "/%",
        "/%zz",
        "http://evil.example/ja",
        "/ja?%",
        "/\u{1}",
        "/ja#x",
        "/../../etc/passwd",
    ]);
    let version = dice.pick(&[
        "HTTP/1.1",
        "HTTP/1.0",
        "HTTP/9.9",
        "HTTP/",
        "",
        "HTCPCP/1.0",
        "HTTP/2.0",
    ]);
    let mut request = format!("{verb} {path} {version}\r\n");
    for _ in 0..dice.throw(5) {
        request += dice.pick(&[
            "Host: 127.0.0.1\r\n",
            "Host:\r\n",
            "Host: a\r\nHost: b\r\n",
            "Content-Length: 5\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 5\r\nContent-Length: 6\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Content-Type: application/x-www-form-urlencoded\r\n",
            "Cookie: =;=;;oc=%00\r\n",
            " folded: yes\r\n",
            "no colon\r\n",
            ": empty\r\n",
            "X: \u{0}\r\n",
            "X: ü\r\n",
            "Expect: 100-continue\r\n",
            "Connection: upgrade\r\nUpgrade: h2c\r\n",
            "Range: bytes=-\r\n",
            "Accept-Encoding: gzip;q=zz\r\n",
        ]);
    }
    request += dice.pick(&[
        "\r\n",
        "\n",
        "",
        "\r\n\r\n",
        "\r\nemail=x",
        "\r\n5\r\nhello\r\n0\r\n\r\n",
        "\r\nzz\r\n",
        "\r\nffffffffffffffff\r\n",
    ]);
    request.into_bytes()
}

#[test]
fn a001_a_thousand_malformed_requests_break_nothing() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let mut dice = Dice(20_261_120);
    let (mut answered, mut hung_up) = (0, 0);
    for _ in 0..1_000 {
        let request = malformed(&mut dice);
        match status(&exchange(&app, &request)) {
            Some(status) => {
                assert!(
                    status < 500 || status == 505,
                    "{status} to {:?}",
                    String::from_utf8_lossy(&request)
                );
                answered += 1;
            }
            None => hung_up += 1,
        }
    }
    assert!(answered > 300, "{answered} answered, {hung_up} hung up");
    assert_eq!(app.browser().visit("/readyz").status, 200);
}

#[test]
fn a017_another_host_is_not_repeated_and_an_old_browser_is_answered() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    for request in [
        "GET /ja HTTP/1.0\r\n\r\n",
        "GET /ja HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET /ja/b/aoi-salon HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n",
        "GET http://evil.example/ja HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET /ja/account HTTP/1.1\r\nHost: EVIL_.example:99\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n",
    ] {
        let answer = exchange(&app, request.as_bytes());
        let said = String::from_utf8_lossy(&answer).to_lowercase();
        assert!(
            status(&answer).is_some_and(|status| status < 500),
            "{request}: {said:.200}"
        );
        assert!(!said.contains("evil"), "{request}: {said:.400}");
    }
}

#[test]
fn no_header_can_be_slipped_into_an_answer() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let browser = app.browser();
    for path in [
        "/ja/account/sign-in?next=/ja/%0d%0aset-cookie:%20a=b",
        "/ja/b/aoi-salon%0d%0aset-cookie:%20a=b",
        "/ja?q=%0d%0aset-cookie:%20a=b",
    ] {
        let answer = browser.visit(path);
        assert!(
            answer.status < 500 && answer.header("set-cookie").is_none(),
            "{path}"
        );
    }
}

#[test]
fn a013_a_part_of_a_file_may_be_asked_for_in_any_words() {
    let (_app, _cast, browser) = house();
    let file = omotenashi::web::assets::url("site.css");
    let many: Vec<String> = (0..1000).map(|n| format!("{n}-{n}")).collect();
    for range in [
        "bytes=",
        "bytes=5-2",
        "bytes=-",
        "bytes=0-99999999999999999999",
        "lines=1-2",
        &format!("bytes={}", many.join(",")),
    ] {
        let answer = browser.with_header("range", range).visit(file);
        assert!(
            [200, 206, 416].contains(&answer.status),
            "{range}: {}",
            answer.status
        );
    }
}

#[test]
fn a019_whatever_a_browser_says_of_languages_there_is_a_page() {
    let (app, _cast, _browser) = house();
    let long = "ja,".repeat(3_500);
    for words in [
        long.as_str(),
        "ja;q=abc",
        "../",
        "xx",
        "",
        "*",
        "en;q=0,ja;q=0",
        ";;;,,,",
    ] {
        let answer = app
            .browser()
            .with_header("accept-language", words)
            .visit("/");
        assert_eq!(
            (answer.status, answer.location().as_deref()),
            (303, Some("/ja")),
            "{words:.20}"
        );
    }
    assert_eq!(
        app.browser()
            .with_header("accept-language", "en-GB")
            .visit("/")
            .location()
            .unwrap(),
        "/en"
    );
}

#[test]
fn a020_a_packed_form_is_not_unpacked_without_end() {
    let (_app, _cast, browser) = house();
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(b"email=").unwrap();
    for _ in 0..50 {
        packer.write_all(&[b'x'; 1024 * 1024]).unwrap();
    }
    let bomb = packer.finish().unwrap();
    assert!(bomb.len() < 64 * 1024, "{} bytes", bomb.len());
    let answer = browser.with_header("content-encoding", "gzip").send(
        reqwest::Method::POST,
        "/ja/account/sign-in",
        Some(bomb),
    );
    fair(&answer, &[400, 413, 415], "a bomb");
}
