//! Find a business.

use crate::{
    base::lang::Lang,
    db,
    domain::businesses::{
        directory::{self, Listing, Wanted},
        vertical::Vertical,
    },
    web::{
        crowd,
        error::Result,
        form::typed::Asked,
        links, media,
        middleware::language,
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            empty::Empty,
            icon::Icon,
            image::Image,
            pager::{Tab, Tabs},
        },
    },
};
use actix_web::{HttpRequest, HttpResponse, http::header, web::Data};
use askama::Template;
use serde::Deserialize;

/// How wide a card is: alone, or three in a row.
const CARD: &str = "(min-width: 48rem) 21rem, 100vw";

/// The page.
#[derive(Template)]
#[template(path = "public/home.html")]
pub struct HomePage<'a> {
    ctx: &'a PageCtx,
    text: String,
    kinds: Tabs,
    cards: Vec<Card>,
    nothing: Empty,
    more: Option<String>,
    /// The way to the free times of all.
    by_time: LinkButton,
    door: LinkButton,
}

/// One business.
struct Card {
    url: String,
    name: String,
    name_lang: Option<&'static str>,
    kind: String,
    area: String,
    about: String,
    about_lang: Option<&'static str>,
    picture: Option<Image>,
}

/// What is looked for.
#[derive(Deserialize, Default)]
pub struct HomeQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    after: Option<String>,
}

/// An address without a language goes to the reader's.
pub async fn choose_language(request: HttpRequest) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, links::home(language(&request))))
        .insert_header((header::VARY, "accept-language, cookie"))
        .finish()
}

/// Businesses that want to be found.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    query: Asked<HomeQuery>,
) -> Result {
    crowd::search(&site, &request).await?;
    let HomeQuery { q, kind, after } = query.0;
    // A word of an address that no address has finds nothing after it.
    let after = after.filter(|word| word.bytes().all(|byte| byte.is_ascii_graphic()));
    let text: String = q.chars().filter(|c| !c.is_control()).take(60).collect();
    let vertical = Vertical::from_slug(&kind);
    let wanted = Wanted {
        text: text.trim().to_owned(),
        vertical,
        after,
        ..Wanted::default()
    };
    let listings = site
        .db
        .platform(move |tx| -> db::Result<_> { directory::list(tx, &wanted) })
        .await?;
    let full = i64::try_from(listings.len()).unwrap_or(0) == directory::PAGE;
    let more = listings
        .last()
        .filter(|_| full)
        .map(|last| address(&ctx, &text, vertical, Some(&last.slug)));
    let cards = listings.iter().map(|listing| card(&ctx, listing)).collect();
    let kinds = kinds(&ctx, &text, vertical);
    let clear = LinkButton {
        label: ctx.t.businesses_home_clear(),
        url: links::home(ctx.lang),
        voice: Voice::Quiet,
        ..LinkButton::default()
    };
    let nothing = Empty {
        icon: Icon::Search,
        words: ctx.t.businesses_home_none(),
        ways: vec![clear],
    };
    ctx.html(&HomePage {
        ctx: &ctx,
        text,
        kinds,
        cards,
        nothing,
        more,
        by_time: LinkButton {
            label: ctx.t.town_way(),
            url: links::town(ctx.lang),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        door: LinkButton {
            label: ctx.t.shops_home_way(),
            url: links::for_shops(ctx.lang),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
    })
}

fn card(ctx: &PageCtx, listing: &Listing) -> Card {
    let (name, about) = (
        listing.name.written(ctx.lang),
        listing.about.written(ctx.lang),
    );
    let area = match ctx.lang {
        Lang::Ja => listing.area.clone(),
        Lang::En => listing.address_en.clone(),
    };
    Card {
        url: links::business(ctx.lang, &listing.slug),
        name: name.text,
        name_lang: name.other_lang,
        kind: ctx.t.of_family("businesses-kind", listing.vertical.slug()),
        area,
        about: about.text,
        about_lang: about.other_lang,
        picture: listing.picture.as_ref().map(|picture| Image {
            // The name beside it says what it is.
            alt: String::new(),
            alt_lang: None,
            is_later: true,
            ..media::image(ctx, picture, CARD)
        }),
    }
}

fn kinds(ctx: &PageCtx, text: &str, chosen: Option<Vertical>) -> Tabs {
    let tab = |label: String, vertical: Option<Vertical>| Tab {
        key: None,
        picture: None,
        label,
        url: address(ctx, text, vertical, None),
        count: None,
        current: chosen == vertical,
    };
    let each = Vertical::ALL.into_iter().map(|vertical| {
        tab(
            ctx.t.of_family("businesses-kind", vertical.slug()),
            Some(vertical),
        )
    });
    let all = tab(ctx.t.businesses_kind_all(), None);
    Tabs {
        label: ctx.t.businesses_home_kinds(),
        items: std::iter::once(all).chain(each).collect(),
    }
}

fn address(ctx: &PageCtx, text: &str, vertical: Option<Vertical>, after: Option<&str>) -> String {
    let mut pairs = Vec::new();
    pairs.extend((!text.is_empty()).then_some(("q", text)));
    pairs.extend(vertical.map(|vertical| ("kind", vertical.slug())));
    pairs.extend(after.map(|after| ("after", after)));
    let home = links::home(ctx.lang);
    match serde_urlencoded::to_string(&pairs) {
        Ok(query) if !query.is_empty() => format!("{home}?{query}"),
        _ => home,
    }
}
