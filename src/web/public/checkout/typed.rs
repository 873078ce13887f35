//! What is typed on the details page, and what it means.

use crate::{
    base::{lang::Lang, msg::Msg, text},
    domain::{
        accounts::profile::Profile,
        bookings::details::{DRAFT, Details, NOTE_MAX},
        businesses::profile::{KanaRule, Profile as Business},
        customers::register::{Contact, Name},
    },
    i18n::Words,
    web::form::{
        Errors, fields,
        questions::{self, Picks},
    },
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct DetailsForm {
    #[serde(default, skip_serializing)]
    pub hold: String,
    /// `yes` when the other language was pressed, and not the way on.
    #[serde(default, skip_serializing)]
    pub switch: String,
    /// The file whose button was pressed: it is taken back.
    #[serde(default, skip_serializing)]
    pub drop: String,
    /// What nobody sees and nobody fills in.
    #[serde(default, skip_serializing)]
    pub website: String,
    #[serde(default)]
    pub family_name: String,
    #[serde(default)]
    pub given_name: String,
    #[serde(default)]
    pub full_name: String,
    #[serde(default)]
    pub family_kana: String,
    #[serde(default)]
    pub given_kana: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub note: String,
    /// What was answered to the shop's questions, box by box.
    #[serde(flatten)]
    pub picks: Picks,
}

impl DetailsForm {
    /// Parsed values, or every complaint at once. Japanese asks for two boxes and their reading, English for one; kana
    /// is never asked of somebody who reads English.
    pub fn parse(&self, profile: &Business, lang: Lang, errors: &mut Errors) -> Option<Details> {
        fields::trap(errors, &self.website);
        let name = match lang {
            Lang::Ja => self.japanese_name(profile.settings.kana_rule, errors),
            Lang::En => self.english_name(errors),
        };
        let phone = fields::optional(errors, "phone", &self.phone, text::phone);
        let email = fields::optional(errors, "email", &self.email, text::email);
        let note = fields::optional(errors, "note", &self.note, |typed| {
            text::paragraph(typed, NOTE_MAX)
        });
        let unreachable = [&phone, &email]
            .iter()
            .all(|way| way.as_deref() == Some(""));
        if unreachable {
            errors.add("phone", Msg::new("booking-contact-required"));
        }
        let (name, phone, email, note) = (name?, phone?, email?, note?);
        let given = |value: String| (!value.is_empty()).then_some(value);
        let contact = Contact {
            name,
            email: given(email),
            phone: given(phone),
            lang,
        };
        errors.is_empty().then_some(Details {
            contact,
            note,
            answers: Vec::new(),
        })
    }

    /// Whether the other language was pressed, and not the way on.
    pub fn is_switch(&self) -> bool {
        self.switch == "yes"
    }

    /// What was typed on a page of this language, together with what is `known` from a page of the other: a language asks
    /// for a name in its own way, and no name is lost on the way there and back.
    pub fn joined(self, lang: Lang, known: Self) -> Self {
        let whole = |form: &Self| format!("{} {}", form.family_name, form.given_name);
        match lang {
            Lang::Ja if ["", whole(&known).trim()].contains(&known.full_name.as_str()) => Self {
                full_name: whole(&self).trim().to_owned(),
                ..self
            },
            Lang::Ja => Self {
                full_name: known.full_name,
                ..self
            },
            Lang::En => Self {
                family_name: known.family_name,
                given_name: known.given_name,
                family_kana: known.family_kana,
                given_kana: known.given_kana,
                ..self
            },
        }
    }

    /// Put beside what a hold keeps already, as it was typed: right or wrong, but for letters that no database takes.
    pub fn kept_with(&self, details: &Value) -> Value {
        let mut kept = details.as_object().cloned().unwrap_or_default();
        let mut own = self.clone();
        own.picks.retain(|name, _| questions::is_question_box(name));
        let draft = serde_json::to_value(&own).unwrap_or_default();
        let texts = draft.as_object().into_iter().flatten();
        let plain = |text: &str| text.replace(|c: char| c.is_control() && c != '\n', "");
        let texts = texts.map(|(name, text)| {
            (
                name.clone(),
                json!(plain(text.as_str().unwrap_or_default())),
            )
        });
        kept.insert(DRAFT.to_owned(), texts.collect());
        Value::Object(kept)
    }

    fn japanese_name(&self, rule: KanaRule, errors: &mut Errors) -> Option<Name> {
        let part = |typed: &str| text::line(typed, text::NAME_MAX);
        let family = fields::required(
            errors,
            "family_name",
            &self.family_name,
            part,
            Msg::new("form-family-name-required"),
        );
        let given = fields::required(
            errors,
            "given_name",
            &self.given_name,
            part,
            Msg::new("form-given-name-required"),
        );
        let mut kana = |field: &'static str, typed: &str| match rule {
            KanaRule::Required => fields::required(
                errors,
                field,
                typed,
                text::kana,
                Msg::new("form-kana-required"),
            ),
            KanaRule::Optional => fields::optional(errors, field, typed, text::kana),
            KanaRule::Unused => Some(String::new()),
        };
        let family_kana = kana("family_kana", &self.family_kana);
        let given_kana = kana("given_kana", &self.given_kana);
        let (family, given) = (family?, given?);
        let display = format!("{family} {given}");
        Some(Name {
            family,
            given,
            family_kana: family_kana?,
            given_kana: given_kana?,
            display,
        })
    }

    fn english_name(&self, errors: &mut Errors) -> Option<Name> {
        let whole = |typed: &str| text::line(typed, text::NAME_MAX * 2);
        let display = fields::required(
            errors,
            "full_name",
            &self.full_name,
            whole,
            Msg::new("form-name-required"),
        )?;
        Some(Name {
            display,
            ..Name::default()
        })
    }
}

/// What a hold keeps, as it stands in the boxes: what was typed last, or else what was accepted.
pub fn kept(t: Words, held: &Value) -> DetailsForm {
    let draft = held.get(DRAFT).cloned();
    let draft = draft.and_then(|draft| serde_json::from_value::<DetailsForm>(draft).ok());
    let details = Details::from_json(held);
    match (draft, details) {
        (Some(draft), Some(details)) if draft.picks.is_empty() => DetailsForm {
            picks: questions::picks(&details.answers),
            ..draft
        },
        (Some(draft), _) => draft,
        (None, details) => {
            details.map_or_else(DetailsForm::default, |details| accepted(t, &details))
        }
    }
}

/// Whether nothing was typed for a hold yet.
pub fn is_untouched(held: &Value) -> bool {
    held.get(DRAFT).is_none() && Details::from_json(held).is_none()
}

/// What somebody has told of themselves, as it stands in the boxes.
pub fn own(t: Words, profile: Profile) -> DetailsForm {
    let names = profile.names;
    DetailsForm {
        full_name: names.display,
        family_name: names.family,
        given_name: names.given,
        family_kana: names.family_kana,
        given_kana: names.given_kana,
        phone: profile
            .phone
            .map(|phone| t.phone(&phone))
            .unwrap_or_default(),
        email: profile.email,
        ..DetailsForm::default()
    }
}

fn accepted(t: Words, details: &Details) -> DetailsForm {
    let name = details.contact.name.clone();
    DetailsForm {
        hold: String::new(),
        switch: String::new(),
        drop: String::new(),
        website: String::new(),
        full_name: name.display,
        family_name: name.family,
        given_name: name.given,
        family_kana: name.family_kana,
        given_kana: name.given_kana,
        phone: details
            .contact
            .phone
            .as_deref()
            .map(|phone| t.phone(phone))
            .unwrap_or_default(),
        email: details.contact.email.clone().unwrap_or_default(),
        note: details.note.clone(),
        picks: questions::picks(&details.answers),
    }
}
