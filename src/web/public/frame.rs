//! What stands around the pages of one business: its name, how to reach it, the legal pages.

use crate::{
    domain::businesses::profile::{Address, Profile},
    web::{
        links, media, opening,
        page::PageCtx,
        ui::frame::{ACCENTS, FrameLink, HelpBlock, Phone, ShopFrame},
    },
};

/// The frame of a business's pages for guests: these, and no other pages of the house, may stand in pages of its own.
pub fn frame(ctx: &PageCtx, profile: &Profile) -> ShopFrame {
    ctx.may_stand_in(&profile.framers);
    let (t, lang) = (ctx.t, ctx.lang);
    let (name, vertical) = (profile.name.written(lang), profile.vertical.slug());
    let link = |label: String, url: String| FrameLink { label, url };
    ShopFrame {
        name: name.text,
        name_lang: name.other_lang,
        logo: profile.logo.as_ref().map(media::mark),
        url: links::business(lang, &profile.slug),
        accent: ACCENTS
            .iter()
            .find(|accent| **accent == profile.settings.accent)
            .copied()
            .unwrap_or("ai"),
        links: Vec::new(),
        help: HelpBlock {
            title: t.ui_help_title(),
            words: if profile.phone.is_empty() {
                t.ui_help_find_booking()
            } else {
                t.ui_help_call()
            },
            phone: phone(ctx, profile),
            lines: vec![address(ctx, &profile.address)],
            hours_title: t.businesses_hours_title(vertical),
            hours: match profile.week.is_empty() {
                true => Vec::new(),
                false => opening::week(ctx, vertical, &profile.week),
            },
        },
        legal: vec![
            link(t.legal_commerce_title(), links::legal(lang, &profile.slug)),
            link(t.legal_privacy_title(), links::privacy(lang, &profile.slug)),
            link(t.legal_transmission_title(), links::transmission(lang)),
            link(t.accessibility_title(), links::accessibility(lang)),
            link(t.shops_way(), links::for_shops(lang)),
        ],
        ..ShopFrame::default()
    }
}

/// The number of a business, if it has one.
pub fn phone(ctx: &PageCtx, profile: &Profile) -> Option<Phone> {
    let number = &profile.phone;
    (!number.is_empty()).then(|| Phone {
        shown: ctx.t.phone(number),
        url: format!("tel:{number}"),
    })
}

/// An address in the order of the reader's language.
pub fn address(ctx: &PageCtx, address: &Address) -> String {
    crate::web::address::address(ctx, address)
}
