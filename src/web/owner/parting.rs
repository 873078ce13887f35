//! Something that is about to be shown, hidden, deleted or had back: what that brings is looked at first. Where it brings
//! nothing, nobody is asked.

use super::{
    answers::Answers,
    effect::{EffectBox, OutsideWords},
    look::{self, ABOUT_PAGES, Look, PRESS},
    subject::Subject,
};
use crate::{
    base::{bilingual::Bilingual, msg::Msg},
    db::{EditError, TenantTx},
    domain::bookings::rehearsal::{self, Foreseen, Rehearsed},
    web::{
        desk::Desk,
        error::Error,
        form::Errors,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "owner/parting.html")]
struct PartingPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    name: String,
    what: String,
    kept_title: String,
    kept: Vec<String>,
    effect: EffectBox,
    form: PostForm,
    go: Submit,
    back: LinkButton,
}

/// What is about to happen.
pub(super) struct Parting {
    /// To what.
    pub look: Look,
    /// What it is called.
    pub name: Bilingual,
    /// What becomes of it.
    pub turn: Turn,
    /// Where its own page is, or was: a path below the back office.
    pub at: String,
    /// Where whoever thinks again is led.
    pub back: String,
    /// Tells it from what somebody else makes of it meanwhile.
    pub version: String,
}

/// What tells the state that was looked at: of the thing, and of what is booked.
pub(super) const SEEN: &str = "seen";

impl Parting {
    fn seen(&self, booked: &str) -> String {
        format!("{}-{booked}", self.version)
    }
}

/// Refuses where it is not what was looked at any more: somebody has changed it, or has booked.
pub(super) fn is_as_seen(
    tx: &mut TenantTx<'_>,
    parting: Option<Parting>,
    seen: &str,
) -> Result<(), EditError> {
    let Some(parting) = parting else {
        return Ok(());
    };
    let booked = rehearsal::mark(tx, &parting.look.about())?;
    match parting.seen(&booked) == seen {
        true => Ok(()),
        false => Err(EditError::Stale),
    }
}

/// What becomes of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Guests see a service.
    Shown,
    /// They do not.
    Hidden,
    /// It is gone.
    Deleted,
    /// Guests cannot choose something any more.
    ChoiceDeleted,
    /// They can again.
    ChoiceRestored,
}

/// Makes it, reads what it brings, gives it back and draws that; nothing where it brings nothing, or cannot be made. Whoever
/// pressed too late is told so and sees it in any case.
pub(super) async fn draw<S: Subject>(
    (site, ctx, signed_in): (&Site, &PageCtx, &SignedIn),
    (slug, parting): (&str, &Parting),
    (typed, is_late): (&Answers, bool),
    mut change: impl FnMut(&mut TenantTx<'_>) -> Result<(), EditError> + Send + 'static,
) -> Result<Option<HttpResponse>, Error> {
    let (about, wish) = (parting.look.about(), (slug, S::RIGHT));
    let at = member::look(site, ctx, signed_in, wish, |_, at| {
        Ok::<AtWork, EditError>(at.clone())
    });
    let at = at.await??;
    let rehearsed = member::enter(site, ctx, signed_in, wish, move |tx, _| {
        rehearsal::rehearse(tx, &about, &mut change)
    });
    let seen = match rehearsed.await? {
        Ok(never) => match never {},
        Err(Rehearsed::Foreseen(seen)) => seen,
        // Whoever does it says why not.
        Err(Rehearsed::Refused(_)) => return Ok(None),
        Err(Rehearsed::Db(error)) => return Err(error.into()),
    };
    if seen.is_quiet() && !is_late {
        return Ok(None);
    }
    let desk = Desk::of(ctx, signed_in, &at, S::ROOM);
    let mut page = page(ctx, (desk, &at), (parting, &seen), typed);
    let status = match is_late {
        true => StatusCode::CONFLICT,
        false => StatusCode::OK,
    };
    if is_late {
        let mut errors = Errors::default();
        errors.add("", Msg::new("owner-parting-newer"));
        page.errors = errors.summary(ctx.t);
    }
    Ok(Some(ctx.redraw(status, &page)?))
}

fn page<'a>(
    ctx: &'a PageCtx,
    (desk, at): (Desk, &AtWork),
    (parting, seen): (&Parting, &Foreseen),
    typed: &Answers,
) -> PartingPage<'a> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let turn = parting.turn;
    let (what, label) = match turn {
        Turn::Shown => (t.owner_parting_shown(), t.catalog_show()),
        Turn::Hidden => (t.owner_parting_hidden(), t.catalog_hide()),
        Turn::Deleted => (t.owner_parting_deleted(), t.catalog_delete()),
        Turn::ChoiceDeleted => (t.owner_parting_choice_deleted(), t.catalog_delete()),
        Turn::ChoiceRestored => (t.owner_parting_choice_restored(), t.catalog_restore()),
    };
    let voice = match turn {
        Turn::Deleted | Turn::ChoiceDeleted => Voice::DangerQuiet,
        Turn::Shown | Turn::Hidden | Turn::ChoiceRestored => Voice::Main,
    };
    let mut hidden: Vec<(String, String)> = typed.filled();
    hidden.retain(|(name, _)| name != SEEN && !ABOUT_PAGES.contains(&name.as_str()));
    hidden.push((SEEN.to_owned(), parting.seen(&seen.mark)));
    hidden.push(("at".to_owned(), "look".to_owned()));
    hidden.push(("csrf".to_owned(), ctx.csrf.clone()));
    PartingPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: ErrorSummary::default(),
        title: t.schedule_preview_title(),
        name: parting.name.text(ctx.lang).to_owned(),
        what,
        kept_title: t.owner_look_booked(),
        kept: kept(ctx, parting, seen),
        effect: effect(ctx, at, turn, seen),
        form: PostForm {
            action: links::owner(ctx.lang, slug, &format!("{}/state", parting.at)),
            hidden,
        },
        go: Submit {
            label,
            voice,
            answer: Some((PRESS.to_owned(), "save".to_owned())),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: links::owner(ctx.lang, slug, &parting.back),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        ctx,
    }
}

/// What becomes of what is booked, beside what is listed.
fn kept(ctx: &PageCtx, parting: &Parting, seen: &Foreseen) -> Vec<String> {
    let held = |count| (count > 0).then(|| ctx.t.owner_look_held_out(count));
    match parting.turn {
        Turn::Shown => Vec::new(),
        Turn::Hidden | Turn::Deleted => held(seen.being_booked).into_iter().collect(),
        Turn::ChoiceDeleted | Turn::ChoiceRestored => parting.look.kept(ctx, seen),
    }
}

/// The bookings that stand, and the starts that come and go.
fn effect(ctx: &PageCtx, at: &AtWork, turn: Turn, seen: &Foreseen) -> EffectBox {
    let t = ctx.t;
    let moments = Moments::new(t, at.profile.zone, seen.now);
    let words = match turn {
        Turn::Hidden | Turn::Deleted => OutsideWords {
            title: t.owner_parting_booked(seen.outside.len()),
            lead: t.owner_parting_booked_lead(),
            none: t.owner_parting_booked_none(),
            lines: look::lines(ctx, at, &moments, seen),
            count: seen.outside.len(),
        },
        _ => look::words(ctx, at, &moments, seen),
    };
    EffectBox::of(ctx, &moments, words, &seen.forecast)
}
