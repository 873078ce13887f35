//! Coming in with address and password, and going out.

use crate::{
    base::{msg::Msg, text},
    domain::accounts::{
        password,
        sign_in::{self, SignInError},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors, fields,
            typed::{Asked, Typed},
        },
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            error_summary::ErrorSummary,
            text_field::{Entry, TextField},
        },
    },
};
use actix_session::Session;
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "account/sign_in.html")]
pub struct SignInPage<'a> {
    ctx: &'a PageCtx,
    errors: ErrorSummary,
    email: TextField,
    password: TextField,
    next: String,
}

/// What is typed.
#[derive(Deserialize, Default)]
pub struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
    #[serde(default)]
    switch: String,
}

/// Where to go afterwards.
#[derive(Deserialize, Default)]
pub struct SignInQuery {
    #[serde(default)]
    next: String,
}

/// The empty form.
pub async fn new(ctx: PageCtx, query: Asked<SignInQuery>) -> Result {
    let form = SignInForm {
        next: query.0.next,
        ..SignInForm::default()
    };
    ctx.html(&page(&ctx, &form, &Errors::default()))
}

/// Tries to come in; or, where that was pressed, shows the page in the other language. Wrong address and wrong password are told apart by nothing.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    form: Typed<SignInForm>,
) -> Result {
    let mut form = form.0;
    if form.switch == "yes" {
        // The same page in the other language. A password goes back to nobody.
        form.password.clear();
        return ctx.html(&page(&ctx, &form, &Errors::default()));
    }
    let mut errors = Errors::default();
    let email = fields::required(
        &mut errors,
        "email",
        &form.email,
        text::email,
        Msg::new("form-email-required"),
    );
    if form.password.is_empty() {
        errors.add("password", Msg::new("accounts-password-required"));
    }
    let Some(email) = email.filter(|_| errors.is_empty()) else {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&ctx, &form, &errors),
        );
    };
    let (wanted, network) = (email.clone(), site.network(&request));
    let known = match site
        .db
        .platform(move |tx| sign_in::find(tx, &wanted, &network))
        .await
    {
        Ok(known) => known,
        Err(SignInError::TooMany(until)) => {
            let wait = (until - site.db.clock().now()).num_seconds().clamp(1, 3600);
            return Err(Error::TooMany(u32::try_from(wait).unwrap_or(60)));
        }
        Err(SignInError::Db(error)) => return Err(error.into()),
    };
    let hash = known.as_ref().and_then(|known| known.password_hash.clone());
    let right = compare(&site, form.password.clone(), hash).await?;
    let Some(known) = known.filter(|_| right) else {
        errors.add("", Msg::new("accounts-sign-in-wrong"));
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&ctx, &form, &errors),
        );
    };
    let user = known.user;
    let done: std::result::Result<(), SignInError> = site
        .db
        .platform(move |tx| sign_in::succeed(tx, user, &email))
        .await;
    if let Err(SignInError::Db(error)) = done {
        return Err(error.into());
    }
    SignedIn::begin(&request, user, &known.display_name)?;
    ctx.see_other(&onward(&ctx, &form.next))
}

/// Goes out.
pub async fn destroy(ctx: PageCtx, session: Session, form: Typed<SignOutForm>) -> Result {
    if SignedIn::of(&session).is_some_and(|signed_in| signed_in.csrf == form.0.csrf) {
        session.purge();
    }
    Ok(flash::say(
        ctx.see_other(&links::sign_in(ctx.lang, None))?,
        Said::SignedOut,
    ))
}

/// The key of the form alone.
#[derive(Deserialize)]
pub struct SignOutForm {
    #[serde(default)]
    csrf: String,
}

/// Compares on a thread of its own, as many at once as there are cores.
async fn compare(
    site: &Site,
    password: String,
    hash: Option<String>,
) -> std::result::Result<bool, Error> {
    let too_long = password.chars().count() > password::LONGEST;
    let place = tokio::time::timeout(
        std::time::Duration::from_secs(2),
        site.hashing.clone().acquire_owned(),
    )
    .await;
    let Ok(Ok(_place)) = place else {
        return Err(Error::Busy(2));
    };
    let right =
        actix_web::web::block(move || password::is_right(&password, hash.as_deref())).await?;
    Ok(right && !too_long)
}

/// Back to where somebody wanted to go, if that is a page of ours.
fn onward(ctx: &PageCtx, next: &str) -> String {
    let ours = next.starts_with("/ja/") || next.starts_with("/en/");
    let plain = next.chars().all(|c| c.is_ascii_graphic() && c != '\\') && !next.contains("//");
    if ours && plain {
        next.to_owned()
    } else {
        links::account(ctx.lang)
    }
}

fn page<'a>(ctx: &'a PageCtx, form: &SignInForm, errors: &Errors) -> SignInPage<'a> {
    let t = ctx.t;
    SignInPage {
        ctx,
        errors: errors.summary(t),
        email: TextField {
            name: "email".to_owned(),
            label: t.accounts_email(),
            value: form.email.clone(),
            entry: Entry::Email,
            complaint: errors.of("email", t),
            ..TextField::default()
        },
        password: TextField {
            name: "password".to_owned(),
            label: t.accounts_password(),
            entry: Entry::CurrentPassword,
            complaint: errors.of("password", t),
            ..TextField::default()
        },
        next: form.next.clone(),
    }
}
