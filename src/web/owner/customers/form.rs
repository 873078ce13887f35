//! A card as it is typed, and as it is meant.

use crate::{
    base::{
        lang::Lang,
        msg::Msg,
        text::{self, NAME_MAX},
    },
    domain::customers::register::{Contact, Name},
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            mark::Mark,
            text_field::{Entry, TextField},
        },
    },
};
use serde::Deserialize;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CardForm {
    /// The key of the session.
    pub csrf: String,
    /// The version that was seen.
    pub version: String,
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
    /// The language to write in.
    pub language: String,
    /// `yes` when the other language was pressed, and not the button.
    pub switch: String,
}

impl CardForm {
    /// What is known, as it is typed.
    pub fn of(ctx: &PageCtx, contact: &Contact, version: i32) -> Self {
        let name = &contact.name;
        let phone = contact.phone.as_deref().map(|phone| ctx.t.phone(phone));
        Self {
            version: version.to_string(),
            family: name.family.clone(),
            given: name.given.clone(),
            family_kana: name.family_kana.clone(),
            given_kana: name.given_kana.clone(),
            full_name: name.display.clone(),
            phone: phone.unwrap_or_default(),
            email: contact.email.clone().unwrap_or_default(),
            language: contact.lang.code().to_owned(),
            ..Self::default()
        }
        .for_page(ctx.lang)
    }

    /// For a page of this language, with what a page of the other has asked for.
    pub fn for_page(self, lang: Lang) -> Self {
        let whole = joined(&self.family, &self.given);
        match lang {
            Lang::En if self.full_name.is_empty() => Self {
                full_name: whole,
                ..self
            },
            // A name that was only ever told as one stands in the first box as it is.
            Lang::Ja if whole.is_empty() => Self {
                family: self.full_name.clone(),
                ..self
            },
            Lang::Ja | Lang::En => self,
        }
    }

    /// What a page of this language does not ask for and has to carry along.
    pub fn carried(&self, lang: Lang) -> Vec<(&'static str, &str)> {
        match lang {
            Lang::Ja => Vec::new(),
            Lang::En => vec![("family", &self.family), ("given", &self.given)],
        }
    }

    /// Reads it, or complains about all of it at once.
    pub fn parse(&self, lang: Lang, errors: &mut Errors) -> Option<Contact> {
        let line = |typed: &str| text::line(typed, NAME_MAX);
        let family = fields::optional(errors, "family", &self.family, line);
        let given = fields::optional(errors, "given", &self.given, line);
        let family_kana = fields::optional(errors, "family_kana", &self.family_kana, text::kana);
        let given_kana = fields::optional(errors, "given_kana", &self.given_kana, text::kana);
        let full = fields::optional(errors, "full_name", &self.full_name, line);
        let phone = fields::optional(errors, "phone", &self.phone, text::phone);
        let email = fields::optional(errors, "email", &self.email, text::email);
        let mut name = Name {
            family: family?,
            given: given?,
            family_kana: family_kana?,
            given_kana: given_kana?,
            display: full?,
        };
        let whole = joined(&name.family, &name.given);
        match lang {
            Lang::Ja => name.display = whole,
            // Parts that no longer make the name are let go.
            Lang::En if whole != name.display => {
                name.family.clear();
                name.given.clear();
            }
            Lang::En => {}
        }
        if name.display.is_empty() {
            // On the telephone a reading is often all there is of a name.
            name.display = joined(&name.family_kana, &name.given_kana);
        }
        if name.display.is_empty() {
            errors.add(
                match lang {
                    Lang::Ja => "family",
                    Lang::En => "full_name",
                },
                Msg::new("form-name-required"),
            );
        }
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        let contact = Contact {
            name,
            email: given(email?),
            phone: given(phone?),
            lang: Lang::from_code(&self.language).unwrap_or(lang),
        };
        errors.is_empty().then_some(contact)
    }
}

fn joined(one: &str, other: &str) -> String {
    format!("{one} {other}").trim().to_owned()
}

/// The boxes.
pub struct Boxes {
    /// Two for the name, or one.
    pub names: Vec<TextField>,
    /// Two for the reading.
    pub kana: Vec<TextField>,
    /// Number.
    pub phone: TextField,
    /// Address.
    pub email: TextField,
    /// The language to write in.
    pub language: ChoiceField,
}

impl Boxes {
    /// Drawn with what was typed.
    pub fn of(ctx: &PageCtx, form: &CardForm, errors: &Errors) -> Self {
        let t = ctx.t;
        let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
            name: name.to_owned(),
            label,
            value: value.to_owned(),
            entry,
            complaint: errors.of(name, t),
            ..TextField::default()
        };
        let must = || Mark::required(t.ui_required());
        let names = match ctx.lang {
            Lang::Ja => vec![
                TextField {
                    mark: must(),
                    ..field("family", t.desk_family(), &form.family, Entry::Text)
                },
                field("given", t.desk_given(), &form.given, Entry::Text),
            ],
            Lang::En => vec![TextField {
                mark: must(),
                ..field("full_name", t.desk_name(), &form.full_name, Entry::Text)
            }],
        };
        let kana = [
            (
                "family_kana",
                t.customers_family_kana(),
                form.family_kana.as_str(),
            ),
            ("given_kana", t.customers_given_kana(), &form.given_kana),
        ];
        let languages = Lang::ALL.into_iter();
        let options = languages.map(|lang| Choice::language(lang, &form.language));
        Self {
            names,
            kana: kana
                .map(|(name, label, value)| field(name, label, value, Entry::Kana))
                .into(),
            phone: field("phone", t.desk_phone(), &form.phone, Entry::Phone),
            email: field("email", t.desk_email(), &form.email, Entry::OtherEmail),
            language: ChoiceField {
                name: "language".to_owned(),
                legend: t.customers_language(),
                side_by_side: true,
                options: options.collect(),
                ..ChoiceField::default()
            },
        }
    }

    /// Their names and labels, for the summary of complaints.
    pub fn called(&self) -> impl Iterator<Item = (&str, &str)> {
        self.names
            .iter()
            .chain(&self.kana)
            .chain([&self.phone, &self.email])
            .map(TextField::called)
    }
}
