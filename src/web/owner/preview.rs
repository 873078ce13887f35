//! A week that is about to change, with what that would bring: the last look before it is saved.

use super::effect::{Effect, EffectBox};
use crate::web::{
    desk::{Desk, Room},
    gate::member::AtWork,
    page::PageCtx,
    session::SignedIn,
    ui::{
        buttons::{PostButton, Submit, Voice},
        frame::ShopFrame,
        nav::Nav,
        post_form::PostForm,
    },
};
use askama::Template;
use std::collections::HashMap;

/// Whatever a form sends that is about its pages and not about the week.
const ABOUT_PAGES: [&str; 4] = ["at", "csrf", "step", "switch"];

/// The page.
#[derive(Template)]
#[template(path = "owner/preview.html")]
pub struct PreviewPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    since: String,
    week: Vec<(String, String)>,
    effect: EffectBox,
    form: PostForm,
    save: Submit,
    mend: Submit,
}

/// What it shows.
pub struct Preview<'a> {
    /// Which of the ways it belongs to.
    pub room: Room,
    /// From when on.
    pub since: String,
    /// The week in words.
    pub week: Vec<(String, String)>,
    /// What it would bring.
    pub effect: &'a Effect,
    /// Where its form is sent.
    pub action: String,
    /// What was filled in.
    pub typed: &'a HashMap<String, String>,
}

/// What a press of the form's buttons wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The form once more, with what was typed.
    Mend,
    /// The look.
    Look,
    /// The change.
    Save,
}

impl Step {
    /// What was pressed. The switch of language shows the page it was pressed on.
    pub fn of(typed: &HashMap<String, String>) -> Self {
        let is = |name: &str, value: &str| typed.get(name).is_some_and(|known| known == value);
        match is("switch", "yes") {
            true if is("at", "preview") => Self::Look,
            true => Self::Mend,
            false if is("step", "mend") => Self::Mend,
            false if is("step", "save") => Self::Save,
            false => Self::Look,
        }
    }
}

impl<'a> PreviewPage<'a> {
    /// The page for somebody at work.
    pub fn of(
        ctx: &'a PageCtx,
        signed_in: &SignedIn,
        at: &AtWork,
        preview: Preview<'_>,
    ) -> PreviewPage<'a> {
        let (t, desk) = (ctx.t, Desk::of(ctx, signed_in, at, preview.room));
        let is_kept = |(name, value): &(&String, &String)| {
            !ABOUT_PAGES.contains(&name.as_str()) && !value.is_empty()
        };
        let typed = preview.typed.iter().filter(is_kept);
        let mut hidden: Vec<_> = typed
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        hidden.push(("at".to_owned(), "preview".to_owned()));
        hidden.push(("csrf".to_owned(), ctx.csrf.clone()));
        hidden.sort();
        let step = |label: String, step: &str, voice: Voice| Submit {
            label,
            voice,
            answer: Some(("step".to_owned(), step.to_owned())),
            ..Submit::default()
        };
        Self {
            shop: desk.shop,
            nav: desk.nav,
            out: desk.out,
            title: t.schedule_preview_title(),
            since: preview.since,
            week: preview.week,
            effect: preview.effect.drawn(ctx, at),
            form: PostForm {
                action: preview.action,
                hidden,
            },
            save: step(t.schedule_save(), "save", Voice::Main),
            mend: step(t.schedule_mend(), "mend", Voice::Text),
            ctx,
        }
    }
}
