//! Every address we make, as functions: the scheme of HOUSE 2.8, in one place.

mod desk;
mod owner;

pub use desk::{
    Prefill, block, check_in, counter, counter_passkey, day, desk_act, desk_booking, new_booking,
    phone, pin, team, time_off,
};
pub use owner::{owner, owner_asked};

use crate::base::{
    ids::{AnswerFileId, OptionId, ResourceId, ServiceId},
    lang::Lang,
};
use chrono::NaiveDate;

/// Find a business.
pub fn home(lang: Lang) -> String {
    format!("/{}", lang.code())
}

/// A business's own page.
pub fn business(lang: Lang, slug: &str) -> String {
    format!("/{}/b/{slug}", lang.code())
}

/// What a business tells by law.
pub fn legal(lang: Lang, slug: &str) -> String {
    format!("/{}/b/{slug}/legal", lang.code())
}

/// What whoever uses the site agrees to.
pub fn terms(lang: Lang) -> String {
    format!("/{}/terms", lang.code())
}

/// What the operator does with what it is told.
pub fn house_privacy(lang: Lang) -> String {
    format!("/{}/privacy", lang.code())
}

/// Whom to ask.
pub fn contact(lang: Lang) -> String {
    format!("/{}/contact", lang.code())
}

/// What is done so that everybody can use the site, and how that is known.
pub fn accessibility(lang: Lang) -> String {
    format!("/{}/accessibility", lang.code())
}

/// What the site does for a shop, and the door for those who want one.
pub fn for_shops(lang: Lang) -> String {
    format!("/{}/for-shops", lang.code())
}

/// What is sent to whom from these pages.
pub fn transmission(lang: Lang) -> String {
    format!("/{}/transmission", lang.code())
}

/// What becomes of what guests type.
pub fn privacy(lang: Lang, slug: &str) -> String {
    format!("/{}/b/{slug}/privacy", lang.code())
}

/// Step 1: the menu.
pub fn menu(lang: Lang, slug: &str) -> String {
    format!("/{}/b/{slug}/book", lang.code())
}

/// The menu again, to choose something else for a hold.
pub fn menu_for(lang: Lang, slug: &str, hold: &str) -> String {
    format!("{}?hold={hold}", menu(lang, slug))
}

/// How the times of a service are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// What.
    pub service: Option<ServiceId>,
    /// With whom.
    pub staff: Option<ResourceId>,
    /// From which business day.
    pub from: Option<NaiveDate>,
    /// What besides.
    pub options: Vec<OptionId>,
    /// For how many.
    pub party: Option<i16>,
    /// `table`, `list` or `month`.
    pub view: Option<&'static str>,
    /// The hold that is being changed.
    pub hold: Option<String>,
}

impl Times {
    fn query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        pairs.extend(self.service.map(|id| ("service", id.to_string())));
        if !self.options.is_empty() {
            pairs.push(("options", listed(&self.options)));
        }
        pairs.extend(self.staff.map(|id| ("staff", id.to_string())));
        pairs.extend(
            self.party
                .filter(|party| *party != 1)
                .map(|party| ("party", party.to_string())),
        );
        pairs.extend(self.from.map(|date| ("from", date.to_string())));
        pairs.extend(self.view.map(|view| ("view", view.to_owned())));
        pairs.extend(self.hold.clone().map(|hold| ("hold", hold)));
        serde_urlencoded::to_string(pairs).unwrap_or_default()
    }
}

/// Options as one field carries them.
pub fn listed(options: &[OptionId]) -> String {
    let ids: Vec<String> = options.iter().map(OptionId::to_string).collect();
    ids.join(",")
}

/// Step 2: free times, without what is asked.
pub fn any_times(lang: Lang, slug: &str) -> String {
    format!("/{}/b/{slug}/book/times", lang.code())
}

/// Step 2: free times.
pub fn times(lang: Lang, slug: &str, times: &Times) -> String {
    format!("/{}/b/{slug}/book/times?{}", lang.code(), times.query())
}

/// Where a chosen time is held.
pub fn hold(lang: Lang, slug: &str) -> String {
    format!("/{}/b/{slug}/book/hold", lang.code())
}

/// Where a hold gets its minutes once more.
pub fn extension(lang: Lang, slug: &str) -> String {
    format!("/{}/b/{slug}/book/extension", lang.code())
}

/// Step 3: who you are.
pub fn details(lang: Lang, slug: &str, hold: &str) -> String {
    format!("/{}/b/{slug}/book/details?hold={hold}", lang.code())
}

/// Step 4: the final check.
pub fn confirm(lang: Lang, slug: &str, hold: &str) -> String {
    format!("/{}/b/{slug}/book/confirm?hold={hold}", lang.code())
}

/// A booking, for whoever holds its token.
pub fn booking(lang: Lang, token: &str) -> String {
    format!("/{}/bookings/{token}", lang.code())
}

/// Another time for it.
pub fn booking_move(lang: Lang, token: &str) -> String {
    format!("/{}/bookings/{token}/move", lang.code())
}

/// Calling it off.
pub fn booking_cancel(lang: Lang, token: &str) -> String {
    format!("/{}/bookings/{token}/cancel", lang.code())
}

/// Its calendar file.
pub fn booking_calendar(lang: Lang, token: &str) -> String {
    format!("/{}/bookings/{token}/calendar.ics", lang.code())
}

/// Its receipt.
pub fn booking_receipt(lang: Lang, token: &str) -> String {
    format!("/{}/bookings/{token}/receipt", lang.code())
}

/// A file that a question was answered with.
pub fn booking_file(lang: Lang, token: &str, file: AnswerFileId) -> String {
    format!("/{}/bookings/{token}/files/{file}", lang.code())
}

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

/// When operators were in the place of those who work at a business.
pub fn visits(lang: Lang, slug: &str) -> String {
    format!("/{}/staff/{slug}/visits", lang.code())
}

/// The operators' pages: `` (the first), `/businesses`, `/flags`.
pub fn operator(lang: Lang, rest: &str) -> String {
    format!("/{}/operator{rest}", lang.code())
}

/// The offer of a seat, for whoever has its letter.
pub fn invitation(lang: Lang, token: &str) -> String {
    format!("/{}/account/invitation/{token}", lang.code())
}

/// Caught letters, in development.
pub fn dev_mail() -> &'static str {
    "/dev/mail"
}
