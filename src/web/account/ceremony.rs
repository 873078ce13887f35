//! The page on which a browser asks its owner for a passkey, and which other ways there are.

use super::sheet::Way;
use crate::{
    domain::accounts::second_factor::passkey::Ceremony,
    web::{page::PageCtx, ui::passkey_form::PasskeyForm},
};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "account/ceremony.html")]
pub struct CeremonyPage<'a> {
    pub ctx: &'a PageCtx,
    pub title: String,
    pub lead: String,
    pub form: PasskeyForm,
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
            form: PasskeyForm {
                action,
                hidden,
                act,
                options: ceremony.options.to_string(),
                button,
                without: t.accounts_passkey_no_script(),
                failed: t.accounts_passkey_failed(),
            },
            ways: Vec::new(),
        }
    }
}
