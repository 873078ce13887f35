//! What can be booked, as the shop window and the menu say it: what it is, how long it takes, what it costs, and when it is
//! free first, or how else it is to be had.

use super::{frame, words};
use crate::{
    domain::{
        businesses::profile::Profile,
        catalog::service::Service,
        scheduling::{availability::Slot, spread::Spread},
    },
    web::{
        links::{self, Times},
        media,
        moments::Moments,
        page::PageCtx,
        ui::{frame::Phone, icon::Icon, image::Image, price::Price},
    },
};
use askama::{Template, filters::HtmlSafe};

/// How wide the photograph of a service stands, beside its name.
const OFFERED: &str = "3.5rem";

/// A service with what is known of it just now.
pub(super) struct Offered {
    pub service: Service,
    pub spread: Spread,
    pub first: Option<Slot>,
    /// Whether it is had by asking the shop, and not on these pages.
    pub is_by_hand: bool,
    /// Whether it is asked for here, and had once the shop approves.
    pub is_on_request: bool,
}

/// A heading of the menu with what stands under it.
pub struct Heading {
    pub(super) title: String,
    pub(super) offers: Vec<Offer>,
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
    /// Why the price is one from which on it begins.
    reason: Option<String>,
    audience: Option<String>,
    /// That it is asked for first.
    request: Option<String>,
    next: Option<String>,
    /// Whom to call for what is not booked here.
    call: Option<Phone>,
    call_words: String,
    is_free: bool,
    picture: Option<Image>,
    /// Where its times are; nowhere while there are none to be had.
    pub(super) url: Option<String>,
}

impl HtmlSafe for Offer {}

/// The menu under its headings. While nothing can be booked, nothing leads anywhere.
pub(super) fn menu(
    ctx: &PageCtx,
    moments: &Moments,
    (profile, menu): (&Profile, &[Offered]),
    (is_halted, hold): (bool, Option<&str>),
) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    for offered in menu {
        let title = offered.service.category.text(ctx.lang).to_owned();
        let times = Times {
            service: Some(offered.service.id),
            hold: hold.map(str::to_owned),
            ..Times::default()
        };
        let url = links::times(ctx.lang, &profile.slug, &times);
        let offer = offer(ctx, offered);
        let offer = match (is_halted, offered.is_by_hand) {
            // Free or not, it cannot be had now.
            (true, _) => offer,
            (false, true) => by_hand(ctx, profile, offer),
            (false, false) => Offer {
                next: Some(next(ctx, moments, offered.first.as_ref())),
                is_free: offered.first.is_some(),
                url: Some(url),
                ..offer
            },
        };
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

/// What it is, without a way to book it.
fn offer(ctx: &PageCtx, offered: &Offered) -> Offer {
    let (service, spread) = (&offered.service, &offered.spread);
    let (name, about) = (
        service.name.written(ctx.lang),
        service.about.written(ctx.lang),
    );
    Offer {
        name: name.text,
        name_lang: name.other_lang,
        about: about.text,
        about_lang: about.other_lang,
        length: words::length(ctx, spread),
        price: words::menu_price(ctx, service, spread),
        reason: words::varies(ctx, service, spread),
        audience: words::audience(ctx, service),
        request: (offered.is_on_request && !offered.is_by_hand).then(|| ctx.t.requests_mark()),
        next: None,
        call: None,
        call_words: String::new(),
        is_free: false,
        picture: service
            .picture
            .as_ref()
            .map(|picture| media::beside(ctx, picture, OFFERED)),
        url: None,
    }
}

fn next(ctx: &PageCtx, moments: &Moments, first: Option<&Slot>) -> String {
    match first {
        Some(slot) => ctx
            .t
            .businesses_first_free(moments.at(slot.date, slot.start)),
        None => ctx.t.businesses_none_free(),
    }
}

/// A button would lead to no times; the shop's number leads to the shop.
fn by_hand(ctx: &PageCtx, profile: &Profile, offer: Offer) -> Offer {
    let call = frame::phone(ctx, profile);
    Offer {
        next: Some(words::by_hand(ctx, call.as_ref())),
        call_words: call
            .as_ref()
            .map(|phone| ctx.t.businesses_by_hand_call(whole(&phone.shown)))
            .unwrap_or_default(),
        call,
        ..offer
    }
}

/// A number that stands in a sentence is not broken between its groups.
fn whole(number: &str) -> String {
    number.replace(' ', "\u{a0}")
}
