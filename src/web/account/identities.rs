//! The ways into one's own account: what is linked, what may be, and what is to be no more.

use super::{
    journey::{self, Carried},
    sheet::{FormPage, SaidPage, Way},
};
use crate::{
    base::ids::{IdentityId, UserId},
    db,
    domain::{
        accounts::{
            identity::{self, IdentityError, Linked},
            identity_offer::{self, Offer},
            person::{self, Person},
        },
        notifications::personal::{self, Kind, Notice},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{PostButton, Voice},
            post_form::PostForm,
        },
    },
};
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use askama::Template;
use chrono_tz::Tz;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "account/identities.html")]
pub struct IdentitiesPage<'a> {
    ctx: &'a PageCtx,
    has_password: bool,
    identities: Vec<Line>,
    providers: Vec<PostButton>,
}

/// One identity.
struct Line {
    name: String,
    email: Option<String>,
    linked: String,
    used: Option<String>,
    unlink: PostButton,
}

/// Which identity; none where what was told is meant.
#[derive(Deserialize)]
pub struct IdentityForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    identity: String,
}

/// Lists them.
pub async fn index(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let user = signed_in.user;
    let (person, linked, (zone, now)) = site
        .db
        .platform(move |tx| -> db::Result<_> {
            let person = person::find(tx, user)?;
            let when = (person::zone(tx, user)?, tx.now());
            Ok((person, identity::of_person(tx, user)?, when))
        })
        .await?;
    let person = person.ok_or(Error::NotFound)?;
    let moments = Moments::new(ctx.t, zone.parse().unwrap_or(Tz::Asia__Tokyo), now);
    let identities = linked
        .iter()
        .map(|linked| line(&site, &ctx, &signed_in, (linked, &moments)));
    let providers = site.providers.iter().map(|provider| PostButton {
        label: ctx.t.accounts_identity_add(provider.label()),
        form: PostForm {
            action: links::with(ctx.lang, provider.name()),
            hidden: vec![
                ("csrf".to_owned(), signed_in.csrf.clone()),
                ("link".to_owned(), "yes".to_owned()),
            ],
        },
        voice: Voice::Quiet,
        ..PostButton::default()
    });
    ctx.html(&IdentitiesPage {
        has_password: person.password_hash.is_some(),
        identities: identities.collect(),
        providers: providers.collect(),
        ctx: &ctx,
    })
}

/// Takes one away.
pub async fn destroy(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<IdentityForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    signed_in.still_fresh(&site, &links::identities(ctx.lang))?;
    let (user, parsed) = (signed_in.user, form.identity.parse());
    let id: IdentityId = parsed.map_err(|_no_key| Error::NotFound)?;
    let done = site
        .db
        .platform(move |tx| {
            identity::unlink(tx, user, id)?;
            tell(tx, user, Kind::IdentityUnlinked)
        })
        .await;
    let said = match done {
        Ok(()) => {
            site.wake.notify_one();
            Said::IdentityUnlinked
        }
        Err(IdentityError::Last) => Said::LastWayIn,
        Err(IdentityError::Gone | IdentityError::Taken) => return Err(Error::NotFound),
        Err(IdentityError::Db(error)) => return Err(error.into()),
    };
    Ok(flash::say(
        ctx.see_other(&links::identities(ctx.lang))?,
        said,
    ))
}

/// Asks whether what was told is to be a way into this account; links nothing.
pub async fn confirm(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SignedIn,
) -> Result {
    let Some(token) = journey::offer(&site, &request) else {
        return expired(&ctx);
    };
    signed_in.fresh(&site, &links::identity_link(ctx.lang))?;
    let user = signed_in.user;
    let (offer, person) = site
        .db
        .platform(move |tx| -> db::Result<_> {
            Ok((identity_offer::find(tx, &token)?, person::find(tx, user)?))
        })
        .await?;
    let person = person.ok_or(Error::NotFound)?;
    match offer {
        Some(offer) => ctx.html(&confirm_page(&site, &ctx, (&offer, &person), &signed_in)),
        None => expired(&ctx),
    }
}

/// Links it.
pub async fn link(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SignedIn,
    form: Typed<IdentityForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    signed_in.still_fresh(&site, &links::identity_link(ctx.lang))?;
    let Some(token) = journey::offer(&site, &request) else {
        return expired(&ctx);
    };
    let user = signed_in.user;
    let done = site
        .db
        .platform(move |tx| -> std::result::Result<_, IdentityError> {
            let Some(offer) = identity_offer::take(tx, &token)? else {
                return Ok(None);
            };
            if identity::link(tx, user, &offer.identity)? {
                tell(tx, user, Kind::IdentityLinked)?;
            }
            Ok(Some(offer))
        })
        .await;
    let answer = match done {
        Ok(Some(_)) => {
            site.wake.notify_one();
            let there = ctx.see_other(&links::identities(ctx.lang))?;
            flash::say(there, Said::IdentityLinked)
        }
        Ok(None) | Err(IdentityError::Taken | IdentityError::Last | IdentityError::Gone) => {
            expired(&ctx)?
        }
        Err(IdentityError::Db(error)) => return Err(error.into()),
    };
    Ok(journey::put_down(&site, answer, Carried::Offer))
}

/// Nothing that was told waits for this browser any more.
pub(super) fn expired(ctx: &PageCtx) -> Result {
    let page = SaidPage {
        ctx,
        title: ctx.t.accounts_identity_expired_title(),
        lines: vec![ctx.t.accounts_identity_expired()],
        ways: vec![super::sheet::to_sign_in(ctx)],
    };
    ctx.redraw(StatusCode::GONE, &page)
}

/// The name of the provider that told it.
pub(super) fn told_by<'a>(site: &'a Site, offer: &'a Offer) -> &'a str {
    named(site, &offer.identity.issuer)
}

/// The name on its button; of one that is no longer set up, its address.
fn named<'a>(site: &'a Site, issuer: &'a str) -> &'a str {
    let provider = site.providers.of_issuer(issuer);
    provider.map_or(issuer, |provider| provider.label())
}

/// Whoever owns the account learns by letter that it has another way in, or one less.
fn tell(
    tx: &mut db::PlatformTx<'_>,
    user: UserId,
    kind: Kind,
) -> std::result::Result<(), IdentityError> {
    if let Some(person) = person::find(tx, user)? {
        personal::send(tx, &Notice::to(&person, kind))?;
    }
    Ok(())
}

fn line(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (linked, moments): (&Linked, &Moments),
) -> Line {
    let t = ctx.t;
    let name = named(site, &linked.issuer).to_owned();
    Line {
        email: linked.email.clone(),
        linked: t.accounts_identity_since(moments.moment(linked.created_at)),
        used: linked
            .last_used_at
            .map(|at| t.accounts_session_last(moments.moment(at))),
        unlink: PostButton {
            label: t.accounts_identity_unlink(),
            about: Some(name.clone()),
            form: PostForm {
                action: links::identities(ctx.lang),
                hidden: vec![
                    ("csrf".to_owned(), signed_in.csrf.clone()),
                    ("identity".to_owned(), linked.id.to_string()),
                ],
            },
            voice: Voice::Quiet,
            small: true,
        },
        name,
    }
}

fn confirm_page<'a>(
    site: &Site,
    ctx: &'a PageCtx,
    (offer, person): (&Offer, &Person),
    signed_in: &SignedIn,
) -> FormPage<'a> {
    let (t, provider) = (ctx.t, told_by(site, offer));
    // Which of somebody's accounts there: browsers often choose one by themselves.
    let known_as = offer.identity.email.as_deref().unwrap_or(&offer.name);
    let lead = if known_as.is_empty() {
        t.accounts_identity_lead(&person.email, provider)
    } else {
        t.accounts_identity_lead_as(&person.email, known_as, provider)
    };
    FormPage {
        ctx,
        title: t.accounts_identity_title(provider),
        lead: vec![lead],
        errors: Errors::default().summary(t),
        action: links::identity_link(ctx.lang),
        hidden: vec![("csrf", signed_in.csrf.clone())],
        fields: Vec::new(),
        button: t.accounts_identity_link(),
        ways: vec![Way::new(t.ui_back(), links::account(ctx.lang))],
        others: Vec::new(),
        keeps_typed: false,
    }
}
