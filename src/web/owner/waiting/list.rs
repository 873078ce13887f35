//! Who waits, whose turn it is first; and for whoever may, how the list is kept.

use super::{
    RIGHT, below,
    rules::{RulesBox, RulesForm},
};
use crate::{
    db,
    domain::{
        bookings::waitlist::{
            entry::{Priority, Status},
            listing::{self, Listed},
            rule_rows::{self, Rules},
        },
        businesses::role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        form::Errors,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};

/// More than a person reads.
const MOST: i64 = 200;

/// The page.
#[derive(Template)]
#[template(path = "owner/waiting/list.html")]
pub struct ListPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: Option<LinkButton>,
    /// Whether there is a list at all.
    is_on: bool,
    rows: Vec<Row>,
    rules: Option<RulesBox>,
    /// How it is kept now, where somebody else was first.
    pub(super) newer: Option<String>,
}

/// Somebody on it.
pub struct Row {
    place: String,
    name: String,
    url: String,
    what: String,
    what_lang: Option<&'static str>,
    facts: Vec<String>,
}

/// What the page is drawn from.
pub(super) struct Scene {
    pub(super) at: AtWork,
    pub(super) rules: Rules,
    listed: Vec<Listed>,
    now: DateTime<Utc>,
}

/// The list.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    let form = RulesForm::of(&scene.rules);
    ctx.html(&page(&ctx, &signed_in, &scene, (&form, &Errors::default())))
}

pub(super) async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        |tx, at| -> db::Result<Scene> {
            Ok(Scene {
                at: at.clone(),
                rules: *rule_rows::of(tx)?,
                listed: listing::list(tx, MOST)?,
                now: tx.now(),
            })
        },
    );
    Ok(found.await??)
}

pub(super) fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&RulesForm, &Errors),
) -> ListPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Booking);
    let title = t.waiting_list_title();
    let may_rule = scene.at.member.may(Right::ManageBusiness);
    ListPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        back: may_rule
            .then(|| LinkButton::back(t.owner_home_title(), links::owner(ctx.lang, slug, ""))),
        is_on: scene.rules.is_on,
        rows: scene
            .listed
            .iter()
            .enumerate()
            .map(|(place, listed)| row(ctx, scene, (place + 1, listed)))
            .collect(),
        rules: may_rule.then(|| form.drawn(ctx, slug, errors)),
        newer: None,
        ctx,
    }
}

fn row(ctx: &PageCtx, scene: &Scene, (place, listed): (usize, &Listed)) -> Row {
    let t = ctx.t;
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let entry = &listed.entry;
    let what = listed.service.as_ref().map(|name| name.written(ctx.lang));
    let mut facts = Vec::new();
    if entry.priority != Priority::Normal {
        facts.push(t.of_family("waiting-priority", entry.priority.label()));
    }
    if let Some((from, until)) = entry.preferred_date.zip(entry.preferred_until) {
        facts.push(t.days(from, until, moments.today()));
    }
    if entry.party_size > 1 {
        facts.push(t.people(entry.party_size.into()));
    }
    if entry.booking_id.is_some() {
        facts.push(t.waiting_moves_up());
    }
    if let Some(deadline) = entry
        .response_deadline
        .filter(|_| entry.status == Status::Notified)
    {
        facts.push(t.waiting_offered_until(moments.moment(deadline)));
    }
    Row {
        place: t.waiting_row(place),
        name: listed.name.clone(),
        url: below(ctx, &scene.at.profile.slug, &format!("/{}", entry.id)),
        what_lang: what.as_ref().and_then(|what| what.other_lang),
        what: what.map_or_else(String::new, |what| what.text),
        facts,
    }
}
