//! How guests find the shop: its link, a drawing that telephones read, cards to print, and a button for the shop's own pages.

use crate::{
    base::lang::Lang,
    db,
    domain::businesses::role::Right,
    web::{
        desk::{Desk, Room},
        download,
        error::{Error, Result},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::{ShopFrame, colour},
            icon::Icon,
            nav::Nav,
            qr::Qr,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;

/// What all of it needs.
pub(super) const RIGHT: Right = Right::ManageBusiness;
/// So many small cards stand on a sheet of A4.
const CARDS: usize = 10;
/// How the button looks on pages that have none of our styles, but for its colour.
const LOOK: &str = "display:inline-block;padding:12px 24px;border-radius:8px;color:#fff;font-weight:bold;text-decoration:none";
/// How the page looks inside another.
const FRAMED: &str = "width:100%;height:800px;border:0";
/// Of a shop that has chosen none of them.
const USUAL: &str = "#00428c";

/// The page.
#[derive(Template)]
#[template(path = "owner/share.html")]
pub struct SharePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    url: String,
    qr: Option<Qr>,
    /// The page itself, the drawing as a file, the cards.
    ways: Vec<LinkButton>,
    /// The button for pages that are not ours, as their makers paste it.
    code: String,
    /// The page itself inside another, where some may show it so.
    inside: Option<String>,
    embed: LinkButton,
    home: LinkButton,
}

/// The sheet of cards.
#[derive(Template)]
#[template(path = "owner/cards.html")]
pub struct CardsPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    back: LinkButton,
    /// One for the counter, and small ones to take along.
    poster: Card,
    cards: Vec<Card>,
}

/// One card, in both languages.
#[derive(Clone)]
struct Card {
    name: String,
    name_en: String,
    phone: String,
    qr: Option<Qr>,
    url: String,
    words: String,
    words_en: String,
}

/// The page.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let at = read(&site, &ctx, &signed_in, &path.1).await?;
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let desk = Desk::of(&ctx, &signed_in, &at, Room::Office);
    let url = public(&site, ctx.lang, slug);
    let way = |label: String, url: String, icon: Icon| LinkButton {
        label,
        url,
        voice: Voice::Quiet,
        icon: Some(icon),
        ..LinkButton::default()
    };
    ctx.html(&SharePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.share_title(),
        qr: Qr::of(&url, t.share_qr_label(at.profile.name.text(ctx.lang))),
        ways: vec![
            way(
                t.desk_public_page(),
                links::business(ctx.lang, slug),
                Icon::Home,
            ),
            way(
                t.share_qr_file(),
                links::owner(ctx.lang, slug, "share/qr.svg"),
                Icon::Copy,
            ),
            way(
                t.share_qr_picture(),
                links::owner(ctx.lang, slug, "share/qr.png"),
                Icon::Copy,
            ),
            way(
                t.share_cards(),
                links::owner(ctx.lang, slug, "share/cards"),
                Icon::Print,
            ),
        ],
        code: format!(
            "<a href=\"{url}\" style=\"{LOOK};background:{}\">{}</a>",
            colour(&at.profile.settings.accent).unwrap_or(USUAL),
            t.share_button()
        ),
        inside: (!at.profile.framers.is_empty()).then(|| {
            format!(
                "<iframe src=\"{url}\" title=\"{}\" style=\"{FRAMED}\"></iframe>",
                t.share_button()
            )
        }),
        embed: way(
            t.share_embed_edit(),
            links::owner(ctx.lang, slug, "share/embed"),
            Icon::Settings,
        ),
        url,
        home: LinkButton {
            label: t.share_home(),
            url: links::owner(ctx.lang, slug, ""),
            voice: Voice::Text,
            ..LinkButton::default()
        },
        ctx: &ctx,
    })
}

/// The drawing as a file, for whoever prints.
pub async fn drawing(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let at = read(&site, &ctx, &signed_in, &path.1).await?;
    let file = qr(&site, &ctx, &at).and_then(|qr| qr.file());
    let name = format!("{}.svg", at.profile.slug);
    let bytes = file.ok_or(Error::NotFound)?.into_bytes();
    Ok(download::attached(
        &name,
        "image/svg+xml; charset=utf-8",
        bytes,
    ))
}

/// The same as a picture, for whatever takes no drawing.
pub async fn picture(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let at = read(&site, &ctx, &signed_in, &path.1).await?;
    let bytes = qr(&site, &ctx, &at).and_then(|qr| qr.picture());
    let name = format!("{}.png", at.profile.slug);
    Ok(download::attached(
        &name,
        "image/png",
        bytes.ok_or(Error::NotFound)?,
    ))
}

/// What leads to the shop's page.
fn qr(site: &Site, ctx: &PageCtx, at: &AtWork) -> Option<Qr> {
    let url = public(site, ctx.lang, &at.profile.slug);
    let label = ctx.t.share_qr_label(at.profile.name.text(ctx.lang));
    Qr::of(&url, label)
}

/// The cards.
pub async fn cards(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let at = read(&site, &ctx, &signed_in, &path.1).await?;
    let profile = &at.profile;
    let url = public(&site, Lang::Ja, &profile.slug);
    let [ja, en] = [Lang::Ja, Lang::En].map(crate::i18n::Words::of);
    let card = Card {
        name: profile.name.text(Lang::Ja).to_owned(),
        name_en: profile.name.en.clone(),
        phone: match profile.phone.as_str() {
            "" => String::new(),
            known => ja.phone(known),
        },
        qr: Qr::of(&url, ctx.t.share_qr_label(profile.name.text(ctx.lang))),
        words: ja.share_card_words(),
        words_en: en.share_card_words(),
        url,
    };
    ctx.html(&CardsPage {
        title: ctx.t.share_cards(),
        back: LinkButton {
            label: ctx.t.ui_back(),
            url: links::owner(ctx.lang, &profile.slug, "share"),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        cards: vec![card.clone(); CARDS],
        poster: card,
        ctx: &ctx,
    })
}

/// The whole address of the shop's page.
fn public(site: &Site, lang: Lang, slug: &str) -> String {
    format!("{}{}", site.public_url, links::business(lang, slug))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<AtWork, Error> {
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        |_, at| -> db::Result<_> { Ok(at.clone()) },
    );
    Ok(found.await??)
}
