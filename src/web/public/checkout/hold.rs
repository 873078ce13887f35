//! A time was chosen: it is held for some minutes, and the way goes on to who you are. Choosing another time on the
//! same form moves the hold; what was typed stays with it.

use crate::{
    base::{
        ids::{OptionId, ResourceId, ServiceId},
        lang::Lang,
        token::Token,
    },
    db::{DbError, TenantTx},
    domain::{
        businesses::profile,
        catalog::{
            option::ChoiceError,
            service::{self, Service},
        },
        scheduling::{
            availability::Refusal,
            hold::{self, Held, Hold, HoldError},
            largest,
            load::By,
        },
    },
    refusal,
    web::{
        crowd,
        error::{Error, Result},
        flash::{self, Said},
        form::{options::typed_options, typed::Typed},
        gate, links,
        moments::from_field,
        page::PageCtx,
        public::{
            business,
            times::{self, Lost},
            wish::Wish,
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
use std::collections::HashMap;
use uuid::Uuid;

/// What a chosen time is sent with.
#[derive(Clone, Debug, Deserialize)]
pub struct HoldForm {
    #[serde(default)]
    key: String,
    #[serde(default)]
    service: String,
    #[serde(default)]
    staff: String,
    #[serde(default)]
    party: String,
    #[serde(default)]
    start: String,
    #[serde(default)]
    options: String,
}

/// The hold that is to be extended.
#[derive(Debug, Deserialize)]
pub struct ExtensionForm {
    #[serde(default)]
    hold: String,
    #[serde(default)]
    at: String,
}

/// Why a hold was not made, besides what the rules say.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("the business or the service is not there")]
    NotFound,
    #[error("the service is not offered any more")]
    Gone,
    #[error("some of it cannot be had like that: {0:?}")]
    Choice(ChoiceError),
    #[error("there is no place for so many; the most: {0}")]
    Party(i16),
    #[error("the shop takes no bookings just now")]
    NotAccepting,
    #[error(transparent)]
    Hold(#[from] HoldError),
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Refused);

/// Why a service is not to be had.
#[derive(Debug, thiserror::Error)]
pub enum Missing {
    /// There was never such a service here.
    #[error("no such service")]
    Never,
    /// It is not offered any more.
    #[error("not offered any more")]
    Gone,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Missing);

impl From<Missing> for Refused {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::Never => Self::NotFound,
            Missing::Gone => Self::Gone,
            Missing::Db(error) => Self::Db(error),
        }
    }
}

impl From<ChoiceError> for Refused {
    fn from(error: ChoiceError) -> Self {
        match error {
            ChoiceError::Gone => Self::Gone,
            error => Self::Choice(error),
        }
    }
}

/// What is wanted, as parsed.
#[derive(Clone)]
struct Wanted {
    service: ServiceId,
    options: Vec<OptionId>,
    staff: Option<ResourceId>,
    party: i16,
    start: DateTime<Utc>,
}

impl Wanted {
    fn parse(form: &HoldForm) -> std::result::Result<Self, Error> {
        let staff = match form.staff.as_str() {
            "" => None,
            staff => Some(staff.parse().map_err(|_no_id| Error::NotFound)?),
        };
        Ok(Self {
            service: form.service.parse().map_err(|_no_id| Error::NotFound)?,
            options: typed_options(&form.options, &HashMap::new()),
            staff,
            party: form.party.parse().map_err(|_no_number| Error::Unreadable)?,
            start: from_field(&form.start).ok_or(Error::Unreadable)?,
        })
    }

    /// The page of times again, with the same wish.
    fn wish(self, lang: Lang, key: String) -> Wish {
        let wish = Wish::near(lang, self.service, self.party, self.start);
        wish.with(self.staff, self.options, key)
    }
}

/// Holds the chosen time.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    form: Typed<HoldForm>,
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
        return match held.await {
            Ok(_) => ctx.see_other(&links::details(ctx.lang, &slug, &token.text())),
            Err(Refused::Hold(HoldError::Spent)) => {
                // Back from a finished booking to choose another time: a new wish, so a new hold.
                key = Uuid::new_v4().simple().to_string();
                continue;
            }
            Err(Refused::Hold(HoldError::Refused(refusal, nearest))) => {
                let lost = lost(&ctx, refusal, nearest);
                let wish = wanted.wish(ctx.lang, key);
                times::draw(&site, ctx, &slug, &wish, Some(lost)).await
            }
            Err(Refused::Party(most)) => {
                let lost = Lost {
                    words: ctx.t.booking_party_most(most),
                    nearest: Vec::new(),
                    status: StatusCode::UNPROCESSABLE_ENTITY,
                };
                let wish = wanted.wish(ctx.lang, key);
                times::draw(&site, ctx, &slug, &wish, Some(lost)).await
            }
            Err(Refused::Choice(_)) => {
                let lost = Lost {
                    words: ctx.t.booking_options_wrong(),
                    nearest: Vec::new(),
                    status: StatusCode::UNPROCESSABLE_ENTITY,
                };
                let wish = wanted.wish(ctx.lang, key);
                times::draw(&site, ctx, &slug, &wish, Some(lost)).await
            }
            Err(Refused::Hold(HoldError::TooMany)) => Err(Error::TooMany(600)),
            Err(Refused::Gone) => {
                business::refuse(&site, ctx, &slug, &key, |t| t.booking_gone()).await
            }
            Err(Refused::NotAccepting) => {
                business::refuse(&site, ctx, &slug, &key, |t| t.businesses_not_accepting()).await
            }
            Err(Refused::NotFound | Refused::Hold(HoldError::Unknown)) => Err(Error::NotFound),
            Err(Refused::Db(error) | Refused::Hold(HoldError::Db(error))) => Err(error.into()),
        };
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
    let service = offered(tx, wanted.service)?;
    let most = largest::of(tx, &service, By::Guest)?;
    if wanted.party < service.figures.party_min {
        return Err(HoldError::Refused(Refusal::PartyTooLarge, Vec::new()).into());
    }
    if wanted.party > most {
        return Err(Refused::Party(most));
    }
    let service = service.with_options(&wanted.options)?;
    let hold = Hold {
        profile: &profile,
        service: &service,
        party: wanted.party,
        nominated: wanted.staff,
        more: &[],
        start: wanted.start,
        key,
        token,
        client,
        lang,
    };
    Ok(hold::hold(tx, &hold)?)
}

/// The service, if it is offered; one that was offered once is told apart from one that never was.
pub fn offered(tx: &mut TenantTx<'_>, id: ServiceId) -> std::result::Result<Service, Missing> {
    match service::find(tx, id)? {
        Some(service) => Ok(service),
        None if service::is_known(tx, id)? => Err(Missing::Gone),
        None => Err(Missing::Never),
    }
}

/// Gives a hold its minutes once more.
pub async fn extend(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    form: Typed<ExtensionForm>,
) -> Result {
    let slug = path.into_inner().1;
    let token = Token::parse(&form.0.hold).ok_or(Error::NotFound)?;
    let scope = gate::business::visitor(&site, &ctx, &slug).await?;
    let back = match form.0.at.as_str() {
        "confirm" => links::confirm(ctx.lang, &slug, &form.0.hold),
        _ => links::details(ctx.lang, &slug, &form.0.hold),
    };
    let extended = site
        .db
        .tenant(scope, move |tx| -> std::result::Result<bool, Refused> {
            let profile = profile::open_to_public(tx)?.ok_or(Refused::NotFound)?;
            Ok(hold::extend(tx, &profile, &token)?)
        });
    match extended.await {
        Ok(true) => Ok(flash::say(ctx.see_other(&back)?, Said::Extended)),
        Ok(false) => ctx.see_other(&back),
        Err(Refused::Db(error) | Refused::Hold(HoldError::Db(error))) => Err(error.into()),
        Err(_) => Err(Error::NotFound),
    }
}

/// What to say of a time that cannot be had.
pub fn lost(
    ctx: &PageCtx,
    refusal: Refusal,
    nearest: Vec<crate::domain::scheduling::availability::Slot>,
) -> Lost {
    let taken = matches!(
        refusal,
        Refusal::Taken | Refusal::NobodyWorking | Refusal::Enough | Refusal::Capped
    );
    let words = if taken {
        ctx.t.errors_slot_taken()
    } else {
        ctx.t.of_family("booking-refused", refusal.id())
    };
    let status = if taken {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Lost {
        words,
        nearest,
        status,
    }
}

/// The token of the hold of a form: made from the form's key, so that sending it twice finds the same hold. A key that
/// is itself a token is the hold that is being changed.
pub fn token(site: &Site, slug: &str, key: &str) -> Token {
    Token::parse(key).unwrap_or_else(|| site.derived(&[b"hold", slug.as_bytes(), key.as_bytes()]))
}

/// Whether a text has the shape of a form's key.
pub fn is_key(text: &str) -> bool {
    (8..=64).contains(&text.len())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// The key of a form, if it has the shape of one.
pub fn key(typed: &str) -> std::result::Result<String, Error> {
    if is_key(typed) {
        Ok(typed.to_owned())
    } else {
        Err(Error::Unreadable)
    }
}
