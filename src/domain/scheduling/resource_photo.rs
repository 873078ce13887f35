//! Commands and read: what somebody who works there looks like.

use super::resource::ResourceType;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{PhotoId, ResourceId},
    },
    db::{self, EditError, TenantTx, statement::prepared},
    domain::businesses::{
        photo::{NewPhoto, Photo},
        portrait,
    },
    schema::scheduling::resources,
};
use diesel::prelude::*;

/// Its name and its photograph, one that was removed too; not of what was deleted.
pub fn of(tx: &mut TenantTx<'_>, id: ResourceId) -> db::Result<Option<(Bilingual, Option<Photo>)>> {
    let found: Option<(String, String, Option<PhotoId>)> = resources::table
        .filter(resources::business_id.eq(tx.business()))
        .filter(resources::id.eq(id))
        .filter(
            resources::deleted_at
                .is_null()
                .and(resources::resource_type.eq_any([ResourceType::Staff, ResourceType::Trainer])),
        )
        .select((resources::name, resources::name_en, resources::photo_id))
        .first(tx.conn())
        .optional()?;
    let Some((ja, en, photo)) = found else {
        return Ok(None);
    };
    let photo = match photo {
        Some(photo) => portrait::find(tx, photo)?,
        None => None,
    };
    Ok(Some((Bilingual::new(ja, en), photo)))
}

/// Shows another one in the place of the one before.
pub fn put(tx: &mut TenantTx<'_>, id: ResourceId, new: &NewPhoto) -> Result<(), EditError> {
    let before = locked(tx, id)?;
    let photo = portrait::hang(tx, new, before)?;
    let row = resources::table
        .filter(resources::business_id.eq(tx.business()))
        .filter(resources::id.eq(id));
    let change = diesel::update(row).set(resources::photo_id.eq(photo));
    prepared(change).execute(tx.conn())?;
    Ok(())
}

/// Takes it away, or shows it again.
pub fn settle(tx: &mut TenantTx<'_>, id: ResourceId, gone: bool) -> Result<(), EditError> {
    let photo = locked(tx, id)?.ok_or(EditError::Unknown)?;
    Ok(portrait::settle(tx, photo, gone)?)
}

/// Which it has; nobody else changes that until the transaction ends.
fn locked(tx: &mut TenantTx<'_>, id: ResourceId) -> Result<Option<PhotoId>, EditError> {
    let found: Option<Option<PhotoId>> = resources::table
        .filter(resources::business_id.eq(tx.business()))
        .filter(resources::id.eq(id))
        .filter(
            resources::deleted_at
                .is_null()
                .and(resources::resource_type.eq_any([ResourceType::Staff, ResourceType::Trainer])),
        )
        .select(resources::photo_id)
        .for_update()
        .first(tx.conn())
        .optional()?;
    found.ok_or(EditError::Unknown)
}
