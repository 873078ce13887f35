//! What happens around every request: a number, safe headers, no posts from other sites, closed doors drawn in the
//! reader's language, a panic turned into a page.

use super::{
    error::{self, Error},
    page::{PageCtx, RequestNumber},
    site::Site,
};
use crate::{base::lang::Lang, i18n::choose};
use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    body::{BoxBody, EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        Method, StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use futures_util::FutureExt;
use std::{panic::AssertUnwindSafe, time::Instant};
use uuid::Uuid;

const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
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

/// The outermost layer.
pub async fn around<B: MessageBody + 'static>(
    request: ServiceRequest,
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
    let https = request
        .app_data::<Data<Site>>()
        .is_some_and(|site| site.is_https());
    // The request itself must not be kept: the router needs it for itself alone. What an error's page needs is read now.
    let ctx = PageCtx::of(request.request(), language(request.request()));
    if let Some(refused) = from_elsewhere(&request) {
        let page = drawn(&ctx, &refused);
        return Ok(finish(
            request.into_response(page).map_into_left_body(),
            https,
        ));
    }
    let (method, begun) = (request.method().clone(), Instant::now());
    match AssertUnwindSafe(next.call(request)).catch_unwind().await {
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
            Ok(finish(door(answer, &ctx), https))
        }
        Ok(Err(error)) => Err(closed(&ctx, &ours(&error), https)),
        Err(_panic) => Err(closed(
            &ctx,
            &Error::Broken("a handler panicked".to_owned()),
            https,
        )),
    }
}

/// The page of an error for which there is no request any more.
fn closed(ctx: &PageCtx, error: &Error, https: bool) -> actix_web::Error {
    let mut page = drawn(ctx, error);
    safe_headers(page.headers_mut(), https);
    InternalError::from_response(error.to_string(), page).into()
}

/// An answer that carries an error becomes that error's page; others pass.
fn door<B: MessageBody + 'static>(
    answer: ServiceResponse<B>,
    ctx: &PageCtx,
) -> ServiceResponse<EitherBody<BoxBody, B>> {
    let status = answer.status();
    let error = match answer.response().error() {
        Some(error) => ours(error),
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
            status if status.is_client_error() => Error::Unreadable,
            _ => Error::Broken(error.to_string()),
        },
    }
}

/// The page of an error; what broke goes to the log under the number that the page shows.
fn drawn(ctx: &PageCtx, error: &Error) -> HttpResponse {
    if let Error::Broken(why) = error {
        tracing::error!(request = ctx.request, path = ctx.path(), why, "broken");
    }
    error::page(ctx, error)
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

/// A post that a page of another site has caused. Browsers say so; what is no browser says nothing and carries no
/// cookie of anybody either.
fn from_elsewhere(request: &ServiceRequest) -> Option<Error> {
    if matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    ) {
        return None;
    }
    let text = |name: HeaderName| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let site = text(HeaderName::from_static("sec-fetch-site"));
    let origin = text(header::ORIGIN);
    let elsewhere = match (site, origin) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_none() || host != text(header::HOST)
        }
        (None, None) => false,
    };
    elsewhere.then_some(Error::Stale)
}

fn finish<B: MessageBody>(mut answer: ServiceResponse<B>, https: bool) -> ServiceResponse<B> {
    safe_headers(answer.headers_mut(), https);
    answer
}

fn safe_headers(headers: &mut HeaderMap, https: bool) {
    let is_page = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html"));
    for (name, value) in &HEADERS {
        if !headers.contains_key(name) {
            headers.insert(name.clone(), HeaderValue::from_static(value));
        }
    }
    if https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    if is_page && !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}
