//! The signature is the one of <https://www.standardwebhooks.com>, so that listeners need not write it themselves.

use base64::{Engine, engine::general_purpose::STANDARD};
use omotenashi::{base::ids::WebhookId, domain::integrations::signature};
use uuid::Uuid;

#[test]
fn what_is_sent_is_signed_as_the_standard_has_it() {
    // The example of the standard's own libraries.
    let key = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
    let body = br#"{"test": 2432232314}"#;
    let signed = signature::sign(&[key], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
    assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

#[test]
fn each_listener_and_each_renewal_has_a_secret_of_its_own() {
    let (one, other) = (WebhookId(Uuid::from_u128(1)), WebhookId(Uuid::from_u128(2)));
    let keys = [
        signature::key(b"house", one, 1),
        signature::key(b"house", one, 2),
        signature::key(b"house", other, 1),
        signature::key(b"mouse", one, 1),
    ];
    for (place, key) in keys.iter().enumerate() {
        assert_eq!(key.len(), 32);
        assert!(!keys[..place].contains(key));
        assert!(signature::shown(key).starts_with("whsec_"));
    }
    let both = signature::sign(&keys[..2], "x", 1, b"{}");
    assert_eq!(both.split(' ').count(), 2, "{both}");
}
