//! What is typed on the details page, and what it means.

use crate::{
    base::{lang::Lang, msg::Msg, text},
    domain::{
        bookings::details::{Details, NOTE_MAX},
        businesses::profile::{KanaRule, Profile},
        customers::register::{Contact, Name},
    },
    web::{
        form::{Errors, fields},
        page::PageCtx,
    },
};
use serde::Deserialize;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct DetailsForm {
    #[serde(default)]
    pub hold: String,
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
}

impl DetailsForm {
    /// Parsed values, or every complaint at once. Japanese asks for two boxes and their reading, English for one; kana
    /// is never asked of somebody who reads English.
    pub fn parse(&self, profile: &Profile, lang: Lang, errors: &mut Errors) -> Option<Details> {
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
        errors.is_empty().then_some(Details { contact, note })
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

/// What was kept, as it stands in the boxes.
pub fn typed(ctx: &PageCtx, details: &Details) -> DetailsForm {
    let name = details.contact.name.clone();
    DetailsForm {
        hold: String::new(),
        full_name: name.display,
        family_name: name.family,
        given_name: name.given,
        family_kana: name.family_kana,
        given_kana: name.given_kana,
        phone: details
            .contact
            .phone
            .as_deref()
            .map(|phone| ctx.t.phone(phone))
            .unwrap_or_default(),
        email: details.contact.email.clone().unwrap_or_default(),
        note: details.note.clone(),
    }
}
