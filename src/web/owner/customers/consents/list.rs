//! Everything a guest agreed to, the newest first, and where the next one may begin.

use super::{
    READ, at as consents_at, called, card,
    view::{ConsentView, Reading},
    words,
};
use crate::{
    db,
    domain::bookings::{
        consent::Kind,
        consents::{self, Consent},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        gate::member,
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

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/consents.html")]
struct ConsentsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    ways: Vec<LinkButton>,
    begin: Vec<LinkButton>,
    entries: Vec<ConsentView>,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let customer = words::key(&path.2)?;
    let slug = path.1.as_str();
    let found = member::look(&site, &ctx, &signed_in, (slug, READ), move |tx, at| {
        let Some(card) = card(tx, customer)? else {
            return Ok(None);
        };
        let (all, used) = (consents::of(tx, customer)?, consents::wordings(tx)?);
        db::Result::Ok(Some((at.clone(), card, (all, used), tx.now())))
    });
    let (at, card, (all, used), now) = found.await??.ok_or(Error::NotFound)?;
    let all: Vec<Consent> = all;
    let desk = Desk::of(&ctx, &signed_in, &at, Room::Customers);
    let moments = Moments::new(ctx.t, at.profile.zone, now);
    let reading = Reading {
        ctx: &ctx,
        at: &at,
        customer,
        moments: &moments,
    };
    let guest = words::guest(&ctx, &card.name);
    let begin = |(kind, topic): &(Kind, String)| {
        let asked = [("kind", kind.word()), ("topic", topic.as_str())];
        let query = serde_urlencoded::to_string(asked).unwrap_or_default();
        LinkButton {
            label: called(&ctx, *kind, topic),
            url: consents_at(&ctx, slug, customer, &format!("/new?{query}")),
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        }
    };
    let beginnings = beginnings(used);
    ctx.html(&ConsentsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: ctx.t.consents_title(&guest),
        back: LinkButton::back(guest, words::card(&ctx, slug, customer, "")),
        ways: reading.head(all.is_empty()),
        begin: match reading.writes() {
            true => beginnings.iter().map(begin).collect(),
            false => Vec::new(),
        },
        entries: all.iter().map(|one| reading.entry(one)).collect(),
        ctx: &ctx,
    })
}

/// The usual kinds, for which there are words to begin with, and what the shop has asked besides.
fn beginnings(used: Vec<(Kind, String, String)>) -> Vec<(Kind, String)> {
    let usual = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Other);
    let mut all: Vec<(Kind, String)> = usual.map(|kind| (kind, String::new())).collect();
    let used = used.into_iter().map(|(kind, topic, _)| (kind, topic));
    for one in used {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}
