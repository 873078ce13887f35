//! What a business has deleted, all kinds in one place: found, had back, and deleted for good by operators alone (S0-83). It
//! stands here because bookings are asked whether they need it.

use super::{
    bin_sql, chart, chart_photos,
    import::restore::{self, Obstacle, RestoreError},
};
use crate::{
    base::ids::{
        BookingImportId, CategoryId, ChartEntryId, CustomerId, OptionGroupId, OptionId, PhotoId,
        PolicyId, QuestionId, ResourceId, ServiceId,
    },
    db::{
        self, DbError, EditError, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::{
        businesses::{
            file_export,
            photo::{self, PhotoError},
            portrait,
        },
        catalog::{
            category, option_card,
            policy_card::{self, PolicyFate},
            question_card,
            service_card::{self, Fate},
        },
        customers::card::{self, CardError},
        scheduling::resource_card,
    },
    refusal,
    schema::businesses::purges,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Bool, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// So many are listed, the last deleted first.
pub const LISTED: usize = 300;

/// A kind of thing that is deleted so that it can be had back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something on the menu.
    Service,
    /// A heading of it.
    Category,
    /// Options among which a guest chooses.
    OptionGroup,
    /// One of them.
    Option,
    /// What guests are asked beforehand.
    Question,
    /// What cancelling costs.
    Policy,
    /// Who or what it takes.
    Resource,
    /// A photograph or the mark.
    Photo,
    /// A card of a guest.
    Customer,
    /// What was done at a visit of one.
    Chart,
    /// Bookings that came out of a file and were taken back.
    Import,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Service,
        Self::Category,
        Self::OptionGroup,
        Self::Option,
        Self::Question,
        Self::Policy,
        Self::Resource,
        Self::Photo,
        Self::Customer,
        Self::Chart,
        Self::Import,
    ];

    /// As an address and the words of the house have it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Category => "category",
            Self::OptionGroup => "option-group",
            Self::Option => "option",
            Self::Question => "question",
            Self::Policy => "policy",
            Self::Resource => "resource",
            Self::Photo => "photo",
            Self::Customer => "customer",
            Self::Chart => "chart",
            Self::Import => "import",
        }
    }

    /// The one of a word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// Something deleted.
#[derive(Clone, Debug)]
pub struct Thing {
    /// What it is.
    pub kind: Kind,
    /// Its key.
    pub id: Uuid,
    /// What it was called; of a photograph what was said of it, which may be nothing; of a file when it was brought in, and
    /// how many bookings it made.
    pub name: String,
    /// Since when.
    pub deleted_at: DateTime<Utc>,
}

/// What needs a thing, so that it cannot go for good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needed {
    /// Bookings, whenever they were.
    pub bookings: i64,
    /// Other things that stand: services, seats of the team, reviews.
    pub others: i64,
}

/// Files of a photograph that was deleted for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// Under what they lie.
    pub picture: String,
    /// Of the widest.
    pub width: i32,
    /// How they end.
    pub ending: String,
    /// Whether they lie where no public address leads.
    pub is_private: bool,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum BinError {
    /// There is no such thing among what was deleted.
    #[error("no such thing")]
    Unknown,
    /// Another one has its name, or there are enough of its kind.
    #[error("no room for it")]
    NoRoom,
    /// Bookings that were taken back cannot stand again.
    #[error("in the way: {0:?}")]
    InTheWay(Obstacle),
    /// Something that stands needs it.
    #[error("needed: {0:?}")]
    Needed(Needed),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(BinError);

impl From<EditError> for BinError {
    fn from(error: EditError) -> Self {
        match error {
            EditError::Unknown => Self::Unknown,
            EditError::Stale | EditError::Taken | EditError::InUse => Self::NoRoom,
            EditError::Db(error) => Self::Db(error),
        }
    }
}

impl From<PhotoError> for BinError {
    fn from(error: PhotoError) -> Self {
        match error {
            PhotoError::Unknown => Self::Unknown,
            PhotoError::There | PhotoError::TooMany => Self::NoRoom,
            PhotoError::Db(error) => Self::Db(error),
        }
    }
}

impl From<RestoreError> for BinError {
    fn from(error: RestoreError) -> Self {
        match error {
            RestoreError::Unknown => Self::Unknown,
            RestoreError::Db(error) => Self::Db(error),
            RestoreError::InTheWay(obstacle) => Self::InTheWay(obstacle),
        }
    }
}

/// What was deleted, the last first.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<Thing>> {
    let rows: Vec<(String, Uuid, String, DateTime<Utc>)> =
        statement::<(Text, SqlUuid, Text, Timestamptz), _>(
            bin_sql::ALL,
            (
                bind::<SqlUuid, _>(tx.business()),
                bind::<BigInt, _>(i64::try_from(LISTED).unwrap_or(i64::MAX)),
            ),
        )
        .load(tx.conn())?;
    let things = rows.into_iter().filter_map(|(kind, id, name, deleted_at)| {
        Some(Thing {
            kind: Kind::from_id(&kind)?,
            id,
            name,
            deleted_at,
        })
    });
    Ok(things.collect())
}

/// One of them, and what needs it.
pub fn find(tx: &mut TenantTx<'_>, kind: Kind, id: Uuid) -> db::Result<Option<(Thing, Needed)>> {
    let found = all(tx)?
        .into_iter()
        .find(|one| (one.kind, one.id) == (kind, id));
    match found {
        Some(thing) => Ok(Some((thing, needed(tx, kind, id)?))),
        None => Ok(None),
    }
}

fn needed(tx: &mut TenantTx<'_>, kind: Kind, id: Uuid) -> db::Result<Needed> {
    let (bookings, others) = statement::<(BigInt, BigInt), _>(
        bin_sql::needed(kind),
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(id),
            bind::<Timestamptz, _>(tx.now()),
        ),
    )
    .get_result(tx.conn())?;
    Ok(Needed { bookings, others })
}

/// Has it back, by the rules of its own room.
pub fn restore(tx: &mut TenantTx<'_>, kind: Kind, id: Uuid) -> Result<(), BinError> {
    match kind {
        Kind::Service => service_card::settle(tx, ServiceId(id), Fate::Restored)?,
        Kind::Category => category::delete(tx, CategoryId(id), false)?,
        Kind::OptionGroup => option_card::delete_group(tx, OptionGroupId(id), false)?,
        Kind::Option => option_card::delete(tx, OptionId(id), false)?,
        Kind::Question => question_card::delete(tx, QuestionId(id), false)?,
        Kind::Policy => policy_card::settle(tx, PolicyId(id), PolicyFate::Restored)?,
        Kind::Resource => resource_card::delete(tx, ResourceId(id), false)?,
        // That of a service or of a person comes back where it was.
        Kind::Photo => match portrait::find(tx, PhotoId(id))? {
            Some(_) => portrait::settle(tx, PhotoId(id), false)?,
            None => photo::restore(tx, PhotoId(id))?,
        },
        Kind::Customer => card::restore(tx, CustomerId(id)).map_err(|error| match error {
            CardError::Db(error) => BinError::Db(error),
            _ => BinError::Unknown,
        })?,
        Kind::Chart => {
            let entry = ChartEntryId(id);
            let whose = chart::whose(tx, entry)?.ok_or(BinError::Unknown)?;
            chart::keep(tx, (whose, entry), true)?;
        }
        Kind::Import => restore::restore(tx, BookingImportId(id))?,
    }
    note(tx, (kind, id), None)?;
    Ok(())
}

/// Deletes it for good, unless something needs it. Photographs leave files behind, which whoever asks throws away.
pub fn purge(
    tx: &mut TenantTx<'_>,
    (kind, id): (Kind, Uuid),
    reason: &str,
) -> Result<Vec<Files>, BinError> {
    // Whoever books it now waits, and finds nothing.
    let locked = statement::<Bool, _>(
        bin_sql::lock(kind),
        (bind::<SqlUuid, _>(tx.business()), bind::<SqlUuid, _>(id)),
    )
    .get_result::<bool>(tx.conn())
    .optional()
    .map_err(DbError::from)?;
    locked.ok_or(BinError::Unknown)?;
    let needed = needed(tx, kind, id)?;
    if needed != Needed::default() {
        return Err(BinError::Needed(needed));
    }
    if kind == Kind::Customer {
        // Cards that were merged into it are of the same person, and so is a file that waits to be taken along.
        statement::<(), _>(
            bin_sql::MERGED,
            (bind::<SqlUuid, _>(tx.business()), bind::<SqlUuid, _>(id)),
        )
        .execute(tx.conn())
        .map_err(DbError::from)?;
        file_export::forget(tx)?;
    }
    let mut files = match kind {
        Kind::Chart => chart_photos::alone(tx, ChartEntryId(id))?,
        _ => Vec::new(),
    };
    let own: Option<(String, i32, String)> =
        statement::<(Text, diesel::sql_types::Integer, Text), _>(
            bin_sql::delete(kind),
            (bind::<SqlUuid, _>(tx.business()), bind::<SqlUuid, _>(id)),
        )
        .get_result(tx.conn())
        .optional()
        .map_err(DbError::from)?;
    let (picture, width, ending) = own.ok_or(BinError::Unknown)?;
    note(tx, (kind, id), Some(reason))?;
    if !picture.is_empty() {
        files.push(Files {
            picture,
            width,
            ending,
            is_private: false,
        });
    }
    Ok(files)
}

/// Writes down what was done.
fn note(tx: &mut TenantTx<'_>, (kind, id): (Kind, Uuid), why: Option<&str>) -> db::Result<()> {
    let row = diesel::insert_into(purges::table).values((
        purges::business_id.eq(tx.business()),
        purges::kind.eq(kind.id()),
        purges::thing_id.eq(id),
        purges::is_restored.eq(why.is_none()),
        purges::reason.eq(why.unwrap_or_default()),
        purges::done_by.eq(tx.actor().user()),
        purges::created_at.eq(tx.now()),
    ));
    prepared(row).execute(tx.conn())?;
    Ok(())
}
