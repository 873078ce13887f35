//! A time was chosen: it is held for some minutes, and the way goes on to who you are. Choosing another time on the
//! same form moves the hold; what was typed stays with it.

use crate::{
    base::{ids::ServiceId, token::Token},
    db::{DbError, TenantTx},
    domain::{
        businesses::profile,
        catalog::service::{self, Service},
        scheduling::{
            availability::Refusal,
            hold::{self, Held, Hold, HoldError},
        },
    },
    refusal,
    web::{
        crowd,
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
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
use serde::Deserialize;
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
    #[error("the shop takes no bookings just now")]
    NotAccepting,
    #[error(transparent)]
    Hold(#[from] HoldError),
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Refused);

/// Holds the chosen time.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    form: Typed<HoldForm>,
) -> Result {
    let form = form.0;
    let slug = path.into_inner().1;
    let service: ServiceId = form.service.parse().map_err(|_no_id| Error::NotFound)?;
    let start = from_field(&form.start).ok_or(Error::Unreadable)?;
    let party: i16 = form.party.parse().map_err(|_no_number| Error::Unreadable)?;
    let staff = if form.staff.is_empty() {
        None
    } else {
        Some(form.staff.parse().map_err(|_no_id| Error::NotFound)?)
    };
    let scope = gate::business::visitor(&site, &ctx, &slug).await?;
    crowd::hold(&site, &request, scope.business).await?;
    let (client, lang) = (site.client_hash(&request), ctx.lang);
    let mut key = key(&form.key)?;
    for _ in 0..2 {
        let token = token(&site, &slug, &key);
        let (with_key, with_client, with_token) = (key.clone(), client.clone(), token.clone());
        let held = site.db.tenant(
            scope.clone(),
            move |tx| -> std::result::Result<Held, Refused> {
                let profile = profile::open_to_public(tx)?.ok_or(Refused::NotFound)?;
                if !profile.settings.is_accepting {
                    return Err(Refused::NotAccepting);
                }
                let service = offered(tx, service)?;
                if !(service.figures.party_min..=service.figures.party_max).contains(&party) {
                    return Err(HoldError::Refused(Refusal::PartyTooLarge, Vec::new()).into());
                }
                let wanted = Hold {
                    profile: &profile,
                    service: &service,
                    party,
                    nominated: staff,
                    start,
                    key: &with_key,
                    token: with_token.clone(),
                    client: &with_client,
                    lang,
                };
                Ok(hold::hold(tx, &wanted)?)
            },
        );
        return match held.await {
            Ok(_) => ctx.see_other(&links::details(ctx.lang, &slug, &token.text())),
            Err(Refused::Hold(HoldError::Spent)) => {
                // Back from a finished booking to choose another time: a new wish, so a new hold.
                key = Uuid::new_v4().simple().to_string();
                continue;
            }
            Err(Refused::Hold(HoldError::Refused(refusal, nearest))) => {
                let wish = Wish::near(ctx.lang, service, party, start).with(staff, key);
                let lost = lost(&ctx, refusal, nearest);
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

/// The service, if it is offered; one that was offered once is told apart from one that never was.
fn offered(tx: &mut TenantTx<'_>, id: ServiceId) -> std::result::Result<Service, Refused> {
    match service::find(tx, id)? {
        Some(service) => Ok(service),
        None if service::is_known(tx, id)? => Err(Refused::Gone),
        None => Err(Refused::NotFound),
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
    let taken = matches!(refusal, Refusal::Taken | Refusal::NobodyWorking);
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

fn key(typed: &str) -> std::result::Result<String, Error> {
    if is_key(typed) {
        Ok(typed.to_owned())
    } else {
        Err(Error::Unreadable)
    }
}
