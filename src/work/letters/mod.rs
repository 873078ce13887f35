//! The letters, one file each: what they tell, in the reader's language, as text and as HTML with the same words. No
//! letter carries what a customer wrote: anybody may type anybody's address, and nobody may write to strangers through
//! this house; for a clinic it would be an answer that must not travel by mail at all (UX 3.5).

mod about_business;
mod booking_cancelled;
mod booking_changed;
mod booking_confirmed;
mod booking_delayed;
mod booking_proposed;
mod booking_reminder;
mod calendar;
mod done;
mod facts;
mod frame;
mod own;
pub mod personal;
mod request;
mod series;
mod signature;
pub(super) mod time_off;
mod visit;
pub mod waiting;

use crate::{
    base::{ids::BookingId, lang::Lang, time::local},
    domain::{
        bookings::{
            booking::Booking, calendar::host_of, lines_told::ToldLine, link, series::read::Member,
        },
        businesses::profile::Profile,
        notifications::{delivery, placeholder::Placeholder, send::Kind, wishes, wording::Style},
    },
    i18n::Words,
    mail,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use frame::Frame;

/// What a letter is written from, read in one transaction.
#[derive(Clone, Debug)]
pub struct Material {
    /// The letter's row.
    pub letter: delivery::Letter,
    /// The booking it is about.
    pub booking: Booking,
    /// The business it comes from.
    pub profile: Profile,
    /// Whether somebody at the business did what the letter tells of.
    pub is_by_shop: bool,
    /// The bookings of a series that it tells of, in order of time; none where it is about one booking.
    pub series: Vec<Member>,
    /// The services of a visit, called-off ones too; none where there is one.
    pub lines: Vec<ToldLine>,
    /// How the shop wants its letters.
    pub style: Style,
}

/// Where letters are written: what no row knows.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The address of the site.
    pub public_url: &'a str,
    /// The address letters come from.
    pub from_address: &'a str,
    /// The house's secret, from which links are made.
    pub secret: &'a [u8],
    /// Where questions to whoever runs the site go.
    pub contact: Option<&'a str>,
    /// The date of the letter.
    pub now: DateTime<Utc>,
}

/// A letter's words.
struct Drawn {
    text: String,
    html: String,
}

/// A letter being written.
struct Draft<'a> {
    kind: Kind,
    material: &'a Material,
    desk: &'a Desk<'a>,
    t: Words,
}

/// Writes a letter. Fails only if a template does.
pub fn draw(
    kind: Kind,
    material: &Material,
    desk: &Desk<'_>,
) -> Result<mail::Letter, askama::Error> {
    let draft = Draft::of(kind, material, desk);
    let lang = draft.lang();
    let frame = Frame::new(&draft);
    let drawn = match kind {
        Kind::BookingConfirmed => booking_confirmed::draw(&draft, &frame),
        Kind::BookingChanged => booking_changed::draw(&draft, &frame),
        Kind::BookingCancelled => booking_cancelled::draw(&draft, &frame),
        Kind::BookingDelayed => booking_delayed::draw(&draft, &frame),
        Kind::RequestReceived
        | Kind::RequestWaiting
        | Kind::RequestProposed
        | Kind::RequestAnswered
        | Kind::RequestLapsed => request::draw(&draft, &frame),
        Kind::BookingReminder => booking_reminder::draw(&draft, &frame),
        Kind::BookingProposed => booking_proposed::draw(&draft, &frame),
        Kind::SeriesConfirmed | Kind::SeriesChanged | Kind::SeriesCancelled => {
            series::draw(&draft, &frame)
        }
    }?;
    let profile = &material.profile;
    Ok(mail::Letter {
        message_id: format!("{}@{}", material.letter.id, host_of(desk.public_url)),
        from_name: draft.t.letters_from_name(profile.name.text(lang)),
        reply_to: profile.email.clone().filter(|_| !kind.is_for_shop()),
        to: material.letter.to_email.clone().unwrap_or_default(),
        to_name: match kind.is_for_shop() {
            true => profile.name.text(lang).to_owned(),
            false => material.booking.customer.name.clone(),
        },
        subject: frame.subject.clone(),
        text: drawn.text,
        html: drawn.html,
        calendar: calendar::of(&draft, &draft.link()),
        unsubscribe: (kind == Kind::BookingReminder).then(|| draft.wishes_link()),
    })
}

/// What a placeholder becomes in a letter; nothing where the letter does not know.
pub fn filled(kind: Kind, material: &Material, desk: &Desk<'_>, of: Placeholder) -> Option<String> {
    own::value(&Draft::of(kind, material, desk), of)
}

impl<'a> Draft<'a> {
    fn of(kind: Kind, material: &'a Material, desk: &'a Desk<'a>) -> Self {
        let lang = Lang::from_code(&material.letter.locale).unwrap_or_default();
        Self {
            kind,
            material,
            desk,
            t: Words::of(lang),
        }
    }
}

impl Draft<'_> {
    fn lang(&self) -> Lang {
        self.t.lang()
    }

    /// How the shop speaks, by the name that messages know.
    fn tone(&self) -> &'static str {
        self.material.style.tone.label()
    }

    /// What the clock on the shop's wall shows at an instant.
    fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        local(self.material.profile.zone, instant)
    }

    /// The day it is at the shop, for dates without a year.
    fn today(&self) -> NaiveDate {
        self.local(self.desk.now).date()
    }

    /// Where it leads: the guest to their booking, the shop to its own page of it.
    fn link(&self) -> String {
        self.link_of(self.material.booking.row.id)
    }

    /// Where the guest says which letters they want.
    fn wishes_link(&self) -> String {
        let (url, lang, profile) = (self.desk.public_url, self.lang(), &self.material.profile);
        let customer = self.material.booking.row.customer_id;
        let token = wishes::token(self.desk.secret, (profile.id, customer));
        let slug = &profile.slug;
        format!("{url}/{lang}/b/{slug}/letters/{customer}/{}", token.text())
    }

    fn link_of(&self, booking: BookingId) -> String {
        if self.kind.is_for_shop() {
            let (url, lang) = (self.desk.public_url, self.lang());
            let slug = &self.material.profile.slug;
            return format!("{url}/{lang}/staff/{slug}/bookings/{booking}");
        }
        let token = link::token(self.desk.secret, booking);
        format!(
            "{}/{}/bookings/{}",
            self.desk.public_url,
            self.lang(),
            token.text()
        )
    }
}
