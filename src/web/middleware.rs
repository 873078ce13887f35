//! What happens around every request: a number, safe headers, no posts from other sites, closed doors drawn in the
//! reader's language, a panic turned into a page.

use super::{
    crowd::links,
    error::{self, Error},
    fence,
    page::{PageCtx, RequestNumber},
    patience,
    site::Site,
};
use crate::{base::lang::Lang, db::asking, i18n::choose};
use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    body::{BoxBody, EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use futures_util::FutureExt;
use std::{panic::AssertUnwindSafe, time::Instant};
use uuid::Uuid;

/// The beginning of a cookie's name by which a browser takes it from this host alone, by https alone.
pub const ONLY_HERE: &str = "__Host-";

/// What a page may load and do, whatever it stands in.
macro_rules! policy {
    () => {
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
         manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none';"
    };
}

/// The same, to be followed by whose pages it may stand in.
pub const POLICY: &str = policy!();

const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        concat!(policy!(), " frame-ancestors 'none'"),
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
    (header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
    (
        header::PERMISSIONS_POLICY,
        "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// How a policy says that a page stands in nobody's.
const NOWHERE: &str = "frame-ancestors 'none'";

/// The outermost layer.
pub async fn around<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<BoxBody, B>>, actix_web::Error> {
    let number = Uuid::new_v4()
        .simple()
        .to_string()
        .get(..12)
        .unwrap_or_default()
        .to_uppercase();
    request
        .extensions_mut()
        .insert(RequestNumber(number.clone()));
    let site = request
        .app_data::<Data<Site>>()
        .map(|site| site.clone().into_inner());
    let https = site.as_ref().is_some_and(|site| site.is_https());
    let refused = refused(&request, site.as_deref());
    // The request itself must not be kept: the router needs it for itself alone. What an error's page needs is read now.
    let ctx = PageCtx::of(request.request(), language(request.request()));
    let (method, begun) = (request.method().clone(), Instant::now());
    if let Some(refused) = refused {
        let page = drawn(&ctx, &refused);
        let status = page.status().as_u16();
        tracing::info!(target: "access", request = number, method = method.as_str(), status, "turned away");
        let answer = request.into_response(page).map_into_left_body();
        return Ok(finish(answer, &ctx, https));
    }
    patience::limit(&mut request);
    let answer = asking::within(number.clone(), next.call(request));
    match AssertUnwindSafe(answer).catch_unwind().await {
        Ok(Ok(answer)) => {
            // The pattern and never the path: addresses of bookings are keys.
            let route = answer.request().match_pattern();
            tracing::info!(
                target: "access",
                request = number,
                method = method.as_str(),
                route = route.as_deref().unwrap_or("-"),
                status = answer.status().as_u16(),
                microseconds = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX),
            );
            let error = match site.as_deref() {
                Some(site) => links::counted(site, answer.request(), answer.status()).await,
                None => None,
            };
            Ok(finish(door(answer, error, &ctx), &ctx, https))
        }
        Ok(Err(error)) => Err(closed(&ctx, &ours(&error), https)),
        Err(_panic) => Err(closed(
            &ctx,
            &Error::Broken("a handler panicked".to_owned()),
            https,
        )),
    }
}

/// Why a request is turned away before anything is looked up for it.
fn refused(request: &ServiceRequest, site: Option<&Site>) -> Option<Error> {
    fence::refused(request, site).or_else(|| links::refused(site?, request.request()))
}

/// The page of an error for which there is no request any more.
fn closed(ctx: &PageCtx, error: &Error, https: bool) -> actix_web::Error {
    let mut page = drawn(ctx, error);
    safe_headers(page.headers_mut(), ctx, https);
    InternalError::from_response(error.to_string(), page).into()
}

/// An answer that carries an error, or has got one since, becomes that error's page; others pass.
fn door<B: MessageBody + 'static>(
    answer: ServiceResponse<B>,
    error: Option<Error>,
    ctx: &PageCtx,
) -> ServiceResponse<EitherBody<BoxBody, B>> {
    let status = answer.status();
    let error = match error.or_else(|| answer.response().error().map(ours)) {
        Some(error) => error,
        None if status == StatusCode::NOT_FOUND
            && !answer.headers().contains_key(header::CONTENT_TYPE) =>
        {
            Error::NotFound
        }
        None if status == StatusCode::METHOD_NOT_ALLOWED => Error::Method,
        None => return answer.map_into_right_body(),
    };
    let page = drawn(ctx, &error);
    answer.into_response(page).map_into_left_body()
}

fn ours(error: &actix_web::Error) -> Error {
    match error.as_error::<Error>() {
        Some(ours) => ours.clone(),
        None => match error.as_response_error().status_code() {
            StatusCode::NOT_FOUND => Error::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Error::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
            _ if patience::is_too_slow(error) => Error::Slow,
            status if status.is_client_error() => Error::Unreadable,
            _ => Error::Broken(error.to_string()),
        },
    }
}

/// The page of an error; what broke goes to the log under the number that the page shows.
fn drawn(ctx: &PageCtx, error: &Error) -> HttpResponse {
    if let Error::Broken(why) = error {
        tracing::error!(
            request = ctx.request,
            path = without_keys(ctx.path()),
            why,
            "broken"
        );
    }
    error::page(ctx, error)
}

/// A path as the log may have it: a piece of it that is as long as a key is one, and opens a booking or an account.
fn without_keys(path: &str) -> String {
    let pieces: Vec<&str> = path
        .split('/')
        .map(|piece| if piece.len() < 40 { piece } else { "-" })
        .collect();
    pieces.join("/")
}

/// The language of a request: its address, then what the browser asks for, then Japanese.
pub fn language(request: &HttpRequest) -> Lang {
    let address = request.path().split('/').nth(1).and_then(Lang::from_code);
    let asked = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    let chosen = request.cookie("oc_lang");
    let cookie = chosen.as_ref().map(|cookie| cookie.value());
    choose::choose(&choose::Wishes {
        address,
        cookie,
        account: None,
        accept_language: asked,
        business: None,
    })
}

fn finish<B: MessageBody>(
    mut answer: ServiceResponse<B>,
    ctx: &PageCtx,
    https: bool,
) -> ServiceResponse<B> {
    safe_headers(answer.headers_mut(), ctx, https);
    answer
}

/// Cookies that have not said so themselves go by https only and to this host alone.
fn keep_cookies_here(headers: &mut HeaderMap) {
    let lines: Vec<HeaderValue> = headers.remove(header::SET_COOKIE).collect();
    for line in lines {
        let text = line.to_str().unwrap_or_default();
        let kept = match text.starts_with(ONLY_HERE) {
            true => Ok(line),
            false => HeaderValue::from_str(&format!("{ONLY_HERE}{text}; Secure")),
        };
        if let Ok(kept) = kept {
            headers.append(header::SET_COOKIE, kept);
        }
    }
}

fn safe_headers(headers: &mut HeaderMap, ctx: &PageCtx, https: bool) {
    if let Ok(number) = HeaderValue::from_str(&ctx.request) {
        headers.insert(HeaderName::from_static("x-request-id"), number);
    }
    // The old header knows no list of sites, and browsers that know the new one need it not.
    let stands_elsewhere = headers
        .get(header::CONTENT_SECURITY_POLICY)
        .and_then(|policy| policy.to_str().ok())
        .is_some_and(|policy| !policy.contains(NOWHERE));
    for (name, value) in &HEADERS {
        if stands_elsewhere && name == header::X_FRAME_OPTIONS {
            continue;
        }
        if !headers.contains_key(name) {
            headers.insert(name.clone(), HeaderValue::from_static(value));
        }
    }
    if https {
        keep_cookies_here(headers);
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    // Whatever does not say that others may keep it is kept by nobody: pages, files, and where somebody is sent on to.
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}
