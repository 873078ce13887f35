//! What the pages about guests share: their address, their name, ways back.

use crate::{
    base::ids::CustomerId,
    web::{error::Error, links, page::PageCtx},
};

/// The list or, with a path, what is below it.
pub fn list(ctx: &PageCtx, slug: &str, below: &str) -> String {
    links::owner(ctx.lang, slug, &format!("customers{below}"))
}

/// A card or, with a path, what is done to it: `` , `/edit`, `/notes`.
pub fn card(ctx: &PageCtx, slug: &str, id: CustomerId, below: &str) -> String {
    links::owner(ctx.lang, slug, &format!("customers/{id}{below}"))
}

/// A guest as staff call them; who was forgotten has no name any more.
pub fn guest(ctx: &PageCtx, name: &str) -> String {
    if name.is_empty() {
        ctx.t.desk_guest_erased()
    } else {
        ctx.t.desk_guest(name)
    }
}

/// The key in an address.
pub fn key(id: &str) -> Result<CustomerId, Error> {
    id.parse().map_err(|_no_key| Error::NotFound)
}
