//! Browsers, known by what they call themselves.

use omotenashi::web::account::device::device;

#[test]
fn browsers_that_claim_to_be_others_are_known_for_what_they_are() {
    for (agent, said) in [
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
            (Some("Safari"), Some("iPhone")),
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/15.0.0",
            (Some("LINE"), Some("iPhone")),
        ),
        (
            "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
            (Some("Chrome"), Some("Android")),
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
            (Some("Edge"), Some("Windows")),
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0",
            (Some("Firefox"), Some("Mac")),
        ),
        ("curl/8.0", (None, None)),
        ("", (None, None)),
    ] {
        assert_eq!(device(agent), said, "{agent}");
    }
}
