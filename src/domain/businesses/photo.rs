//! The photographs of a business and its mark, as those who run it see to them. What is removed can be had back: its files
//! stay.

use super::picture::Picture;
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::PhotoId,
        order::{Toward, moved},
    },
    db::{self, DbError, EditError, TenantTx, statement::prepared},
    refusal,
    schema::businesses::{business_media, business_settings},
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use std::sync::Arc;

/// So many photographs a business shows.
pub const MOST: usize = 30;
/// So many are kept, with those that were removed.
const MOST_KEPT: i64 = 200;

/// Where one is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Among the photographs.
    Gallery,
    /// In the head of every page.
    Logo,
    /// With a service.
    Service,
    /// With somebody who works there.
    Person,
}

/// What the page of photographs is about; the others are seen to where that is that they show.
const OF_THE_PAGE: [&str; 2] = ["gallery", "logo"];

impl Spot {
    /// The word in the row.
    pub fn word(self) -> &'static str {
        match self {
            Self::Gallery => "gallery",
            Self::Logo => "logo",
            Self::Service => "service",
            Self::Person => "person",
        }
    }
}

/// What is said of a photograph: whoever cannot see it hears this.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = business_media)]
pub struct Captions {
    /// Japanese.
    pub caption_ja: String,
    /// English.
    pub caption_en: String,
}

impl Captions {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// A photograph in a list.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = business_media)]
pub struct Photo {
    /// Its key.
    pub id: PhotoId,
    /// Where it is shown, as a word.
    pub place: String,
    /// Whether it is the one above the shop's page.
    pub is_featured: bool,
    /// Since when it is removed.
    pub deleted_at: Option<DateTime<Utc>>,
    /// What is shown, and what is said of it.
    #[diesel(embed)]
    pub picture: Picture,
}

/// A photograph that has been made, and whose files are there.
#[derive(Clone, Debug)]
pub struct NewPhoto {
    /// Where it is to be shown.
    pub spot: Spot,
    /// Under what its files lie.
    pub key: String,
    /// How they end.
    pub ending: String,
    /// Of the widest.
    pub width: i32,
    /// Of the widest.
    pub height: i32,
    /// All files together.
    pub bytes: i32,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// There is no such photograph.
    #[error("no such photograph")]
    Unknown,
    /// It is shown already.
    #[error("it is there")]
    There,
    /// There are enough.
    #[error("too many")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(PhotoError);

/// What guests see: the photographs in their order, the one above the page first.
pub fn shown(tx: &mut TenantTx<'_>) -> db::Result<Arc<Vec<Photo>>> {
    tx.kept(|tx| {
        let mut photos = living(tx, Spot::Gallery)?;
        photos.sort_by_key(|photo| !photo.is_featured);
        Ok(photos)
    })
}

/// Those that are shown there, in their order.
pub fn living(tx: &mut TenantTx<'_>, spot: Spot) -> db::Result<Vec<Photo>> {
    Ok(business_media::table
        .filter(business_media::business_id.eq(tx.business()))
        .filter(business_media::place.eq(spot.word()))
        .filter(business_media::deleted_at.is_null())
        .order((business_media::display_order, business_media::id))
        .select(Photo::as_select())
        .load(tx.conn())?)
}

/// Those that were removed, the last one first.
pub fn removed(tx: &mut TenantTx<'_>) -> db::Result<Vec<Photo>> {
    Ok(business_media::table
        .filter(business_media::business_id.eq(tx.business()))
        .filter(business_media::place.eq_any(OF_THE_PAGE))
        .filter(business_media::deleted_at.is_not_null())
        .order((business_media::deleted_at.desc(), business_media::id))
        .select(Photo::as_select())
        .load(tx.conn())?)
}

/// One of those that are shown.
pub fn find(tx: &mut TenantTx<'_>, id: PhotoId) -> db::Result<Option<Photo>> {
    Ok(business_media::table
        .filter(business_media::business_id.eq(tx.business()))
        .filter(business_media::place.eq_any(OF_THE_PAGE))
        .filter(business_media::id.eq(id))
        .filter(business_media::deleted_at.is_null())
        .select(Photo::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Whether there is room for one more; asked before anything is made of what was sent.
pub fn has_room(tx: &mut TenantTx<'_>, spot: Spot) -> db::Result<bool> {
    let kept: i64 = business_media::table
        .filter(business_media::business_id.eq(tx.business()))
        .filter(business_media::place.eq_any(OF_THE_PAGE))
        .count()
        .get_result(tx.conn())?;
    Ok(kept < MOST_KEPT && (spot == Spot::Logo || living(tx, spot)?.len() < MOST))
}

/// Shows a new one after all others; one that was removed comes back instead. The first is above the page by itself, and a
/// mark takes the place of the one before.
pub fn add(tx: &mut TenantTx<'_>, new: &NewPhoto) -> Result<PhotoId, PhotoError> {
    lock(tx)?;
    let known: Option<(PhotoId, Option<DateTime<Utc>>)> = business_media::table
        .filter(business_media::business_id.eq(tx.business()))
        .filter(business_media::place.eq(new.spot.word()))
        .filter(business_media::picture.eq(&new.key))
        .select((business_media::id, business_media::deleted_at))
        .first(tx.conn())
        .optional()?;
    match known {
        Some((_, None)) => return Err(PhotoError::There),
        Some((id, Some(_))) => return restore_locked(tx, id).map(|()| id),
        None if !has_room(tx, new.spot)? => return Err(PhotoError::TooMany),
        None => make_way(tx, new.spot)?,
    }
    let (there, last) = (living(tx, new.spot)?, after_all(tx, new.spot)?);
    let is_first = new.spot == Spot::Gallery && there.is_empty();
    Ok(write(tx, new, (last, is_first))?)
}

/// Its row.
pub(super) fn write(
    tx: &mut TenantTx<'_>,
    new: &NewPhoto,
    (order, is_featured): (i16, bool),
) -> db::Result<PhotoId> {
    let values = (
        business_media::business_id.eq(tx.business()),
        business_media::place.eq(new.spot.word()),
        business_media::picture.eq(&new.key),
        business_media::ending.eq(&new.ending),
        business_media::width.eq(new.width),
        business_media::height.eq(new.height),
        business_media::size_bytes.eq(new.bytes),
        business_media::display_order.eq(order),
        business_media::is_featured.eq(is_featured),
        business_media::uploaded_by.eq(tx.actor().user()),
        business_media::created_at.eq(tx.now()),
    );
    let added = diesel::insert_into(business_media::table).values(values);
    Ok(added.returning(business_media::id).get_result(tx.conn())?)
}

/// Writes what is said of one, if it is still what `version` was made of.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: PhotoId,
    captions: &Captions,
    version: &str,
) -> Result<(), EditError> {
    lock(tx)?;
    let found = find(tx, id)?.ok_or(EditError::Unknown)?;
    if captions_of(&found).version() != version {
        return Err(EditError::Stale);
    }
    prepared(diesel::update(business_media::table.filter(business_media::id.eq(id))).set(captions))
        .execute(tx.conn())?;
    Ok(())
}

/// What is said of one.
pub fn captions_of(photo: &Photo) -> Captions {
    Captions {
        caption_ja: photo.picture.caption_ja.clone(),
        caption_en: photo.picture.caption_en.clone(),
    }
}

/// Moves it by one place.
pub fn shift(tx: &mut TenantTx<'_>, id: PhotoId, toward: Toward) -> Result<(), PhotoError> {
    lock(tx)?;
    let ids: Vec<PhotoId> = living(tx, Spot::Gallery)?
        .into_iter()
        .map(|photo| photo.id)
        .collect();
    let order = moved(&ids, id, toward).ok_or(PhotoError::Unknown)?;
    db::put_in_order(
        tx,
        ("businesses.business_media", "display_order"),
        order.into_iter().map(|id| id.0),
    )?;
    Ok(())
}

/// Puts it above the shop's page, and takes the one there back among the others.
pub fn feature(tx: &mut TenantTx<'_>, id: PhotoId) -> Result<(), PhotoError> {
    lock(tx)?;
    let found = find(tx, id)?.filter(|photo| photo.place == Spot::Gallery.word());
    let found = found.ok_or(PhotoError::Unknown)?;
    let business = tx.business();
    let there = business_media::table
        .filter(business_media::business_id.eq(business))
        .filter(business_media::is_featured);
    prepared(diesel::update(there).set(business_media::is_featured.eq(false)))
        .execute(tx.conn())?;
    let one = business_media::table.filter(business_media::id.eq(found.id));
    prepared(diesel::update(one).set(business_media::is_featured.eq(true))).execute(tx.conn())?;
    Ok(())
}

/// Takes it away; it can be had back. Where it was above the page, the next one comes there.
pub fn remove(tx: &mut TenantTx<'_>, id: PhotoId) -> Result<(), PhotoError> {
    lock(tx)?;
    let found = find(tx, id)?.ok_or(PhotoError::Unknown)?;
    take_away(tx, id)?;
    if found.is_featured
        && let Some(next) = living(tx, Spot::Gallery)?.first()
    {
        let one = business_media::table.filter(business_media::id.eq(next.id));
        prepared(diesel::update(one).set(business_media::is_featured.eq(true)))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Shows it again.
pub fn restore(tx: &mut TenantTx<'_>, id: PhotoId) -> Result<(), PhotoError> {
    lock(tx)?;
    restore_locked(tx, id)
}

fn restore_locked(tx: &mut TenantTx<'_>, id: PhotoId) -> Result<(), PhotoError> {
    let found = removed(tx)?.into_iter().find(|photo| photo.id == id);
    let found = found.ok_or(PhotoError::Unknown)?;
    let spot = match found.place == Spot::Logo.word() {
        true => Spot::Logo,
        false => Spot::Gallery,
    };
    make_way(tx, spot)?;
    let there = living(tx, spot)?.len();
    if spot == Spot::Gallery && there >= MOST {
        return Err(PhotoError::TooMany);
    }
    let last = after_all(tx, spot)?;
    let row = business_media::table
        .filter(business_media::business_id.eq(tx.business()))
        .filter(business_media::id.eq(id));
    let change = diesel::update(row).set((
        business_media::deleted_at.eq(None::<DateTime<Utc>>),
        business_media::display_order.eq(last),
        business_media::is_featured.eq(spot == Spot::Gallery && there == 0),
    ));
    prepared(change).execute(tx.conn())?;
    Ok(())
}

/// The place after all that are shown there. Those that were removed have left gaps, so counting does not tell.
fn after_all(tx: &mut TenantTx<'_>, spot: Spot) -> db::Result<i16> {
    let last: Option<i16> = business_media::table
        .filter(business_media::business_id.eq(tx.business()))
        .filter(business_media::place.eq(spot.word()))
        .filter(business_media::deleted_at.is_null())
        .select(diesel::dsl::max(business_media::display_order))
        .first(tx.conn())?;
    Ok(last.map_or(0, |last| last.saturating_add(1)))
}

/// A mark is one: the one before is removed.
fn make_way(tx: &mut TenantTx<'_>, spot: Spot) -> Result<(), PhotoError> {
    if spot == Spot::Logo {
        for before in living(tx, spot)? {
            take_away(tx, before.id)?;
        }
    }
    Ok(())
}

fn take_away(tx: &mut TenantTx<'_>, id: PhotoId) -> Result<(), PhotoError> {
    let (business, now) = (tx.business(), tx.now());
    let row = business_media::table
        .filter(business_media::business_id.eq(business))
        .filter(business_media::id.eq(id));
    let change = diesel::update(row).set((
        business_media::deleted_at.eq(now),
        business_media::is_featured.eq(false),
    ));
    prepared(change).execute(tx.conn())?;
    Ok(())
}

/// One change of photographs at a time: each of them looks at all.
fn lock(tx: &mut TenantTx<'_>) -> db::Result<()> {
    let _: String = business_settings::table
        .filter(business_settings::business_id.eq(tx.business()))
        .select(business_settings::accent)
        .for_update()
        .first(tx.conn())?;
    Ok(())
}
