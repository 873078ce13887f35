//! What is held at set times, and questions to a group: none of the five looks at a class or was asked anything.

use super::answers::{DESK, KEYLESS, NOT_THEIRS, NOT_THERE, RIGHT, Row};

/// Method, address, answers.
pub const CLASSES: &[Row] = &[
    ("GET", "/{lang}/b/{slug}/classes/{service}", [404; 5]),
    ("GET", "/{lang}/b/{slug}/polls/new", [404; 5]),
    ("POST", "/{lang}/b/{slug}/polls/new", [404; 5]),
    ("GET", "/{lang}/b/{slug}/polls/{token}", [404; 5]),
    ("POST", "/{lang}/b/{slug}/polls/{token}", [404; 5]),
    ("POST", "/{lang}/b/{slug}/polls/{token}/end", [404; 5]),
    ("GET", "/{lang}/owner/{slug}/menu/{service}/class", RIGHT),
    ("POST", "/{lang}/owner/{slug}/menu/{service}/class", KEYLESS),
    (
        "POST",
        "/{lang}/owner/{slug}/menu/{service}/class/state",
        KEYLESS,
    ),
    ("GET", "/{lang}/staff/{slug}/sessions", DESK),
    ("GET", "/{lang}/staff/{slug}/sessions/new", RIGHT),
    ("POST", "/{lang}/staff/{slug}/sessions/new", KEYLESS),
    (
        "GET",
        "/{lang}/staff/{slug}/sessions/{service}/{date}/{minute}",
        NOT_THEIRS,
    ),
    (
        "POST",
        "/{lang}/staff/{slug}/sessions/{service}/{date}/{minute}/attend",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/staff/{slug}/sessions/{service}/{date}/{minute}/keep",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/staff/{slug}/sessions/{service}/{date}/{minute}/again",
        KEYLESS,
    ),
    (
        "GET",
        "/{lang}/staff/{slug}/sessions/{service}/{date}/{minute}/print",
        NOT_THEIRS,
    ),
    (
        "GET",
        "/{lang}/staff/{slug}/sessions/{service}/{date}/{minute}/move",
        NOT_THERE,
    ),
    (
        "POST",
        "/{lang}/staff/{slug}/sessions/{service}/{date}/{minute}/move",
        KEYLESS,
    ),
    (
        "GET",
        "/{lang}/staff/{slug}/sessions/{service}/{date}/{minute}/cancel",
        NOT_THERE,
    ),
    (
        "POST",
        "/{lang}/staff/{slug}/sessions/{service}/{date}/{minute}/cancel",
        KEYLESS,
    ),
];
