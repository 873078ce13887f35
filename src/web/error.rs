//! Closed doors. The treaty: reads return `db::Result`; commands return their own refusals, a database failure among
//! them; only `web` and `work` decide what happens next. What a person can mend is not here but on the page they typed
//! it on; what they may not know of is `NotFound`, never `Forbidden`.

use super::{links, page::PageCtx};
use crate::{
    db::{DbError, EditError},
    domain::platform::limit::Limited,
    i18n::Words,
    web::ui::buttons::{LinkButton, Voice},
};
use actix_web::{
    HttpResponse, ResponseError,
    http::{StatusCode, header},
};
use askama::Template;
use chrono::TimeDelta;
use std::fmt;

/// What a handler answers with.
pub type Result<T = HttpResponse> = std::result::Result<T, Error>;

/// Why a page is not shown.
#[derive(Clone, Debug)]
pub enum Error {
    /// There is nothing here, or nothing this person may know of.
    NotFound,
    /// Nobody is signed in; afterwards the way goes back there.
    SignIn {
        /// Path and query.
        back_to: String,
    },
    /// Half in: the second factor comes first.
    SecondStep {
        /// Path and query.
        back_to: String,
    },
    /// In, but a second factor has to be set up first.
    SetUp,
    /// Whoever is all the way in has nothing to do at the door.
    AlreadyIn,
    /// Signed in, but too long ago for what is wanted.
    Confirm {
        /// The page that asks for it.
        back_to: String,
    },
    /// Signed in, and may know, but not do.
    Forbidden,
    /// In by a few digits on a tablet of a shop, where this page is not to be opened.
    ShopDevice,
    /// A tablet of a shop that the shop has taken off its list.
    DeviceRevoked,
    /// An operator in somebody's place wants to change what is that person's own.
    Acting,
    /// Nobody is in on a tablet of a shop; its people come in at its own page.
    Counter {
        /// The word of the shop.
        slug: String,
    },
    /// The link was good once.
    Expired,
    /// Too often; again in so many seconds.
    TooMany(u32),
    /// All places are taken; again in so many seconds.
    Busy(u32),
    /// The request is no form that a page of ours sends.
    Unreadable,
    /// The form was sent from another site or has lost its key.
    Stale,
    /// More than a form may hold.
    TooLarge,
    /// What was sent came too slowly to wait for.
    Slow,
    /// This address does not answer to that method.
    Method,
    /// The house failed; the text is for the log alone.
    Broken(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignIn { .. }
            | Self::SecondStep { .. }
            | Self::SetUp
            | Self::AlreadyIn
            | Self::Confirm { .. }
            | Self::Counter { .. } => StatusCode::SEE_OTHER,
            Self::Forbidden
            | Self::ShopDevice
            | Self::DeviceRevoked
            | Self::Acting
            | Self::Stale => StatusCode::FORBIDDEN,
            Self::Expired => StatusCode::GONE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Without the page: `middleware` draws that, because it knows the language.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::build(self.status_code()).finish()
    }
}

impl Error {
    /// Too often; again after so long.
    pub fn too_often(wait: TimeDelta) -> Self {
        let seconds = wait.num_seconds().clamp(1, 86_400);
        Self::TooMany(u32::try_from(seconds).unwrap_or(60))
    }
}

impl From<Limited> for Error {
    fn from(limited: Limited) -> Self {
        match limited {
            Limited::TooOften(wait) => Self::too_often(wait),
            Limited::Db(error) => error.into(),
        }
    }
}

impl From<EditError> for Error {
    /// What is said where no form is there to say it better: it is not there any more, or not as it was.
    fn from(error: EditError) -> Self {
        match error {
            EditError::Db(error) => error.into(),
            EditError::Unknown | EditError::Stale | EditError::Taken | EditError::InUse => {
                Self::NotFound
            }
        }
    }
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Busy => Self::Busy(2),
            overdue if overdue.is_overdue() => {
                tracing::warn!(error = %overdue, "the database took too long");
                Self::Busy(5)
            }
            other => Self::Broken(other.to_string()),
        }
    }
}

impl crate::db::Refusal for Error {
    fn failure(&self) -> Option<&DbError> {
        None
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Broken(format!("a template failed: {error}"))
    }
}

impl From<actix_web::error::BlockingError> for Error {
    fn from(_: actix_web::error::BlockingError) -> Self {
        Self::Busy(2)
    }
}

/// The page of a closed door, with ways on.
#[derive(Template)]
#[template(path = "errors/closed_door.html")]
struct ClosedDoorPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    words: String,
    number: Option<String>,
    ways: Vec<LinkButton>,
}

/// What comes first, where that is all that is wrong.
fn first(ctx: &PageCtx, error: &Error) -> Option<String> {
    Some(match error {
        Error::SignIn { back_to } => links::sign_in(ctx.lang, Some(back_to)),
        Error::SecondStep { back_to } => links::second_step(ctx.lang, back_to),
        Error::SetUp => links::second_factor(ctx.lang),
        Error::AlreadyIn => links::account(ctx.lang),
        Error::Counter { slug } => links::counter(ctx.lang, slug),
        Error::Confirm { back_to } => links::confirm_identity(ctx.lang, back_to),
        _ => return None,
    })
}

/// What is wrong, and what to do now.
fn words(t: Words, error: &Error) -> (String, String) {
    match error {
        Error::NotFound
        | Error::SignIn { .. }
        | Error::SecondStep { .. }
        | Error::SetUp
        | Error::AlreadyIn
        | Error::Counter { .. }
        | Error::Confirm { .. } => (t.errors_not_found_title(), t.errors_not_found_text()),
        Error::Forbidden => (t.errors_forbidden_title(), t.errors_forbidden_text()),
        Error::ShopDevice => (t.errors_shop_device_title(), t.errors_shop_device_text()),
        Error::DeviceRevoked => (
            t.errors_device_revoked_title(),
            t.errors_device_revoked_text(),
        ),
        Error::Acting => (t.errors_acting_title(), t.errors_acting_text()),
        Error::Expired => (t.errors_expired_title(), t.errors_expired_text()),
        Error::TooMany(seconds) => (
            t.errors_too_many_title(),
            t.errors_too_many_text(t.wait(*seconds)),
        ),
        Error::Busy(seconds) => (t.errors_busy_title(), t.errors_busy_text(t.wait(*seconds))),
        Error::Unreadable => (t.errors_unreadable_title(), t.errors_unreadable_text()),
        Error::Stale => (t.errors_bad_form_title(), t.errors_bad_form_text()),
        Error::TooLarge => (t.errors_too_large_title(), t.errors_too_large_text(1)),
        Error::Slow => (t.errors_slow_title(), t.errors_slow_text()),
        Error::Method => (t.errors_method_title(), t.errors_method_text()),
        Error::Broken(_) => (t.errors_broken_title(), t.errors_broken_text()),
    }
}

/// Whether this is an address of somebody's own pages, and not of a guest's: a link of a letter, the desk, the office.
fn is_inside(path: &str) -> bool {
    let place = path.split('/').nth(2).unwrap_or_default();
    ["account", "staff", "operator"].contains(&place)
}

/// Draws the page of an error in the reader's language. Where something else comes first, that is where the way leads.
pub fn page(ctx: &PageCtx, error: &Error) -> HttpResponse {
    if let Some(first) = first(ctx, error) {
        return HttpResponse::SeeOther()
            .insert_header((header::LOCATION, first))
            .finish();
    }
    let t = ctx.t;
    let (title, mut words) = words(t, error);
    let is_inside = matches!(error, Error::NotFound) && is_inside(ctx.path());
    if is_inside {
        words = t.errors_not_found_inside();
    }
    // Not where there is nothing or the page itself says whom to ask: nothing has gone wrong there.
    let numbered = !matches!(
        error,
        Error::NotFound
            | Error::Method
            | Error::Forbidden
            | Error::ShopDevice
            | Error::DeviceRevoked
            | Error::Acting
    );
    let (label, url, voice) = match error {
        Error::DeviceRevoked => (
            t.accounts_sign_in(),
            links::sign_in(ctx.lang, None),
            Voice::Main,
        ),
        _ if is_inside => (
            t.errors_way_inside(),
            links::account(ctx.lang),
            Voice::Quiet,
        ),
        _ => (t.errors_way_home(), links::home(ctx.lang), Voice::Quiet),
    };
    let way = LinkButton {
        label,
        url,
        voice,
        ..LinkButton::default()
    };
    let number = numbered.then(|| t.errors_broken_number(&ctx.request));
    let door = ClosedDoorPage {
        ctx,
        title,
        words,
        number,
        ways: vec![way],
    };
    let mut answer = HttpResponse::build(error.status_code());
    if let Error::TooMany(seconds) | Error::Busy(seconds) = error {
        answer.insert_header((header::RETRY_AFTER, seconds.to_string()));
    }
    if matches!(error, Error::Slow | Error::TooLarge) {
        // The rest of what is being sent is not waited for.
        answer.force_close();
    }
    answer
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"));
    match door.render() {
        Ok(html) => answer.body(html),
        Err(_) => answer.finish(),
    }
}
