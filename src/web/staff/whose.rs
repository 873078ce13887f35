//! Whose list of a day it is: everybody's, or that of one person, room or table.

use super::sheet::Sheet;
use crate::{
    base::ids::ResourceId,
    domain::businesses::role::StaffRole,
    web::{session::SignedIn, ui::pager::Pager},
};

/// In the address: everybody's.
const ALL: &str = "all";

/// Whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's.
    All,
    /// One's.
    One(ResourceId),
}

impl Whose {
    /// As an address says; `None` where it names nobody.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            ALL => Some(Self::All),
            id => id.parse().ok().map(Self::One),
        }
    }

    /// Whoever was asked for. Whoever serves and does not keep the desk begins with their own (UX 10.2), but for a tablet that
    /// stands there for everybody.
    pub fn of(sheet: &Sheet, signed_in: &SignedIn, asked: &str) -> Self {
        let member = &sheet.at.member;
        let serves = member.role == StaffRole::ServiceProvider && signed_in.device.is_none();
        let own = member.resource.filter(|_| serves).map(Self::One);
        let is_there = |one: &Self| one.one().is_none_or(|id| sheet.resource(id).is_some());
        let asked = Self::named(asked).filter(is_there);
        asked.or(own.filter(is_there)).unwrap_or(Self::All)
    }

    /// The word for addresses and forms.
    pub fn word(self) -> String {
        match self {
            Self::All => ALL.to_owned(),
            Self::One(id) => id.to_string(),
        }
    }

    /// The one whose it is, if it is not everybody's.
    pub fn one(self) -> Option<ResourceId> {
        match self {
            Self::All => None,
            Self::One(id) => Some(id),
        }
    }

    /// The same on the days before and after.
    pub fn kept(self, mut pager: Pager) -> Pager {
        let pages = [&mut pager.earlier, &mut pager.later];
        for url in pages
            .into_iter()
            .flatten()
            .filter_map(|page| page.url.as_mut())
        {
            url.push_str("&staff=");
            url.push_str(&self.word());
        }
        pager
    }
}
