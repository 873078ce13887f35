//! Cards that may be of one person, and the way to make two of them one.

use super::words;
use crate::{
    db,
    domain::{
        businesses::role::Right,
        customers::{
            card::Card,
            merge::{self, Alike, Group},
        },
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        gate::member::{self, AtWork},
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

/// So many groups are shown at once; when they are done, the next come.
const MOST: i64 = 60;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/duplicates.html")]
pub struct DuplicatesPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    groups: Vec<Together>,
    empty: Empty,
}

/// Cards with something in common.
struct Together {
    why: Vec<String>,
    cards: Vec<One>,
}

/// One of them, and the way to make it one with the first.
struct One {
    name: String,
    url: String,
    facts: Vec<String>,
    merge: Option<LinkButton>,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let wish = (path.1.as_str(), Right::WriteCustomers);
    let found = member::look(&site, &ctx, &signed_in, wish, |tx, at| {
        db::Result::Ok((at.clone(), merge::duplicates(tx, MOST)?))
    });
    let (at, groups) = found.await??;
    let (t, slug) = (ctx.t, &at.profile.slug);
    let desk = Desk::of(&ctx, &signed_in, &at, Room::Customers);
    let back = words::back(t.customers_title(), words::list(&ctx, slug, ""));
    ctx.html(&DuplicatesPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.customers_duplicates(),
        empty: Empty {
            icon: Icon::Check,
            words: t.customers_duplicates_none(),
            ways: vec![back.clone()],
        },
        back,
        groups: groups
            .iter()
            .map(|group| together(&ctx, &at, group))
            .collect(),
        ctx: &ctx,
    })
}

fn together(ctx: &PageCtx, at: &AtWork, group: &Group) -> Together {
    let why = |alike: &Alike| ctx.t.of_family("customers-alike", alike.id());
    let first = group.cards.first();
    Together {
        why: group.alike.iter().map(why).collect(),
        cards: group
            .cards
            .iter()
            .map(|card| {
                let other = first.filter(|first| first.id != card.id);
                one(ctx, at, card, other)
            })
            .collect(),
    }
}

fn one(ctx: &PageCtx, at: &AtWork, card: &Card, first: Option<&Card>) -> One {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let sees = at.member.may(Right::ReadContacts);
    let contacts = [
        card.phone.as_deref().map(|phone| t.phone(phone)),
        card.email.clone(),
    ];
    let kana = Some(card.kana()).filter(|kana| !kana.is_empty());
    One {
        name: words::guest(ctx, &card.name),
        url: words::card(ctx, slug, card.id, ""),
        facts: kana
            .into_iter()
            .chain([t.customers_number(card.number)])
            .chain(contacts.into_iter().flatten().filter(|_| sees))
            .collect(),
        merge: first.map(|first| LinkButton {
            label: t.customers_merge_with(first.number),
            url: words::list(
                ctx,
                slug,
                &format!("/merge?keep={}&other={}", first.id, card.id),
            ),
            voice: Voice::Quiet,
            small: true,
            about: Some(card.name.clone()),
            ..LinkButton::default()
        }),
    }
}
