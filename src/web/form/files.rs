//! What is wrong with a file that was sent, said by its name.

use crate::{
    base::{msg::Msg, unseen::drop_unseen},
    domain::bookings::answer_files::{LARGEST_PAPER, MOST_BYTES, PER_QUESTION, TakeError},
    media::{
        Refused,
        judge::{LARGEST, MOST_PIXELS, SHORTEST_SIDE},
        private::Unfit,
    },
};

/// What a megabyte is.
const MEGA: usize = 1024 * 1024;
/// The longest name that is said.
const LONGEST_NAME: usize = 60;

/// A file's own name, without its folders and without what nobody sees.
pub fn name(sent: &str) -> String {
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
pub fn refused(why: Refused, name: &str) -> Msg {
    match why {
        Refused::Empty => Msg::new("photos-empty").with("name", name),
        Refused::TooLarge => Msg::new("photos-too-large")
            .with("most", LARGEST / MEGA)
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

/// Why a photograph or a paper was not taken, and what to do.
pub fn unfit(why: Unfit, name: &str) -> Msg {
    match why {
        Unfit::Photograph(Refused::Unknown) => Msg::new("form-file-unknown").with("name", name),
        Unfit::Photograph(why) => refused(why, name),
        Unfit::LargePaper => Msg::new("form-file-large-paper")
            .with("most", LARGEST_PAPER / MEGA)
            .with("name", name),
        Unfit::MisnamedPaper => Msg::new("photos-misnamed")
            .with("kind", "PDF")
            .with("name", name),
        Unfit::BrokenPaper => Msg::new("photos-broken").with("name", name),
    }
}

/// Why there was no room for it; `None` where what it was for is gone, which the next page says.
pub fn no_room(why: &TakeError, name: &str) -> Option<Msg> {
    match why {
        TakeError::TooMany => Some(
            Msg::new("form-file-too-many")
                .with("most", PER_QUESTION)
                .with("name", name),
        ),
        TakeError::TooMuch => Some(
            Msg::new("form-file-too-much")
                .with("most", MOST_BYTES / (1024 * 1024))
                .with("name", name),
        ),
        TakeError::Unknown | TakeError::Db(_) => None,
    }
}
