//! What was made of a file, line by line.

use super::parts;
use crate::{
    domain::bookings::import::{
        made::{self, Line, PAGE},
        undo,
        waiting::{self, Import, State},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        form::typed::Asked,
        gate::member::AtWork,
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            nav::Nav,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "owner/imports/made.html")]
struct MadePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    state: String,
    sums: Vec<(String, String)>,
    /// What became of it, and the way to try once more.
    undone: Option<String>,
    anew: Option<LinkButton>,
    lines: Vec<Row>,
    further: Option<LinkButton>,
    undo: Option<LinkButton>,
    touched: Option<String>,
}

/// A booking.
struct Row {
    line: String,
    label: String,
    about: String,
    url: String,
    outside: String,
}

/// From where on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MadeQuery {
    after: i32,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    import: Import,
    lines: Vec<Line>,
    touched: i64,
    now: DateTime<Utc>,
}

/// The page; a file that still waits is asked about.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    query: Asked<MadeQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (id, after) = (parts::key(&path.2)?, query.0.after);
    let found = parts::look(&site, &ctx, &signed_in, &path.1, move |tx| {
        let Some(import) = waiting::of(tx, id)? else {
            return Ok(None);
        };
        let lines = made::lines(tx, id, after)?;
        Ok(Some((import, lines, undo::touched(tx, id)?, tx.now())))
    });
    let (at, found) = found.await?;
    let (import, lines, touched, now) = found.ok_or(Error::NotFound)?;
    if import.state == State::Waiting {
        return ctx.see_other(&parts::of(&ctx, &path.1, id, "/columns"));
    }
    let scene = Scene {
        at,
        import,
        lines,
        touched,
        now,
    };
    ctx.html(&page(&ctx, &signed_in, &scene))
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> MadePage<'a> {
    let (t, slug, import) = (ctx.t, scene.at.profile.slug.as_str(), &scene.import);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Office);
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let is_made = import.state == State::Made;
    let shown = scene.lines.iter().take(PAGE);
    let last = shown.clone().next_back().map(|line| line.line);
    let is_more = scene.lines.len() > PAGE;
    MadePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.imports_made(moments.moment(import.made_at.unwrap_or(import.created_at))),
        back: LinkButton::back(t.imports_title(), parts::path(ctx, slug, "")),
        state: t.of_family("imports-state", import.state.into()),
        sums: sums(ctx, import),
        undone: (!is_made).then(|| t.imports_undone(import.made_count)),
        anew: (!is_made).then(|| LinkButton {
            label: t.imports_anew(),
            url: parts::path(ctx, slug, ""),
            voice: Voice::Quiet,
            ..LinkButton::default()
        }),
        lines: shown.map(|one| row(ctx, (slug, &moments), one)).collect(),
        further: last.filter(|_| is_more).map(|last| LinkButton {
            label: t.imports_further(),
            url: parts::of(ctx, slug, import.id, &format!("?after={last}")),
            voice: Voice::Quiet,
            ..LinkButton::default()
        }),
        undo: (is_made && scene.touched == 0).then(|| LinkButton {
            label: t.imports_undo(),
            url: parts::of(ctx, slug, import.id, "/undo"),
            voice: Voice::DangerQuiet,
            ..LinkButton::default()
        }),
        touched: (is_made && scene.touched > 0).then(|| t.imports_touched(scene.touched)),
        ctx,
    }
}

/// How much of what; nothing of it once it was taken back.
fn sums(ctx: &PageCtx, import: &Import) -> Vec<(String, String)> {
    if import.state != State::Made {
        return Vec::new();
    }
    let t = ctx.t;
    let promised = import.promised_count;
    let mut sums = vec![
        (t.imports_sum_brought(), t.imports_count(import.made_count)),
        (
            t.imports_sum_left_out(),
            t.customers_import_count(import.left_count),
        ),
        (
            t.imports_sum_added_guests(),
            t.people(i64::from(import.card_count)),
        ),
    ];
    if promised > 0 {
        sums.push((t.imports_sum_promised(), t.imports_count(promised)));
    }
    sums
}

fn row(ctx: &PageCtx, (slug, moments): (&str, &Moments), one: &Line) -> Row {
    let t = ctx.t;
    Row {
        line: t.customers_import_line(i64::from(one.line)),
        label: moments.when(one.date, one.start, one.end),
        about: match one.guest.as_str() {
            "" => t.desk_guest_erased(),
            guest => t.owner_effect_booking(t.desk_guest(guest), one.service.text(ctx.lang)),
        },
        url: links::desk_booking(ctx.lang, slug, one.id),
        outside: match one.outside.as_str() {
            "" => one.number.clone(),
            outside => t.imports_both_numbers(&one.number, outside),
        },
    }
}
