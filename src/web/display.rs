//! How somebody wants the pages of their work shown and worked: by day or by night, in large letters, with keys. It is a
//! browser's, not a person's: the tablet at the counter and the telephone at home are looked at in different light.

use super::{cookies, site::Site};
use actix_web::{HttpRequest, HttpResponse, cookie::time::Duration};

/// Under which word a browser keeps it.
const WORD: &str = "display";
/// So long.
const LIFE: Duration = Duration::days(365);

/// The choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Display {
    /// Its light.
    pub theme: Theme,
    /// Large letters and wide rows (AX2).
    pub is_large: bool,
    /// Whether single letters do nothing (WCAG 2.1.4).
    pub is_keyless: bool,
}

/// The light of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Theme {
    /// As the device has it.
    #[default]
    Device,
    /// Light, whatever the device says.
    Light,
    /// Dark, whatever the device says.
    Dark,
}

impl Theme {
    /// All of them, as they are offered.
    pub const ALL: [Self; 3] = [Self::Device, Self::Light, Self::Dark];

    /// Its word in a form and in the page.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

impl Display {
    /// What the browser of a request keeps; whatever cannot be read is as if nothing were kept.
    pub fn of(site: &Site, request: &HttpRequest) -> Self {
        let kept = cookies::kept(site, request, WORD);
        kept.map_or_else(Self::default, |cookie| Self::read(cookie.value()))
    }

    /// The answer from which on the browser keeps it, for a year.
    pub fn keep(self, site: &Site, answer: HttpResponse) -> HttpResponse {
        cookies::keep(site, answer, (WORD, self.written()), LIFE)
    }

    /// The attribute of the page's root that chooses its light.
    pub fn theme(self) -> Option<&'static str> {
        (self.theme != Theme::Device).then(|| self.theme.word())
    }

    fn written(self) -> String {
        let large = if self.is_large { "large" } else { "" };
        let keyless = if self.is_keyless { "keyless" } else { "" };
        format!("{}.{large}.{keyless}", self.theme.word())
    }

    fn read(kept: &str) -> Self {
        let has = |word: &str| kept.split('.').any(|one| one == word);
        Self {
            theme: kept
                .split('.')
                .find_map(|one| one.parse().ok())
                .unwrap_or_default(),
            is_large: has("large"),
            is_keyless: has("keyless"),
        }
    }
}
