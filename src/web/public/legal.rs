//! What a business tells by law: who it is, what becomes of what guests type, and what is sent to others.

use super::frame;
use crate::{
    db::DbError,
    domain::businesses::{
        legal_card::{ITEMS, LegalCard},
        profile::{self, Profile},
    },
    web::{
        error::{Error, Result},
        gate::business,
        page::PageCtx,
        site::Site,
        ui::{
            frame::ShopFrame,
            summary_list::{SummaryList, SummaryRow},
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;

/// 特定商取引法に基づく表記.
#[derive(Template)]
#[template(path = "public/legal.html")]
pub struct LegalPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    items: SummaryList,
}

/// プライバシーポリシー.
#[derive(Template)]
#[template(path = "public/privacy.html")]
pub struct PrivacyPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    who: SummaryList,
}

/// 外部送信について.
#[derive(Template)]
#[template(path = "public/transmission.html")]
pub struct TransmissionPage<'a> {
    ctx: &'a PageCtx,
}

/// The legal notice of a business.
pub async fn commerce(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let profile = profile(&site, &ctx, &path.1).await?;
    let rows = ITEMS
        .iter()
        .filter_map(|item| {
            let answer = answer(&ctx, &profile, item)?;
            Some(SummaryRow {
                question: ctx.t.of_family("legal-item", item),
                answer,
                note: None,
                change: None,
            })
        })
        .collect();
    ctx.html(&LegalPage {
        shop: frame::frame(&ctx, &profile),
        items: SummaryList { rows },
        ctx: &ctx,
    })
}

/// The privacy notice of a business.
pub async fn privacy(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let profile = profile(&site, &ctx, &path.1).await?;
    let rows = ["seller", "responsible", "address", "phone", "email"]
        .iter()
        .filter_map(|item| {
            let answer = answer(&ctx, &profile, item)?;
            Some(SummaryRow {
                question: ctx.t.of_family("legal-item", item),
                answer,
                note: None,
                change: None,
            })
        })
        .collect();
    ctx.html(&PrivacyPage {
        shop: frame::frame(&ctx, &profile),
        who: SummaryList { rows },
        ctx: &ctx,
    })
}

/// What is sent to others: nothing.
pub async fn transmission(ctx: PageCtx) -> Result {
    ctx.html(&TransmissionPage { ctx: &ctx })
}

async fn profile(site: &Site, ctx: &PageCtx, slug: &str) -> std::result::Result<Profile, Error> {
    let scope = business::visitor(site, ctx, slug).await?;
    let found = site
        .db
        .read(scope, |tx| -> std::result::Result<_, DbError> {
            profile::open_to_public(tx)
        });
    found.await?.ok_or(Error::NotFound)
}

/// What the owner wrote, or what the profile says of it; `None` leaves the item out.
fn answer(ctx: &PageCtx, profile: &Profile, item: &str) -> Option<String> {
    let card = LegalCard::of(&profile.settings.legal_json);
    if card.is_on_request(item) {
        return Some(ctx.t.legal_on_request());
    }
    let written = card.said(item, ctx.lang).map(str::to_owned);
    written.or_else(|| match item {
        "seller" => Some(profile.name.text(ctx.lang).to_owned()),
        "address" => Some(frame::address(ctx, &profile.address)),
        "phone" if !profile.phone.is_empty() => Some(ctx.t.phone(&profile.phone)),
        "email" => profile.email.clone(),
        _ => None,
    })
}
