//! A booking by hand as it is typed.

use super::several::{self, further};
use crate::{
    base::{ids::OptionId, lang::Lang, text},
    domain::scheduling::availability::Slot,
    web::{
        form::options::typed_options,
        links,
        ui::{
            buttons::{PostButton, Voice},
            post_form::PostForm,
        },
    },
};
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
    /// The code of a coupon.
    pub coupon: String,
    /// The card that staff came from, or that was found.
    pub customer: String,
    /// By what somebody with a card is looked for.
    pub q: String,
    /// By what they were looked for the last time.
    pub sought: String,
    /// Which button was pressed, of those that only draw the form anew: `find`, `times`, `other`.
    pub act: String,
    /// Which card was pressed, of those that were found.
    pub take: String,
    /// Which of the free times was pressed: the day, a `T` and the time.
    pub at: String,
    /// `yes` when staff know that this guest is blocked.
    pub despite: String,
    /// Pressed the button that books over others.
    pub anyway: String,
    /// Why it may stand over another.
    pub override_reason: String,
    /// `yes` when it is to be repeated.
    pub repeat: String,
    /// `yes` when the other language was pressed, and not the button.
    pub switch: String,
    /// What was chosen besides, as one field carries it.
    pub options: String,
    /// Boxes of options, each by its own name.
    #[serde(flatten)]
    pub picks: HashMap<String, String>,
}

/// What the button says that looks for somebody with a card.
pub const FIND: &str = "find";

/// What is done with the form as it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Somebody is looked for.
    Find,
    /// It is drawn as it is, with what can be said of it by now.
    Draw,
    /// The booking is made.
    Book,
}

impl NewForm {
    /// What was pressed, and the form as it is by that. Whoever typed into the box for somebody with a card and has not looked
    /// yet looks first, whatever was pressed: else a second card would come of it.
    pub fn pressed(self) -> (Act, Self) {
        let act = match self.act.as_str() {
            _ if !self.take.is_empty() => Act::Draw,
            FIND => Act::Find,
            "times" | "other" => Act::Draw,
            act if several::is_one(act) => Act::Draw,
            _ if self.switch == "yes" => Act::Draw,
            _ => Act::Book,
        };
        let is_open = self.customer.is_empty() && !text::is_blank(&self.q);
        let act = match act {
            Act::Book if is_open && self.q != self.sought => Act::Find,
            act => act,
        };
        let (date, time) = match self.at.split_once('T') {
            Some((date, time)) => (date.to_owned(), time.to_owned()),
            None => (self.date, self.time),
        };
        let customer = match (self.act.as_str(), self.take.is_empty()) {
            ("other", _) => String::new(),
            (_, false) => self.take.clone(),
            (_, true) => self.customer,
        };
        // Another guest has not asked for whom the first one asked for.
        let nominated = match self.act.as_str() {
            "other" => String::new(),
            _ => self.nominated,
        };
        let said = match act {
            Act::Find => FIND.to_owned(),
            _ => self.act,
        };
        let form = Self {
            date,
            time,
            customer,
            nominated,
            act: said,
            ..self
        };
        (act, several::pressed(form))
    }

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
            ("coupon", &self.coupon),
            ("customer", &self.customer),
            ("despite", &self.despite),
            ("repeat", &self.repeat),
            ("options", &options),
        ];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.clone()));
        let more = several::pairs(&further(self));
        PostButton {
            label,
            form: PostForm {
                action: action.to_owned(),
                hidden: pairs.into_iter().chain(more).collect(),
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

    /// What a page of this language does not ask for and has to carry along, so that it is there on the way back. Of somebody
    /// with a card nothing is: the card has it.
    pub fn carried(&self, lang: Lang) -> Vec<(String, String)> {
        let made = self.whole_name();
        let card = [
            ("customer", &self.customer),
            ("despite", &self.despite),
            ("sought", &self.sought),
        ];
        let carried = match lang {
            _ if !self.customer.is_empty() => Vec::new(),
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
