//! Passwords and digits are hashed on threads of their own, as many at once as there are cores: each takes tens of
//! milliseconds on purpose.

use super::{error::Error, site::Site};
use crate::domain::accounts::password::{self, LONGEST};
use actix_web::web::block;
use std::time::Duration;
use tokio::{sync::OwnedSemaphorePermit, time::timeout};

/// Whether what was typed is what a hash was made of.
pub async fn is_right(site: &Site, typed: &str, hash: Option<String>) -> Result<bool, Error> {
    let _place = place(site).await?;
    let (typed, too_long) = (typed.to_owned(), typed.chars().count() > LONGEST);
    let right = block(move || password::is_right(&typed, hash.as_deref())).await?;
    Ok(right && !too_long)
}

/// The hash of what was typed.
pub async fn hash(site: &Site, typed: &str) -> Result<String, Error> {
    let _place = place(site).await?;
    let (typed, strength) = (typed.to_owned(), site.strength);
    block(move || password::hash(&typed, strength))
        .await?
        .map_err(|error| Error::Broken(error.to_string()))
}

async fn place(site: &Site) -> Result<OwnedSemaphorePermit, Error> {
    match timeout(Duration::from_secs(2), site.hashing.clone().acquire_owned()).await {
        Ok(Ok(place)) => Ok(place),
        Ok(Err(_)) | Err(_) => Err(Error::Busy(2)),
    }
}
