//! The boxes in which somebody says who they are, in the way of each language.

use super::typed::DetailsForm;
use crate::{
    base::lang::Lang,
    domain::businesses::profile::KanaRule,
    web::{
        form::Errors,
        page::PageCtx,
        ui::{
            mark::Mark,
            text_field::{Entry, TextField},
        },
    },
};

/// The boxes of the form, each with its complaint.
pub(super) struct Boxes<'a> {
    pub ctx: &'a PageCtx,
    pub errors: &'a Errors,
}

impl Boxes<'_> {
    /// A line.
    pub fn line(&self, name: &str, label: String, value: &str, entry: Entry) -> TextField {
        TextField {
            name: name.to_owned(),
            label,
            value: value.to_owned(),
            entry,
            complaint: self.errors.of(name, self.ctx.t),
            ..TextField::default()
        }
    }

    /// Two boxes in Japanese, family name first; one in English.
    pub fn names(&self, form: &DetailsForm) -> Vec<TextField> {
        let t = self.ctx.t;
        let boxes = match self.ctx.lang {
            Lang::Ja => vec![
                self.line(
                    "family_name",
                    t.booking_family_name(),
                    &form.family_name,
                    Entry::FamilyName,
                ),
                self.line(
                    "given_name",
                    t.booking_given_name(),
                    &form.given_name,
                    Entry::GivenName,
                ),
            ],
            Lang::En => vec![self.line(
                "full_name",
                t.booking_full_name(),
                &form.full_name,
                Entry::FullName,
            )],
        };
        let required = |field| TextField {
            mark: Mark::required(t.ui_required()),
            ..field
        };
        boxes.into_iter().map(required).collect()
    }

    /// The reading, where the business asks for it and the page is Japanese.
    pub fn kana(&self, form: &DetailsForm, rule: KanaRule) -> Vec<TextField> {
        let t = self.ctx.t;
        let mark = match (self.ctx.lang, rule) {
            (Lang::En, _) | (_, KanaRule::Unused) => return Vec::new(),
            (Lang::Ja, KanaRule::Required) => Mark::required(t.ui_required()),
            (Lang::Ja, KanaRule::Optional) => Mark::optional(t.ui_optional()),
        };
        let family = self.line(
            "family_kana",
            t.booking_family_kana(),
            &form.family_kana,
            Entry::Kana,
        );
        let given = self.line(
            "given_kana",
            t.booking_given_kana(),
            &form.given_kana,
            Entry::Kana,
        );
        vec![
            TextField {
                mark: mark.clone(),
                ..family
            },
            TextField { mark, ..given },
        ]
    }
}
