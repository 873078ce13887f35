//! What a new shop still has to do, on the first page of its back office: each step by what is really there, and with the way
//! to it. Whoever wants to be rid of the list puts it away.

use super::share;
use crate::{
    db::{self, PlatformTx, TenantTx},
    domain::{
        accounts::second_factor,
        bookings::first_steps::{self as steps, FirstSteps},
        businesses::{
            member::Member,
            opening::{self, Stage},
            role::Right,
        },
    },
    web::{
        error::Result,
        flash::{self, Said},
        form::typed::Typed,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

/// What the list is drawn from.
pub struct Known {
    stage: Stage,
    done: FirstSteps,
    has_factor: bool,
    is_away: bool,
}

/// The list.
#[derive(Template)]
#[template(path = "owner/first_steps.html")]
pub struct FirstStepsBox {
    title: String,
    words: String,
    /// Where a business that is not public yet goes on.
    on: Option<LinkButton>,
    lines: Vec<Line>,
    put: Option<PostButton>,
}

/// One step: whether it is done, in a word, and the way to it.
struct Line {
    is_done: bool,
    state: String,
    label: String,
    url: String,
}

impl HtmlSafe for FirstStepsBox {}

/// Whether the list goes or comes.
#[derive(Deserialize)]
pub struct AwayForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    away: String,
}

/// Puts the list away, or takes it out again.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<AwayForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (slug, away) = (path.into_inner().1, form.away == "yes");
    let wish = (slug.as_str(), share::RIGHT);
    let put = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> db::Result<()> { opening::put_away(tx, away) },
    );
    put.await??;
    let home = links::owner(ctx.lang, &slug, "");
    let said = match away {
        true => Said::FirstStepsAway,
        false => Said::FirstStepsBack,
    };
    Ok(flash::say(ctx.see_other(&home)?, said))
}

/// Whether somebody has a second factor, read outside the business.
pub fn factor(tx: &mut PlatformTx<'_>, member: &Member) -> db::Result<bool> {
    second_factor::is_any(tx, member.user)
}

/// What the list needs, for whoever runs the business.
pub fn read(tx: &mut TenantTx<'_>, at: &AtWork, has_factor: bool) -> db::Result<Option<Known>> {
    if !at.member.may(Right::ManageBusiness) {
        return Ok(None);
    }
    Ok(Some(Known {
        stage: opening::stage(tx)?,
        done: steps::read(tx)?,
        has_factor,
        is_away: steps::is_away(tx)?,
    }))
}

impl FirstStepsBox {
    /// The list; of one that was put away, the button that brings it back.
    pub fn of(ctx: &PageCtx, at: &AtWork, known: &Known) -> Self {
        let t = ctx.t;
        let lines = match known.is_away {
            true => Vec::new(),
            false => lines(ctx, at, known),
        };
        let done = lines.iter().filter(|line| line.is_done).count();
        let is_draft = known.stage == Stage::Draft;
        Self {
            title: match is_draft {
                true => t.first_steps_draft_title(),
                false => t.first_steps_title(),
            },
            words: match (is_draft, known.is_away) {
                (true, _) => t.first_steps_draft(),
                (false, true) => t.first_steps_away(),
                (false, false) => t.first_steps_count(done, lines.len()),
            },
            on: is_draft.then(|| LinkButton {
                label: t.first_steps_on(),
                url: links::owner(ctx.lang, &at.profile.slug, "opening"),
                ..LinkButton::default()
            }),
            lines: match is_draft {
                true => Vec::new(),
                false => lines,
            },
            put: (!is_draft).then(|| put(ctx, at, !known.is_away)),
        }
    }

    /// Whether there is anything to show beside the button that brings it back.
    pub fn is_folded(&self) -> bool {
        self.lines.is_empty() && self.on.is_none()
    }
}

fn put(ctx: &PageCtx, at: &AtWork, away: bool) -> PostButton {
    let (label, answer) = match away {
        true => (ctx.t.first_steps_put_away(), "yes"),
        false => (ctx.t.first_steps_take_out(), "no"),
    };
    PostButton {
        label,
        form: PostForm {
            action: links::owner(ctx.lang, &at.profile.slug, "first-steps"),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("away".to_owned(), answer.to_owned()),
            ],
        },
        voice: Voice::Text,
        small: true,
        ..PostButton::default()
    }
}

fn lines(ctx: &PageCtx, at: &AtWork, known: &Known) -> Vec<Line> {
    let (t, slug, done) = (ctx.t, at.profile.slug.as_str(), &known.done);
    let office = |path: &str| links::owner(ctx.lang, slug, path);
    let public = links::business(ctx.lang, slug);
    let mut lines: Vec<Line> = [
        (done.has_text, t.first_steps_text(), office("profile")),
        (done.has_english, t.first_steps_english(), office("profile")),
        (done.has_picture, t.first_steps_picture(), office("photos")),
        (done.has_policy, t.first_steps_policy(), office("policies")),
        (done.has_legal, t.first_steps_legal(), office("legal")),
        (
            done.has_team,
            t.first_steps_team(),
            links::team(ctx.lang, slug, ""),
        ),
        (
            known.has_factor,
            t.first_steps_factor(),
            links::second_factor(ctx.lang),
        ),
        (done.has_booking, t.first_steps_imports(), office("imports")),
        (done.has_booking, t.first_steps_booking(), public),
    ]
    .into_iter()
    .map(|(is_done, label, url)| Line {
        is_done,
        state: match is_done {
            true => t.first_steps_done(),
            false => t.first_steps_open(),
        },
        label,
        url,
    })
    .collect();
    // What is still to be done stands first, each heap in its own order.
    lines.sort_by_key(|line| line.is_done);
    lines
}
