//! What is needed to show a photograph: where its files lie and how large it is.

use crate::{base::ids::BusinessId, schema::businesses::business_media};
use diesel::prelude::*;

/// A photograph of a business.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = business_media)]
pub struct Picture {
    /// Whose.
    pub business_id: BusinessId,
    /// A file of the program, where it is not their own.
    pub url: String,
    /// Under what its files lie; empty for a file of the program.
    pub picture: String,
    /// How they end.
    pub ending: String,
    /// Of the widest.
    pub width: i32,
    /// Of the widest.
    pub height: i32,
    /// What it shows, Japanese.
    pub caption_ja: String,
    /// What it shows, English.
    pub caption_en: String,
    /// Where it is shown, as a word.
    pub place: String,
}

impl Picture {
    /// Width and height of the widest file.
    pub fn size(&self) -> (u32, u32) {
        let side = |side: i32| u32::try_from(side).unwrap_or(1).max(1);
        (side(self.width), side(self.height))
    }

    /// Whether it stands small beside a name.
    pub fn is_small(&self) -> bool {
        matches!(self.place.as_str(), "service" | "person")
    }
}

diesel::alias! {
    pub(super) const LOGOS: Alias<Logos> = business_media as logos;
}
