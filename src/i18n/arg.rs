//! What a page may fill into a sentence: text and whole numbers. No fractions: money is whole
//! and lengths are minutes.

use fluent::FluentValue;
use std::borrow::Cow;

/// Something filled into a sentence. Templates pass fields by reference, hence the many `From`.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    Text(Cow<'a, str>),
    /// Written with the grouping of the language (`1,234`).
    Number(i64),
}

impl Arg<'_> {
    pub(super) fn value(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_ref()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! text {
    ($($kind:ty)+) => {$(
        impl<'a> From<$kind> for Arg<'a> {
            fn from(text: $kind) -> Self {
                Self::Text(Cow::Borrowed(text))
            }
        }
    )+};
}

macro_rules! number {
    ($($kind:ty)+) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(number: $kind) -> Self {
                // what does not fit is no number a person reads
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }

        impl From<&$kind> for Arg<'_> {
            fn from(number: &$kind) -> Self {
                Self::from(*number)
            }
        }
    )+};
}

text! { &'a str &'a &'a str &'a String &'a &'a String &'a Cow<'a, str> }
number! { u8 i16 u16 i32 u32 i64 u64 usize }
