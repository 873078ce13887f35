//! Letters about a waiting list: whether the address is theirs, what is offered until when, and that it is over. They are from
//! the shop, and say until when as its clock does.

use super::{
    Desk,
    facts::Fact,
    frame::{Frame, Link, greeting},
    personal::Said,
    signature::Signature,
};
use crate::{
    base::{bilingual::Bilingual, lang::Lang, quiet, time::local},
    domain::{
        bookings::{
            calendar::host_of,
            waitlist::{self, entry::Entry},
        },
        businesses::{profile::Profile, vertical::Vertical},
        notifications::{delivery, tone::Tone, waiting::Kind},
        scheduling::hold::Held,
    },
    i18n::{Words, format::When},
    mail,
};
use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};

/// What such a letter is written from, read in one transaction.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Which letter.
    pub kind: Kind,
    /// Its row.
    pub letter: delivery::Letter,
    /// The place on the list.
    pub entry: Entry,
    /// The shop.
    pub profile: Profile,
    /// What is waited for, while it is on the menu.
    pub service: Option<Bilingual>,
    /// What is held, or was.
    pub held: Option<Held>,
    /// What to call the reader.
    pub name: String,
    /// How the shop speaks.
    pub tone: Tone,
}

#[derive(Template)]
#[template(path = "letters/personal.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
    closing: &'a [String],
}

#[derive(Template)]
#[template(path = "letters/personal.html")]
struct Html<'a> {
    frame: &'a Frame,
    opening: &'a str,
    closing: &'a [String],
}

/// A day that lies in nobody's year, so that the year is always written: letters are kept.
const NO_DAY: NaiveDate = NaiveDate::MIN;

/// Writes a letter. Fails only if a template does.
pub fn draw(waiting: &Waiting, desk: &Desk<'_>) -> Result<mail::Letter, askama::Error> {
    let t = Words::of(Lang::from_code(&waiting.letter.locale).unwrap_or_default());
    let profile = &waiting.profile;
    let today = local(profile.zone, desk.now).date();
    let said = said(waiting, t, today);
    let ours = match waiting.kind {
        Kind::Lapsed => t.letters_closing_over(waiting.tone.label()),
        Kind::Asked | Kind::Offered => t.letters_closing_waits(waiting.tone.label()),
    };
    let frame = Frame {
        t,
        subject: said.subject,
        greeting: greeting(t, &waiting.name, waiting.tone.label()),
        opening: Vec::new(),
        facts: facts(waiting, t),
        link: Some(link(waiting, desk, t)),
        closing: ours.lines().map(str::to_owned).collect(),
        signature: Signature::of_shop(t, profile),
    };
    let (opening, closing) = (said.opening.as_str(), said.closing.as_slice());
    let text = Text {
        frame: &frame,
        opening,
        closing,
    }
    .render()?;
    let html = Html {
        frame: &frame,
        opening,
        closing,
    }
    .render()?;
    Ok(mail::Letter {
        message_id: format!("{}@{}", waiting.letter.id, host_of(desk.public_url)),
        from_name: t.letters_from_name(profile.name.text(t.lang())),
        reply_to: profile.email.clone(),
        to: waiting.letter.to_email.clone().unwrap_or_default(),
        to_name: waiting.name.clone(),
        subject: frame.subject.clone(),
        text,
        html,
        calendar: None,
        unsubscribe: None,
    })
}

/// The letter's own sentences; the subject of a clinic says nothing, because subjects are read over shoulders (UX 3.5).
fn said(waiting: &Waiting, t: Words, today: NaiveDate) -> Said {
    let (profile, tone) = (&waiting.profile, waiting.tone.label());
    let shop = profile.name.text(t.lang());
    let at = waiting.held.as_ref().map_or_else(String::new, |held| {
        t.at(
            held.business_date,
            local(profile.zone, held.start_at),
            today,
        )
    });
    let hour = |minutes: u16| t.wall_time(u32::from(minutes));
    let (subject, opening, closing) = match waiting.kind {
        Kind::Asked if waiting.entry.proved_at.is_some() => (
            t.letters_waiting_known_subject(shop),
            t.letters_waiting_known_opening(tone),
            Vec::new(),
        ),
        Kind::Asked => (
            t.letters_waiting_asked_subject(shop),
            t.letters_waiting_asked_opening(tone),
            vec![
                t.letters_waiting_asked_life(),
                t.letters_waiting_asked_not_you(),
            ],
        ),
        Kind::Offered => (
            t.letters_waiting_offered_subject(at, shop),
            match waiting.entry.booking_id {
                Some(_) => t.letters_waiting_earlier_opening(tone),
                None => t.letters_waiting_offered_opening(tone),
            },
            vec![
                t.letters_waiting_night(hour(quiet::EVENING), hour(quiet::MORNING)),
                t.letters_waiting_next(),
            ],
        ),
        Kind::Lapsed => (
            t.letters_waiting_lapsed_subject(at, shop),
            match waiting.entry.booking_id {
                Some(_) => t.letters_waiting_lapsed_earlier(tone),
                None => t.letters_waiting_lapsed_opening(tone),
            },
            Vec::new(),
        ),
    };
    let subject = match profile.vertical {
        Vertical::Clinic => t.letters_waiting_subject_clinic(),
        _ => subject,
    };
    Said {
        subject,
        opening,
        closing,
    }
}

/// Where it leads: to the place on the list, where everything can be done.
fn link(waiting: &Waiting, desk: &Desk<'_>, t: Words) -> Link {
    let label = match waiting.kind {
        Kind::Asked if waiting.entry.proved_at.is_none() => t.letters_waiting_asked_link(),
        Kind::Offered => t.letters_waiting_offered_link(),
        Kind::Asked | Kind::Lapsed => t.letters_waiting_link(),
    };
    let id = waiting.entry.id;
    let url = format!(
        "{}/{}/b/{}/waitlist/{id}/{}",
        desk.public_url,
        t.lang(),
        waiting.profile.slug,
        waitlist::token(desk.secret, id).text()
    );
    Link::new(t, url, label)
}

fn facts(waiting: &Waiting, t: Words) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut fact = |label: String, value: String, other_lang: Option<&'static str>| {
        facts.push(Fact {
            line: t.letters_fact(&label, &value),
            label,
            value,
            other_lang,
        });
    };
    if let Some(held) = &waiting.held {
        fact(t.letters_when(), when(waiting, held, t), None);
    }
    if let Some(service) = &waiting.service {
        let name = service.written(t.lang());
        let label = t.businesses_menu(waiting.profile.vertical.slug());
        fact(label, name.text, name.other_lang);
    }
    if waiting.entry.party_size > 1 {
        let people = t.people(waiting.entry.party_size.into());
        fact(t.letters_people(), people, None);
    }
    if let Some(deadline) = waiting
        .entry
        .response_deadline
        .filter(|_| waiting.kind == Kind::Offered)
    {
        let until = moment(waiting, deadline, t);
        fact(t.letters_waiting_deadline(), until, None);
    }
    facts
}

fn when(waiting: &Waiting, held: &Held, t: Words) -> String {
    let zone = waiting.profile.zone;
    let when = When {
        business_date: held.business_date,
        start: local(zone, held.start_at),
        end: local(zone, held.end_at),
        minutes: u32::try_from(held.minutes()).unwrap_or_default(),
    };
    t.when(&when, NO_DAY)
}

/// An instant as the shop's clock shows it.
fn moment(waiting: &Waiting, at: DateTime<Utc>, t: Words) -> String {
    let wall = local(waiting.profile.zone, at);
    t.at(wall.date(), wall, NO_DAY)
}
