//! Coming in by way of a provider: setting out to it, and coming back. What comes back is somebody who is known here, or
//! an offer to become so; whether it holds, `oidc` has found out.

use super::{
    admit::{Entrant, Proved, admit},
    journey::{self, Carried, SetOut},
    known,
    sheet::{self, SaidPage, Way},
};
use crate::{
    base::{lang::Lang, text},
    db,
    domain::accounts::{
        identity::{self, Identity, Whose},
        identity_offer::{self, Offer},
        person::Person,
        sign_in,
    },
    oidc::{OidcError, Provider, Told},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::{Asked, Typed},
        links,
        middleware::language,
        page::PageCtx,
        sealed,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{
    FromRequest, HttpRequest,
    http::StatusCode,
    web::{self, Data, Path, get, resource},
};
use askama::Template;
use serde::Deserialize;

/// One address for both languages: it has to be entered at the provider, to the letter.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(resource("/with/{provider}/return").route(get().to(come_back)));
}

/// The page between the two sites.
#[derive(Template)]
#[template(path = "account/going.html")]
pub struct GoingPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    at_once: String,
    url: String,
    label: String,
}

/// What is pressed.
#[derive(Deserialize)]
pub struct StartForm {
    #[serde(default)]
    next: String,
    /// `yes` where a signed-in person wants another way in.
    #[serde(default)]
    link: String,
    #[serde(default)]
    csrf: String,
}

/// What a provider sends back in the address.
#[derive(Deserialize)]
pub struct Answer {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    iss: Option<String>,
    #[serde(default)]
    error: Option<String>,
}

/// Why nobody came in.
enum Failure {
    Denied,
    Stale,
    Refused,
    Unreachable,
    Taken,
}

/// Sets out. The way goes by a page of ours and not by a redirect: browsers follow a form to no other site than its page
/// allows, our pages allow none, and which sites a provider leads through nobody knows beforehand.
pub async fn start(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    path: Path<(String, String)>,
    form: Typed<StartForm>,
) -> Result {
    let provider = site.providers.named(&path.1).ok_or(Error::NotFound)?;
    let form = form.0;
    let link = if form.link == "yes" {
        let signed_in = SignedIn::extract(&request).await?;
        signed_in.sent(&form.csrf)?;
        signed_in.still_fresh(&site, &links::identities(ctx.lang))?;
        Some(signed_in.user)
    } else {
        None
    };
    count(&site, &request, "out").await?;
    let out = SetOut::now(&site, provider.name(), ctx.lang, (&form.next, link));
    let (journey, now) = (out.journey(&site), site.db.clock().now());
    match provider.way(&journey, ctx.lang.code(), now).await {
        Ok(url) => {
            let page = GoingPage {
                title: ctx.t.accounts_with_going_title(provider.label()),
                label: ctx.t.accounts_with_go(provider.label()),
                at_once: format!("0; url={url}"),
                url,
                ctx: &ctx,
            };
            Ok(out.carry(&site, ctx.html(&page)?))
        }
        Err(error) => failed(&site, &ctx, provider, logged(provider, &error)),
    }
}

/// Comes back. The browser must be the one that set out, and what it brings must hold.
pub async fn come_back(
    site: Data<Site>,
    request: HttpRequest,
    path: Path<String>,
    answer: Asked<Answer>,
) -> Result {
    let provider = site.providers.named(&path).ok_or(Error::NotFound)?;
    let out = SetOut::of(&site, &request).filter(|out| out.provider == provider.name());
    let lang = out.as_ref().map_or(language(&request), SetOut::lang);
    let ctx = here(&request, lang);
    let fail = |why| failed(&site, &ctx, provider, why);
    let Some(out) = out else {
        return fail(Failure::Stale);
    };
    let journey = out.journey(&site);
    if !sealed::is_same(&answer.0.state, &journey.state) {
        return fail(Failure::Stale);
    }
    // Whoever is half in is not in.
    let signed_in = SignedIn::extract(&request).await.ok();
    if out.link.is_some() && out.link != signed_in.map(|signed_in| signed_in.user) {
        return fail(Failure::Stale);
    }
    let code = match code(provider, answer.0) {
        Ok(code) => code,
        Err(why) => return fail(why),
    };
    count(&site, &request, "back").await?;
    let now = site.db.clock().now();
    let told = match provider.who(code, &journey, now).await {
        Ok(told) => told,
        Err(error) => return fail(logged(provider, &error)),
    };
    let (issuer, subject) = (provider.issuer().to_owned(), told.subject.clone());
    let whose: db::Result<_> = site
        .db
        .platform(move |tx| identity::whose(tx, &issuer, &subject))
        .await;
    let done = match (whose?, out.link) {
        (Whose::Nobody, link) => {
            let there = match link {
                Some(_) => links::identity_link(lang),
                None => links::identity_new(lang),
            };
            let offer = offered(provider, told, &out);
            let token: db::Result<_> = site
                .db
                .platform(move |tx| identity_offer::make(tx, &offer))
                .await;
            journey::carry_offer(&site, ctx.see_other(&there)?, &token?)
        }
        (Whose::Person(person), Some(user)) if person.id == user => flash::say(
            ctx.see_other(&links::identities(lang))?,
            Said::AlreadyLinked,
        ),
        (Whose::Person(person), None) => {
            let used = (provider.issuer().to_owned(), told.subject);
            come_in(&site, &ctx, &request, person, (used, &out.next)).await?
        }
        (Whose::Person(_), Some(_)) => return fail(Failure::Taken),
        (Whose::Closed, _) => {
            tracing::info!(provider = provider.name(), "a closed account stays closed");
            return fail(Failure::Refused);
        }
    };
    Ok(journey::put_down(&site, done, Carried::Away))
}

/// A provider's word counts as a password does: once. What else is to be proved, the door asks.
pub(super) async fn come_in(
    site: &Site,
    ctx: &PageCtx,
    request: &HttpRequest,
    person: Person,
    (used, next): ((String, String), &str),
) -> Result {
    let asker = known::asker(site, request, &person.email);
    let (user, email) = (person.id, person.email.clone());
    site.db
        .platform(move |tx| {
            identity::used(tx, &used.0, &used.1)?;
            sign_in::succeed(tx, user, (&email, &asker), None)
        })
        .await?;
    let entrant = Entrant::of(person, Proved::Once);
    admit(site, ctx, request, entrant, next).await
}

async fn count(site: &Site, request: &HttpRequest, step: &'static str) -> Result<()> {
    let network = site.network(request);
    let counted = site
        .db
        .platform(move |tx| identity::count(tx, step, &network))
        .await;
    Ok(counted?)
}

/// The code, or what the provider says instead.
fn code(provider: &Provider, answer: Answer) -> std::result::Result<String, Failure> {
    if answer.iss.is_some_and(|issuer| issuer != provider.issuer()) {
        tracing::warn!(provider = provider.name(), "somebody else answered");
        return Err(Failure::Refused);
    }
    match answer.error.as_deref() {
        None if !answer.code.is_empty() => Ok(answer.code),
        Some("access_denied" | "consent_required" | "interaction_required") => Err(Failure::Denied),
        Some("temporarily_unavailable" | "server_error") => {
            tracing::warn!(provider = provider.name(), "is out of order");
            Err(Failure::Unreachable)
        }
        error => {
            // What it says further is anybody's text: it stands in an address.
            tracing::warn!(
                provider = provider.name(),
                said_so = error.is_some(),
                "sent back no code"
            );
            Err(Failure::Refused)
        }
    }
}

/// What was told, as far as it is of use here.
fn offered(provider: &Provider, told: Told, out: &SetOut) -> Offer {
    let email = told.email.and_then(|email| text::email(&email).ok());
    let name = told.name.unwrap_or_default();
    let name: String = name.chars().take(text::NAME_MAX).collect();
    Offer {
        email_is_proved: email.is_some() && told.email_is_proved,
        identity: Identity {
            issuer: provider.issuer().to_owned(),
            subject: told.subject,
            email,
        },
        name: text::line(&name, text::NAME_MAX).unwrap_or_default(),
        return_to: out.next.clone(),
    }
}

fn logged(provider: &Provider, error: &OidcError) -> Failure {
    tracing::warn!(provider = provider.name(), %error, "nobody came in by way of a provider");
    match error {
        OidcError::Unreachable(_) | OidcError::Settings(_) => Failure::Unreachable,
        OidcError::Refused(_) | OidcError::Untrue(_) => Failure::Refused,
    }
}

/// The surroundings of a page that has no address of its own: the one that was asked holds a code.
fn here(request: &HttpRequest, lang: Lang) -> PageCtx {
    let mut ctx = PageCtx::of(request, lang);
    ctx.stand_at(&links::sign_in(lang, None));
    ctx
}

fn failed(site: &Site, ctx: &PageCtx, provider: &Provider, why: Failure) -> Result {
    let (t, label) = (ctx.t, provider.label());
    let (status, line) = match why {
        Failure::Denied => (
            StatusCode::UNPROCESSABLE_ENTITY,
            t.accounts_with_denied(label),
        ),
        Failure::Stale => (StatusCode::UNPROCESSABLE_ENTITY, t.accounts_with_stale()),
        Failure::Refused => (
            StatusCode::UNPROCESSABLE_ENTITY,
            t.accounts_with_refused(label),
        ),
        Failure::Taken => (StatusCode::CONFLICT, t.accounts_identity_taken(label)),
        Failure::Unreachable => (
            StatusCode::SERVICE_UNAVAILABLE,
            t.accounts_with_unreachable(label),
        ),
    };
    let page = SaidPage {
        ctx,
        title: t.accounts_with_failed_title(label),
        lines: vec![line],
        ways: vec![
            sheet::to_sign_in(ctx),
            Way::new(t.accounts_code_way(), links::code(ctx.lang)),
        ],
    };
    Ok(journey::put_down(
        site,
        ctx.redraw(status, &page)?,
        Carried::Away,
    ))
}
