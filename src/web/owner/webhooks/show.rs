//! One program that listens: its secret, what can be done about it, and what became of what it was sent.

use super::{RIGHT, called, sheet};
use crate::{
    base::ids::WebhookId,
    db,
    domain::integrations::{
        log::{self, Entry, Try},
        signature,
        webhook::{self, Webhook},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};

/// The page.
#[derive(Template)]
#[template(path = "owner/webhooks/show.html")]
struct WebhookPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    edit: LinkButton,
    address: String,
    events: String,
    state: String,
    /// What somebody should see to.
    warning: Option<String>,
    secret: Secret,
    acts: Vec<PostButton>,
    lines: Vec<Line>,
}

/// What is said about the secret.
struct Secret {
    words: String,
    shown: Option<String>,
    acts: Vec<PostButton>,
}

/// One event.
struct Line {
    name: String,
    state: String,
    facts: Vec<String>,
    tries: Vec<String>,
    again: Option<PostButton>,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    one: Webhook,
    log: Vec<Entry>,
    now: DateTime<Utc>,
}

/// The page.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id: WebhookId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let read = member::look(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, at| {
        let Some(one) = webhook::find(tx, id)? else {
            return db::Result::Ok(None);
        };
        Ok(Some(Scene {
            at: at.clone(),
            one,
            log: log::read(tx, id)?,
            now: tx.now(),
        }))
    });
    let scene = read.await??.ok_or(Error::NotFound)?;
    let (t, one) = (ctx.t, &scene.one);
    let desk = Desk::of(&ctx, &signed_in, &scene.at, Room::Office);
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let events: Vec<String> = one.events.split(' ').map(|kind| called(t, kind)).collect();
    let lines = scene.log.iter();
    ctx.html(&WebhookPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.webhooks_one(),
        back: LinkButton {
            label: t.webhooks_title(),
            url: links::owner(ctx.lang, &slug, "webhooks"),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        edit: LinkButton {
            label: t.webhooks_edit(),
            url: links::owner(ctx.lang, &slug, &format!("webhooks/{id}/edit")),
            voice: Voice::Quiet,
            icon: Some(Icon::Edit),
            ..LinkButton::default()
        },
        address: one.address.clone(),
        events: events.join(" · "),
        state: t.of_family("webhooks-standing", &one.state),
        warning: warning(&ctx, one, &moments),
        secret: secret(&site, &ctx, &scene, &moments),
        acts: acts(&ctx, &scene),
        lines: lines.map(|entry| line(&ctx, &scene, entry)).collect(),
        ctx: &ctx,
    })
}

fn warning(ctx: &PageCtx, one: &Webhook, moments: &Moments) -> Option<String> {
    let t = ctx.t;
    let since = one.failing_since.map(|since| moments.moment(since));
    match (one.state.as_str(), since) {
        ("stopped", _) => Some(t.webhooks_stopped()),
        ("paused", _) => Some(t.webhooks_paused()),
        (_, Some(since)) => Some(t.webhooks_failing(one.failures, since)),
        (_, None) => None,
    }
}

fn secret(site: &Site, ctx: &PageCtx, scene: &Scene, moments: &Moments) -> Secret {
    let (t, one) = (ctx.t, &scene.one);
    let key = || signature::key(&site.secret, one.id, one.generation);
    let former = one.former_until.filter(|until| scene.now < *until);
    let words = match (one.is_secret_kept, former) {
        (false, Some(until)) => t.webhooks_secret_both(moments.moment(until)),
        (false, None) => t.webhooks_secret_new(),
        (true, Some(until)) => t.webhooks_secret_former(moments.moment(until)),
        (true, None) => t.webhooks_secret_kept(),
    };
    let acts = match (one.is_secret_kept, former) {
        (false, _) => vec![press(ctx, scene, ("kept", t.webhooks_keep()), Voice::Quiet)],
        // A third one would end the first before its day is over.
        (true, Some(_)) => Vec::new(),
        (true, None) => vec![press(
            ctx,
            scene,
            ("rotate", t.webhooks_rotate()),
            Voice::Quiet,
        )],
    };
    Secret {
        words,
        shown: (!one.is_secret_kept).then(|| signature::shown(&key())),
        acts,
    }
}

fn acts(ctx: &PageCtx, scene: &Scene) -> Vec<PostButton> {
    let t = ctx.t;
    let state = match scene.one.state.as_str() {
        "sending" => ("pause", t.webhooks_pause()),
        _ => ("resume", t.webhooks_resume()),
    };
    vec![
        press(ctx, scene, ("test", t.webhooks_test()), Voice::Quiet),
        press(ctx, scene, state, Voice::Quiet),
        press(
            ctx,
            scene,
            ("delete", t.catalog_delete()),
            Voice::DangerQuiet,
        ),
    ]
}

fn press(ctx: &PageCtx, scene: &Scene, (to, label): (&str, String), voice: Voice) -> PostButton {
    sheet::act(
        ctx,
        target(ctx, scene),
        (label, None),
        (voice, &[("to", to)]),
    )
}

fn target(ctx: &PageCtx, scene: &Scene) -> String {
    let path = format!("webhooks/{}/act", scene.one.id);
    links::owner(ctx.lang, &scene.at.profile.slug, &path)
}

fn line(ctx: &PageCtx, scene: &Scene, entry: &Entry) -> Line {
    let t = ctx.t;
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let number = entry.event.data_json.pointer("/booking/number");
    let number = number.and_then(|number| number.as_str());
    let name = called(t, &entry.event.kind);
    let facts = [
        Some(moments.moment(entry.event.occurred_at)),
        number.map(|number| t.webhooks_booking(number)),
    ];
    // A trial is sent anew by its own button; what waits is sent by itself.
    let is_done = entry.state != "waiting" && entry.booking.is_some();
    let again = is_done.then(|| {
        let delivery = entry.id.to_string();
        let said = (t.webhooks_again(), Some(name.clone()));
        let carried = [("to", "replay"), ("delivery", delivery.as_str())];
        sheet::act(ctx, target(ctx, scene), said, (Voice::Quiet, &carried))
    });
    Line {
        state: t.of_family("webhooks-state", &entry.state),
        facts: facts.into_iter().flatten().collect(),
        tries: entry
            .tries
            .iter()
            .map(|one| told(ctx, &moments, one))
            .collect(),
        again,
        name,
    }
}

/// When it was sent, what came back, and how long that took.
fn told(ctx: &PageCtx, moments: &Moments, one: &Try) -> String {
    let t = ctx.t;
    let what = match one.status {
        Some(status) => t.webhooks_answered(status.to_string()),
        None => t.webhooks_unanswered(why(ctx, &one.error)),
    };
    let parts = [
        moments.moment(one.created_at),
        what,
        t.webhooks_took(one.took_ms),
        one.answer.clone(),
    ];
    let said = parts.into_iter().filter(|part| !part.trim().is_empty());
    said.collect::<Vec<_>>().join(" · ")
}

/// Why there is no answer, in words where there are some for it; what stands behind them is for programmers.
fn why(ctx: &PageCtx, error: &str) -> String {
    let kind = error.split(':').next().unwrap_or_default();
    let word = kind.replace(' ', "-");
    match ctx.t.knows("webhooks-why", &word) {
        true => ctx.t.of_family("webhooks-why", &word),
        false => error.to_owned(),
    }
}
