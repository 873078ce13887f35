//! Letters to guests that did not arrive lately, each with whom it was for, why, and what helps.

use crate::{
    db,
    domain::{
        bookings::undelivered::{self, Undelivered},
        businesses::role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        gate::member::{self, AtWork},
        letter_names, links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};

/// Whoever may mend an address is told where one is wrong.
pub(super) const RIGHT: Right = Right::WriteCustomers;
/// More than a person reads.
const MOST: i64 = 200;

/// The page.
#[derive(Template)]
#[template(path = "owner/messages.html")]
pub struct UndeliveredPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    empty: Option<Empty>,
    open: Vec<Line>,
    settled: Vec<Line>,
}

/// A letter that did not arrive.
pub struct Line {
    name: String,
    url: String,
    what: String,
    facts: Vec<String>,
    answer: Option<String>,
    /// What has become better since.
    state: Option<String>,
    ways: Vec<LinkButton>,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    letters: Vec<Undelivered>,
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
    let wish = (path.1.as_str(), RIGHT);
    let found = member::look(
        &site,
        &ctx,
        &signed_in,
        wish,
        |tx, at| -> db::Result<Scene> {
            let mut letters = undelivered::lately(tx, MOST)?;
            if !at.member.may(Right::ReadContacts) {
                for letter in &mut letters {
                    (letter.to_email, letter.answer) = (None, None);
                }
            }
            Ok(Scene {
                at: at.clone(),
                letters,
                now: tx.now(),
            })
        },
    );
    let scene = found.await??;
    let desk = Desk::of(&ctx, &signed_in, &scene.at, Room::Office);
    let (settled, open): (Vec<_>, Vec<_>) = scene.letters.iter().partition(|one| one.is_told);
    let lines = |letters: Vec<&Undelivered>| -> Vec<Line> {
        letters.iter().map(|one| line(&ctx, &scene, one)).collect()
    };
    let slug = scene.at.profile.slug.as_str();
    ctx.html(&UndeliveredPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: ctx.t.messages_undelivered_title(),
        back: LinkButton::back(
            ctx.t.customers_title(),
            links::owner(ctx.lang, slug, "customers"),
        ),
        empty: open.is_empty().then(|| Empty {
            icon: Icon::Check,
            words: ctx.t.messages_undelivered_none(),
            ways: Vec::new(),
        }),
        open: lines(open),
        settled: lines(settled),
        ctx: &ctx,
    })
}

fn line(ctx: &PageCtx, scene: &Scene, one: &Undelivered) -> Line {
    let (t, profile) = (ctx.t, &scene.at.profile);
    let moments = Moments::new(t, profile.zone, scene.now);
    let way = |label: String, url: String| LinkButton {
        label,
        url,
        voice: Voice::Quiet,
        small: true,
        about: Some(t.desk_guest(&one.name)),
        ..LinkButton::default()
    };
    let card = format!("customers/{}/edit", one.customer);
    let mend = way(
        t.messages_mend(),
        links::owner(ctx.lang, &profile.slug, &card),
    );
    let letters = way(
        t.messages_open(),
        links::desk_act(ctx.lang, &profile.slug, one.booking, "messages"),
    );
    let what = letter_names::letter(t, &one.kind);
    Line {
        name: t.desk_guest(&one.name),
        url: links::desk_booking(ctx.lang, &profile.slug, one.booking),
        what: match one.is_bounced {
            true => t.messages_undelivered_bounced(what),
            false => t.messages_undelivered_failed(what),
        },
        facts: [
            Some(moments.at(one.date, one.start)),
            Some(one.number.clone()),
            one.to_email.clone(),
            Some(t.messages_written(moments.moment(one.at))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        answer: one.answer.clone(),
        state: match (one.is_told, one.is_mended) {
            (true, _) => Some(t.messages_undelivered_told()),
            (false, true) => Some(t.messages_undelivered_mended()),
            (false, false) => None,
        },
        ways: match (one.is_told, one.is_mended) {
            (true, _) => Vec::new(),
            // With another address, all that is left is to send it again.
            (false, true) => vec![letters],
            (false, false) => vec![mend, letters],
        },
    }
}
