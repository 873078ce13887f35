//! Somebody has come from a provider and is nobody here yet. They see what will be made before it is made; who has an
//! account already is asked to sign in to it once, and links the two then.

use super::{
    identities::{expired, told_by},
    journey::{self, Carried},
    sent::{About, Sent},
    sheet::{self, FormPage, SaidPage, Way},
    with,
};
use crate::{
    base::{msg::Msg, text},
    db,
    domain::accounts::{
        identity_offer::{self, Offer},
        sign_in_code,
        sign_up_with::{self, Newcomer, NewcomerError},
    },
    web::{
        error::{Error, Result},
        form::{Errors, fields, typed::Typed},
        links,
        page::PageCtx,
        site::Site,
        ui::text_field::{Entry, TextField},
    },
};
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use serde::Deserialize;

/// What is typed.
#[derive(Deserialize, Default)]
pub struct NewcomerForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    switch: String,
}

/// What an offer may become.
enum Found {
    New(Offer),
    Known(Offer),
}

/// Shows what will be made; makes nothing.
pub async fn new(site: Data<Site>, ctx: PageCtx, request: HttpRequest) -> Result {
    match find(&site, &request).await? {
        Some(Found::New(offer)) => {
            let form = NewcomerForm {
                name: offer.name.clone(),
                email: offer.identity.email.clone().unwrap_or_default(),
                ..NewcomerForm::default()
            };
            ctx.html(&page(&site, &ctx, &offer, (&form, &Errors::default())))
        }
        Some(Found::Known(offer)) => known(&site, &ctx, &offer),
        None => expired(&ctx),
    }
}

/// Makes the account. An address that the provider has not proved is proved by digits first.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    form: Typed<NewcomerForm>,
) -> Result {
    let form = form.0;
    let offer = match find(&site, &request).await? {
        Some(Found::New(offer)) => offer,
        Some(Found::Known(offer)) => return known(&site, &ctx, &offer),
        None => return expired(&ctx),
    };
    if form.switch == "yes" {
        return ctx.html(&page(&site, &ctx, &offer, (&form, &Errors::default())));
    }
    let mut errors = Errors::default();
    let name = fields::required(
        &mut errors,
        "name",
        &form.name,
        |typed| text::line(typed, text::NAME_MAX),
        Msg::new("form-name-required"),
    );
    let email = match proved(&offer) {
        Some(email) => Some(email.to_owned()),
        None => sheet::email(&mut errors, &form.email),
    };
    let (Some(display_name), Some(email)) = (name, email) else {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&site, &ctx, &offer, (&form, &errors)),
        );
    };
    let new = Newcomer {
        email,
        display_name,
        locale: ctx.lang.code().to_owned(),
    };
    if proved(&offer).is_some() {
        make(&site, &ctx, &request, new).await
    } else {
        send_digits(&site, &ctx, &request, new).await
    }
}

async fn make(site: &Site, ctx: &PageCtx, request: &HttpRequest, new: Newcomer) -> Result {
    let Some(token) = journey::offer(site, request) else {
        return expired(ctx);
    };
    let network = site.network(request);
    let made = site
        .db
        .platform(move |tx| -> std::result::Result<_, NewcomerError> {
            let Some(offer) = identity_offer::take(tx, &token)? else {
                return Ok(None);
            };
            let person = sign_up_with::create(tx, &new, &offer, &network)?;
            Ok(Some((person, offer)))
        })
        .await;
    let (person, offer) = match made {
        Ok(Some(made)) => made,
        Ok(None) => return expired(ctx),
        // Somebody was quicker: the page finds out what is so now.
        Err(NewcomerError::Known) => return ctx.see_other(&links::identity_new(ctx.lang)),
        Err(NewcomerError::TooOften(wait)) => return Err(Error::too_often(wait)),
        Err(NewcomerError::Db(error)) => return Err(error.into()),
    };
    let used = (offer.identity.issuer, offer.identity.subject);
    let inside = with::come_in(site, ctx, request, person, (used, &offer.return_to)).await?;
    Ok(journey::put_down(site, inside, Carried::Offer))
}

/// For an address that has an account, and for one that has none, the same is done: whoever can read its letter comes
/// in, and links the identity then.
async fn send_digits(site: &Site, ctx: &PageCtx, request: &HttpRequest, new: Newcomer) -> Result {
    let (network, lang) = (site.network(request), ctx.lang);
    let (email, next) = (new.email.clone(), links::identity_link(lang));
    let reserved = site
        .db
        .platform(move |tx| -> std::result::Result<_, NewcomerError> {
            sign_up_with::reserve(tx, &new, &network)?;
            Ok(sign_in_code::ask(tx, &new.email, lang.code(), &network)?)
        })
        .await;
    let ticket = match reserved {
        Ok(ticket) => ticket,
        Err(NewcomerError::TooOften(wait)) => return Err(Error::too_often(wait)),
        Err(NewcomerError::Known) => return Err(Error::Stale),
        Err(NewcomerError::Db(error)) => return Err(error.into()),
    };
    site.wake.notify_one();
    let enter = links::code_by(lang, &ticket.text());
    let there = ctx.see_other(&links::then(&enter, &next))?;
    Ok(Sent::now(site, About::Code, &email, &next).carry(site, there))
}

async fn find(site: &Site, request: &HttpRequest) -> Result<Option<Found>> {
    let Some(token) = journey::offer(site, request) else {
        return Ok(None);
    };
    let found: db::Result<_> = site
        .db
        .platform(move |tx| {
            let Some(offer) = identity_offer::find(tx, &token)? else {
                return Ok(None);
            };
            let is_known = match proved(&offer) {
                Some(email) => sign_up_with::is_known(tx, email)?,
                None => false,
            };
            Ok(Some(if is_known {
                Found::Known(offer)
            } else {
                Found::New(offer)
            }))
        })
        .await;
    Ok(found?)
}

fn proved(offer: &Offer) -> Option<&str> {
    let email = offer.identity.email.as_deref();
    email.filter(|_| offer.email_is_proved)
}

/// There is an account of this address. It is not linked by itself (`domain::accounts::identity` says why).
fn known(site: &Site, ctx: &PageCtx, offer: &Offer) -> Result {
    let t = ctx.t;
    let email = offer.identity.email.as_deref().unwrap_or_default();
    let link = links::identity_link(ctx.lang);
    ctx.html(&SaidPage {
        ctx,
        title: t.accounts_with_known_title(),
        lines: vec![t.accounts_with_known(email, told_by(site, offer))],
        ways: vec![
            Way::new(
                t.accounts_sign_in_way(),
                links::sign_in(ctx.lang, Some(&link)),
            ),
            Way::new(
                t.accounts_code_way(),
                links::then(&links::code(ctx.lang), &link),
            ),
        ],
    })
}

fn page<'a>(
    site: &Site,
    ctx: &'a PageCtx,
    offer: &Offer,
    (form, errors): (&NewcomerForm, &Errors),
) -> FormPage<'a> {
    let (t, provider) = (ctx.t, told_by(site, offer));
    let mut fields = vec![TextField {
        name: "name".to_owned(),
        label: t.accounts_name(),
        value: form.name.clone(),
        entry: Entry::FullName,
        complaint: errors.of("name", t),
        ..TextField::default()
    }];
    let (lead, button) = match proved(offer) {
        Some(email) => (
            t.accounts_with_new_proved(email, provider),
            t.accounts_with_create(),
        ),
        None => {
            fields.push(sheet::email_field(ctx, &form.email, errors));
            (
                t.accounts_with_new_unproved(provider),
                t.accounts_code_ask(),
            )
        }
    };
    let link = links::identity_link(ctx.lang);
    FormPage {
        ctx,
        title: t.accounts_with_new_title(),
        lead: vec![lead],
        errors: errors.summary(t),
        action: links::identity_new(ctx.lang),
        hidden: Vec::new(),
        fields,
        button,
        ways: vec![Way::new(
            t.accounts_with_has_one(),
            links::sign_in(ctx.lang, Some(&link)),
        )],
        others: Vec::new(),
        keeps_typed: true,
    }
}
