//! The holder of a booking's link: one business, one booking.

use crate::{
    base::{ids::BookingId, token::Token},
    db::{Access, Refusal, TenantTx},
    domain::{
        bookings::link,
        businesses::profile::{self, Profile},
    },
    web::{error::Error, site::Site},
};

/// What a link opens.
pub struct Opened {
    /// The booking.
    pub booking: BookingId,
    /// Its business.
    pub profile: Profile,
}

/// Opens a link to read; PostgreSQL refuses a write. A token that opens nothing is not found; a booking stays open to
/// its guest even when the business has closed to the public.
pub async fn look<T, E, F>(
    site: &Site,
    token: &str,
    request: &str,
    work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, &Opened) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    pass(site, Access::Read, (token, request), work).await
}

/// Opens a link and works in its scope, in one transaction.
pub async fn enter<T, E, F>(
    site: &Site,
    token: &str,
    request: &str,
    work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, &Opened) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    pass(site, Access::Write, (token, request), work).await
}

async fn pass<T, E, F>(
    site: &Site,
    access: Access,
    (token, request): (&str, &str),
    mut work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, &Opened) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    let token = Token::parse(token).ok_or(Error::NotFound)?;
    let request = request.to_owned();
    let answer = site
        .db
        .enter(
            access,
            move |tx| -> Result<_, E> {
                let found = link::open(tx, &token).map_err(E::from)?;
                Ok(found.map(|(mut scope, booking)| {
                    scope.request.clone_from(&request);
                    (scope, booking)
                }))
            },
            move |tx, booking| {
                let Some(profile) = profile::own(tx).map_err(E::from)? else {
                    return Ok(None);
                };
                work(
                    tx,
                    &Opened {
                        booking: *booking,
                        profile,
                    },
                )
                .map(Some)
            },
        )
        .await;
    match answer {
        Ok(Some(Some(value))) => Ok(Ok(value)),
        Ok(_) => Err(Error::NotFound),
        Err(refusal) => Ok(Err(refusal)),
    }
}
