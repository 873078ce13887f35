//! Every address we make, as functions: the scheme of HOUSE 2.8, in one place.

mod account;
mod desk;
mod guest;
mod letters;
mod owner;
mod poll;
mod waiting;

pub use account::{
    account, application, application_new, application_of_kind, code, code_by, confirm_identity,
    email, email_again, email_by, fill, identities, identity_link, identity_new, own, own_bookings,
    passkey, password, postal_code, reset, reset_by, second_factor, second_factor_at, second_step,
    sent, sessions, sign_in, sign_out, sign_up, sign_up_again, then, verification, visit_end, with,
};
pub use desk::{
    Prefill, absence, block, check_in, counter, counter_passkey, day, desk_act, desk_booking,
    new_booking, news, own_calendar, phone, pin, session, team, time_off,
};
pub use guest::{Visit, visit, why};
pub use letters::letters;
pub use owner::{owner, owner_asked};
pub use poll::{poll, poll_end, poll_new, poll_new_form};
pub use waiting::{
    any_waitlist, booking_earlier, waiting, waitlist, waitlist_sent, waitlist_visit,
};

use crate::base::{
    ids::{AnswerFileId, OptionId, ResourceId, ServiceId},
    lang::Lang,
};
use chrono::NaiveDate;

/// Find a business.
pub fn home(lang: Lang) -> String {
    format!("/{}", lang.code())
}

/// What a calendar outside reads. It has no language: whoever made it has one.
pub fn feed(token: &str) -> String {
    format!("/calendar/{token}/bookings.ics")
}

/// Who in the town is free then.
pub fn town(lang: Lang) -> String {
    format!("/{}/find", lang.code())
}

/// The same, asked.
pub fn town_asked(lang: Lang, query: &str) -> String {
    format!("{}?{query}", town(lang))
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

/// The coming sessions of a class.
pub fn class(lang: Lang, slug: &str, service: ServiceId) -> String {
    format!("/{}/b/{slug}/classes/{service}", lang.code())
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

/// Where the code of a coupon is sent.
pub fn coupon(lang: Lang, slug: &str) -> String {
    format!("/{}/b/{slug}/book/coupon", lang.code())
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

/// Another time for one of its services.
pub fn booking_part_move(lang: Lang, token: &str, part: i16) -> String {
    format!("/{}/bookings/{token}/parts/{part}/move", lang.code())
}

/// Calling one of its services off.
pub fn booking_part_cancel(lang: Lang, token: &str, part: i16) -> String {
    format!("/{}/bookings/{token}/parts/{part}/cancel", lang.code())
}

/// What the shop proposes for it instead.
pub fn booking_offers(lang: Lang, token: &str) -> String {
    format!("/{}/bookings/{token}/offers", lang.code())
}

/// What the shop asks about it.
pub fn booking_answer(lang: Lang, token: &str) -> String {
    format!("/{}/bookings/{token}/answer", lang.code())
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
