//! Where one's devices are, out of a file of the operator's own. The file here is written by hand, byte by byte as the
//! format says (MaxMind DB 2.0): one network, 203.0.113.0/24.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::Browser,
    people::{Cast, PASSWORD},
};
use omotenashi::{
    app,
    config::{Config, ConfigError},
};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const NETWORK: [u8; 3] = [203, 0, 113];

fn text(words: &str) -> Vec<u8> {
    let mut bytes = match u8::try_from(words.len()).unwrap() {
        length @ 0..29 => vec![2 << 5 | length],
        length => vec![2 << 5 | 29, length - 29],
    };
    bytes.extend(words.as_bytes());
    bytes
}

fn map(pairs: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = vec![7 << 5 | u8::try_from(pairs.len()).unwrap()];
    for (key, value) in pairs {
        bytes.extend(text(key));
        bytes.extend(value);
    }
    bytes
}

fn list(values: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = vec![u8::try_from(values.len()).unwrap(), 11 - 7];
    bytes.extend(values.concat());
    bytes
}

/// A number of a type and as many bytes as it has to have.
fn number(kind: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u8::try_from(bytes.len()).unwrap();
    let head = match kind {
        1..8 => vec![kind << 5 | length],
        _ => vec![length, kind - 7],
    };
    [head.as_slice(), bytes].concat()
}

fn named(ja: &str, en: &str) -> Vec<u8> {
    map(&[("names", map(&[("en", text(en)), ("ja", text(ja))]))])
}

/// The tree that leads to the one network, 24 bits down; whatever turns off elsewhere is not found.
fn tree() -> Vec<u8> {
    let bits = NETWORK
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    let nodes = 24_u32;
    let mut bytes = Vec::new();
    for (place, bit) in (0_u32..).zip(bits) {
        let onward = match place + 1 {
            next if next == nodes => nodes + 16,
            next => next,
        };
        let sides = if bit == 0 {
            [onward, nodes]
        } else {
            [nodes, onward]
        };
        for side in sides {
            bytes.extend(&side.to_be_bytes()[1..]);
        }
    }
    bytes
}

fn file(place: &Path, data: Vec<u8>) -> PathBuf {
    let about = map(&[
        ("binary_format_major_version", number(5, &[2])),
        ("binary_format_minor_version", number(5, &[])),
        ("build_epoch", number(9, &[0x65, 0, 0, 0])),
        ("database_type", text("Test-City")),
        ("description", map(&[("en", text("A test"))])),
        ("ip_version", number(5, &[4])),
        ("languages", list(&[text("en"), text("ja")])),
        ("node_count", number(6, &[24])),
        ("record_size", number(5, &[24])),
    ]);
    let bytes = [
        tree(),
        vec![0; 16],
        data,
        b"\xab\xcd\xefMaxMind.com".to_vec(),
        about,
    ];
    let path = place.join("city.mmdb");
    std::fs::write(&path, bytes.concat()).unwrap();
    path
}

fn kyoto() -> Vec<u8> {
    map(&[
        ("city", named("京都市", "Kyoto")),
        ("country", named("日本", "Japan")),
        ("subdivisions", list(&[named("京都府", "Kyoto Prefecture")])),
    ])
}

/// Daichi comes in from an address.
fn comes_from(app: &TestApp, cast: &Cast, address: &str) -> Browser {
    let browser = app.browser().with_header("x-forwarded-for", address);
    let page = browser.visit("/ja/account/sign-in");
    let inside = page
        .fill("email", &cast.daichi.email)
        .fill("password", PASSWORD)
        .send("ログインする");
    assert_eq!(inside.status, 303);
    browser
}

fn town(places: Option<PathBuf>) -> (TestApp, Cast) {
    let app = TestApp::start(TestOptions {
        trusted_proxies: 1,
        places,
        ..TestOptions::default()
    });
    let cast = Cast::of(&app);
    (app, cast)
}

#[test]
fn each_device_shows_where_it_is_in_the_readers_language_and_nothing_of_it_is_stored() {
    let folder = TempDir::new().unwrap();
    let (app, cast) = town(Some(file(folder.path(), kyoto())));
    let here = comes_from(&app, &cast, "203.0.113.7");
    comes_from(&app, &cast, "198.51.100.7");
    let page = here.open("/ja/account/sessions");
    let known = page.part(".offer", "203.0.113.7").text();
    assert!(known.contains("日本 京都府 京都市"), "{known}");
    let unknown = page.part(".offer", "198.51.100.7").text();
    assert!(!unknown.contains("場所"), "{unknown}");
    let english = here.open("/en/account/sessions").text();
    assert!(
        english.contains("Kyoto, Kyoto Prefecture, Japan"),
        "{english}"
    );
    let stored =
        "select count(*) from accounts.user_sessions where user_sessions::text ~ 'Kyoto|京都'";
    let found = app.platform(move |tx| {
        let line = format!("select ({stored})::text as line");
        Ok(crate::support::sql::lines(tx.conn(), &line))
    });
    assert_eq!(found, ["0"]);
}

#[test]
fn as_much_is_said_as_the_file_knows() {
    for (data, told) in [
        (map(&[("country", named("日本", "Japan"))]), "日本"),
        (
            map(&[
                ("city", named("京都市", "Kyoto")),
                ("country", named("日本", "Japan")),
            ]),
            "日本 京都市",
        ),
        (
            map(&[("country", map(&[("names", map(&[("en", text("Japan"))]))]))]),
            "Japan",
        ),
    ] {
        let folder = TempDir::new().unwrap();
        let (app, cast) = town(Some(file(folder.path(), data)));
        let here = comes_from(&app, &cast, "203.0.113.7");
        let line = here
            .open("/ja/account/sessions")
            .part(".offer", "203")
            .text();
        let said = format!("場所（IPアドレスからの推定）: {told}");
        assert!(line.trim().ends_with(&said), "{said}: {line}");
    }
}

#[test]
fn without_a_file_it_is_only_said_what_is_in_the_same_network() {
    let (app, cast) = town(None);
    let here = comes_from(&app, &cast, "203.0.113.7");
    comes_from(&app, &cast, "203.0.113.7");
    comes_from(&app, &cast, "198.51.100.7");
    let text = here.open("/en/account/sessions").text();
    assert_eq!(
        text.matches("Same network as this device").count(),
        1,
        "{text}"
    );
    assert!(!text.contains("Place ("), "{text}");
}

#[test]
fn a_file_that_is_missing_or_broken_is_named_at_the_start() {
    let folder = TempDir::new().unwrap();
    let whole = file(folder.path(), kyoto());
    let broken = folder.path().join("broken.mmdb");
    std::fs::write(&broken, &std::fs::read(&whole).unwrap()[..100]).unwrap();
    let opened = |path: &Path| -> Result<(), String> {
        let read = |name: &str| (name == "OC_PLACES").then(|| path.display().to_string());
        let config: Result<Config, Vec<ConfigError>> = Config::read(&read);
        let places = app::places(&config.unwrap());
        places.map(drop).map_err(|error| error.to_string())
    };
    assert_eq!(opened(&whole), Ok(()));
    for path in [&broken, &folder.path().join("nowhere.mmdb")] {
        let why = opened(path).unwrap_err();
        let begins = format!("{} cannot be read as a file of places", path.display());
        assert!(why.starts_with(&begins), "{why}");
    }
}
