//! The file, and what became of those before.

use super::parts;
use crate::{
    base::msg::Msg,
    domain::{
        bookings::import::waiting::{self, Cells, Import, MOST, State, WIDEST},
        customers::sheet,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed, upload::Sent},
        gate::member::AtWork,
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            file_field::FileField,
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
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// So many of those before are listed.
const LISTED: i64 = 20;
/// A file is no larger, in bytes.
const LARGEST: usize = 4 * 1024 * 1024;

/// The page.
#[derive(Template)]
#[template(path = "owner/imports/new.html")]
struct NewPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    form: PostForm,
    file: FileField,
    submit: Submit,
    sample: LinkButton,
    lines: Vec<Line>,
}

/// A file that came before.
struct Line {
    label: String,
    url: String,
    state: String,
    note: String,
}

/// What throws one away.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DiscardForm {
    csrf: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    all: Vec<Import>,
    now: DateTime<Utc>,
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let found = parts::look(site, ctx, signed_in, slug, |tx| {
        Ok((waiting::all(tx, LISTED)?, tx.now()))
    });
    let (at, (all, now)) = found.await?;
    Ok(Scene { at, all, now })
}

/// The empty form, and what became of those before.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    signed_in.fresh(&site, &ctx.here())?;
    ctx.html(&page(&ctx, &signed_in, &scene, &Errors::default()))
}

/// Reads a file, and keeps it for the questions that follow.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Sent,
) -> Result {
    signed_in.sent(form.field("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    signed_in.still_fresh(&site, &parts::path(&ctx, &slug, ""))?;
    let file = form.file.unwrap_or_default();
    // A large file is some work; others are served meanwhile.
    let read = tokio::task::spawn_blocking(move || match file.name.is_empty() {
        true => Err(Msg::new("customers-import-no-file")),
        false => cells(&file.bytes),
    });
    let cells = match read.await.map_err(|_gone| Error::Unreadable)? {
        Ok(cells) => cells,
        Err(why) => {
            let mut errors = Errors::default();
            errors.add("file", why);
            let page = page(&ctx, &signed_in, &scene, &errors);
            return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let kept = parts::enter(&site, &ctx, &signed_in, &slug, move |tx, _| {
        waiting::keep(tx, &cells)
    });
    let id = kept.await??;
    ctx.see_other(&parts::of(&ctx, &slug, id, "/columns"))
}

/// Throws a file away that waits.
pub async fn discard(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<DiscardForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id = parts::key(&id)?;
    let gone = parts::enter(&site, &ctx, &signed_in, &slug, move |tx, _| {
        waiting::drop(tx, id)
    });
    match gone.await?? {
        true => {
            let list = parts::path(&ctx, &slug, "");
            Ok(flash::say(ctx.see_other(&list)?, Said::ImportDiscarded))
        }
        false => Err(Error::NotFound),
    }
}

/// The rows of a file; only what is no table at all, or too much of one, is refused as a whole.
fn cells(bytes: &[u8]) -> std::result::Result<Cells, Msg> {
    if bytes.is_empty() {
        return Err(Msg::new("imports-empty"));
    }
    if bytes.len() > LARGEST {
        return Err(Msg::new("imports-too-large").with("most", LARGEST / 1024 / 1024));
    }
    let text = sheet::text_of(bytes).ok_or_else(|| Msg::new("customers-import-unreadable"))?;
    let mut rows = sheet::read(&text)
        .map_err(|line| Msg::new("customers-import-broken").with("line", line))?;
    if rows.len() < 2 {
        return Err(Msg::new("imports-no-lines"));
    }
    if rows.len() > MOST + 1 {
        return Err(Msg::new("customers-import-too-long").with("most", MOST));
    }
    let (_, header) = rows.remove(0);
    if header.len() > WIDEST {
        return Err(Msg::new("imports-too-wide").with("most", WIDEST));
    }
    Ok(Cells { header, rows })
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene, errors: &Errors) -> NewPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Office);
    let heading = t.imports_title();
    NewPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: match errors.is_empty() {
            true => heading.clone(),
            false => t.ui_error_page_title(&heading),
        },
        heading,
        back: LinkButton::back(t.files_title(), links::owner(ctx.lang, slug, "files")),
        form: PostForm::keyed(&ctx.csrf, parts::path(ctx, slug, ""), &[]),
        file: FileField {
            name: "file".to_owned(),
            label: t.customers_import_file(),
            hint: Some(t.imports_file_hint()),
            accept: ".csv,.tsv,.txt,text/csv",
            complaints: errors.of("file", t).into_iter().collect(),
            ..FileField::default()
        },
        submit: Submit {
            label: t.imports_on(),
            ..Submit::default()
        },
        sample: LinkButton {
            label: t.imports_sample(),
            url: parts::path(ctx, slug, "/sample"),
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        },
        lines: scene.all.iter().map(|one| line(ctx, scene, one)).collect(),
        ctx,
    }
}

fn line(ctx: &PageCtx, scene: &Scene, one: &Import) -> Line {
    let t = ctx.t;
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let slug = scene.at.profile.slug.as_str();
    let is_waiting = one.state == State::Waiting;
    Line {
        label: moments.moment(one.made_at.unwrap_or(one.created_at)),
        url: parts::of(ctx, slug, one.id, if is_waiting { "/columns" } else { "" }),
        state: t.of_family("imports-state", one.state.into()),
        note: match is_waiting {
            true => t.imports_waits(),
            false => t.imports_count(one.made_count),
        },
    }
}
