//! Where the form of an entry goes, and what stands beside it where somebody else was first.

use super::{answers::Answers, at as chart_at, entry::Scene, entry_at, form, sheet::differences};
use crate::web::{
    form::Errors,
    page::PageCtx,
    ui::{newer::Newer, post_form::PostForm},
};

/// Where the form goes, and what it carries unseen.
pub(super) fn posted(
    ctx: &PageCtx,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
) -> PostForm {
    let (slug, customer) = (scene.at.profile.slug.as_str(), scene.card.id);
    let is_stale = errors.of("", ctx.t).is_some();
    let opened = typed.get("version").to_owned();
    let (action, own) = match &scene.known {
        None => {
            let booking = scene
                .booking
                .map(|id| ("booking".to_owned(), id.to_string()));
            (chart_at(ctx, slug, customer, "/new"), booking)
        }
        Some(entry) => {
            let version = match opened.is_empty() || is_stale {
                true => entry.version.to_string(),
                false => opened,
            };
            let there = entry_at(ctx, slug, (customer, entry.id), "");
            (there, Some(("version".to_owned(), version)))
        }
    };
    let mut form = PostForm::keyed(&ctx.csrf, action, &[]);
    form.hidden.extend(own);
    form.hidden.extend(form::hidden(typed));
    form
}

/// What somebody else has written meanwhile, beside what was typed.
pub(super) fn newer(
    ctx: &PageCtx,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
) -> Option<Newer> {
    errors.of("", ctx.t)?;
    let entry = scene.known.as_ref()?;
    let kept = form::answers(&entry.draft, &scene.headings);
    let none = Errors::default();
    let mine = form::boxes(ctx, &scene.at, (typed, &none));
    let theirs = form::boxes(ctx, &scene.at, (&kept, &none));
    let both = (scene.card.id, entry.id);
    let url = entry_at(ctx, &scene.at.profile.slug, both, "");
    Some(Newer::of(ctx.t, differences(&[mine], &[theirs]), url))
}
