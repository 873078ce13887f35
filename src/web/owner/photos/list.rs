//! The mark and the photographs, with what can be done with each.

use super::{
    RIGHT,
    lines::{Gone, Line, button, gone, lines},
};
use crate::{
    base::msg::Msg,
    db::{self, TenantTx},
    domain::businesses::photo::{self, MOST, Photo, Spot},
    media::judge::LARGEST,
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        form::Errors,
        gate::member::{self, AtWork},
        links, media,
        page::PageCtx,
        photograph::ACCEPT,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            file_field::FileField,
            frame::ShopFrame,
            icon::Icon,
            image::Image,
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

/// The page.
#[derive(Template)]
#[template(path = "owner/photos/list.html")]
struct PhotosPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    /// How many were taken of those that were sent, where others were not.
    taken: Option<String>,
    mark: Option<Mark>,
    mark_form: PostForm,
    mark_field: FileField,
    mark_send: Submit,
    lines: Vec<Line>,
    count: String,
    form: PostForm,
    field: FileField,
    send: Submit,
    gone: Vec<Gone>,
    gone_title: String,
}

/// The mark that is shown.
struct Mark {
    image: Image,
    remove: PostButton,
}

/// What was sent and not taken.
#[derive(Default)]
pub(super) struct Sending {
    /// Where it was to go.
    pub spot: Option<Spot>,
    /// How many were taken.
    pub taken: usize,
    /// Why others were not.
    pub complaints: Vec<Msg>,
}

impl Sending {
    /// The complaints, at the box that the files were in.
    fn errors(&self) -> Errors {
        let mut errors = Errors::default();
        let name = match self.spot {
            Some(Spot::Logo) => "logo",
            _ => "photos",
        };
        for why in &self.complaints {
            errors.add(name, why.clone());
        }
        errors
    }
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    marks: Vec<Photo>,
    photos: Vec<Photo>,
    removed: Vec<Photo>,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    draw(&site, ctx, &signed_in, &path.1, &Sending::default()).await
}

/// Draws it, with what was wrong with files that were sent.
pub(super) async fn draw(
    site: &Site,
    mut ctx: PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    sending: &Sending,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(site, &ctx, signed_in, slug).await?;
    let there = links::owner(ctx.lang, slug, "photos");
    if sending.complaints.is_empty() {
        return ctx.html(&page(&ctx, signed_in, &scene, sending));
    }
    ctx.stand_at(&there);
    let page = page(&ctx, signed_in, &scene, sending);
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let read = |tx: &mut TenantTx<'_>, at: &AtWork| -> db::Result<_> {
        Ok(Scene {
            at: at.clone(),
            marks: photo::living(tx, Spot::Logo)?,
            photos: photo::living(tx, Spot::Gallery)?,
            removed: photo::removed(tx)?,
        })
    };
    Ok(member::look(site, ctx, signed_in, (slug, RIGHT), read).await??)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    sending: &Sending,
) -> PhotosPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Office);
    let errors = sending.errors();
    let of = |spot: Spot| match sending.spot == Some(spot) {
        true => sending.complaints.iter().map(|why| t.msg(why)).collect(),
        false => Vec::new(),
    };
    let named = [
        ("photos", t.photos_choose()),
        ("logo", t.photos_logo_choose()),
    ];
    let named = named.iter().map(|(name, label)| (*name, label.as_str()));
    let send = |label: String| Submit {
        label,
        ..Submit::default()
    };
    let form = |path: &str| PostForm {
        action: links::owner(ctx.lang, slug, path),
        hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
    };
    PhotosPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t).naming(t, named),
        title: match errors.is_empty() {
            true => t.photos_title(),
            false => t.ui_error_page_title(t.photos_title()),
        },
        heading: t.photos_title(),
        back: back(ctx, slug),
        taken: (sending.taken > 0).then(|| t.photos_taken(sending.taken)),
        mark: scene.marks.first().map(|one| mark(ctx, slug, one)),
        mark_form: form("photos/logo"),
        mark_field: field(
            "logo",
            t.photos_logo_choose(),
            t.photos_logo_hint(),
            of(Spot::Logo),
        ),
        mark_send: Submit {
            voice: Voice::Quiet,
            ..send(t.photos_logo_send())
        },
        lines: lines(ctx, slug, &scene.photos),
        count: t.photos_count(scene.photos.len(), MOST),
        form: form("photos"),
        field: FileField {
            several: true,
            ..field(
                "photos",
                t.photos_choose(),
                t.photos_hint(super::upload::FILES, LARGEST / (1024 * 1024)),
                of(Spot::Gallery),
            )
        },
        send: send(t.photos_send()),
        gone: scene
            .removed
            .iter()
            .map(|one| gone(ctx, slug, one))
            .collect(),
        gone_title: t.photos_gone(scene.removed.len()),
        ctx,
    }
}

fn back(ctx: &PageCtx, slug: &str) -> LinkButton {
    LinkButton {
        label: ctx.t.ui_back(),
        url: links::owner(ctx.lang, slug, ""),
        voice: Voice::Text,
        icon: Some(Icon::Back),
        ..LinkButton::default()
    }
}

fn mark(ctx: &PageCtx, slug: &str, one: &Photo) -> Mark {
    let label = ctx.t.photos_logo_remove();
    Mark {
        image: media::mark(&one.picture),
        remove: button(ctx, slug, (one, label, "remove"), None),
    }
}

fn field(name: &str, label: String, hint: String, complaints: Vec<String>) -> FileField {
    FileField {
        name: name.to_owned(),
        label,
        hint: Some(hint),
        accept: ACCEPT,
        several: false,
        complaints,
    }
}
