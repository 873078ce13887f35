//! What a page may fill into a sentence: text and whole numbers. No fractions: money is whole
//! and lengths are minutes.

use fluent::FluentValue;
use std::borrow::Cow;

/// Something filled into a sentence.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    Text(Cow<'a, str>),
    /// Written with the grouping of the language (`1,234`).
    Number(i64),
}

/// What can be filled in. Templates pass fields by reference, and fields and loop variables may
/// be references already: whatever can be filled in, can be so behind any number of them.
pub trait Fill {
    /// As an argument of a sentence.
    fn fill(&self) -> Arg<'_>;
}

impl Arg<'_> {
    pub(super) fn value(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_ref()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl<'a, T: Fill + ?Sized> From<&'a T> for Arg<'a> {
    fn from(value: &'a T) -> Self {
        value.fill()
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<T: Fill + ?Sized> Fill for &T {
    fn fill(&self) -> Arg<'_> {
        (**self).fill()
    }
}

impl Fill for str {
    fn fill(&self) -> Arg<'_> {
        Arg::Text(Cow::Borrowed(self))
    }
}

impl Fill for String {
    fn fill(&self) -> Arg<'_> {
        self.as_str().fill()
    }
}

impl Fill for Cow<'_, str> {
    fn fill(&self) -> Arg<'_> {
        self.as_ref().fill()
    }
}

macro_rules! number {
    ($($kind:ty)+) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(number: $kind) -> Self {
                // what does not fit is no number a person reads
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }

        impl Fill for $kind {
            fn fill(&self) -> Arg<'_> {
                Arg::from(*self)
            }
        }
    )+};
}

number! { u8 i16 u16 i32 u32 i64 u64 usize }
