//! What a column of such a file may mean.

use serde::{Deserialize, Serialize};

/// One meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// The day.
    Date,
    /// When it begins.
    Start,
    /// When it ends.
    End,
    /// How long it is.
    Minutes,
    /// What they call it on their menu.
    Service,
    /// Who serves.
    Staff,
    /// The guest's whole name.
    Name,
    /// 姓
    Family,
    /// 名
    Given,
    /// The reading of the whole name.
    Kana,
    /// セイ
    FamilyKana,
    /// メイ
    GivenKana,
    /// Number.
    Phone,
    /// Address.
    Email,
    /// How many come.
    Party,
    /// What was agreed.
    Price,
    /// A remark.
    Note,
    /// What the booking is called there.
    Number,
    /// Whether it stands.
    Status,
}

impl Column {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 19] = [
        Self::Date,
        Self::Start,
        Self::End,
        Self::Minutes,
        Self::Service,
        Self::Staff,
        Self::Name,
        Self::Family,
        Self::Given,
        Self::Kana,
        Self::FamilyKana,
        Self::GivenKana,
        Self::Phone,
        Self::Email,
        Self::Party,
        Self::Price,
        Self::Note,
        Self::Number,
        Self::Status,
    ];

    /// As a form and the words of the house have it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Start => "start",
            Self::End => "end",
            Self::Minutes => "minutes",
            Self::Service => "service",
            Self::Staff => "staff",
            Self::Name => "name",
            Self::Family => "family",
            Self::Given => "given",
            Self::Kana => "kana",
            Self::FamilyKana => "family-kana",
            Self::GivenKana => "given-kana",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Party => "party",
            Self::Price => "price",
            Self::Note => "note",
            Self::Number => "number",
            Self::Status => "status",
        }
    }
}
