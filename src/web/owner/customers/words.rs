//! What the pages about guests share: their address, their name, ways back.

use crate::{
    base::{ids::CustomerId, msg::Msg},
    web::{
        error::Error,
        links,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, Voice},
            icon::Icon,
            post_form::PostForm,
        },
    },
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

/// A form that goes there, with the key of the session.
pub fn post(ctx: &PageCtx, action: String, hidden: &[(&str, &str)]) -> PostForm {
    PostForm {
        action,
        hidden: [("csrf", ctx.csrf.as_str())]
            .iter()
            .chain(hidden)
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    }
}

/// Back to where one came from.
pub fn back(label: String, url: String) -> LinkButton {
    LinkButton {
        label,
        url,
        voice: Voice::Text,
        small: true,
        icon: Some(Icon::Back),
        ..LinkButton::default()
    }
}

/// What was typed, if the database has room for it: what people count as one letter may be many there.
pub fn short(parsed: Result<String, Msg>, max: usize) -> Result<String, Msg> {
    let text = parsed?;
    if text.chars().count() > max {
        return Err(Msg::new("form-too-long").with("max", max));
    }
    Ok(text)
}
