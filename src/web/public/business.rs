//! The shop window: what, where, when; and for each service its price, its length and its first free time.

use super::{
    checkout, frame,
    offer::{self, Heading, Offered},
    others, words,
};
use crate::{
    base::{bilingual::Bilingual, time::local},
    db::{self, DbError, TenantTx},
    domain::{
        businesses::{
            closing::{self, Closing},
            photo::{self, Photo},
            profile::{self, Profile},
        },
        catalog::{
            approval,
            service::{self, Service},
        },
        scheduling::{
            availability::Slot,
            load::{By, Own},
            resource,
            seek::{self, Sought},
        },
    },
    i18n::Words,
    web::{
        error::{Error, Result},
        form::typed::Asked,
        gate::business,
        links, media,
        moments::Moments,
        opening,
        page::PageCtx,
        preview,
        site::Site,
        ui::{
            frame::{Phone, ShopFrame},
            icon::Icon,
            image::Image,
            steps::Steps,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use std::sync::Arc;

/// How many business days are looked through for a first free time.
const LOOK_AHEAD: u16 = 14;
/// How many coming exceptions are told.
const CLOSINGS: usize = 6;
/// How wide the photograph above the page stands: beside the name where there is room.
const COVER: &str = "(min-width: 66rem) 31rem, (min-width: 48rem) 48vw, 100vw";

/// The page.
#[derive(Template)]
#[template(path = "public/business.html")]
pub struct BusinessPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    kind: String,
    about: String,
    about_lang: Option<&'static str>,
    picture: Option<Image>,
    /// The photograph for those who pass the address on.
    shared: Option<String>,
    /// All other photographs, each with the way to its largest file.
    photos: Vec<(Image, String)>,
    address: String,
    phone: Option<Phone>,
    vertical: &'static str,
    hours: Vec<(String, String)>,
    closings: Vec<(String, String)>,
    notices: String,
    halt: Option<String>,
    menu: Vec<Heading>,
    menu_url: String,
    /// Whether anything of it can be booked here.
    can_book: bool,
}

/// Step 1 alone: the menu.
#[derive(Template)]
#[template(path = "public/menu.html")]
pub struct MenuPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    steps: Steps,
    complaint: Option<String>,
    halt: Option<String>,
    menu: Vec<Heading>,
}

/// What step 1 is asked for with.
#[derive(Deserialize)]
pub struct MenuQuery {
    #[serde(default)]
    hold: String,
}

/// What the shop window is asked for with.
#[derive(Deserialize)]
pub struct WindowQuery {
    /// The word by which its owner sees it before anybody else does.
    #[serde(default)]
    preview: String,
}

/// What both pages read.
struct Window {
    profile: Profile,
    now: DateTime<Utc>,
    menu: Vec<Offered>,
    closings: Vec<Closing>,
    /// Whether nobody but its owner sees it yet.
    is_preview: bool,
    photos: Arc<Vec<Photo>>,
}

impl Window {
    /// Why nothing can be booked just now, if nothing can.
    fn halt(&self, t: Words) -> Option<String> {
        if self.is_preview {
            return Some(t.opening_preview_notice());
        }
        if !self.profile.settings.is_accepting {
            return Some(t.businesses_not_accepting());
        }
        let is_free = self.menu.iter().any(|one| one.first.is_some());
        let is_ready = !self.menu.is_empty() && (is_free || !self.profile.week.is_empty());
        (!is_ready).then(|| t.businesses_not_yet())
    }

    fn menu(&self, ctx: &PageCtx, moments: &Moments, hold: Option<&str>) -> Vec<Heading> {
        let is_halted = self.halt(ctx.t).is_some();
        offer::menu(ctx, moments, (&self.profile, &self.menu), (is_halted, hold))
    }
}

/// The shop window.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    query: Asked<WindowQuery>,
) -> Result {
    let window = read(&site, &ctx, &path.1, &query.0.preview).await?;
    let profile = &window.profile;
    let (t, lang) = (ctx.t, ctx.lang);
    let moments = Moments::new(t, profile.zone, window.now);
    let about = profile.about.written(lang);
    let settings = &profile.settings;
    let vertical = profile.vertical.slug();
    let menu = window.menu(&ctx, &moments, None);
    let page = BusinessPage {
        can_book: menu
            .iter()
            .flat_map(|one| &one.offers)
            .any(|one| one.url.is_some()),
        shop: frame::frame(&ctx, profile),
        kind: t.of_family("businesses-kind", vertical),
        about: about.text,
        about_lang: about.other_lang,
        picture: profile
            .picture
            .as_ref()
            .map(|picture| media::image(&ctx, picture, COVER)),
        shared: profile
            .picture
            .as_ref()
            .filter(|picture| !picture.picture.is_empty())
            .map(|picture| ctx.whole(&media::image(&ctx, picture, COVER).src)),
        photos: others::photos(&ctx, &window.photos),
        address: frame::address(&ctx, &profile.address),
        phone: frame::phone(&ctx, profile),
        vertical,
        hours: match profile.week.is_empty() {
            // Not "closed every day": nobody has said when it is open.
            true => Vec::new(),
            false => opening::week(&ctx, vertical, &profile.week),
        },
        closings: opening::closings(&ctx, vertical, &moments, &window.closings),
        notices: Bilingual::new(&settings.notices_ja, &settings.notices_en)
            .text(lang)
            .to_owned(),
        halt: window.halt(t),
        menu,
        menu_url: links::menu(lang, &profile.slug),
        ctx: &ctx,
    };
    ctx.html(&page)
}

/// Step 1: the menu. Whoever comes back to it keeps their hold, to be moved to what they choose instead.
pub async fn menu_index(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    query: Asked<MenuQuery>,
) -> Result {
    let hold = Some(query.0.hold).filter(|hold| checkout::hold::is_key(hold));
    let window = read(&site, &ctx, &path.1, "").await?;
    let page = menu_page(&ctx, &window, hold.as_deref());
    ctx.html(&page)
}

/// Step 1 again, because what was chosen there cannot be had: why, and everything else. The hold is kept, and with it
/// what was typed.
pub async fn refuse(
    site: &Site,
    mut ctx: PageCtx,
    slug: &str,
    hold: &str,
    why: impl FnOnce(Words) -> String,
) -> Result {
    let window = read(site, &ctx, slug, "").await?;
    ctx.stand_at(&links::menu_for(ctx.lang, slug, hold));
    let page = MenuPage {
        complaint: Some(why(ctx.t)),
        ..menu_page(&ctx, &window, Some(hold))
    };
    ctx.redraw(StatusCode::CONFLICT, &page)
}

fn menu_page<'a>(ctx: &'a PageCtx, window: &Window, hold: Option<&str>) -> MenuPage<'a> {
    let moments = Moments::new(ctx.t, window.profile.zone, window.now);
    MenuPage {
        shop: frame::frame(ctx, &window.profile),
        steps: checkout::steps(ctx, window.profile.vertical, 0, [None, None, None]),
        complaint: None,
        halt: window.halt(ctx.t),
        menu: window.menu(ctx, &moments, hold),
        ctx,
    }
}

/// Reads the window; one that is not open, for whoever holds a word of its owner's.
async fn read(
    site: &Site,
    ctx: &PageCtx,
    slug: &str,
    word: &str,
) -> std::result::Result<Window, Error> {
    let scope = business::visitor(site, ctx, slug).await?;
    let may_preview = preview::opens(site, scope.business, word);
    let found = site.db.read(
        scope,
        move |tx| -> std::result::Result<Option<Window>, DbError> {
            let open = profile::open_to_public(tx)?;
            let is_preview = open.is_none() && may_preview;
            let shown = match is_preview {
                true => profile::own(tx)?,
                false => open,
            };
            let Some(profile) = shown else {
                return Ok(None);
            };
            let services = service::all(tx)?;
            let now = tx.now();
            let today = local(profile.zone, now).date();
            let firsts = first_free(tx, &profile, &services, today)?;
            let roster = resource::roster(tx)?;
            let asked = approval::standing(tx)?;
            let offered = |(service, first): (Service, Option<Slot>)| Offered {
                spread: roster.spread(&service).ruled(
                    &service,
                    (today, words::bookable_days(&profile, &service)),
                    &roster.prices(&service, None),
                ),
                is_by_hand: roster.is_by_hand(&service),
                is_on_request: asked.is_asked(service.id),
                service,
                first,
            };
            let menu = services.into_iter().zip(firsts).map(offered).collect();
            let closings = closing::coming(tx, today, CLOSINGS)?;
            Ok(Some(Window {
                profile,
                now,
                menu,
                closings,
                is_preview,
                photos: photo::shown(tx)?,
            }))
        },
    );
    found.await?.ok_or(Error::NotFound)
}

/// The first free time of each service.
fn first_free(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    services: &[Service],
    today: NaiveDate,
) -> db::Result<Vec<Option<Slot>>> {
    // What must be chosen besides takes time, too.
    let services: Vec<Service> = services
        .iter()
        .map(|service| service.clone().with_least())
        .collect();
    let sought: Vec<Sought<'_>> = services
        .iter()
        .map(|service| Sought {
            profile,
            service,
            party: service.figures.party_min,
            nominated: None,
            by: By::Guest,
            own: Own::None,
        })
        .collect();
    seek::soonest(tx, &sought, today, LOOK_AHEAD)
}
