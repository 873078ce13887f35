//! The table itself.

/// Method and address; what Aoi (owner), Ben (works there), Chika (owns another), Daichi (the customer) and Emi (nobody)
/// are answered. A post is sent without the form's key: nobody's is taken, and who has no seat is not told of one.
pub const ROUTES: &[(&str, &str, [u16; 5])] = &[
    ("GET", "/", [303; 5]),
    ("GET", "/healthz", [200; 5]),
    ("GET", "/readyz", [200; 5]),
    ("GET", "/dev/mail", [404; 5]),
    ("GET", "/dev/mail/{number}", [404; 5]),
    ("GET", "/static/{hash}/{name}", [200; 5]),
    ("HEAD", "/static/{hash}/{name}", [200; 5]),
    ("GET", "/{lang}", [200; 5]),
    ("GET", "/{lang}/transmission", [200; 5]),
    ("GET", "/{lang}/b/{slug}", [200; 5]),
    ("GET", "/{lang}/b/{slug}/legal", [200; 5]),
    ("GET", "/{lang}/b/{slug}/privacy", [200; 5]),
    ("GET", "/{lang}/b/{slug}/book", [200; 5]),
    ("GET", "/{lang}/b/{slug}/book/times", [200; 5]),
    ("POST", "/{lang}/b/{slug}/book/hold", [404; 5]),
    ("POST", "/{lang}/b/{slug}/book/extension", [404; 5]),
    ("GET", "/{lang}/b/{slug}/book/details", [404; 5]),
    ("POST", "/{lang}/b/{slug}/book/details", [404; 5]),
    ("GET", "/{lang}/b/{slug}/book/confirm", [404; 5]),
    ("POST", "/{lang}/b/{slug}/book/confirm", [404; 5]),
    ("GET", "/{lang}/bookings/{token}", [200; 5]),
    ("GET", "/{lang}/bookings/{token}/move", [200; 5]),
    ("POST", "/{lang}/bookings/{token}/move", [400; 5]),
    ("GET", "/{lang}/bookings/{token}/cancel", [200; 5]),
    ("POST", "/{lang}/bookings/{token}/cancel", [400; 5]),
    ("GET", "/{lang}/bookings/{token}/calendar.ics", [200; 5]),
    ("GET", "/{lang}/account", [303; 5]),
    ("GET", "/{lang}/account/bookings", [200, 200, 200, 200, 303]),
    ("GET", "/{lang}/account/sign-in", [200; 5]),
    ("POST", "/{lang}/account/sign-in", [422; 5]),
    ("GET", "/{lang}/account/sign-up", [200; 5]),
    ("POST", "/{lang}/account/sign-up", [422; 5]),
    ("GET", "/{lang}/account/sign-up/sent", [200; 5]),
    ("GET", "/{lang}/account/verification/{token}", [410; 5]),
    ("POST", "/{lang}/account/verification/{token}", [410; 5]),
    ("GET", "/{lang}/account/code", [200; 5]),
    ("POST", "/{lang}/account/code", [422; 5]),
    ("GET", "/{lang}/account/code/{token}", [200; 5]),
    ("POST", "/{lang}/account/code/{token}", [422; 5]),
    ("GET", "/{lang}/account/reset", [200; 5]),
    ("POST", "/{lang}/account/reset", [422; 5]),
    ("GET", "/{lang}/account/reset/sent", [200; 5]),
    ("GET", "/{lang}/account/reset/{token}", [410; 5]),
    ("POST", "/{lang}/account/reset/{token}", [410; 5]),
    ("GET", "/{lang}/account/email", [200, 200, 200, 200, 303]),
    ("POST", "/{lang}/account/email", KEYLESS),
    ("GET", "/{lang}/account/email/sent", [200; 5]),
    ("GET", "/{lang}/account/email/{token}", [410; 5]),
    ("POST", "/{lang}/account/email/{token}", [410; 5]),
    ("GET", "/{lang}/account/password", [200, 200, 200, 200, 303]),
    (
        "POST",
        "/{lang}/account/password",
        [403, 403, 403, 403, 303],
    ),
    ("POST", "/{lang}/account/sign-out", [303; 5]),
    ("GET", "/{lang}/account/sessions", [200, 200, 200, 200, 303]),
    (
        "POST",
        "/{lang}/account/sessions",
        [403, 403, 403, 403, 303],
    ),
    // A business of one's own, on its way in.
    ("GET", "/{lang}/account/businesses/new", MEMBERS),
    ("POST", "/{lang}/account/businesses/new", KEYLESS),
    ("GET", "/{lang}/account/businesses/{slug}", OWNER),
    ("GET", "/{lang}/account/businesses/{slug}/edit", SENT_ON),
    ("POST", "/{lang}/account/businesses/{slug}/edit", KEYLESS),
    ("POST", "/{lang}/account/businesses/{slug}/sending", KEYLESS),
    // No form of ours: it carries no file.
    (
        "POST",
        "/{lang}/account/businesses/{slug}/papers",
        [400, 400, 400, 400, 303],
    ),
    (
        "GET",
        "/{lang}/account/businesses/{slug}/papers/{id}",
        NOBODY,
    ),
    (
        "POST",
        "/{lang}/account/businesses/{slug}/papers/{id}/removal",
        KEYLESS,
    ),
    // The operators', of whom none is among the five.
    ("GET", "/{lang}/operator", NOBODY),
    ("GET", "/{lang}/operator/businesses", NOBODY),
    ("GET", "/{lang}/operator/businesses/{id}", NOBODY),
    ("GET", "/{lang}/operator/businesses/{id}/{act}", NOBODY),
    ("POST", "/{lang}/operator/businesses/{id}/{act}", KEYLESS),
    ("GET", "/{lang}/operator/papers/{id}", NOBODY),
    ("GET", "/{lang}/operator/bookings", NOBODY),
    ("POST", "/{lang}/operator/bookings", KEYLESS),
    ("GET", "/{lang}/operator/flags", NOBODY),
    ("GET", "/{lang}/operator/flags/new", NOBODY),
    ("POST", "/{lang}/operator/flags/new", KEYLESS),
    ("GET", "/{lang}/operator/flags/{id}", NOBODY),
    ("POST", "/{lang}/operator/flags/{id}", KEYLESS),
    ("GET", "/{lang}/staff/{slug}", [303; 5]),
    ("GET", "/{lang}/staff/{slug}/today", DESK),
    ("GET", "/{lang}/staff/{slug}/day", DESK),
    ("GET", "/{lang}/staff/{slug}/print", DESK),
    ("GET", "/{lang}/staff/{slug}/bookings/new", DESK),
    ("POST", "/{lang}/staff/{slug}/bookings/new", KEYLESS),
    ("GET", "/{lang}/staff/{slug}/bookings/{id}", DESK),
    (
        "POST",
        "/{lang}/staff/{slug}/bookings/{id}/progress",
        KEYLESS,
    ),
    ("POST", "/{lang}/staff/{slug}/bookings/{id}/undo", KEYLESS),
    ("POST", "/{lang}/staff/{slug}/bookings/{id}/note", KEYLESS),
    ("GET", "/{lang}/staff/{slug}/bookings/{id}/move", DESK),
    ("POST", "/{lang}/staff/{slug}/bookings/{id}/move", KEYLESS),
    ("GET", "/{lang}/staff/{slug}/bookings/{id}/cancel", DESK),
    ("POST", "/{lang}/staff/{slug}/bookings/{id}/cancel", KEYLESS),
];
/// A page behind the counter: for those who work there; for others there is nothing, and strangers may sign in.
const DESK: [u16; 5] = [200, 200, 404, 404, 303];
/// A form behind the counter without its key.
const KEYLESS: [u16; 5] = [403, 403, 403, 403, 303];
/// A page that there is for nobody of the five; strangers may sign in.
const NOBODY: [u16; 5] = [404, 404, 404, 404, 303];
/// A page for whoever is signed in.
const MEMBERS: [u16; 5] = [200, 200, 200, 200, 303];
/// A page for the owner alone.
const OWNER: [u16; 5] = [200, 404, 404, 404, 303];
/// The same, where the owner is sent on.
const SENT_ON: [u16; 5] = [303, 404, 404, 404, 303];
