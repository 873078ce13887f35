//! Photographs: their addresses, and the one route that gives them. They are made by us, typed by us, and stand under a hash
//! of what is in them, so that a browser keeps them for ever.

use super::{assets, error::Error, page::PageCtx, site::Site, ui::image::Image};
use crate::{
    base::{bilingual::Bilingual, ids::BusinessId},
    domain::businesses::picture::Picture,
    media::{
        icon::{self, Icon},
        sizes,
    },
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, EntityTag, Header, IfNoneMatch},
    web::{self, Data, Path, ServiceConfig},
};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Mounts the one route of this file.
pub fn configure(site: &mut ServiceConfig) {
    site.service(web::resource("/media/{business}/{picture}/{file}").route(web::get().to(serve)));
}

/// Answers with a file; with 304 when the browser has it already.
pub async fn serve(
    site: Data<Site>,
    path: Path<(String, String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let (business, key, file) = path.into_inner();
    let business: BusinessId = business.parse().map_err(|_no_key| Error::NotFound)?;
    let icon = Icon::of(&file);
    let source = icon.as_ref().map_or(file.as_str(), |icon| &icon.source);
    let kind = kind(source).filter(|_| is_key(&key));
    let kind = kind.ok_or(Error::NotFound)?;
    let tag = EntityTag::new_strong(format!("{}-{file}", key.get(..16).unwrap_or_default()));
    let is_known = IfNoneMatch::parse(&request).is_ok_and(|known| match known {
        IfNoneMatch::Any => true,
        IfNoneMatch::Items(tags) => tags.iter().any(|known| known.weak_eq(&tag)),
    });
    let mut answer = match is_known {
        true => HttpResponse::NotModified(),
        false => HttpResponse::Ok(),
    };
    let about = [(header::CACHE_CONTROL, FOR_EVER)];
    for line in about {
        answer.insert_header(line);
    }
    answer.insert_header(header::ETag(tag));
    if is_known {
        return Ok(answer.finish());
    }
    let found = site.store.get(&name(business, &key, source)).await;
    let bytes = found
        .map_err(|error| Error::Broken(error.to_string()))?
        .ok_or(Error::NotFound)?;
    let Some(icon) = icon else {
        return Ok(answer.content_type(kind).body(bytes));
    };
    let drawn = web::block(move || icon.draw(&bytes)).await?;
    let drawn = drawn.map_err(|why| Error::Broken(format!("a mark was not drawn: {why:?}")))?;
    Ok(answer.content_type("image/png").body(drawn))
}

/// The name of a file in the store.
pub fn name(business: BusinessId, key: &str, file: &str) -> String {
    format!("{business}/{key}/{file}")
}

/// The name in the store of a file to which no public address leads: whoever gives it asks for a right first.
pub fn private_name(business: BusinessId, key: &str, file: &str) -> String {
    format!("{business}/private/{key}/{file}")
}

/// Gives such a file to somebody whose right was asked for, and to no store between.
pub async fn give_privately(
    site: &Site,
    business: BusinessId,
    (key, file): (&str, &str),
) -> Result<HttpResponse, Error> {
    let kind = kind(file).filter(|_| is_key(key)).ok_or(Error::NotFound)?;
    let found = site.store.get(&private_name(business, key, file)).await;
    let bytes = found
        .map_err(|error| Error::Broken(error.to_string()))?
        .ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(bytes))
}

/// The type of a file by its name; `None` for what is no name of ours.
fn kind(file: &str) -> Option<&'static str> {
    let (width, ending) = file.split_once('.')?;
    let is_width = (1..=5).contains(&width.len()) && width.bytes().all(|b| b.is_ascii_digit());
    match ending {
        "jpg" if is_width => Some("image/jpeg"),
        "png" if is_width => Some("image/png"),
        _ => None,
    }
}

fn is_key(key: &str) -> bool {
    key.len() == 64
        && key
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// A photograph as it stands in a page, shown as wide as `sizes` says.
pub fn image(ctx: &PageCtx, picture: &Picture, sizes: &'static str) -> Image {
    let said = Bilingual::new(&picture.caption_ja, &picture.caption_en).written(ctx.lang);
    let (alt, alt_lang) = (said.text, said.other_lang);
    if picture.picture.is_empty() {
        // What was drawn for the demo town has no sizes: it is a drawing.
        let (width, height) = picture.size();
        return Image {
            src: assets::url(&picture.url).to_owned(),
            width,
            height,
            alt,
            alt_lang,
            ..Image::default()
        };
    }
    let widths = widths(picture, sizes::IN_A_PAGE);
    let (src, width) = widths.last().cloned().unwrap_or_default();
    let srcset: Vec<String> = widths
        .iter()
        .map(|(url, width)| format!("{url} {width}w"))
        .collect();
    Image {
        src,
        srcset: match srcset.len() {
            1 => String::new(),
            _ => srcset.join(", "),
        },
        sizes,
        width,
        height: sizes::height_at(width, picture.size()),
        alt,
        alt_lang,
        is_later: false,
    }
}

/// A photograph that stands small beside the name of what it shows, and says nothing that the name does not.
pub fn beside(ctx: &PageCtx, picture: &Picture, sizes: &'static str) -> Image {
    Image {
        alt: String::new(),
        alt_lang: None,
        is_later: true,
        ..image(ctx, picture, sizes)
    }
}

/// One of those files as it stands in a page; `address` is where each width is given.
pub fn private_image(
    size: (u32, u32),
    sizes: &'static str,
    address: impl Fn(u32) -> String,
) -> Image {
    let ladder = sizes::ladder(size.0).into_iter().map(|(width, _)| width);
    let mut widths: Vec<u32> = ladder.collect();
    widths.retain(|width| *width <= sizes::IN_A_PAGE);
    let width = widths.last().copied().unwrap_or(size.0);
    let each = widths.iter();
    let srcset: Vec<String> = each
        .map(|width| format!("{} {width}w", address(*width)))
        .collect();
    Image {
        src: address(width),
        srcset: srcset.join(", "),
        sizes,
        width,
        height: sizes::height_at(width, size),
        is_later: true,
        ..Image::default()
    }
}

/// The mark in the head, beside the name: it says nothing that the name does not.
pub fn mark(picture: &Picture) -> Image {
    let (width, height) = picture.size();
    Image {
        src: address(picture, width),
        width,
        height,
        ..Image::default()
    }
}

/// The path of the mark as a telephone wants it: so many dots along each side, and whether it may be cut round.
pub fn icon(picture: &Picture, side: u32, is_round: bool) -> String {
    let (width, cut) = (
        picture.size().0,
        if is_round { icon::ROUND } else { icon::SQUARE },
    );
    let file = format!("{cut}-{side}-{width}.{}", picture.ending);
    format!(
        "/media/{}",
        name(picture.business_id, &picture.picture, &file)
    )
}

/// The path of the largest file, for looking at it alone.
pub fn largest(picture: &Picture) -> String {
    match picture.picture.as_str() {
        "" => assets::url(&picture.url).to_owned(),
        _ => address(picture, picture.size().0),
    }
}

/// Addresses with their widths, the smallest first, none wider than `most` where there are such.
fn widths(picture: &Picture, most: u32) -> Vec<(String, u32)> {
    let ladder = match picture.is_small() {
        true => sizes::small_ladder(picture.size().0),
        false => sizes::ladder(picture.size().0),
    };
    let ladder = ladder.into_iter();
    let mut widths: Vec<_> = ladder
        .map(|(width, _)| (address(picture, width), width))
        .collect();
    widths.retain(|(_, width)| *width <= most);
    widths
}

fn address(picture: &Picture, width: u32) -> String {
    let file = format!("{width}.{}", picture.ending);
    format!(
        "/media/{}",
        name(picture.business_id, &picture.picture, &file)
    )
}
