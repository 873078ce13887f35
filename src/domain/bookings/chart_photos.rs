//! Commands and read: photographs of a visit, before and after. Nobody sees them but by a page that has asked for a right.

use super::{bin::Files, chart};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{ChartEntryId, ChartPhotoId, CustomerId},
    },
    db::{self, DbError, EditError, TenantTx, statement::prepared},
    schema::bookings::{chart_entries, chart_photos},
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// So many an entry shows.
pub const MOST: i64 = 24;
/// The longest caption, in characters.
pub const LONGEST: usize = 120;

/// When it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before.
    Before,
    /// After.
    After,
}

impl Stage {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Before, Self::After];

    /// The word in the row.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// The one of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }
}

/// A photograph.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = chart_photos)]
pub struct ChartPhoto {
    /// Its key.
    pub id: ChartPhotoId,
    /// Of which visit.
    pub entry_id: ChartEntryId,
    /// Before or after, as a word.
    pub stage: String,
    /// What is said of it.
    pub caption: String,
    /// Under what its files lie.
    pub picture: String,
    /// How they end.
    pub ending: String,
    /// Of the widest.
    pub width: i32,
    /// Of the widest.
    pub height: i32,
    /// When it was deleted.
    pub deleted_at: Option<DateTime<Utc>>,
}

/// What is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Before or after.
    pub stage: Stage,
    /// The caption.
    pub caption: String,
}

impl Said {
    /// Tells it from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

impl ChartPhoto {
    /// What is said of it.
    pub fn said(&self) -> Said {
        Said {
            stage: Stage::from_word(&self.stage).unwrap_or(Stage::After),
            caption: self.caption.clone(),
        }
    }

    /// Width and height of the widest file.
    pub fn size(&self) -> (u32, u32) {
        let side = |side: i32| u32::try_from(side).unwrap_or(1).max(1);
        (side(self.width), side(self.height))
    }
}

/// One that has been made, and whose files are there.
#[derive(Clone, Debug)]
pub struct NewPhoto {
    /// Before or after.
    pub stage: Stage,
    /// What is said of it.
    pub caption: String,
    /// Under what its files lie.
    pub key: String,
    /// How they end.
    pub ending: String,
    /// Width, height and the weight of all files together.
    pub measures: (i32, i32, i32),
}

/// Those of some entries, what was before first.
pub(super) fn of(tx: &mut TenantTx<'_>, entries: &[ChartEntryId]) -> db::Result<Vec<ChartPhoto>> {
    Ok(chart_photos::table
        .filter(chart_photos::business_id.eq(tx.business()))
        .filter(chart_photos::entry_id.eq_any(entries))
        .order((
            chart_photos::stage.desc(),
            chart_photos::created_at,
            chart_photos::id,
        ))
        .select(ChartPhoto::as_select())
        .load(tx.conn())?)
}

/// One of a guest's; of a deleted entry it is seen no more.
pub fn find(
    tx: &mut TenantTx<'_>,
    (customer, entry, id): (CustomerId, ChartEntryId, ChartPhotoId),
) -> db::Result<Option<ChartPhoto>> {
    Ok(chart_photos::table
        .inner_join(
            chart_entries::table.on(chart_entries::id
                .eq(chart_photos::entry_id)
                .and(chart_entries::business_id.eq(chart_photos::business_id))),
        )
        .filter(chart_photos::business_id.eq(tx.business()))
        .filter(chart_photos::entry_id.eq(entry))
        .filter(chart_photos::id.eq(id))
        .filter(chart_entries::customer_id.eq(customer))
        .filter(chart_entries::deleted_at.is_null())
        .select(ChartPhoto::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Whether an entry has room for one more.
pub fn has_room(tx: &mut TenantTx<'_>, entry: ChartEntryId) -> db::Result<bool> {
    let kept: i64 = chart_photos::table
        .filter(chart_photos::business_id.eq(tx.business()))
        .filter(chart_photos::entry_id.eq(entry))
        .filter(chart_photos::deleted_at.is_null())
        .count()
        .get_result(tx.conn())?;
    Ok(kept < MOST)
}

/// Puts one to an entry that stands.
pub fn add(
    tx: &mut TenantTx<'_>,
    (customer, entry): (CustomerId, ChartEntryId),
    new: &NewPhoto,
) -> Result<(), EditError> {
    chart::living(tx, customer)?;
    chart::find(tx, (customer, entry))?.ok_or(EditError::Unknown)?;
    if !has_room(tx, entry)? {
        return Err(EditError::InUse);
    }
    let (width, height, bytes) = new.measures;
    let values = (
        chart_photos::business_id.eq(tx.business()),
        chart_photos::entry_id.eq(entry),
        chart_photos::stage.eq(new.stage.word()),
        chart_photos::caption.eq(&new.caption),
        chart_photos::picture.eq(&new.key),
        chart_photos::ending.eq(&new.ending),
        chart_photos::width.eq(width),
        chart_photos::height.eq(height),
        chart_photos::size_bytes.eq(bytes),
        chart_photos::uploaded_by.eq(tx.actor().user()),
        chart_photos::created_at.eq(tx.now()),
    );
    let added = diesel::insert_into(chart_photos::table).values(values);
    prepared(added).execute(tx.conn()).map_err(DbError::from)?;
    Ok(())
}

/// Takes one off its entry, or puts it back.
pub fn keep(
    tx: &mut TenantTx<'_>,
    (customer, entry, id): (CustomerId, ChartEntryId, ChartPhotoId),
    is_kept: bool,
) -> Result<(), EditError> {
    chart::living(tx, customer)?;
    let photo = find(tx, (customer, entry, id))?.ok_or(EditError::Unknown)?;
    if is_kept && photo.deleted_at.is_some() && !has_room(tx, entry)? {
        return Err(EditError::InUse);
    }
    let deleted_at = (!is_kept).then_some(tx.now());
    let row = chart_photos::table
        .filter(chart_photos::business_id.eq(tx.business()))
        .filter(chart_photos::id.eq(id));
    let change = diesel::update(row).set(chart_photos::deleted_at.eq(deleted_at));
    prepared(change).execute(tx.conn()).map_err(DbError::from)?;
    Ok(())
}

/// Says something else of one, on the version that was seen.
pub fn save(
    tx: &mut TenantTx<'_>,
    (customer, entry, id): (CustomerId, ChartEntryId, ChartPhotoId),
    said: &Said,
    version: &str,
) -> Result<(), EditError> {
    chart::living(tx, customer)?;
    let photo = find(tx, (customer, entry, id))?.ok_or(EditError::Unknown)?;
    let kept = photo.said();
    if kept == *said {
        return Ok(());
    }
    if kept.version() != version {
        return Err(EditError::Stale);
    }
    let row = chart_photos::table
        .filter(chart_photos::business_id.eq(tx.business()))
        .filter(chart_photos::id.eq(id));
    let change = diesel::update(row).set((
        chart_photos::stage.eq(said.stage.word()),
        chart_photos::caption.eq(&said.caption),
    ));
    prepared(change).execute(tx.conn()).map_err(DbError::from)?;
    Ok(())
}

/// The files of an entry's photographs that hang on no other entry: the same photograph may have been put to two.
pub(super) fn alone(tx: &mut TenantTx<'_>, entry: ChartEntryId) -> db::Result<Vec<Files>> {
    let own = of(tx, &[entry])?;
    let pictures: Vec<&String> = own.iter().map(|photo| &photo.picture).collect();
    let shared: Vec<String> = chart_photos::table
        .filter(chart_photos::business_id.eq(tx.business()))
        .filter(chart_photos::entry_id.ne(entry))
        .filter(chart_photos::picture.eq_any(pictures))
        .select(chart_photos::picture)
        .load(tx.conn())?;
    let alone = own
        .into_iter()
        .filter(|photo| !shared.contains(&photo.picture));
    Ok(alone
        .map(|photo| Files {
            picture: photo.picture,
            width: photo.width,
            ending: photo.ending,
            is_private: true,
        })
        .collect())
}
