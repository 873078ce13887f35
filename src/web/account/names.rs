//! The boxes for a name: family name first, the reading beside it in Japanese, and what somebody is called as a whole.

use crate::{
    base::{lang::Lang, msg::Msg, text},
    domain::accounts::names::Names,
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::{
            mark::Mark,
            text_field::{Entry, TextField},
        },
    },
};
use serde::Deserialize;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct NameForm {
    #[serde(default)]
    pub family_name: String,
    #[serde(default)]
    pub given_name: String,
    #[serde(default)]
    pub family_kana: String,
    #[serde(default)]
    pub given_kana: String,
    #[serde(default)]
    pub name: String,
}

/// The boxes as a page shows them.
pub struct NameBoxes {
    pub parts: Vec<TextField>,
    pub kana: Vec<TextField>,
    pub called: TextField,
    /// A reading that this page does not ask for goes along unseen, so that it is not lost.
    pub hidden: Vec<(&'static str, String)>,
}

impl NameBoxes {
    /// Each box that is seen, by its name and its label.
    pub fn called(&self) -> impl Iterator<Item = (&str, &str)> {
        let parts = self.parts.iter().chain(&self.kana);
        parts.chain([&self.called]).map(TextField::called)
    }
}

/// Whose name it is: the browser offers one's own and nobody else's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Own,
    Another,
}

/// What somebody is called who says nothing else about it. A name in Japanese letters has the family first, on whichever
/// page it is typed.
fn composed(family: &str, given: &str, lang: Lang) -> String {
    let whole = if lang == Lang::Ja || [family, given].into_iter().any(text::has_japanese) {
        format!("{family} {given}")
    } else {
        format!("{given} {family}")
    };
    whole.trim().to_owned()
}

impl NameForm {
    /// A name as it stands in the boxes. What was made of the parts is made of them again, so its box stays empty: filled
    /// in, it would stand against every change of the parts.
    pub fn of(names: &Names) -> Self {
        let made = [Lang::Ja, Lang::En]
            .map(|lang| composed(&names.family, &names.given, lang))
            .contains(&names.display);
        Self {
            family_name: names.family.clone(),
            given_name: names.given.clone(),
            family_kana: names.family_kana.clone(),
            given_kana: names.given_kana.clone(),
            name: match made {
                true => String::new(),
                false => names.display.clone(),
            },
        }
    }

    /// The name, or every complaint about it. What somebody is called as a whole is made of the parts where it is left
    /// empty; one of the three boxes is enough.
    pub fn parse(&self, lang: Lang, errors: &mut Errors) -> Option<Names> {
        let part = |typed: &str| text::line(typed, text::NAME_MAX);
        let family = fields::optional(errors, "family_name", &self.family_name, part);
        let given = fields::optional(errors, "given_name", &self.given_name, part);
        let (family_kana, given_kana) = match lang {
            Lang::Ja => (
                fields::optional(errors, "family_kana", &self.family_kana, text::kana),
                fields::optional(errors, "given_kana", &self.given_kana, text::kana),
            ),
            // Nobody sees them here, so nobody could mend them.
            Lang::En => (
                Some(text::kana(&self.family_kana).unwrap_or_default()),
                Some(text::kana(&self.given_kana).unwrap_or_default()),
            ),
        };
        let whole = fields::optional(errors, "name", &self.name, |typed| {
            text::line(typed, text::NAME_MAX * 2)
        });
        let (family, given, whole) = (family?, given?, whole?);
        let display = match whole.is_empty() {
            false => whole,
            true => composed(&family, &given, lang),
        };
        if display.is_empty() {
            errors.add("family_name", Msg::new("form-name-required"));
            return None;
        }
        Some(Names {
            family,
            given,
            family_kana: family_kana?,
            given_kana: given_kana?,
            display,
        })
    }

    /// The boxes, each with its complaint.
    pub fn boxes(&self, ctx: &PageCtx, whose: Whose, errors: &Errors) -> NameBoxes {
        let t = ctx.t;
        let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
            name: name.to_owned(),
            label,
            value: value.to_owned(),
            entry,
            complaint: errors.of(name, t),
            ..TextField::default()
        };
        let own = |entry: Entry| match whose {
            Whose::Own => entry,
            Whose::Another => Entry::Text,
        };
        let kana = |name: &str, label: String, value: &str| TextField {
            mark: Mark::optional(t.ui_optional()),
            ..field(name, label, value, Entry::Kana)
        };
        let is_japanese = ctx.lang == Lang::Ja;
        NameBoxes {
            parts: vec![
                field(
                    "family_name",
                    t.booking_family_name(),
                    &self.family_name,
                    own(Entry::FamilyName),
                ),
                field(
                    "given_name",
                    t.booking_given_name(),
                    &self.given_name,
                    own(Entry::GivenName),
                ),
            ],
            kana: if is_japanese {
                vec![
                    kana("family_kana", t.booking_family_kana(), &self.family_kana),
                    kana("given_kana", t.booking_given_kana(), &self.given_kana),
                ]
            } else {
                Vec::new()
            },
            called: TextField {
                hint: Some(t.accounts_profile_called_hint()),
                mark: Mark::optional(t.ui_optional()),
                ..field(
                    "name",
                    t.accounts_profile_called(),
                    &self.name,
                    own(Entry::FullName),
                )
            },
            hidden: if is_japanese {
                Vec::new()
            } else {
                vec![
                    ("family_kana", self.family_kana.clone()),
                    ("given_kana", self.given_kana.clone()),
                ]
            },
        }
    }
}
