//! The page on which a browser asks its owner for a passkey. It is the one thing here that needs script: the browser
//! gives keys to nothing else. Without it the page says so, and which other ways there are.

use super::sheet::Way;
use crate::{
    domain::accounts::second_factor::passkey::Ceremony,
    web::{error::Error, page::PageCtx, site::Site},
};
use askama::Template;
use webauthn_rs::Webauthn;

/// The page.
#[derive(Template)]
#[template(path = "account/ceremony.html")]
pub struct CeremonyPage<'a> {
    pub ctx: &'a PageCtx,
    pub title: String,
    pub lead: String,
    /// Where the answer goes.
    pub action: String,
    pub hidden: Vec<(&'static str, String)>,
    /// `create` or `get`, the browser's own words.
    pub act: &'static str,
    /// What it is told.
    pub options: String,
    pub button: String,
    pub ways: Vec<Way>,
}

/// The two ceremonies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A new key.
    Add,
    /// One that is there.
    Open,
}

impl<'a> CeremonyPage<'a> {
    /// The page of a ceremony that was begun; `hidden` goes back with the answer.
    pub fn of(
        ctx: &'a PageCtx,
        act: Act,
        ceremony: &Ceremony,
        action: String,
        mut hidden: Vec<(&'static str, String)>,
    ) -> Self {
        let t = ctx.t;
        hidden.push(("ticket", ceremony.ticket.text()));
        let (title, lead, button, act) = match act {
            Act::Add => (
                t.accounts_passkey_add_title(),
                t.accounts_passkey_add_lead(),
                t.accounts_passkey_add(),
                "create",
            ),
            Act::Open => (
                t.accounts_passkey_title(),
                t.accounts_passkey_lead(),
                t.accounts_passkey_again(),
                "get",
            ),
        };
        Self {
            ctx,
            title,
            lead,
            action,
            hidden,
            act,
            options: ceremony.options.to_string(),
            button,
            ways: Vec::new(),
        }
    }
}

/// What keys are made for; where the site has no name, only a number, no browser makes any.
pub fn house(site: &Site) -> Result<std::sync::Arc<Webauthn>, Error> {
    site.passkeys.clone().ok_or(Error::NotFound)
}
