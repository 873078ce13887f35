//! Every letter that a shop may word itself, and whose words each has.

use super::{
    LIST, RIGHT,
    words::{self, Place},
};
use crate::{
    base::lang::Lang,
    db::{self, TenantTx},
    domain::notifications::{
        occasion::Occasion,
        wording::{self, Style},
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "owner/letters/list.html")]
pub struct LettersPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    /// How they sound, and the way to change that.
    tone: (String, LinkButton),
    /// The way to a letter that tries whether they arrive.
    trial: LinkButton,
    /// Where words of the shop cannot be used, so that its guests read ours.
    unusable: Vec<LinkButton>,
    lines: Vec<Line>,
}

/// A letter.
struct Line {
    name: String,
    when: String,
    /// The way to its words in each language.
    ways: Vec<LinkButton>,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wish = (path.1.as_str(), RIGHT);
    let read = |tx: &mut TenantTx<'_>, at: &AtWork| -> db::Result<_> {
        Ok((at.clone(), wording::style(tx)?))
    };
    let (at, style) = member::look(&site, &ctx, &signed_in, wish, read).await??;
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let desk = Desk::of(&ctx, &signed_in, &at, Room::Office);
    ctx.html(&LettersPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.wordings_list_title(),
        back: LinkButton {
            label: t.ui_back(),
            url: links::owner(ctx.lang, slug, ""),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        tone: (
            t.wordings_tone(style.tone.label()),
            LinkButton {
                label: t.wordings_tone_change(),
                url: links::owner(ctx.lang, slug, &format!("{LIST}/tone")),
                voice: Voice::Quiet,
                ..LinkButton::default()
            },
        ),
        trial: LinkButton {
            label: t.mailtest_send(),
            url: links::owner(ctx.lang, slug, &format!("{LIST}/trial")),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        unusable: unusable(&ctx, &at, &style),
        lines: Occasion::ALL
            .into_iter()
            .map(|occasion| line(&ctx, (&at, &style), occasion))
            .collect(),
        ctx: &ctx,
    })
}

fn line(ctx: &PageCtx, (at, style): (&AtWork, &Style), occasion: Occasion) -> Line {
    let t = ctx.t;
    let way = |lang: Lang| LinkButton {
        label: match style.wording(occasion, lang) {
            Some(_) => t.wordings_way_own(lang.code()),
            None => t.wordings_way_ours(lang.code()),
        },
        about: Some(words::called(t, occasion)),
        url: links::owner(ctx.lang, &at.profile.slug, &Place(occasion, lang).path()),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    };
    Line {
        name: words::called(t, occasion),
        when: t.wordings_occasion_when(occasion.name()),
        ways: Lang::ALL.map(way).to_vec(),
    }
}

/// Words that were written for another kind of shop, or before the house knew better.
fn unusable(ctx: &PageCtx, at: &AtWork, style: &Style) -> Vec<LinkButton> {
    let way = |place: Place| LinkButton {
        label: ctx
            .t
            .wordings_title(place.1.code(), words::called(ctx.t, place.0)),
        url: links::owner(ctx.lang, &at.profile.slug, &place.path()),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    };
    let places = style.unusable(at.profile.vertical).into_iter();
    places
        .map(|(occasion, lang)| way(Place(occasion, lang)))
        .collect()
}

/// Whether some of the words cannot be used, for whoever may mend them.
pub(in crate::web::owner) fn is_amiss(tx: &mut TenantTx<'_>, at: &AtWork) -> db::Result<bool> {
    if !at.member.may(RIGHT) {
        return Ok(false);
    }
    let style = wording::style(tx)?;
    Ok(!style.unusable(at.profile.vertical).is_empty())
}
