//! What every door that a passkey opens needs: what keys are made for, how often one network may ask, what the browser
//! sends.

use super::{
    error::{Error, Result},
    site::Site,
};
use crate::domain::{
    accounts::second_factor::passkey::{self, Ceremony, PasskeyError},
    platform::limit::{self, Limit},
};
use actix_web::HttpRequest;
use chrono::TimeDelta;
use std::sync::Arc;
use webauthn_rs::Webauthn;

/// How often one network may begin or answer.
const PER_NETWORK: Limit = Limit {
    most: 60,
    window: TimeDelta::minutes(15),
};

/// What keys are made for; where the site has no name, only a number, no browser makes any.
pub fn house(site: &Site) -> Result<Arc<Webauthn>> {
    site.passkeys.clone().ok_or(Error::NotFound)
}

/// Keys cannot be guessed; what is counted is what asking costs.
pub async fn count(site: &Site, request: &HttpRequest) -> Result<()> {
    let key = format!("passkey network {}", site.network(request));
    let counted = site
        .db
        .platform(move |tx| limit::count(tx, &key, PER_NETWORK))
        .await;
    Ok(counted?)
}

/// Begins coming in with a key.
pub async fn begin(site: &Site, request: &HttpRequest) -> Result<Ceremony> {
    let house = house(site)?;
    count(site, request).await?;
    let begun = site
        .db
        .platform(move |tx| passkey::begin_opening(tx, &house))
        .await;
    begun.map_err(|error| match error {
        PasskeyError::Broken(why) => Error::Broken(why),
        PasskeyError::Db(error) => error.into(),
    })
}
