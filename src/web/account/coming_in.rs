//! The form of coming in or of a new account, and beside it the providers by whom somebody may do the same.

use super::sheet::{FormPage, Way};
use crate::web::{
    links,
    page::PageCtx,
    site::Site,
    ui::{
        buttons::{PostButton, Voice},
        error_summary::ErrorSummary,
        post_form::PostForm,
        text_field::TextField,
    },
};
use askama::Template;

/// The page. Without providers it is the form alone.
#[derive(Template)]
#[template(path = "account/coming_in.html")]
pub struct ComingInPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    lead: Vec<String>,
    errors: ErrorSummary,
    action: String,
    hidden: Vec<(&'static str, String)>,
    fields: Vec<TextField>,
    button: String,
    ways: Vec<Way>,
    keeps_typed: bool,
    providers: Vec<PostButton>,
}

impl<'a> ComingInPage<'a> {
    /// A form with the site's providers beside it; afterwards the way goes to `next`.
    pub fn beside(
        site: &Site,
        form: FormPage<'a>,
        next: &str,
        label: impl Fn(&PageCtx, &str) -> String,
    ) -> Self {
        let providers = site.providers.iter().map(|provider| PostButton {
            label: label(form.ctx, provider.label()),
            form: PostForm {
                action: links::with(form.ctx.lang, provider.name()),
                hidden: vec![("next".to_owned(), next.to_owned())],
            },
            voice: Voice::Quiet,
            ..PostButton::default()
        });
        Self {
            providers: providers.collect(),
            ctx: form.ctx,
            title: form.title,
            lead: form.lead,
            errors: form.errors,
            action: form.action,
            hidden: form.hidden,
            fields: form.fields,
            button: form.button,
            ways: form.ways,
            keeps_typed: form.keeps_typed,
        }
    }
}
