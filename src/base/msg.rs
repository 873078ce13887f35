//! What to say, not yet said. Rules and refusals know the reason but no language; they return a
//! `Msg`, and the page says it (`Words::msg`).

use super::bilingual::Bilingual;
use chrono::NaiveDate;

/// A Fluent message id and what is filled into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Msg {
    pub id: &'static str,
    pub args: Vec<(&'static str, MsgArg)>,
}

/// Something filled into a message: each language writes numbers and dates its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MsgArg {
    Text(String),
    Number(i64),
    /// Written with its year and weekday.
    Date(NaiveDate),
    /// What somebody has named, in the reader's language where it has a name in that.
    Named(Bilingual),
}

impl Msg {
    /// A message to which nothing is filled in, or to which `with` adds it. The id is written as
    /// a literal at this call: a tidy test reads it there.
    pub const fn new(id: &'static str) -> Self {
        Self {
            id,
            args: Vec::new(),
        }
    }

    /// Fills in one variable of the message; in the same expression as `new`, so that the tidy
    /// test can hold the names against the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<MsgArg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<String> for MsgArg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for MsgArg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Bilingual> for MsgArg {
    fn from(name: Bilingual) -> Self {
        Self::Named(name)
    }
}

impl From<NaiveDate> for MsgArg {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

macro_rules! number {
    ($($kind:ty)+) => {$(
        impl From<$kind> for MsgArg {
            fn from(number: $kind) -> Self {
                // what does not fit is no number a person reads
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}

number! { u8 i16 u16 i32 u32 i64 u64 usize }
