//! The addresses of accounts, and of the ways into them.

use crate::base::lang::Lang;

/// Coming in; afterwards back to `next`.
pub fn sign_in(lang: Lang, next: Option<&str>) -> String {
    let path = format!("/{}/account/sign-in", lang.code());
    next.map_or(path.clone(), |next| back_to(path, next))
}

/// The second factor; afterwards back to `next`.
pub fn second_step(lang: Lang, next: &str) -> String {
    back_to(format!("/{}/account/second-step", lang.code()), next)
}

/// Who is in proves who they are once more; afterwards back to `next`.
pub fn confirm_identity(lang: Lang, next: &str) -> String {
    back_to(format!("/{}/account/confirm", lang.code()), next)
}

fn back_to(path: String, next: &str) -> String {
    match serde_urlencoded::to_string([("next", next)]) {
        Ok(query) if !next.is_empty() => format!("{path}?{query}"),
        _ => path,
    }
}

/// Coming in with a passkey: `""` begins, `answer` ends.
pub fn passkey(lang: Lang, act: &str) -> String {
    match act {
        "" => format!("/{}/account/passkey", lang.code()),
        act => format!("/{}/account/passkey/{act}", lang.code()),
    }
}

/// The way to a provider.
pub fn with(lang: Lang, provider: &str) -> String {
    format!("/{}/account/with/{provider}", lang.code())
}

/// The ways into an account.
pub fn identities(lang: Lang) -> String {
    format!("/{}/account/identities", lang.code())
}

/// Linking one that has just been told.
pub fn identity_link(lang: Lang) -> String {
    format!("/{}/account/identities/link", lang.code())
}

/// A new account of one that has just been told.
pub fn identity_new(lang: Lang) -> String {
    format!("/{}/account/identities/new", lang.code())
}

/// A path and, after it, where to go afterwards.
pub fn then(path: &str, next: &str) -> String {
    back_to(path.to_owned(), next)
}

/// What somebody has to prove with, besides a password.
pub fn second_factor(lang: Lang) -> String {
    format!("/{}/account/second-factor", lang.code())
}

/// One page or act of it: `app`, `app/confirmation`, `app/removal`, `codes`.
pub fn second_factor_at(lang: Lang, act: &str) -> String {
    format!("{}/{act}", second_factor(lang))
}

/// Going out.
pub fn sign_out(lang: Lang) -> String {
    format!("/{}/account/sign-out", lang.code())
}

/// A new account.
pub fn sign_up(lang: Lang) -> String {
    format!("/{}/account/sign-up", lang.code())
}

/// A forgotten password: where a way back is asked for.
pub fn reset(lang: Lang) -> String {
    format!("/{}/account/reset", lang.code())
}

/// The way back itself.
pub fn reset_by(lang: Lang, token: &str) -> String {
    format!("/{}/account/reset/{token}", lang.code())
}

/// Six digits instead of a password: where they are asked for.
pub fn code(lang: Lang) -> String {
    format!("/{}/account/code", lang.code())
}

/// Where they are typed, by the browser that holds this ticket.
pub fn code_by(lang: Lang, ticket: &str) -> String {
    format!("/{}/account/code/{ticket}", lang.code())
}

/// Where an address is proved.
pub fn verification(lang: Lang, token: &str) -> String {
    format!("/{}/account/verification/{token}", lang.code())
}

/// Asks for the letter of a new account once more.
pub fn sign_up_again(lang: Lang) -> String {
    format!("/{}/account/sign-up/again", lang.code())
}

/// Asks for the letters about another address once more.
pub fn email_again(lang: Lang) -> String {
    format!("/{}/account/email/again", lang.code())
}

/// Says that a letter is on its way: about `sign-up` or `reset`.
pub fn sent(lang: Lang, about: &str) -> String {
    format!("/{}/account/{about}/sent", lang.code())
}

/// A new password for somebody who knows the old one.
pub fn password(lang: Lang) -> String {
    format!("/{}/account/password", lang.code())
}

/// Another address for an account.
pub fn email(lang: Lang) -> String {
    format!("/{}/account/email", lang.code())
}

/// Where an old or a new address agrees to that.
pub fn email_by(lang: Lang, token: &str) -> String {
    format!("/{}/account/email/{token}", lang.code())
}

/// Where somebody works.
pub fn account(lang: Lang) -> String {
    format!("/{}/account", lang.code())
}

/// One's own bookings: a heap, and how far down.
pub fn own_bookings(lang: Lang, heap: &str, page: i64) -> String {
    let path = format!("/{}/account/bookings", lang.code());
    match (heap, page) {
        ("coming", 0) => path,
        (_, 0) => format!("{path}?show={heap}"),
        _ => format!("{path}?show={heap}&page={page}"),
    }
}

/// Where somebody is signed in.
pub fn sessions(lang: Lang) -> String {
    format!("/{}/account/sessions", lang.code())
}

/// What somebody does with their own account: `profile`, `family`, `export`, `erase`, and what is below them.
pub fn own(lang: Lang, below: &str) -> String {
    format!("/{}/account/{below}", lang.code())
}

/// Where the details of a booking are filled in from an account.
pub fn fill(lang: Lang, slug: &str, hold: &str) -> String {
    format!("/{}/account/fill?shop={slug}&hold={hold}", lang.code())
}

/// A new application for a business.
pub fn application_new(lang: Lang) -> String {
    format!("/{}/account/businesses/new", lang.code())
}

/// The same for a kind of business that was chosen.
pub fn application_of_kind(lang: Lang, kind: &str) -> String {
    format!("{}?kind={kind}", application_new(lang))
}

/// One's own application, or what is done to it: `` (itself), `/edit`, `/papers`, `/sending`.
pub fn application(lang: Lang, slug: &str, rest: &str) -> String {
    format!("/{}/account/businesses/{slug}{rest}", lang.code())
}

/// Where a script asks what a postal code stands for.
pub fn postal_code(lang: Lang, code: &str) -> String {
    format!("/{}/account/postal-codes/{code}", lang.code())
}

/// Where an operator leaves somebody's place.
pub fn visit_end(lang: Lang) -> String {
    format!("/{}/account/visit/end", lang.code())
}
