//! How the pages of one's work are shown in this browser, and which keys they know.

use super::sheet::Way;
use crate::web::{
    display::{Display, Theme},
    error::Result,
    flash::{self, Said},
    form::typed::Typed,
    links,
    page::PageCtx,
    session::SignedIn,
    site::Site,
    ui::choice_field::{Choice, ChoiceField},
};
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// What a box sends when it is ticked.
const YES: &str = "yes";

/// The page.
#[derive(Template)]
#[template(path = "account/display.html")]
pub struct DisplayPage<'a> {
    ctx: &'a PageCtx,
    action: String,
    csrf: String,
    theme: ChoiceField,
    large: ChoiceField,
    keys: ChoiceField,
    /// Each key with what it does.
    known: Vec<(&'static str, String)>,
    back: Way,
}

/// What is chosen. A box that is not ticked sends nothing.
#[derive(Deserialize, Default)]
pub struct DisplayForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    switch: String,
    #[serde(default)]
    theme: String,
    #[serde(default)]
    large: String,
    #[serde(default)]
    keys: String,
}

impl DisplayForm {
    fn chosen(&self) -> Display {
        Display {
            theme: self.theme.parse::<Theme>().unwrap_or_default(),
            is_large: self.large == YES,
            is_keyless: self.keys != YES,
        }
    }
}

/// The form, as things stand in this browser.
pub async fn edit(ctx: PageCtx, signed_in: SignedIn) -> Result {
    ctx.html(&page(&ctx, &signed_in, ctx.display))
}

/// Has the browser keep it; or, where that was pressed, shows the page in the other language.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<DisplayForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let chosen = form.chosen();
    if form.switch == YES {
        return ctx.html(&page(&ctx, &signed_in, chosen));
    }
    let there = ctx.see_other(&links::own(ctx.lang, "display"))?;
    let said = flash::say(there, Said::DisplaySaved);
    Ok(chosen.keep(&site, said))
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, chosen: Display) -> DisplayPage<'a> {
    let t = ctx.t;
    let theme = |one: Theme| Choice {
        value: one.word().to_owned(),
        label: match one {
            Theme::Device => t.accounts_display_device(),
            Theme::Light => t.accounts_display_light(),
            Theme::Dark => t.accounts_display_dark(),
        },
        chosen: one == chosen.theme,
        ..Choice::default()
    };
    let tick = |name: &str, (label, note): (String, String), chosen: bool| ChoiceField {
        name: name.to_owned(),
        several: true,
        options: vec![Choice {
            value: YES.to_owned(),
            label,
            note: Some(note),
            chosen,
            ..Choice::default()
        }],
        ..ChoiceField::default()
    };
    let large = (t.accounts_display_large(), t.accounts_display_large_hint());
    let keys = (t.accounts_display_keys(), t.accounts_display_keys_hint());
    DisplayPage {
        action: links::own(ctx.lang, "display"),
        csrf: signed_in.csrf.clone(),
        theme: ChoiceField {
            name: "theme".to_owned(),
            legend: t.accounts_display_theme(),
            options: Theme::ALL.map(theme).into(),
            ..ChoiceField::default()
        },
        large: tick("large", large, chosen.is_large),
        keys: tick("keys", keys, !chosen.is_keyless),
        known: known(ctx),
        back: Way::new(t.ui_back(), links::own(ctx.lang, "profile")),
        ctx,
    }
}

/// Every key of the pages of work (UX 9.7); all of them press what can be pressed as well.
fn known(ctx: &PageCtx) -> Vec<(&'static str, String)> {
    let t = ctx.t;
    vec![
        ("/", t.accounts_key_search()),
        ("n", t.accounts_key_new()),
        ("t", t.accounts_key_today()),
        ("p", t.accounts_key_print()),
        ("1", t.accounts_key_day()),
        ("2", t.accounts_key_week()),
        ("3", t.accounts_key_list()),
        ("←", t.accounts_key_earlier()),
        ("→", t.accounts_key_later()),
        ("a", t.accounts_key_arrived()),
        ("e", t.accounts_key_edit()),
        ("?", t.accounts_key_help()),
    ]
}
