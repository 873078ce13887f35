//! What is wrong with a photograph that could be taken, said by its name.

use crate::{base::msg::Msg, domain::businesses::photo::MOST};

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
