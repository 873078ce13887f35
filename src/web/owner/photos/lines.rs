//! The photographs one by one: what is said of each, and what can be done with it.

use super::sheet::act;
use crate::{
    base::order::Toward,
    domain::businesses::photo::{Photo, Spot},
    web::{
        links, media,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            image::Image,
        },
    },
};

/// How wide a photograph stands in the list.
const SIZES: &str = "(min-width: 48rem) 14rem, 45vw";

/// A photograph.
pub(super) struct Line {
    pub id: String,
    pub image: Image,
    /// What is said of it, each with its language; or that nothing is.
    pub facts: Vec<(String, &'static str)>,
    pub is_featured: bool,
    pub edit: LinkButton,
    pub acts: Vec<PostButton>,
}

/// One that was removed.
pub(super) struct Gone {
    pub image: Image,
    pub kind: String,
    pub restore: PostButton,
}

/// Those that are shown, in their order.
pub(super) fn lines(ctx: &PageCtx, slug: &str, photos: &[Photo]) -> Vec<Line> {
    let last = photos.len().saturating_sub(1);
    let each = photos.iter().enumerate();
    each.map(|(place, one)| line(ctx, slug, one, (place, last)))
        .collect()
}

fn line(ctx: &PageCtx, slug: &str, one: &Photo, (place, last): (usize, usize)) -> Line {
    let t = ctx.t;
    let called = called(ctx, one, place + 1);
    let act = |label: String, to: &str| button(ctx, slug, (one, label, to), Some(called.clone()));
    let (ja, en) = (&one.picture.caption_ja, &one.picture.caption_en);
    let said = [(ja.clone(), "ja"), (en.clone(), "en")];
    let mut facts: Vec<_> = said
        .into_iter()
        .filter(|(said, _)| !said.is_empty())
        .collect();
    if facts.is_empty() {
        facts.push((t.photos_no_caption(), ctx.lang.code()));
    }
    let acts = [
        (place > 1).then(|| act(t.catalog_first(), &Toward::Place(0).word())),
        (place > 0).then(|| act(t.photos_before(), &Toward::Start.word())),
        (place < last).then(|| act(t.photos_after(), &Toward::End.word())),
        (!one.is_featured).then(|| act(t.photos_feature(), "feature")),
        Some(act(t.photos_remove(), "remove")),
    ];
    Line {
        id: format!("p-{}", one.id),
        image: Image {
            is_later: place > 3,
            ..media::image(ctx, &one.picture, SIZES)
        },
        facts,
        is_featured: one.is_featured,
        edit: LinkButton {
            label: t.photos_caption_edit(),
            url: links::owner(ctx.lang, slug, &format!("photos/{}", one.id)),
            voice: Voice::Quiet,
            small: true,
            about: Some(called.clone()),
            ..LinkButton::default()
        },
        acts: acts.into_iter().flatten().collect(),
    }
}

/// What a photograph is called among others: by what is said of it, or by its number.
fn called(ctx: &PageCtx, one: &Photo, number: usize) -> String {
    let image = media::image(ctx, &one.picture, SIZES);
    match image.alt.is_empty() {
        true => ctx.t.photos_number(number),
        false => image.alt,
    }
}

/// One that was removed.
pub(super) fn gone(ctx: &PageCtx, slug: &str, one: &Photo) -> Gone {
    let t = ctx.t;
    let is_mark = one.place == Spot::Logo.word();
    Gone {
        image: match is_mark {
            true => media::mark(&one.picture),
            false => media::image(ctx, &one.picture, SIZES),
        },
        kind: match is_mark {
            true => t.photos_logo(),
            false => t.photos_photo(),
        },
        restore: button(ctx, slug, (one, t.photos_restore(), "restore"), None),
    }
}

/// A press on one of them.
pub(super) fn button(
    ctx: &PageCtx,
    slug: &str,
    (one, label, to): (&Photo, String, &str),
    about: Option<String>,
) -> PostButton {
    let url = links::owner(ctx.lang, slug, &format!("photos/{}/state", one.id));
    act(ctx, url, (label, about), (Voice::Quiet, &[("to", to)]))
}
