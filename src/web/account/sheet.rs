//! The two pages that coming in is made of: one form, and one that says what happens next.

use crate::{
    base::{msg::Msg, text},
    domain::accounts::{
        password::{self, LONGEST, SHORTEST},
        person::Person,
    },
    oidc::Provider,
    web::{
        error::Error,
        flash::{self, Said},
        form::{Errors, fields},
        hashing, links,
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{PostButton, Voice},
            error_summary::ErrorSummary,
            post_form::PostForm,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

/// One form of a few lines.
#[derive(Template)]
#[template(path = "account/form.html")]
pub struct FormPage<'a> {
    pub ctx: &'a PageCtx,
    pub title: String,
    pub lead: Vec<String>,
    pub errors: ErrorSummary,
    pub action: String,
    pub hidden: Vec<(&'static str, String)>,
    pub fields: Vec<TextField>,
    pub button: String,
    pub ways: Vec<Way>,
    /// Other ways than this form, which are acts and no links.
    pub others: Vec<PostButton>,
    /// Whether the switch of languages sends the form, so that nothing typed is lost.
    pub keeps_typed: bool,
}

/// What happens next, or why it does not.
#[derive(Template)]
#[template(path = "account/said.html")]
pub struct SaidPage<'a> {
    pub ctx: &'a PageCtx,
    pub title: String,
    pub lines: Vec<String>,
    pub ways: Vec<Way>,
}

/// Asks once more before something that cannot be taken back.
#[derive(Template)]
#[template(path = "account/ask.html")]
pub struct AskPage<'a> {
    pub ctx: &'a PageCtx,
    pub title: String,
    pub lead: String,
    pub action: String,
    pub hidden: Vec<(&'static str, String)>,
    pub button: String,
    pub back: String,
}

/// A way on.
pub struct Way {
    pub url: String,
    pub label: String,
}

impl Way {
    pub fn new(label: String, url: String) -> Self {
        Self { url, label }
    }
}

impl FormPage<'_> {
    /// The complaints, each with the label of its box.
    pub fn complaints(&self) -> ErrorSummary {
        let boxes = self.fields.iter().map(TextField::called);
        self.errors.clone().naming(self.ctx.t, boxes)
    }
}

/// An address, typed so that a letter comes to it.
#[derive(Deserialize, Default)]
pub struct AddressForm {
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub next: String,
    #[serde(default)]
    pub switch: String,
    /// `yes` where the same letter is asked for once more.
    #[serde(default)]
    pub again: String,
}

impl AddressForm {
    /// An answer that says what was done, where that was done once more.
    pub fn once_more(&self, answer: HttpResponse) -> HttpResponse {
        match self.again.as_str() {
            "yes" => flash::say(answer, Said::SentAgain),
            _ => answer,
        }
    }
}

/// The address that was typed, or the complaint about it.
pub fn email(errors: &mut Errors, typed: &str) -> Option<String> {
    let missing = Msg::new("form-email-required");
    fields::required(errors, "email", typed, text::email, missing)
}

/// The way to the sign-in page.
pub fn to_sign_in(ctx: &PageCtx) -> Way {
    Way::new(ctx.t.accounts_sign_in_way(), links::sign_in(ctx.lang, None))
}

/// The act of coming in with a passkey, where there can be any.
pub fn by_passkey(site: &Site, ctx: &PageCtx, next: &str) -> Vec<PostButton> {
    let there = links::passkey(ctx.lang, "");
    let button = || other_way(ctx.t.accounts_passkey_way(), there.clone(), next);
    site.passkeys.iter().map(|_| button()).collect()
}

/// The acts of coming in by way of the site's providers.
pub fn by_providers(
    site: &Site,
    ctx: &PageCtx,
    next: &str,
    label: impl Fn(&str) -> String,
) -> Vec<PostButton> {
    let button = |provider: &Provider| {
        let there = links::with(ctx.lang, provider.name());
        other_way(label(provider.label()), there, next)
    };
    site.providers.iter().map(button).collect()
}

fn other_way(label: String, there: String, next: &str) -> PostButton {
    PostButton {
        label,
        form: PostForm {
            action: there,
            hidden: vec![("next".to_owned(), next.to_owned())],
        },
        voice: Voice::Quiet,
        ..PostButton::default()
    }
}

/// The box for an address.
pub fn email_field(ctx: &PageCtx, typed: &str, errors: &Errors) -> TextField {
    TextField {
        name: "email".to_owned(),
        label: ctx.t.accounts_email(),
        value: typed.to_owned(),
        entry: Entry::Email,
        complaint: errors.of("email", ctx.t),
        ..TextField::default()
    }
}

/// The box for the password somebody has. It is never filled in by us.
pub fn password_field(ctx: &PageCtx, errors: &Errors) -> TextField {
    TextField {
        name: "password".to_owned(),
        label: ctx.t.accounts_password(),
        entry: Entry::CurrentPassword,
        complaint: errors.of("password", ctx.t),
        ..TextField::default()
    }
}

/// The box for a password to be chosen.
pub fn new_password_field(ctx: &PageCtx, errors: &Errors) -> TextField {
    TextField {
        name: "new_password".to_owned(),
        label: ctx.t.accounts_new_password(),
        entry: Entry::NewPassword,
        hint: Some(ctx.t.accounts_new_password_hint()),
        complaint: errors.of("new_password", ctx.t),
        ..TextField::default()
    }
}

/// Complains about a password that is too short, too long or one of those tried first. It is never changed.
pub fn check_new_password(errors: &mut Errors, typed: &str, about_its_owner: &[&str]) {
    let length = typed.chars().count();
    let complaint = match length {
        0 => Some(Msg::new("accounts-new-password-required")),
        _ if length < SHORTEST => Some(Msg::new("accounts-new-password-short")),
        _ if length > LONGEST => Some(Msg::new("accounts-new-password-long")),
        _ => password::is_easy(typed, about_its_owner)
            .then(|| Msg::new("accounts-new-password-easy")),
    };
    if let Some(complaint) = complaint {
        errors.add("new_password", complaint);
    }
}

/// Complains about a password that is not the one somebody has.
pub async fn check_password(
    site: &Site,
    errors: &mut Errors,
    typed: &str,
    person: &Person,
) -> Result<(), Error> {
    if typed.is_empty() {
        errors.add("password", Msg::new("accounts-password-required"));
    } else if !is_right(site, typed, person.password_hash.clone()).await? {
        errors.add("password", Msg::new("accounts-password-wrong"));
    }
    Ok(())
}

/// Compares with whatever hash somebody has, or with nobody's.
pub async fn is_right(site: &Site, typed: &str, hash: Option<String>) -> Result<bool, Error> {
    hashing::is_right(site, typed, hash).await
}

/// The hash of what somebody has chosen.
pub async fn hash(site: &Site, typed: &str) -> Result<String, Error> {
    hashing::hash(site, typed).await
}
