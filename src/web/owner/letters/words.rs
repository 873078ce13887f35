//! How letters, and what is filled into them, are called.

use crate::{
    base::{lang::Lang, msg::Msg},
    domain::notifications::{
        occasion::Occasion,
        placeholder::{Fault, Placeholder},
    },
    i18n::Words,
};
use std::str::FromStr;

/// Which letter, in which language: the end of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web::owner) struct Place(pub Occasion, pub Lang);

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (occasion, lang) = text.split_once('/').ok_or(())?;
        let occasion = Occasion::from_name(occasion).ok_or(())?;
        Ok(Self(occasion, Lang::from_code(lang).ok_or(())?))
    }
}

impl Place {
    /// Its page: a path below the back office.
    pub fn path(self) -> String {
        let Self(occasion, lang) = self;
        format!("{}/{}/{lang}", super::LIST, occasion.name())
    }
}

/// What a letter is called.
pub(super) fn called(t: Words, occasion: Occasion) -> String {
    t.wordings_occasion(occasion.name())
}

/// What is wrong with a text, and what to do.
pub(super) fn complaint(fault: &Fault) -> Msg {
    match fault {
        Fault::Unpaired(near) => Msg::new("wordings-unpaired")
            .with("example", Placeholder::ShopName.written())
            .with("near", near.as_str()),
        Fault::Unknown(typed, Some(nearest)) => Msg::new("wordings-unknown-nearest")
            .with("nearest", nearest.written())
            .with("typed", typed.as_str()),
        Fault::Unknown(typed, None) => Msg::new("wordings-unknown").with("typed", typed.as_str()),
        Fault::Elsewhere(known) => Msg::new("wordings-elsewhere").with("name", known.written()),
        Fault::Link(link) => Msg::new("wordings-link").with("link", link.as_str()),
    }
}
