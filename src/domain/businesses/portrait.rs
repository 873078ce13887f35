//! The one photograph of a thing of the shop: of a service, of somebody who works there. Which it is stands with the thing;
//! one that was removed stays there, so that it can be had back, and another takes its place for good.

use super::{
    photo::{self, NewPhoto, Photo, Spot},
    picture::Picture,
};
use crate::{
    base::ids::PhotoId,
    db::{self, TenantTx, statement::prepared},
    schema::businesses::business_media,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use std::{collections::HashMap, sync::Arc};

const SPOTS: [&str; 2] = ["service", "person"];

/// The photographs that are shown of such things, by their keys.
pub fn shown(tx: &mut TenantTx<'_>, spot: Spot) -> db::Result<HashMap<PhotoId, Arc<Picture>>> {
    let living = photo::living(tx, spot)?.into_iter();
    Ok(living
        .map(|photo| (photo.id, Arc::new(photo.picture)))
        .collect())
}

/// One of them, a removed one too.
pub fn find(tx: &mut TenantTx<'_>, id: PhotoId) -> db::Result<Option<Photo>> {
    Ok(business_media::table
        .filter(business_media::business_id.eq(tx.business()))
        .filter(business_media::place.eq_any(SPOTS))
        .filter(business_media::id.eq(id))
        .select(Photo::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Writes down a new one. The one before is forgotten: a thing has one.
pub fn hang(tx: &mut TenantTx<'_>, new: &NewPhoto, before: Option<PhotoId>) -> db::Result<PhotoId> {
    if let Some(before) = before {
        let row = business_media::table
            .filter(business_media::business_id.eq(tx.business()))
            .filter(business_media::place.eq_any(SPOTS))
            .filter(business_media::id.eq(before));
        prepared(diesel::delete(row)).execute(tx.conn())?;
    }
    photo::write(tx, new, (0, false))
}

/// Takes it away, or shows it again.
pub fn settle(tx: &mut TenantTx<'_>, id: PhotoId, gone: bool) -> db::Result<()> {
    let deleted_at: Option<DateTime<Utc>> = gone.then_some(tx.now());
    let row = business_media::table
        .filter(business_media::business_id.eq(tx.business()))
        .filter(business_media::place.eq_any(SPOTS))
        .filter(business_media::id.eq(id));
    let change = diesel::update(row).set(business_media::deleted_at.eq(deleted_at));
    prepared(change).execute(tx.conn())?;
    Ok(())
}
