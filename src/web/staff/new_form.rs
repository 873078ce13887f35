//! A booking by hand as it is typed, and as it is meant.

use super::new_fields::parse_clock;
use crate::{
    base::{
        ids::{CustomerId, OptionId, ResourceId, ServiceId},
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
        catalog::{option::ChoiceError, service::Service},
        customers::register::{Contact, Name},
        scheduling::availability::Slot,
    },
    web::{
        form::{
            Errors, fields,
            options::{option_box, typed_options},
        },
        links,
        ui::{
            buttons::{PostButton, Voice},
            post_form::PostForm,
        },
    },
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use std::collections::HashMap;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewForm {
    /// The key of the session.
    pub csrf: String,
    /// The key of this form: sent twice, it makes one booking.
    pub key: String,
    /// What.
    pub service: String,
    /// With whom; empty is anybody.
    pub staff: String,
    /// `yes` when the customer asked for that person.
    pub nominated: String,
    /// The business day.
    pub date: String,
    /// From when.
    pub time: String,
    /// How many come.
    pub party: String,
    /// `phone` or `walk_in`.
    pub source: String,
    /// 姓
    pub family: String,
    /// 名
    pub given: String,
    /// セイ
    pub family_kana: String,
    /// メイ
    pub given_kana: String,
    /// The whole name, where it is asked for in one box.
    pub full_name: String,
    /// Number.
    pub phone: String,
    /// Address.
    pub email: String,
    /// The language to write to the customer in.
    pub language: String,
    /// Remarks.
    pub note: String,
    /// The card that staff came from.
    pub customer: String,
    /// `yes` when staff know that this guest is blocked.
    pub despite: String,
    /// Pressed the button that books over others.
    pub anyway: String,
    /// Why it may stand over another.
    pub override_reason: String,
    /// `yes` when the other language was pressed, and not the button.
    pub switch: String,
    /// What was chosen besides, as one field carries it.
    pub options: String,
    /// Boxes of options, each by its own name.
    #[serde(flatten)]
    pub picks: HashMap<String, String>,
}

impl NewForm {
    /// What was chosen besides.
    pub fn options(&self) -> Vec<OptionId> {
        typed_options(&self.options, &self.picks)
    }

    /// The name as one.
    fn whole_name(&self) -> String {
        format!("{} {}", self.family, self.given).trim().to_owned()
    }

    /// The whole form with another time in it, as one button.
    pub fn at(&self, action: &str, slot: &Slot, label: String) -> PostButton {
        let (date, time) = (slot.date.to_string(), slot.minute.to_string());
        let options = links::listed(&self.options());
        let pairs = [
            ("csrf", &self.csrf),
            ("key", &self.key),
            ("service", &self.service),
            ("staff", &self.staff),
            ("nominated", &self.nominated),
            ("date", &date),
            ("time", &time),
            ("party", &self.party),
            ("source", &self.source),
            ("family", &self.family),
            ("given", &self.given),
            ("family_kana", &self.family_kana),
            ("given_kana", &self.given_kana),
            ("full_name", &self.full_name),
            ("phone", &self.phone),
            ("email", &self.email),
            ("language", &self.language),
            ("note", &self.note),
            ("customer", &self.customer),
            ("despite", &self.despite),
            ("options", &options),
        ];
        PostButton {
            label,
            form: PostForm {
                action: action.to_owned(),
                hidden: pairs
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value.clone()))
                    .collect(),
            },
            voice: Voice::Quiet,
            small: true,
            ..PostButton::default()
        }
    }

    /// For a page of this language, with what a page of the other has asked for: a name in one box is made of its parts.
    pub fn for_page(self, lang: Lang) -> Self {
        match lang {
            Lang::En if self.full_name.is_empty() => Self {
                full_name: self.whole_name(),
                ..self
            },
            Lang::Ja | Lang::En => self,
        }
    }

    /// What a page of this language does not ask for and has to carry along, so that it is there on the way back.
    pub fn carried(&self, lang: Lang) -> Vec<(String, String)> {
        let made = self.whole_name();
        let card = [("customer", &self.customer), ("despite", &self.despite)];
        let carried = match lang {
            Lang::Ja if self.full_name == made => Vec::new(),
            Lang::Ja => vec![("full_name", &self.full_name)],
            Lang::En => vec![
                ("family", &self.family),
                ("given", &self.given),
                ("family_kana", &self.family_kana),
                ("given_kana", &self.given_kana),
            ],
        };
        carried
            .into_iter()
            .chain(card)
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect()
    }
}

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
    /// The form's key.
    pub key: String,
}

/// Reads the form, or complains about all of it at once.
pub fn parse(
    form: &NewForm,
    services: &[Service],
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
    let details = details(form, lang, errors);
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
        source: if form.source == "walk_in" {
            Source::WalkIn
        } else {
            Source::Phone
        },
        details: details?,
        customer: form.customer.parse().ok(),
        despite_block: form.despite == "yes",
        override_reason: reason,
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
