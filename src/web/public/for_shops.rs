//! お店の方へ: what the site does for a shop, the five screens, and the door to the first of them.

use crate::{
    db,
    domain::platform::flag::{self, Subject},
    web::{
        error::{Error, Result},
        first_run::Screen,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::buttons::{LinkButton, Voice},
    },
};
use actix_session::Session;
use actix_web::web::Data;
use askama::Template;

/// What is told, in order; each has a title and a text.
const TOLD: [&str; 6] = ["online", "diary", "closing", "guests", "team", "moving"];

/// The page.
#[derive(Template)]
#[template(path = "public/for_shops.html")]
pub struct ForShopsPage<'a> {
    ctx: &'a PageCtx,
    told: Vec<Told>,
    screens: Vec<Told>,
    /// The way in; `None` while no shops are taken.
    door: Option<LinkButton>,
}

/// A heading and what stands below it.
struct Told {
    title: String,
    text: String,
}

/// The page. Whoever is signed in is led to the first screen, everybody else to an account first.
pub async fn show(site: Data<Site>, ctx: PageCtx, session: Session) -> Result {
    let t = ctx.t;
    let known = SignedIn::known(&session);
    let is_open = is_open(&site, known.as_ref()).await?;
    let first = links::application_new(ctx.lang);
    let door = LinkButton {
        label: t.shops_open(),
        url: match known {
            Some(_) => first,
            None => links::then(&links::sign_up(ctx.lang), &first),
        },
        voice: Voice::Main,
        ..LinkButton::default()
    };
    let told = TOLD.map(|name| Told {
        title: t.of_family("shops-title", name),
        text: t.of_family("shops-text", name),
    });
    let screens = Screen::ALL.map(|screen| Told {
        title: screen.name(&ctx),
        text: t.of_family("shops-screen", screen.word()),
    });
    ctx.html(&ForShopsPage {
        ctx: &ctx,
        told: told.into(),
        screens: screens.into(),
        door: is_open.then_some(door),
    })
}

/// Whether shops are taken just now: a feature that operators switch, for some people first if they like.
async fn is_open(site: &Site, known: Option<&SignedIn>) -> std::result::Result<bool, Error> {
    let subject = Subject {
        user: known.map(|known| known.user),
        business: None,
    };
    let open: db::Result<bool> = site
        .db
        .platform(move |tx| flag::is_on(tx, flag::BUSINESS_APPLICATIONS, subject))
        .await;
    Ok(open?)
}
