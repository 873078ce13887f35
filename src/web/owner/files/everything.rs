//! Everything in one file, for an owner who takes it along: asked for here, made by the night shift, and fetched by an owner who has
//! just proved who they are.

use super::show;
use crate::{
    base::{ids::FileExportId, msg::Msg},
    db::{self, TenantTx},
    domain::{
        businesses::{
            file_export::{self, AskError, EVERYTHING, Export, Taking},
            role::{Right, StaffRole},
        },
        customers::sheet::Script,
    },
    web::{
        desk::{Desk, Room},
        download,
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use futures_util::stream;
use serde::Deserialize;

/// What an owner has; that somebody is one is asked besides.
const RIGHT: Right = Right::ManageBusiness;

/// The page.
#[derive(Template)]
#[template(path = "owner/files/everything.html")]
struct EverythingPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    form: PostForm,
    script: ChoiceField,
    submit: Submit,
    lines: Vec<Line>,
}

/// One that was asked for.
struct Line {
    name: String,
    state: String,
    facts: Vec<String>,
    fetch: Option<LinkButton>,
}

/// What is chosen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AskForm {
    csrf: String,
    script: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    all: Vec<Export>,
    now: DateTime<Utc>,
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let look = |tx: &mut TenantTx<'_>, at: &AtWork| {
        db::Result::Ok(Scene {
            at: at.clone(),
            all: file_export::everything(tx)?,
            now: tx.now(),
        })
    };
    let scene = member::look(site, ctx, signed_in, (slug, RIGHT), look).await??;
    match scene.at.member.role {
        StaffRole::Owner => Ok(scene),
        _ => Err(Error::Forbidden),
    }
}

/// What was asked for, and the way to ask.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    signed_in.fresh(&site, &ctx.here())?;
    let nothing = (Script::Utf8.label(), &Errors::default());
    page(&ctx, &signed_in, &scene, nothing)
}

/// Asks for it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<AskForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let script = Script::from_label(&form.0.script).ok_or(Error::Unreadable)?;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    let here = links::owner(ctx.lang, &slug, "files/everything");
    signed_in.still_fresh(&site, &here)?;
    let locale = ctx.lang.code();
    let asked = member::enter(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, _| {
        let taking = Taking {
            contents: EVERYTHING,
            script: script.label(),
            locale,
        };
        file_export::ask(tx, &taking)
    });
    let why = match asked.await? {
        Ok(_) => {
            site.wake.notify_one();
            return Ok(flash::say(ctx.see_other(&here)?, Said::ExportAsked));
        }
        Err(AskError::Db(error)) => return Err(error.into()),
        Err(AskError::TooMany) => {
            Msg::new("files-everything-too-many").with("most", file_export::A_DAY)
        }
        Err(AskError::Waiting) => Msg::new("files-everything-waiting"),
    };
    let mut errors = Errors::default();
    errors.add("", why);
    page(&ctx, &signed_in, &scene, (script.label(), &errors))
}

/// Gives it, piece by piece.
pub async fn fetch(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    let (_, slug, id) = path.into_inner();
    let id: FileExportId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    let here = links::owner(ctx.lang, &slug, "files/everything");
    signed_in.still_fresh(&site, &here)?;
    let is_it = |one: &&Export| one.id == id && one.state == "ready" && one.until() > scene.now;
    let ready = scene.all.iter().find(is_it).cloned();
    let ready = ready.ok_or(Error::NotFound)?;
    let wish = (slug.as_str(), RIGHT);
    let noted = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        file_export::fetched(tx, &ready)
    });
    noted.await??;
    let day = Moments::new(ctx.t, scene.at.profile.zone, scene.now).today();
    let name = format!("{slug}-{day}.zip");
    let parcel = Parcel {
        site,
        ctx,
        signed_in,
        slug,
        id,
    };
    let pieces = stream::try_unfold((parcel, 0), |(parcel, place)| async move {
        let bytes = parcel.piece(place).await?;
        Ok(bytes.map(|bytes| (Bytes::from(bytes), (parcel, place + 1))))
    });
    Ok(download::flowing(&name, "application/zip", pieces))
}

/// What gives one piece after the other: each is read by itself, by whoever still may.
struct Parcel {
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    slug: String,
    id: FileExportId,
}

impl Parcel {
    async fn piece(&self, place: i32) -> Result<Option<Vec<u8>>> {
        let (wish, id) = ((self.slug.as_str(), RIGHT), self.id);
        let read = member::look(
            &self.site,
            &self.ctx,
            &self.signed_in,
            wish,
            move |tx, _| file_export::piece(tx, id, place),
        );
        Ok(read.await??)
    }
}

fn page(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (script, errors): (&str, &Errors),
) -> Result {
    let (t, slug) = (ctx.t, &scene.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Office);
    let heading = t.files_everything();
    let page = EverythingPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: match errors.is_empty() {
            true => heading.clone(),
            false => t.ui_error_page_title(&heading),
        },
        heading,
        back: LinkButton {
            label: t.files_title(),
            url: links::owner(ctx.lang, slug, "files"),
            voice: Voice::Text,
            small: true,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        form: PostForm {
            action: links::owner(ctx.lang, slug, "files/everything"),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        },
        script: show::script(ctx, script),
        submit: Submit {
            label: t.files_everything_ask(),
            ..Submit::default()
        },
        lines: scene.all.iter().map(|one| line(ctx, scene, one)).collect(),
        ctx,
    };
    match errors.is_empty() {
        true => ctx.html(&page),
        false => ctx.redraw(StatusCode::CONFLICT, &page),
    }
}

fn line(ctx: &PageCtx, scene: &Scene, one: &Export) -> Line {
    let (t, slug) = (ctx.t, &scene.at.profile.slug);
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let is_ready = one.state == "ready" && one.until() > scene.now;
    let state = match one.state.as_str() {
        "ready" if !is_ready => "gone",
        state => state,
    };
    let name = moments.moment(one.created_at);
    let size = one.size_bytes.saturating_add(1023) / 1024;
    let facts = [
        is_ready.then(|| t.operators_kilobytes(i32::try_from(size).unwrap_or(i32::MAX))),
        is_ready.then(|| t.files_everything_until(moments.moment(one.until()))),
    ];
    Line {
        state: t.of_family("files-state", state),
        facts: facts.into_iter().flatten().collect(),
        fetch: is_ready.then(|| LinkButton {
            label: t.files_everything_fetch(),
            url: links::owner(ctx.lang, slug, &format!("files/everything/{}", one.id)),
            about: Some(name.clone()),
            small: true,
            ..LinkButton::default()
        }),
        name,
    }
}
