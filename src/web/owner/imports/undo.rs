//! Taking back what a file brought, as a whole: asked once more, then done.

use super::parts;
use crate::{
    base::msg::Msg,
    domain::bookings::import::{
        undo::{self, UndoError},
        waiting::{self, Import, State},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::AtWork,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "owner/imports/undo.html")]
struct UndoPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    lead: String,
    told: Option<String>,
    form: Option<PostForm>,
    submit: Submit,
    keep: LinkButton,
}

/// What is pressed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct UndoForm {
    csrf: String,
}

/// Asks once more.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let id = parts::key(&path.2)?;
    let found = parts::look(&site, &ctx, &signed_in, &path.1, move |tx| {
        Ok((waiting::of(tx, id)?, undo::touched(tx, id)?))
    });
    let (at, (import, touched)) = found.await?;
    let made = import.filter(|one| one.state == State::Made);
    let made = made.ok_or(Error::NotFound)?;
    let page = page(&ctx, &signed_in, (&at, &made), touched);
    ctx.html(&page)
}

/// Does it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<UndoForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id = parts::key(&id)?;
    let found = parts::look(&site, &ctx, &signed_in, &slug, move |tx| {
        waiting::of(tx, id)
    });
    let (at, import) = found.await?;
    let done = parts::enter(&site, &ctx, &signed_in, &slug, move |tx, _| {
        undo::undo(tx, id)
    });
    match done.await? {
        Ok(_) => {
            let there = parts::of(&ctx, &slug, id, "");
            Ok(flash::say(ctx.see_other(&there)?, Said::ImportUndone))
        }
        Err(UndoError::Unknown) => Err(Error::NotFound),
        Err(UndoError::Touched(count)) => {
            let import = import.ok_or(Error::NotFound)?;
            let page = page(&ctx, &signed_in, (&at, &import), count);
            ctx.redraw(StatusCode::CONFLICT, &page)
        }
        Err(UndoError::Db(error)) => Err(error.into()),
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    (at, import): (&AtWork, &Import),
    touched: i64,
) -> UndoPage<'a> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, at, Room::Office);
    let mut errors = Errors::default();
    if touched > 0 {
        errors.add("", Msg::new("imports-touched").with("count", touched));
    }
    let there = parts::of(ctx, slug, import.id, "/undo");
    let heading = t.imports_undo();
    UndoPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: match errors.is_empty() {
            true => heading.clone(),
            false => t.ui_error_page_title(&heading),
        },
        errors: errors.summary(t),
        heading,
        back: LinkButton::back(t.imports_back(), parts::of(ctx, slug, import.id, "")),
        lead: t.imports_undo_lead(import.made_count),
        told: import.tells_guests.then(|| t.imports_undo_told()),
        form: (touched == 0).then(|| PostForm::keyed(&ctx.csrf, there, &[])),
        submit: Submit {
            label: t.imports_undo_do(import.made_count),
            voice: Voice::Danger,
            ..Submit::default()
        },
        keep: LinkButton {
            label: t.imports_undo_keep(),
            url: parts::of(ctx, slug, import.id, ""),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
