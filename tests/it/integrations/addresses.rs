//! Whose servers are asked, and whose never: judged when an address is typed, and again by whoever connects.

use super::receiver::{Receiver, Way};
use omotenashi::outside::{
    Address, Answer, Bounds, Lookup, Outside, OutsideError, Question, Reach, is_public,
};
use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

const BOUNDS: Bounds = Bounds {
    patience: Duration::from_millis(800),
    largest: 1000,
};

async fn ask(outside: &Outside, address: &Address) -> Result<Answer, OutsideError> {
    let question = Question {
        method: "POST",
        address,
        headers: &[("x-what", "hello")],
        body: b"body".to_vec(),
    };
    outside.ask(question, BOUNDS).await
}

/// Names lead to the first of these, then to the second, and so on; the last is asked again and again.
fn leading_to(ways: &'static [&'static [&'static str]]) -> (Lookup, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let lookup: Lookup = Arc::new(move |_name| {
        let place = count.fetch_add(1, Ordering::SeqCst).min(ways.len() - 1);
        let found: Vec<IpAddr> = ways[place].iter().map(|ip| ip.parse().unwrap()).collect();
        Box::pin(async move { Ok(found) })
    });
    (lookup, asked)
}

#[test]
fn only_addresses_of_the_whole_world_are_public() {
    let public = [
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "198.20.0.1",
        "203.0.112.1",
        "2606:4700:4700::1111",
        "2400:3200::1",
        "2001:4860:4860::8888",
    ];
    for ip in public {
        assert!(is_public(ip.parse().unwrap()), "{ip}");
    }
    let inner = [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ];
    for ip in inner {
        assert!(!is_public(ip.parse().unwrap()), "{ip}");
    }
}

#[test]
fn an_address_is_judged_however_it_is_written() {
    let private = [
        "https://127.0.0.1/",
        "https://localhost/",
        "https://LOCALHOST./",
        "https://a.localhost/",
        "https://0.0.0.0/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://169.254.169.254/latest/",
        "https://10.1.2.3/",
        "https://100.64.0.1/",
        "https://[fc00::1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://１２７.０.０.１/",
        "https://①②⑦.0.0.1/",
        "https://printer/",
        "https://metadata.google.internal/",
        "https://nas.local/",
        "https://1.1.1.1:8443/",
        "https://example.jp:22/",
    ];
    for text in private {
        assert_eq!(
            Address::parse(text, Reach::Public),
            Err(OutsideError::Private),
            "{text}"
        );
    }
    let wrong = [
        ("http://example.jp/", OutsideError::NotHttps),
        ("ftp://example.jp/", OutsideError::NotHttps),
        ("file:///etc/passwd", OutsideError::NotHttps),
        ("https://me:secret@example.jp/", OutsideError::Credentials),
        ("https://me@example.jp/", OutsideError::Credentials),
        ("example.jp", OutsideError::Unreadable),
        ("", OutsideError::Unreadable),
    ];
    for (text, error) in wrong {
        assert_eq!(Address::parse(text, Reach::Public), Err(error), "{text}");
    }
    for text in [
        "https://example.jp",
        "https://example.jp:443/x?y=z#part",
        "https://予約.example.jp/",
        "https://1.1.1.1/",
    ] {
        assert!(Address::parse(text, Reach::Public).is_ok(), "{text}");
    }
    let long = format!("https://example.jp/{}", "x".repeat(2000));
    assert_eq!(
        Address::parse(&long, Reach::Public),
        Err(OutsideError::Unreadable)
    );
    // Loopback is for tests alone, and nothing else with it.
    assert!(Address::parse("http://127.0.0.1:8080/", Reach::LoopbackToo).is_ok());
    for text in [
        "http://10.0.0.1/",
        "http://example.jp/",
        "http://192.168.0.1:80/",
    ] {
        assert!(Address::parse(text, Reach::LoopbackToo).is_err(), "{text}");
    }
}

#[tokio::test]
async fn a_name_that_leads_inside_is_refused_where_it_is_typed() {
    let ways: [&'static [&'static [&'static str]]; 3] =
        [&[&["127.0.0.1"]], &[&["8.8.8.8", "10.0.0.1"]], &[&[]]];
    for way in ways {
        let (lookup, asked) = leading_to(way);
        let outside = Outside::new(Reach::Public, lookup);
        let judged = outside.judged("https://hook.example.jp/").await;
        assert_eq!(judged, Err(OutsideError::Private), "{way:?}");
        assert_eq!(asked.load(Ordering::SeqCst), 1);
    }
    let (lookup, _) = leading_to(&[&["8.8.8.8"]]);
    let outside = Outside::new(Reach::Public, lookup);
    assert!(outside.judged("https://hook.example.jp/").await.is_ok());
}

#[tokio::test]
async fn a_name_that_leads_elsewhere_by_then_is_refused_by_whoever_connects() {
    let (lookup, asked) = leading_to(&[&["8.8.8.8"], &["127.0.0.1"]]);
    let outside = Outside::new(Reach::Public, lookup);
    let address = outside.judged("https://hook.example.jp/").await.unwrap();
    assert_eq!(
        ask(&outside, &address).await.unwrap_err(),
        OutsideError::Private
    );
    assert_eq!(
        asked.load(Ordering::SeqCst),
        2,
        "once where it is typed, once where it is asked"
    );
}

#[tokio::test]
async fn what_was_kept_while_more_was_allowed_is_judged_again() {
    let receiver = Receiver::start();
    let address = Address::parse(&receiver.url, Reach::LoopbackToo).unwrap();
    let refused = ask(&Outside::default(), &address).await.unwrap_err();
    assert_eq!(refused, OutsideError::NotHttps);
    assert!(receiver.told().is_empty());
}

#[tokio::test]
async fn nobody_is_followed_and_nobody_is_listened_to_for_ever() {
    let (receiver, other) = (Receiver::start(), Receiver::start());
    let outside = Outside::with_loopback();
    let address = Address::parse(&receiver.url, outside.reach()).unwrap();
    let answer = ask(&outside, &address).await.unwrap();
    assert_eq!((answer.status, answer.is_whole), (200, true));
    assert_eq!(receiver.told()[0].header("x-what"), "hello");

    receiver.does(Way::SendOn(other.url.clone()));
    let answer = ask(&outside, &address).await.unwrap();
    assert_eq!(
        (answer.status, answer.header("location")),
        (307, Some(other.url.as_str()))
    );
    assert!(other.told().is_empty());

    receiver.does(Way::Answer(200, "x".repeat(200_000)));
    let answer = ask(&outside, &address).await.unwrap();
    assert_eq!((answer.body.len(), answer.is_whole), (1000, false));

    receiver.does(Way::HangUp);
    let broken = ask(&outside, &address).await.unwrap_err();
    assert!(matches!(broken, OutsideError::NoAnswer(_)), "{broken:?}");

    receiver.does(Way::Dawdle(Duration::from_secs(20)));
    assert_eq!(
        ask(&outside, &address).await.unwrap_err(),
        OutsideError::TooSlow
    );
}

#[tokio::test]
async fn what_went_wrong_is_told_without_the_address() {
    let outside = Outside::with_loopback();
    let address = Address::parse("http://127.0.0.1:1/secret?token=abc", outside.reach()).unwrap();
    let error = ask(&outside, &address).await.unwrap_err();
    assert!(matches!(error, OutsideError::NoConnection(_)), "{error:?}");
    let said = format!("{error} {error:?} {address:?} {outside:?}");
    assert!(!said.contains("secret") && !said.contains("abc"), "{said}");
}
