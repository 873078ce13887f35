//! One line of text: label, whether it must be filled, hint, box, complaint.

use super::{lookup::Lookup, mark::Mark};
use askama::{Template, filters::HtmlSafe};

/// A box for one line. `name` is its name in the form; its id is `field-` and the name.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/text_field.html")]
pub struct TextField {
    pub name: String,
    pub label: String,
    /// What was typed before, as typed.
    pub value: String,
    pub entry: Entry,
    pub mark: Mark,
    pub hint: Option<String>,
    /// What is wrong, in the same words as in the error summary.
    pub complaint: Option<String>,
    /// Whether the page begins here: where it has no other purpose.
    pub first: bool,
    /// A word after the box, such as 分 or minutes.
    pub unit: Option<String>,
    /// What fills in the boxes that follow it.
    pub lookup: Option<Lookup>,
}

impl HtmlSafe for TextField {}

impl TextField {
    /// A box that nobody sees: what fills in whatever it finds fills it in, too. It is out of sight, out of the order of keys
    /// and not read out; where a page is shown without its style, its label says what to do.
    pub fn for_nobody(label: String) -> Self {
        Self {
            name: "website".to_owned(),
            label,
            entry: Entry::Nobodys,
            ..Self::default()
        }
    }

    /// Its name and its label, for the summary of complaints.
    pub fn called(&self) -> (&str, &str) {
        (&self.name, &self.label)
    }

    fn described_by(&self) -> Option<String> {
        described_by(&self.name, self.hint.is_some(), self.complaint.is_some())
    }
}

/// The ids of a field's hint and complaint, for `aria-describedby`.
pub(super) fn described_by(name: &str, hint: bool, complaint: bool) -> Option<String> {
    let hint = hint.then(|| format!("field-{name}-hint"));
    let complaint = complaint.then(|| format!("field-{name}-complaint"));
    match (hint, complaint) {
        (Some(hint), Some(complaint)) => Some(format!("{hint} {complaint}")),
        (hint, complaint) => hint.or(complaint),
    }
}

/// What is typed: it chooses the keyboard, what the browser may fill in, and how wide the box is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entry {
    #[default]
    Text,
    FamilyName,
    GivenName,
    FullName,
    /// The reading in kana: no browser knows it, so nothing is offered.
    Kana,
    Email,
    /// An e-mail address of somebody else: nothing is offered.
    OtherEmail,
    Phone,
    PostalCode,
    City,
    Street,
    Building,
    Organization,
    BirthYear,
    BirthMonth,
    BirthDay,
    /// A year as people write it, which may be one of an era: 平成30年.
    WrittenYear,
    /// A figure with at most a few digits.
    Number,
    /// An amount of money.
    Amount,
    /// Hours and minutes, typed; 25:30 is allowed, so no time picker.
    Time,
    /// A day, by the browser's own calendar.
    Date,
    OneTimeCode,
    /// Digits of an app, or else a recovery code: that has letters, which a keyboard of digits has not.
    OneTimeOrRecoveryCode,
    CurrentPassword,
    NewPassword,
    /// A few digits that nobody beside reads, and no browser keeps.
    Pin,
    Search,
    /// An address on the web.
    Link,
    /// Nothing: see [`TextField::for_nobody`].
    Nobodys,
}

impl Entry {
    fn kind(self) -> &'static str {
        match self {
            Self::Email | Self::OtherEmail => "email",
            Self::Phone => "tel",
            Self::CurrentPassword | Self::NewPassword | Self::Pin => "password",
            Self::Search => "search",
            Self::Date => "date",
            Self::Link => "url",
            _ => "text",
        }
    }

    fn keyboard(self) -> Option<&'static str> {
        match self {
            Self::PostalCode
            | Self::BirthYear
            | Self::BirthMonth
            | Self::BirthDay
            | Self::Number
            | Self::Amount
            | Self::OneTimeCode
            | Self::Pin => Some("numeric"),
            Self::Email | Self::OtherEmail => Some("email"),
            Self::Phone => Some("tel"),
            Self::OneTimeOrRecoveryCode => Some("text"),
            _ => None,
        }
    }

    fn fill(self) -> Option<&'static str> {
        match self {
            Self::FamilyName => Some("family-name"),
            Self::GivenName => Some("given-name"),
            Self::FullName => Some("name"),
            Self::Email => Some("email"),
            Self::Phone => Some("tel"),
            Self::PostalCode => Some("postal-code"),
            Self::City => Some("address-level2"),
            Self::Street => Some("address-line1"),
            Self::Building => Some("address-line2"),
            Self::Organization => Some("organization"),
            Self::BirthYear => Some("bday-year"),
            Self::BirthMonth => Some("bday-month"),
            Self::BirthDay => Some("bday-day"),
            Self::OneTimeCode | Self::OneTimeOrRecoveryCode => Some("one-time-code"),
            Self::CurrentPassword => Some("current-password"),
            Self::NewPassword => Some("new-password"),
            Self::OtherEmail | Self::Pin | Self::Search | Self::Nobodys => Some("off"),
            Self::Text
            | Self::Kana
            | Self::Number
            | Self::Amount
            | Self::Time
            | Self::Date
            | Self::WrittenYear
            | Self::Link => None,
        }
    }

    /// Which capitals a keyboard offers by itself; what is not prose is left as it is typed.
    fn capitals(self) -> &'static str {
        match self {
            Self::OneTimeOrRecoveryCode => "characters",
            _ => "none",
        }
    }

    fn is_nobodys(self) -> bool {
        self == Self::Nobodys
    }

    /// Spelling and capitals are left alone in what is not prose.
    fn is_exact(self) -> bool {
        !matches!(
            self,
            Self::Text | Self::FamilyName | Self::GivenName | Self::FullName | Self::Search
        )
    }

    fn width(self) -> &'static str {
        match self {
            Self::PostalCode
            | Self::BirthYear
            | Self::BirthMonth
            | Self::BirthDay
            | Self::Number
            | Self::Time => " input-short",
            Self::Amount
            | Self::Date
            | Self::OneTimeCode
            | Self::OneTimeOrRecoveryCode
            | Self::Phone
            | Self::Pin
            | Self::WrittenYear => " input-middle",
            _ => "",
        }
    }
}
