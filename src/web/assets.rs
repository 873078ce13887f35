//! Styles joined in layer order, scripts joined in reading order, pictures and icons: each under a
//! name that carries the hash of its content, so that a browser keeps it for ever and asks for a
//! new one when it changed. Everything is made ready, packed too, the first time it is asked for.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, AcceptEncoding, Encoding, EntityTag, Header, IfNoneMatch},
    web::{self, Bytes, ServiceConfig},
};
use flate2::{Compression, write::GzEncoder};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::{borrow::Cow, collections::BTreeMap, io::Write, sync::LazyLock};

/// What every page loads. The order inside a layer is the order here.
const SITE_CSS: &[&str] = &[
    "css/00-layers.css",
    "css/tokens.css",
    "css/accents.css",
    "css/reset.css",
    "css/base.css",
    "css/type-ja.css",
    "css/components/frame.css",
    "css/components/button.css",
    "css/components/field.css",
    "css/components/error-summary.css",
    "css/components/flash.css",
    "css/components/badge.css",
    "css/components/steps.css",
    "css/components/summary-list.css",
    "css/components/bar.css",
    "css/components/card.css",
    "css/components/slots.css",
    "css/components/month.css",
    "css/components/ladder.css",
    "css/components/pager.css",
    "css/components/empty.css",
    "css/components/keys.css",
    "css/pages/shop.css",
    "css/pages/checkout.css",
];

/// What staff and owners load beside it.
const DESK_CSS: &[&str] = &[
    "css/components/desk.css",
    "css/components/office.css",
    "css/components/team.css",
    "css/components/table.css",
    "css/components/place.css",
    "css/components/calendar.css",
    "css/components/day-list.css",
];

/// What paper needs.
const PRINT_CSS: &[&str] = &["css/print.css"];

const SITE_JS: &[&str] = &[
    "js/app.js",
    "js/behaviours/focus.js",
    "js/behaviours/tabs.js",
    "js/behaviours/once.js",
    "js/behaviours/hold.js",
    "js/behaviours/disclose.js",
    "js/behaviours/roving.js",
    "js/behaviours/copy.js",
    "js/behaviours/print.js",
    "js/behaviours/postal.js",
];

/// What staff and owners load beside it. Modules share no names, so it brings its own `behave`.
const DESK_JS: &[&str] = &[
    "js/app.js",
    "js/behaviours/asks.js",
    "js/behaviours/day.js",
    "js/behaviours/drag.js",
    "js/behaviours/keys.js",
    "js/behaviours/live.js",
    "js/behaviours/order.js",
    "js/behaviours/undo.js",
    "js/worker/taps.js",
    "js/behaviours/kept.js",
    "js/behaviours/today.js",
];

/// What keeps the counter's day for when there is no network: no page loads it, it stands behind them.
const WORKER_JS: &[&str] = &[
    "js/worker/taps.js",
    "js/worker/pages.js",
    "js/worker/worker.js",
];

/// What the one page that asks for a passkey loads beside it.
const PASSKEY_JS: &[&str] = &["js/app.js", "js/behaviours/passkey.js"];

/// The bundles by name; every other file outside `css/` and `js/` goes by its own path.
pub const BUNDLES: &[(&str, &[&str])] = &[
    ("site.css", SITE_CSS),
    ("desk.css", DESK_CSS),
    ("print.css", PRINT_CSS),
    ("site.js", SITE_JS),
    ("desk.js", DESK_JS),
    ("passkey.js", PASSKEY_JS),
    ("worker.js", WORKER_JS),
];

const FOR_EVER: &str = "public, max-age=31536000, immutable";

static SHELF: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(stock);

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

struct Asset {
    hash: String,
    url: String,
    kind: String,
    plain: Bytes,
    packed: Option<Bytes>,
}

/// The address of a bundle (`site.css`) or of a file (`img/demo/salon.svg`). A name that does not
/// exist gives the address of nothing, which answers 404; a test asks for every name in use.
pub fn url(name: &str) -> &'static str {
    SHELF
        .get(name)
        .map_or("/static/none", |asset| asset.url.as_str())
}

/// A bundle or file as it is, for whoever gives it under an address of its own.
pub fn whole(name: &str) -> Bytes {
    SHELF
        .get(name)
        .map_or_else(Bytes::new, |asset| asset.plain.clone())
}

/// Weight of a bundle or file in bytes, as it is and packed: for the test that holds the limits.
pub fn weight(name: &str) -> Option<(usize, usize)> {
    let asset = SHELF.get(name)?;
    let packed = asset.packed.as_ref().unwrap_or(&asset.plain);
    Some((asset.plain.len(), packed.len()))
}

/// Mounts the one route of this file.
pub fn configure(site: &mut ServiceConfig) {
    site.service(
        web::resource("/static/{hash}/{name:.*}")
            .route(web::get().to(serve))
            .route(web::head().to(serve)),
    );
}

/// Answers with a file, packed when the browser takes it so; with 304 when it has it already; with
/// 404 when the name or the hash is not ours.
pub async fn serve(path: web::Path<(String, String)>, request: HttpRequest) -> HttpResponse {
    let (hash, name) = path.into_inner();
    let Some(asset) = SHELF.get(&name).filter(|asset| asset.hash == hash) else {
        return HttpResponse::NotFound().finish();
    };
    // weak: plain and packed bytes go under the same tag
    let tag = EntityTag::new_weak(asset.hash.clone());
    let mut answer = if has_already(&request, &tag) {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((header::CACHE_CONTROL, FOR_EVER))
        .insert_header(header::ETag(tag.clone()));
    if asset.packed.is_some() {
        answer.insert_header((header::VARY, "accept-encoding"));
    }
    if has_already(&request, &tag) {
        return answer.finish();
    }
    answer.content_type(asset.kind.as_str());
    match asset.packed.as_ref().filter(|_| takes_gzip(&request)) {
        Some(packed) => answer
            .insert_header((header::CONTENT_ENCODING, "gzip"))
            .body(packed.clone()),
        None => answer.body(asset.plain.clone()),
    }
}

/// A stylesheet without its comments and its indentation. What stands in quotation marks is kept.
pub fn slim_css(text: &str) -> String {
    let mut slim = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut quote = None;
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (Some(open), _) => {
                slim.push(letter);
                if letter == '\\' {
                    slim.extend(letters.next());
                } else if letter == open {
                    quote = None;
                }
            }
            (None, '/') if letters.peek() == Some(&'*') => {
                letters.next();
                let mut before = ' ';
                for inside in letters.by_ref() {
                    if before == '*' && inside == '/' {
                        break;
                    }
                    before = inside;
                }
            }
            (None, '"' | '\'') => {
                quote = Some(letter);
                slim.push(letter);
            }
            (None, ' ' | '\t' | '\n') if slim.is_empty() || slim.ends_with('\n') => {}
            (None, _) => slim.push(letter),
        }
    }
    slim
}

/// A script without whole-line comments and indentation. Our scripts hold no text of several lines.
pub fn slim_js(text: &str) -> String {
    let mut slim = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        if !line.is_empty() && !line.starts_with("//") {
            slim.push_str(line);
            slim.push('\n');
        }
    }
    slim
}

fn stock() -> BTreeMap<String, Asset> {
    let mut shelf = BTreeMap::new();
    for (name, parts) in BUNDLES {
        let mut whole = String::new();
        for part in *parts {
            let text = read(part).unwrap_or_default();
            let text = String::from_utf8_lossy(&text);
            whole.push_str(&if name.ends_with(".css") {
                slim_css(&text)
            } else {
                slim_js(&text)
            });
        }
        shelf.insert((*name).to_owned(), asset(name, whole.into_bytes()));
    }
    for path in Files::iter() {
        if path.starts_with("css/") || path.starts_with("js/") {
            continue;
        }
        if let Some(bytes) = read(&path) {
            shelf.insert(path.to_string(), asset(&path, bytes.into_owned()));
        }
    }
    shelf
}

fn read(path: &str) -> Option<Cow<'static, [u8]>> {
    Files::get(path).map(|file| file.data)
}

fn asset(name: &str, plain: Vec<u8>) -> Asset {
    let hash: String = Sha256::digest(&plain)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let kind = match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    let text = kind.starts_with("text/") || kind.ends_with("+xml");
    Asset {
        url: format!("/static/{hash}/{name}"),
        packed: text.then(|| pack(&plain)).flatten(),
        kind: kind.to_owned(),
        plain: plain.into(),
        hash,
    }
}

/// `None` when packing fails, which a memory buffer cannot: then the plain bytes are served.
fn pack(plain: &[u8]) -> Option<Bytes> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(plain).ok()?;
    packer.finish().ok().map(Bytes::from)
}

fn has_already(request: &HttpRequest, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(tag)),
        Err(_) => false,
    }
}

fn takes_gzip(request: &HttpRequest) -> bool {
    request.headers().contains_key(header::ACCEPT_ENCODING)
        && AcceptEncoding::parse(request).is_ok_and(|accepted| {
            let ours = [Encoding::gzip(), Encoding::identity()];
            accepted.negotiate(ours.iter()) == Some(Encoding::gzip())
        })
}
