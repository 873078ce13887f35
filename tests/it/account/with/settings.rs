//! The settings: what is named wrongly is said, all of it, before the site starts.

use omotenashi::{
    config::Config,
    oidc::{Algorithm, SecretIn},
};
use std::collections::BTreeMap;

fn read(pairs: &[(&str, &str)]) -> Result<Config, Vec<String>> {
    let all: BTreeMap<&str, &str> = pairs.iter().copied().collect();
    let read = Config::read(&|name| all.get(name).map(|value| (*value).to_owned()));
    read.map_err(|errors| errors.iter().map(ToString::to_string).collect())
}

#[test]
fn line_and_google_need_no_more_than_what_their_consoles_give() {
    let config = read(&[
        ("OC_OIDC", "line, google"),
        ("OC_OIDC_LINE_CLIENT_ID", "1234567890"),
        ("OC_OIDC_LINE_CLIENT_SECRET", "secret"),
        ("OC_OIDC_GOOGLE_CLIENT_ID", "abc.apps.googleusercontent.com"),
        ("OC_OIDC_GOOGLE_CLIENT_SECRET", "secret"),
    ]);
    let [line, google] = config.unwrap().providers.try_into().unwrap();
    assert_eq!(
        (line.label.as_str(), line.issuer.as_str()),
        ("LINE", "https://access.line.me")
    );
    assert_eq!(
        (line.algorithms, line.secret_in),
        (vec![Algorithm::Hs256], Some(SecretIn::Body))
    );
    assert_eq!(
        (google.label.as_str(), google.issuer.as_str()),
        ("Google", "https://accounts.google.com")
    );
    assert_eq!(
        (google.algorithms, google.secret_in),
        (vec![Algorithm::Rs256], None)
    );
}

#[test]
fn every_setting_that_cannot_be_used_is_named() {
    let wrong = read(&[
        ("OC_PUBLIC_URL", "https://yoyaku.example"),
        ("OC_OIDC", "line,line,Bad Name,aozora,plain"),
        ("OC_OIDC_LINE_CLIENT_ID", "1"),
        ("OC_OIDC_LINE_SECRET_IN", "pocket"),
        ("OC_OIDC_AOZORA_ISSUER", "https://access.line.me"),
        (
            "OC_OIDC_AOZORA_LABEL",
            "A name that is too long for a button",
        ),
        ("OC_OIDC_AOZORA_CLIENT_ID", "1"),
        ("OC_OIDC_AOZORA_CLIENT_SECRET", "1"),
        ("OC_OIDC_AOZORA_ALGORITHMS", "RS256,none"),
        ("OC_OIDC_PLAIN_ISSUER", "http://127.0.0.1:9"),
    ]);
    let wrong = wrong.unwrap_err();
    for expected in [
        "OC_OIDC: \"line\" must be small letters and digits, and stand there once",
        "OC_OIDC: \"Bad Name\" must be small letters and digits, and stand there once",
        "OC_OIDC_LINE_CLIENT_SECRET: is required, as OC_OIDC names this provider",
        "OC_OIDC_LINE_SECRET_IN: must be one of header, body",
        "OC_OIDC_AOZORA_ISSUER: is another provider's already",
        "OC_OIDC_AOZORA_LABEL: must be at most 30 characters",
        "OC_OIDC_AOZORA_ALGORITHMS: must be some of RS256, ES256, HS256",
        "OC_OIDC_PLAIN_ISSUER: must be https:// and a host (http:// only on this machine, in development)",
        "OC_OIDC_PLAIN_LABEL: is required, as OC_OIDC names this provider",
    ] {
        assert!(
            wrong.iter().any(|line| line == expected),
            "{expected} is missing in {wrong:#?}"
        );
    }
}

#[test]
fn a_secret_is_not_printed_with_its_settings() {
    let config = read(&[
        ("OC_OIDC", "line"),
        ("OC_OIDC_LINE_CLIENT_ID", "1234567890"),
        ("OC_OIDC_LINE_CLIENT_SECRET", "hush-hush"),
    ]);
    let printed = format!("{:?}", config.unwrap());
    assert!(printed.contains("1234567890") && !printed.contains("hush-hush"));
}
