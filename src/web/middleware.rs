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
    http::{
        Method, StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
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
    let asked = request.request().clone();
    if let Some(refused) = from_elsewhere(&request) {
        return Ok(finish(
            ServiceResponse::new(asked.clone(), drawn(&asked, &refused)).map_into_left_body(),
            https,
        ));
    }
    let answered = AssertUnwindSafe(next.call(request)).catch_unwind().await;
    let answer = match answered {
        Ok(Ok(answer)) => door(answer),
        Ok(Err(error)) => {
            let error = ours(&error);
            ServiceResponse::new(asked.clone(), drawn(&asked, &error)).map_into_left_body()
        }
        Err(_panic) => {
            let error = Error::Broken("a handler panicked".to_owned());
            ServiceResponse::new(asked.clone(), drawn(&asked, &error)).map_into_left_body()
        }
    };
    Ok(finish(answer, https))
}

/// An answer that carries an error becomes that error's page; others pass.
fn door<B: MessageBody + 'static>(
    answer: ServiceResponse<B>,
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
    let page = drawn(answer.request(), &error);
    answer.into_response(page).map_into_left_body()
}

fn ours(error: &actix_web::Error) -> Error {
    match error.as_error::<Error>() {
        Some(Error::SignIn { back_to }) => Error::SignIn {
            back_to: back_to.clone(),
        },
        Some(Error::TooMany(seconds)) => Error::TooMany(*seconds),
        Some(Error::Busy(seconds)) => Error::Busy(*seconds),
        Some(Error::Broken(why)) => Error::Broken(why.clone()),
        Some(Error::NotFound) => Error::NotFound,
        Some(Error::Forbidden) => Error::Forbidden,
        Some(Error::Expired) => Error::Expired,
        Some(Error::Unreadable) => Error::Unreadable,
        Some(Error::Stale) => Error::Stale,
        Some(Error::TooLarge) => Error::TooLarge,
        Some(Error::Method) => Error::Method,
        None => match error.as_response_error().status_code() {
            StatusCode::NOT_FOUND => Error::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Error::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
            status if status.is_client_error() => Error::Unreadable,
            _ => Error::Broken(error.to_string()),
        },
    }
}

/// The page of an error, in the language of the address or the one the browser asks for.
fn drawn(request: &HttpRequest, error: &Error) -> HttpResponse {
    let ctx = PageCtx::of(request, language(request));
    if let Error::Broken(why) = error {
        tracing::error!(request = ctx.request, path = request.path(), why, "broken");
    }
    error::page(&ctx, error)
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
    let is_page = answer
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html"));
    let headers: &mut HeaderMap = answer.headers_mut();
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
    answer
}
