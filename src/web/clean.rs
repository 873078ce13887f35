//! Leaving a browser to whoever sits down at it next.

use actix_web::{
    HttpResponse,
    http::header::{HeaderName, HeaderValue},
};

/// The answer after which a browser keeps no page of whoever was there: not for going back, not for days without a network.
pub fn everything(mut answer: HttpResponse) -> HttpResponse {
    answer.headers_mut().insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    answer
}
