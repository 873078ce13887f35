//! What a telephone has to know to have the counter of a shop among its apps (W3C, Web Application Manifest).

use crate::{
    db,
    domain::businesses::{profile::Profile, role::Right},
    media::icon::SIDES,
    web::{
        assets, error::Result, gate::member, links, media, page::PageCtx, session::SignedIn,
        site::Site, ui::frame::colour,
    },
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use serde_json::{Value, json};

/// What is drawn below the pages, and around the app of a shop that has chosen no colour.
const PAPER: &str = "#ffffff";

/// The app of one shop. It is the same in both languages, and has the words of the one in which it was taken.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let wish = (path.1.as_str(), Right::ReadBookings);
    let read = member::look(&site, &ctx, &signed_in, wish, |_, at| {
        db::Result::Ok(at.profile.clone())
    });
    let told = told(&ctx, &read.await??);
    Ok(HttpResponse::Ok()
        .content_type("application/manifest+json; charset=utf-8")
        .body(told.to_string()))
}

fn told(ctx: &PageCtx, profile: &Profile) -> Value {
    let name = profile.name.written(ctx.lang);
    let slug = profile.slug.as_str();
    let theme = colour(&profile.settings.accent).unwrap_or(PAPER);
    json!({
        "id": format!("/staff/{slug}"),
        "name": name.text,
        "short_name": name.text,
        "lang": name.other_lang.unwrap_or(ctx.lang.code()),
        "start_url": links::day(ctx.lang, slug, None, "today"),
        "scope": links::day(ctx.lang, slug, None, ""),
        "display": "standalone",
        "theme_color": theme,
        "background_color": PAPER,
        "icons": icons(profile),
    })
}

/// The shop's own mark, where it has one; else the mark of the house.
fn icons(profile: &Profile) -> Vec<Value> {
    let icon = |src: String, side: u32, purpose: &str| {
        json!({
            "src": src,
            "sizes": format!("{side}x{side}"),
            "type": "image/png",
            "purpose": purpose,
        })
    };
    let [small, large] = SIDES;
    let logo = profile.logo.as_ref();
    match logo.filter(|logo| !logo.picture.is_empty()) {
        Some(logo) => vec![
            icon(media::icon(logo, small, false), small, "any"),
            icon(media::icon(logo, large, false), large, "any"),
            icon(media::icon(logo, large, true), large, "maskable"),
        ],
        None => vec![
            icon(assets::url("img/app-192.png").to_owned(), small, "any"),
            icon(assets::url("img/app-512.png").to_owned(), large, "any"),
            icon(
                assets::url("img/app-mask-512.png").to_owned(),
                large,
                "maskable",
            ),
        ],
    }
}
