//! What is wrong with a file, said by its name.

use crate::{
    base::{msg::Msg, unseen::drop_unseen},
    domain::businesses::photo::MOST,
    media::{
        Refused,
        judge::{LARGEST, MOST_PIXELS, SHORTEST_SIDE},
    },
};

/// The longest name that is said.
const LONGEST_NAME: usize = 60;

/// A file's own name, without its folders and without what nobody sees.
pub(super) fn name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = drop_unseen(last)
        .chars()
        .filter(|c| !c.is_control())
        .collect();
    match seen.chars().count() {
        count if count <= LONGEST_NAME => seen,
        // The ending says what it claims to be.
        count => {
            let head: String = seen.chars().take(LONGEST_NAME / 2).collect();
            let tail: String = seen.chars().skip(count - LONGEST_NAME / 3).collect();
            format!("{head}…{tail}")
        }
    }
}

/// Why it was not taken, and what to do.
pub(super) fn refused(why: Refused, name: &str) -> Msg {
    match why {
        Refused::Empty => Msg::new("photos-empty").with("name", name),
        Refused::TooLarge => Msg::new("photos-too-large")
            .with("most", LARGEST / (1024 * 1024))
            .with("name", name),
        Refused::Heic => Msg::new("photos-heic").with("name", name),
        Refused::Unknown => Msg::new("photos-unknown").with("name", name),
        Refused::Misnamed(format) => Msg::new("photos-misnamed")
            .with("kind", format.label())
            .with("name", name),
        Refused::Moving => Msg::new("photos-moving").with("name", name),
        Refused::TooManyPixels => Msg::new("photos-too-many-pixels")
            .with("most", MOST_PIXELS / 1_000_000)
            .with("name", name),
        Refused::TooSmall => Msg::new("photos-too-small")
            .with("least", SHORTEST_SIDE)
            .with("name", name),
        Refused::Broken => Msg::new("photos-broken").with("name", name),
    }
}

/// It is shown already.
pub(super) fn there(name: &str) -> Msg {
    Msg::new("photos-there").with("name", name)
}

/// There is no room for it.
pub(super) fn too_many(name: &str) -> Msg {
    Msg::new("photos-too-many")
        .with("most", MOST)
        .with("name", name)
}
