//! A booking by hand as it is meant.

use super::{new_fields::parse_clock, new_form::NewForm, several_meant};
use crate::{
    base::{
        ids::{CustomerId, ResourceId, ServiceId},
        lang::Lang,
        msg::Msg,
        text::{self, NAME_MAX},
        time::instant,
    },
    domain::{
        bookings::{
            booking::Source,
            details::{Details, NOTE_MAX},
        },
        catalog::{coupon, option::ChoiceError, service::Service},
        customers::{
            card::Card,
            register::{Contact, Name},
        },
    },
    web::form::{Errors, fields, options::option_box},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// What is meant.
#[derive(Clone, Debug)]
pub struct Meant {
    /// What, with what was chosen besides.
    pub service: Service,
    /// With whom.
    pub resource: Option<ResourceId>,
    /// Whether the customer asked for that person.
    pub is_nominated: bool,
    /// From when.
    pub start: DateTime<Utc>,
    /// How many come.
    pub party: i16,
    /// What follows the first service.
    pub more: Vec<several_meant::Meant>,
    /// By telephone or at the counter.
    pub source: Source,
    /// For whom.
    pub details: Details,
    /// Their card.
    pub customer: Option<CustomerId>,
    /// Whether staff know that they are blocked.
    pub despite_block: bool,
    /// Why it may stand over another; empty: it may not.
    pub override_reason: String,
    /// The code of a coupon; may be empty.
    pub coupon: String,
    /// The form's key.
    pub key: String,
}

impl Meant {
    /// Every service of it, guest after guest.
    pub fn all(&self) -> Vec<several_meant::Meant> {
        let first = several_meant::Meant {
            guest: 0,
            service: self.service.clone(),
            resource: self.resource,
            is_nominated: self.is_nominated,
            party: self.party,
        };
        several_meant::in_line([vec![first], self.more.clone()].concat())
    }
}

/// Reads the form, or complains about all of it at once. Whoever has a card is called and reached as the card says.
pub fn parse(
    form: &NewForm,
    (services, card): (&[Service], Option<&Card>),
    (zone, lang): (Tz, Lang),
    errors: &mut Errors,
) -> Option<Meant> {
    let service = service(form, services, errors);
    let resource = form.staff.parse::<ResourceId>().ok();
    if resource.is_none() && !form.staff.is_empty() {
        errors.add("staff", Msg::new("form-choice-gone"));
    }
    let date = fields::date(errors, "date", &form.date);
    let time = parse_clock(errors, "time", &form.time);
    let start = date
        .zip(time)
        .and_then(|(date, time)| instant(zone, date, time));
    if start.is_none() && date.is_some() && time.is_some() {
        errors.add("time", Msg::new("desk-refusal-no-such-time"));
    }
    let party = party(form, service.as_ref(), errors);
    let more = several_meant::parse(form, (services, party.unwrap_or(1)), errors);
    let details = match card {
        Some(card) => of_a_card(form, card, errors),
        None => details(form, lang, errors),
    };
    let line = |typed: &str| text::line(typed, 200);
    let reason = fields::optional(errors, "override_reason", &form.override_reason, line)?;
    if !errors.is_empty() {
        return None;
    }
    Some(Meant {
        service: service?,
        resource,
        is_nominated: resource.is_some() && form.nominated == "yes",
        start: start?,
        party: party?,
        more,
        source: if form.source == "walk_in" {
            Source::WalkIn
        } else {
            Source::Phone
        },
        details: details?,
        customer: card.map(|card| card.id),
        despite_block: form.despite == "yes",
        override_reason: reason,
        coupon: coupon::code(&form.coupon),
        key: form.key.clone(),
    })
}

fn service(form: &NewForm, services: &[Service], errors: &mut Errors) -> Option<Service> {
    let id = form.service.parse::<ServiceId>().ok();
    let found = services.iter().find(|service| Some(service.id) == id);
    if found.is_none() {
        let missing = form.service.is_empty();
        errors.add(
            "service",
            if missing {
                Msg::new("desk-new-service-required")
            } else {
                Msg::new("form-choice-gone")
            },
        );
    }
    let chosen = found.cloned()?.with_options(&form.options());
    let (group, message) = match chosen {
        Ok(service) => return Some(service),
        // Of another service, or not there any more.
        Err(ChoiceError::Gone) => {
            errors.add("service", Msg::new("desk-options-gone"));
            return None;
        }
        Err(ChoiceError::Missing(group)) => (group, Msg::new("desk-option-required")),
        Err(ChoiceError::TooMany(group)) => (group, Msg::new("desk-option-single")),
    };
    errors.add(option_box(group), message);
    None
}

fn party(form: &NewForm, service: Option<&Service>, errors: &mut Errors) -> Option<i16> {
    let typed = if form.party.trim().is_empty() {
        "1"
    } else {
        &form.party
    };
    let party = i16::try_from(fields::number(errors, "party", typed, 1, 500)?).ok()?;
    let Some(service) = service else {
        return Some(party);
    };
    let (min, max) = (service.figures.party_min, service.figures.party_max);
    if (min..=max).contains(&party) {
        return Some(party);
    }
    errors.add(
        "party",
        Msg::new("form-people-range")
            .with("min", min)
            .with("max", max),
    );
    None
}

/// Name and, as far as they were told, ways to reach them. On the telephone a reading is often all there is of a name.
fn details(form: &NewForm, page: Lang, errors: &mut Errors) -> Option<Details> {
    let line = |typed: &str| text::line(typed, NAME_MAX);
    let family = fields::optional(errors, "family", &form.family, line);
    let given = fields::optional(errors, "given", &form.given, line);
    let family_kana = fields::optional(errors, "family_kana", &form.family_kana, text::kana);
    let given_kana = fields::optional(errors, "given_kana", &form.given_kana, text::kana);
    let full = fields::optional(errors, "full_name", &form.full_name, line);
    let phone = fields::optional(errors, "phone", &form.phone, text::phone);
    let email = fields::optional(errors, "email", &form.email, text::email);
    let paragraph = |typed: &str| text::paragraph(typed, NOTE_MAX);
    let note = fields::optional(errors, "note", &form.note, paragraph);
    let mut name = Name {
        family: family?,
        given: given?,
        family_kana: family_kana?,
        given_kana: given_kana?,
        display: full?,
    };
    let joined = |one: &str, other: &str| format!("{one} {other}").trim().to_owned();
    // What the page asked for decides; what it only carried along does not.
    if page == Lang::Ja {
        name.display = joined(&name.family, &name.given);
        if name.display.is_empty() {
            name.display = joined(&name.family_kana, &name.given_kana);
        }
    }
    if name.display.is_empty() {
        let field = match page {
            Lang::Ja => "family",
            Lang::En => "full_name",
        };
        errors.add(field, Msg::new("form-name-required"));
        return None;
    }
    let given = |text: String| Some(text).filter(|text| !text.is_empty());
    Some(Details {
        contact: Contact {
            name,
            email: given(email?),
            phone: given(phone?),
            lang: Lang::from_code(&form.language).unwrap_or(page),
        },
        note: note?,
        answers: Vec::new(),
    })
}

/// Of somebody with a card: all but an address that the card has not, and that was told just now.
fn of_a_card(form: &NewForm, card: &Card, errors: &mut Errors) -> Option<Details> {
    let email = fields::optional(errors, "email", &form.email, text::email);
    let paragraph = |typed: &str| text::paragraph(typed, NOTE_MAX);
    let note = fields::optional(errors, "note", &form.note, paragraph);
    let told = email?;
    Some(Details {
        contact: Contact {
            name: Name {
                family: card.family_name.clone(),
                given: card.given_name.clone(),
                family_kana: card.family_name_kana.clone(),
                given_kana: card.given_name_kana.clone(),
                display: card.name.clone(),
            },
            email: card
                .email
                .clone()
                .or(Some(told))
                .filter(|one| !one.is_empty()),
            phone: card.phone.clone(),
            lang: Lang::from_code(&card.locale).unwrap_or(Lang::Ja),
        },
        note: note?,
        answers: Vec::new(),
    })
}
