//! The addresses of the back office about guests.

use super::answers::{DESK, KEYLESS, NOBODY, NOT_THEIRS, NOT_THERE, RIGHT, Row};

/// As [`super::table::TABLE`].
pub const GUESTS: &[Row] = &[
    ("GET", "/{lang}/owner/{slug}/customers", DESK),
    ("GET", "/{lang}/owner/{slug}/customers/new", RIGHT),
    ("POST", "/{lang}/owner/{slug}/customers/new", KEYLESS),
    ("GET", "/{lang}/owner/{slug}/customers/deleted", RIGHT),
    ("GET", "/{lang}/owner/{slug}/customers/export", RIGHT),
    ("POST", "/{lang}/owner/{slug}/customers/export", KEYLESS),
    ("GET", "/{lang}/owner/{slug}/customers/import", RIGHT),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/import",
        [400, 400, 400, 400, 303],
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/import/{import}",
        KEYLESS,
    ),
    ("GET", "/{lang}/owner/{slug}/customers/duplicates", RIGHT),
    ("POST", "/{lang}/owner/{slug}/customers/duplicates", KEYLESS),
    ("GET", "/{lang}/owner/{slug}/customers/merge", NOBODY),
    ("POST", "/{lang}/owner/{slug}/customers/merge", KEYLESS),
    ("GET", "/{lang}/owner/{slug}/customers/headings", RIGHT),
    ("POST", "/{lang}/owner/{slug}/customers/headings", KEYLESS),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/messages",
        RIGHT,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/messages",
        KEYLESS,
    ),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/chart",
        DESK,
    ),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/chart/new",
        DESK,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/chart/new",
        KEYLESS,
    ),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/chart/print",
        DESK,
    ),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/chart/{entry}",
        NOT_THEIRS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/chart/{entry}",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/chart/{entry}/state",
        KEYLESS,
    ),
    // What carries files is read only after it is known that there is such a visit.
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/chart/{entry}/photos",
        NOT_THEIRS,
    ),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/chart/{entry}/photos/{photo}",
        NOT_THEIRS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/chart/{entry}/photos/{photo}",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/chart/{entry}/photos/{photo}/state",
        KEYLESS,
    ),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/chart/{entry}/photos/{photo}/{file}",
        NOT_THEIRS,
    ),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/consents",
        DESK,
    ),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/consents/new",
        RIGHT,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/consents/new",
        KEYLESS,
    ),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/consents/print",
        DESK,
    ),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/consents/{consent}/withdrawal",
        NOT_THERE,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/consents/{consent}/withdrawal",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/consents/{consent}/restore",
        KEYLESS,
    ),
    ("GET", "/{lang}/owner/{slug}/customers/{customer}", DESK),
    (
        "GET",
        "/{lang}/owner/{slug}/customers/{customer}/edit",
        RIGHT,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/edit",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/remove",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/restore",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/notes",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/notes/{note}/remove",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/notes/{note}/restore",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/tags",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/tags/remove",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/vip",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/block",
        KEYLESS,
    ),
    (
        "POST",
        "/{lang}/owner/{slug}/customers/{customer}/unblock",
        KEYLESS,
    ),
];
