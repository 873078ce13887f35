//! A time was chosen for a visit: all of it is held, and the way goes on to who you are.

use super::{draw, wish::VisitWish};
use crate::{
    base::{lang::Lang, token::Token},
    db::{DbError, TenantTx},
    domain::{
        businesses::profile,
        catalog::{option::ChoiceError, service::Service},
        scheduling::{
            availability::Refusal,
            hold::{self, Held, Hold, HoldError},
            together,
            visit::{GUESTS_WAIT, Part},
        },
    },
    refusal,
    web::{
        basket::{Basket, Item},
        crowd,
        error::{Error, Result},
        form::{Errors, typed::Typed},
        gate, links,
        moments::from_field,
        page::PageCtx,
        public::{
            business,
            checkout::hold::{Missing, key, lost, offered, token},
            times::Lost,
            wish::View,
        },
        site::Site,
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

/// What a chosen time is sent with.
#[derive(Clone, Debug, Deserialize)]
pub struct VisitForm {
    #[serde(default)]
    key: String,
    #[serde(default)]
    with: String,
    #[serde(default)]
    start: String,
}

/// Why a hold was not made, besides what the rules say.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("the business or a service is not there")]
    NotFound,
    #[error("a service is not offered any more")]
    Gone,
    #[error("some of it cannot be had like that")]
    Otherwise,
    #[error("the shop takes no bookings just now")]
    NotAccepting,
    #[error(transparent)]
    Hold(#[from] HoldError),
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Refused);

impl From<Missing> for Refused {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::Never => Self::NotFound,
            Missing::Gone => Self::Gone,
            Missing::Db(error) => Self::Db(error),
        }
    }
}

/// What is wanted, as parsed.
#[derive(Clone)]
struct Wanted {
    basket: Basket,
    start: DateTime<Utc>,
}

impl Wanted {
    /// What the page sends is whole: nothing of it is left out.
    fn parse(form: &VisitForm) -> std::result::Result<Self, Error> {
        let mut errors = Errors::default();
        let basket = Basket::parse(&form.with, &mut errors);
        if !errors.is_empty() || basket.guests.is_empty() {
            return Err(Error::Unreadable);
        }
        Ok(Self {
            basket,
            start: from_field(&form.start).ok_or(Error::Unreadable)?,
        })
    }

    /// The page again, with the same wish.
    fn wish(self, lang: Lang, key: String) -> VisitWish {
        VisitWish {
            basket: self.basket,
            from: None,
            near: Some(self.start),
            view: View::usual(lang),
            hold: Some(key),
        }
    }
}

/// Holds all of it.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    form: Typed<VisitForm>,
) -> Result {
    let slug = path.into_inner().1;
    let wanted = Wanted::parse(&form.0)?;
    let scope = gate::business::visitor(&site, &ctx, &slug).await?;
    crowd::hold(&site, &request, scope.business).await?;
    let (client, lang) = (site.client_hash(&request), ctx.lang);
    let mut key = key(&form.0.key)?;
    for _ in 0..2 {
        let token = token(&site, &slug, &key);
        let (with_key, with_client, with_token) = (key.clone(), client.clone(), token.clone());
        let this = wanted.clone();
        let held = site.db.tenant(scope.clone(), move |tx| {
            let from = (with_key.as_str(), with_client.as_slice(), lang);
            hold_it(tx, &this, with_token.clone(), from)
        });
        let news = match held.await {
            Ok(_) => return ctx.see_other(&links::details(ctx.lang, &slug, &token.text())),
            Err(Refused::Hold(HoldError::Spent)) => {
                // Back from a finished booking to choose another time: a new wish, so a new hold.
                key = Uuid::new_v4().simple().to_string();
                continue;
            }
            Err(Refused::Hold(HoldError::Refused(refusal, nearest))) => {
                lost(&ctx, refusal, nearest)
            }
            Err(Refused::Otherwise) => Lost {
                words: ctx.t.together_otherwise(),
                nearest: Vec::new(),
                status: StatusCode::UNPROCESSABLE_ENTITY,
            },
            Err(Refused::Hold(HoldError::TooMany)) => return Err(Error::TooMany(600)),
            Err(Refused::Gone) => {
                return business::refuse(&site, ctx, &slug, &key, |t| t.booking_gone()).await;
            }
            Err(Refused::NotAccepting) => {
                let why = |t: crate::i18n::Words| t.businesses_not_accepting();
                return business::refuse(&site, ctx, &slug, &key, why).await;
            }
            Err(Refused::NotFound | Refused::Hold(HoldError::Unknown)) => {
                return Err(Error::NotFound);
            }
            Err(Refused::Db(error) | Refused::Hold(HoldError::Db(error))) => {
                return Err(error.into());
            }
        };
        let wish = wanted.wish(ctx.lang, key);
        return draw(&site, ctx, &slug, (&wish, Errors::default()), Some(news)).await;
    }
    Err(Error::Stale)
}

fn hold_it(
    tx: &mut TenantTx<'_>,
    wanted: &Wanted,
    token: Token,
    (key, client, lang): (&str, &[u8], Lang),
) -> std::result::Result<Held, Refused> {
    let profile = profile::open_to_public(tx)?.ok_or(Refused::NotFound)?;
    if !profile.settings.is_accepting {
        return Err(Refused::NotAccepting);
    }
    let services = services(tx, &wanted.basket)?;
    if services.len() > 1 && !together::apart(tx, &profile, &services)?.is_empty() {
        return Err(Refused::Otherwise);
    }
    let parts = parts(&wanted.basket, &services)?;
    let (first, more) = parts.split_first().ok_or(Refused::NotFound)?;
    let hold = Hold {
        profile: &profile,
        service: first.service,
        party: first.party,
        nominated: first.nominated,
        more,
        start: wanted.start,
        key,
        token,
        client,
        lang,
    };
    Ok(hold::hold(tx, &hold)?)
}

/// Each of the services, with what was chosen besides.
fn services(tx: &mut TenantTx<'_>, basket: &Basket) -> std::result::Result<Vec<Service>, Refused> {
    let mut services = Vec::new();
    for item in basket.items() {
        let service = offered(tx, item.service)?;
        let chosen = service.with_options(&item.options);
        services.push(chosen.map_err(|error| match error {
            ChoiceError::Gone => Refused::Gone,
            ChoiceError::Missing(_) | ChoiceError::TooMany(_) => Refused::Otherwise,
        })?);
    }
    Ok(services)
}

fn parts<'a>(
    basket: &Basket,
    services: &'a [Service],
) -> std::result::Result<Vec<Part<'a>>, Refused> {
    let guests = (0_i16..).zip(&basket.guests);
    let items = guests.flat_map(|(guest, items)| items.iter().map(move |item| (guest, item)));
    let part = |((guest, item), service): ((i16, &Item), &'a Service)| {
        let figures = &service.figures;
        let party = item.party.unwrap_or(figures.party_min);
        if !(figures.party_min..=figures.party_max).contains(&party) {
            let refusal = Refusal::PartyTooLarge;
            return Err(HoldError::Refused(refusal, Vec::new()).into());
        }
        Ok(Part {
            guest,
            service,
            party,
            nominated: item.staff,
            wait: GUESTS_WAIT,
        })
    };
    items.zip(services).map(part).collect()
}
