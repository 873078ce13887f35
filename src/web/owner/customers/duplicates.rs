//! Cards that may be of one person: the way to make two of them one, or to say that they are of two.

use super::words;
use crate::{
    db,
    domain::{
        businesses::role::Right,
        customers::{
            card::{Card, CardError},
            different,
            merge::{self, Alike, Group},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
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
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

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
    /// Those of whom it was said that they are different people, each with the way to take it back.
    apart: Vec<(String, PostButton)>,
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
    /// Says that it is somebody else's.
    apart: Option<PostButton>,
}

/// Which two, and whether they are different people.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ApartForm {
    csrf: String,
    one: String,
    other: String,
    to: String,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wish = (path.1.as_str(), Right::WriteCustomers);
    let found = member::look(&site, &ctx, &signed_in, wish, |tx, at| {
        let told = different::last(tx, MOST)?;
        db::Result::Ok((at.clone(), merge::duplicates(tx, MOST)?, told))
    });
    let (at, groups, told) = found.await??;
    let (t, slug) = (ctx.t, &at.profile.slug);
    let desk = Desk::of(&ctx, &signed_in, &at, Room::Customers);
    let back = LinkButton::back(t.customers_title(), words::list(&ctx, slug, ""));
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
        apart: told.iter().map(|both| said(&ctx, slug, both)).collect(),
        ctx: &ctx,
    })
}

/// Says that two are different people, or takes it back.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<ApartForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let both = (words::key(&form.0.one)?, words::key(&form.0.other)?);
    let (are_different, said) = match form.0.to.as_str() {
        "apart" => (true, Said::CustomersApart),
        "again" => (false, Said::CustomersAgain),
        _ => return Err(Error::Unreadable),
    };
    let wish = (path.1.as_str(), Right::WriteCustomers);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        different::tell(tx, both, are_different)
    });
    match done.await? {
        Ok(()) => {
            let there = words::list(&ctx, &path.1, "/duplicates");
            Ok(flash::say(ctx.see_other(&there)?, said))
        }
        Err(CardError::Db(error)) => Err(error.into()),
        Err(CardError::Unknown | CardError::Erased | CardError::Stale) => Err(Error::NotFound),
    }
}

/// Two who are different, and the way to take it back.
fn said(ctx: &PageCtx, slug: &str, (one, other): &(Card, Card)) -> (String, PostButton) {
    let called = |card: &Card| ctx.t.customers_apart_one(&card.name, card.number);
    let both = ctx.t.customers_apart_both(called(one), called(other));
    let label = ctx.t.customers_apart_again();
    let act = button(ctx, slug, (one, other), (label, "again"));
    let about = Some(both.clone());
    (both, PostButton { about, ..act })
}

fn button(
    ctx: &PageCtx,
    slug: &str,
    (one, other): (&Card, &Card),
    (label, to): (String, &str),
) -> PostButton {
    let (first, second) = (one.id.to_string(), other.id.to_string());
    let hidden = [("one", first.as_str()), ("other", &second), ("to", to)];
    PostButton {
        label,
        about: Some(one.name.clone()),
        form: PostForm::keyed(&ctx.csrf, words::list(ctx, slug, "/duplicates"), &hidden),
        voice: Voice::Text,
        small: true,
    }
}

fn together(ctx: &PageCtx, at: &AtWork, group: &Group) -> Together {
    let why = |alike: &Alike| ctx.t.of_family("customers-alike", alike.id());
    let older = |card: &Card| {
        let pair = group.pairs.iter().find(|(one, _)| *one == card.id)?;
        group.cards.iter().find(|one| one.id == pair.1)
    };
    Together {
        why: group.alike.iter().map(why).collect(),
        cards: group
            .cards
            .iter()
            .map(|card| one(ctx, at, card, older(card)))
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
        apart: first.map(|first| {
            let label = t.customers_apart(first.number);
            button(ctx, slug, (card, first), (label, "apart"))
        }),
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
