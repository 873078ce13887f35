//! The shop window: what, where, when; and for each service its price, its length and its first free time.

use super::{frame, words};
use crate::{
    base::ids::ServiceId,
    db::DbError,
    domain::{
        businesses::{
            closing::{self, Closing},
            hours::{self, WeeklyHours},
            profile::{self, Profile},
        },
        catalog::service::{self, Service},
        scheduling::{
            availability::{self, Slot},
            load,
            seek::Sought,
        },
    },
    web::{
        assets,
        error::{Error, Result},
        gate::business,
        links::{self, Times},
        moments::Moments,
        page::PageCtx,
        site::Site,
        ui::{
            frame::{Phone, ShopFrame},
            icon::Icon,
            price::Price,
            steps::Steps,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::{Template, filters::HtmlSafe};
use chrono::{DateTime, Utc};

/// How many business days are looked through for a first free time.
const LOOK_AHEAD: u16 = 14;
/// How many coming exceptions are told.
const CLOSINGS: i64 = 6;

/// The page.
#[derive(Template)]
#[template(path = "public/business.html")]
pub struct BusinessPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    kind: String,
    about: String,
    about_lang: Option<&'static str>,
    picture: Option<&'static str>,
    address: String,
    phone: Option<Phone>,
    hours: Vec<(String, String)>,
    closings: Vec<(String, String)>,
    notices: String,
    accepting: bool,
    menu: Vec<Heading>,
    menu_url: String,
}

/// Step 1 alone: the menu.
#[derive(Template)]
#[template(path = "public/menu.html")]
pub struct MenuPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    steps: Steps,
    accepting: bool,
    menu: Vec<Heading>,
}

/// A heading of the menu with what stands under it.
pub struct Heading {
    title: String,
    offers: Vec<Offer>,
}

/// One thing on the menu.
#[derive(Template)]
#[template(path = "public/offer.html")]
pub struct Offer {
    name: String,
    name_lang: Option<&'static str>,
    about: String,
    about_lang: Option<&'static str>,
    length: String,
    price: Price,
    audience: Option<String>,
    next: String,
    is_free: bool,
    url: String,
}

impl HtmlSafe for Offer {}

/// What both pages read.
struct Window {
    profile: Profile,
    now: DateTime<Utc>,
    menu: Vec<(Service, Option<Slot>)>,
    week: Vec<WeeklyHours>,
    closings: Vec<Closing>,
}

/// The shop window.
pub async fn show(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let window = read(&site, &ctx, &path.1).await?;
    let profile = &window.profile;
    let (t, lang) = (ctx.t, ctx.lang);
    let moments = Moments::new(t, profile.zone, window.now);
    let about = profile.about.written(lang);
    let settings = &profile.settings;
    let page = BusinessPage {
        shop: frame::frame(&ctx, profile),
        kind: t.of_family("businesses-kind", profile.vertical.slug()),
        about: about.text,
        about_lang: about.other_lang,
        picture: profile.picture.as_deref().map(assets::url),
        address: frame::address(&ctx, &profile.address),
        phone: frame::phone(&ctx, profile),
        hours: super::opening::week(&ctx, &window.week),
        closings: super::opening::closings(&ctx, &moments, &window.closings),
        notices: crate::base::bilingual::Bilingual::new(&settings.notices_ja, &settings.notices_en)
            .text(lang)
            .to_owned(),
        accepting: settings.is_accepting,
        menu: menu(&ctx, &moments, &window),
        menu_url: links::menu(lang, &profile.slug),
        ctx: &ctx,
    };
    ctx.html(&page)
}

/// Step 1: the menu.
pub async fn menu_index(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let window = read(&site, &ctx, &path.1).await?;
    let moments = Moments::new(ctx.t, window.profile.zone, window.now);
    let page = MenuPage {
        shop: frame::frame(&ctx, &window.profile),
        steps: super::checkout::steps(&ctx, 0, [None, None, None]),
        accepting: window.profile.settings.is_accepting,
        menu: menu(&ctx, &moments, &window),
        ctx: &ctx,
    };
    ctx.html(&page)
}

async fn read(site: &Site, ctx: &PageCtx, slug: &str) -> std::result::Result<Window, Error> {
    let scope = business::visitor(site, ctx, slug).await?;
    let found = site.db.read(
        scope,
        |tx| -> std::result::Result<Option<Window>, DbError> {
            let Some(profile) = profile::open_to_public(tx)? else {
                return Ok(None);
            };
            let services = service::all(tx)?;
            let now = tx.now();
            let today = crate::base::time::local(profile.zone, now).date();
            let firsts = first_free(tx, &profile, &services, today)?;
            let menu = services.into_iter().zip(firsts).collect();
            let week = hours::week(tx)?;
            let closings = closing::coming(tx, today, CLOSINGS)?;
            Ok(Some(Window {
                profile,
                now,
                menu,
                week,
                closings,
            }))
        },
    );
    found.await?.ok_or(Error::NotFound)
}

/// The first free time of each service, from one reading of the shop.
fn first_free(
    tx: &mut crate::db::TenantTx<'_>,
    profile: &Profile,
    services: &[Service],
    today: chrono::NaiveDate,
) -> std::result::Result<Vec<Option<Slot>>, DbError> {
    let asks: Vec<_> = services
        .iter()
        .map(|service| {
            let sought = Sought {
                profile,
                service,
                party: service.figures.party_min,
                nominated: None,
                own: load::Own::None,
            };
            sought.over(today, LOOK_AHEAD)
        })
        .collect();
    let Some(first) = asks.first() else {
        return Ok(Vec::new());
    };
    let mut shop = load::whole_shop(tx, first)?;
    let mut input = shop.take_input(first);
    Ok(asks
        .iter()
        .map(|ask| {
            shop.turn(&mut input, ask);
            availability::next_free(&input)
        })
        .collect())
}

fn menu(ctx: &PageCtx, moments: &Moments, window: &Window) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    for (service, next) in &window.menu {
        let title = service.category.text(ctx.lang).to_owned();
        let offer = offer(ctx, moments, &window.profile, service, next.as_ref());
        match headings.last_mut().filter(|heading| heading.title == title) {
            Some(heading) => heading.offers.push(offer),
            None => headings.push(Heading {
                title,
                offers: vec![offer],
            }),
        }
    }
    headings
}

fn offer(
    ctx: &PageCtx,
    moments: &Moments,
    profile: &Profile,
    service: &Service,
    next: Option<&Slot>,
) -> Offer {
    let (name, about) = (
        service.name.written(ctx.lang),
        service.about.written(ctx.lang),
    );
    Offer {
        name: name.text,
        name_lang: name.other_lang,
        about: about.text,
        about_lang: about.other_lang,
        length: words::length(ctx, service),
        price: words::menu_price(ctx, service),
        audience: words::audience(ctx, service),
        is_free: next.is_some(),
        next: match next {
            Some(slot) => ctx
                .t
                .businesses_first_free(moments.at(slot.date, slot.start)),
            None => ctx.t.businesses_none_free(),
        },
        url: times_url(ctx, &profile.slug, service.id),
    }
}

fn times_url(ctx: &PageCtx, slug: &str, service: ServiceId) -> String {
    links::times(
        ctx.lang,
        slug,
        &Times {
            service: Some(service),
            ..Times::default()
        },
    )
}
