//! The addresses of the back office of a business.

use crate::base::lang::Lang;

/// The back office or, with a path, what is below it: `hours`, `menu/{id}`.
pub fn owner(lang: Lang, slug: &str, path: &str) -> String {
    let below = if path.is_empty() { "" } else { "/" };
    format!("/{}/owner/{slug}{below}{path}", lang.code())
}

/// A page below the back office, with what is looked for there.
pub fn owner_asked(lang: Lang, slug: &str, (path, typed): (&str, &str)) -> String {
    let query = serde_urlencoded::to_string([("q", typed)]).unwrap_or_default();
    owner(lang, slug, &format!("{path}?{query}"))
}
