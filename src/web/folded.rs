//! Columns of the day that somebody has folded away in this browser: the tablet at the counter shows other people than the
//! telephone at home.

use super::{cookies, site::Site};
use crate::base::ids::ResourceId;
use actix_web::{HttpRequest, HttpResponse, cookie::time::Duration};

/// Under which word a browser keeps them.
const WORD: &str = "folded";
/// So long.
const LIFE: Duration = Duration::days(365);
/// So many at most: a cookie has no more room.
const MOST: usize = 60;

/// The columns, by the beginnings of their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded(Vec<String>);

impl Folded {
    /// What the browser of a request keeps.
    pub fn of(site: &Site, request: &HttpRequest) -> Self {
        let kept = cookies::kept(site, request, WORD);
        let is_key =
            |word: &&str| word.len() == 8 && word.bytes().all(|one| one.is_ascii_hexdigit());
        Self(kept.map_or_else(Vec::new, |cookie| {
            let words = cookie.value().split('.').filter(is_key).take(MOST);
            words.map(str::to_owned).collect()
        }))
    }

    /// Whether a column is folded.
    pub fn has(&self, column: ResourceId) -> bool {
        self.0.contains(&word(column))
    }

    /// With this column the other way round; the one that was folded first opens where there are too many.
    #[must_use]
    pub fn turned(mut self, column: ResourceId) -> Self {
        let word = word(column);
        if self.has(column) {
            self.0.retain(|known| *known != word);
        } else {
            self.0.push(word);
            let over = self.0.len().saturating_sub(MOST);
            self.0.drain(..over);
        }
        self
    }

    /// The answer from which on the browser keeps it, for a year.
    pub fn keep(&self, site: &Site, answer: HttpResponse) -> HttpResponse {
        cookies::keep(site, answer, (WORD, self.0.join(".")), LIFE)
    }
}

fn word(column: ResourceId) -> String {
    let (word, ..) = column.0.as_fields();
    format!("{word:08x}")
}
