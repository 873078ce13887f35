//! What a business takes along as a file: each taking is written down, whether it is given at once or made by the night
//! shift. What is made waits for its owner for a week, in pieces.

use super::jobs::MakeExport;
use crate::{
    base::ids::FileExportId,
    db::{
        self, DbError, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    queue, refusal,
    schema::businesses::{business_settings, file_export_pieces, file_exports},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Timestamptz},
};
use uuid::Uuid;

/// What is said of a file that holds all of it.
pub const EVERYTHING: &str = "everything";
/// So often a day everything can be asked for.
pub const A_DAY: i64 = 3;
/// So long it waits to be fetched.
pub const KEPT: TimeDelta = TimeDelta::days(7);
/// So many are listed.
const LISTED: i64 = 20;

/// What is taken.
#[derive(Clone, Copy, Debug)]
pub struct Taking<'a> {
    /// Which list, or [`EVERYTHING`].
    pub contents: &'a str,
    /// How its letters are written, as `customers::sheet::Script` labels it.
    pub script: &'a str,
    /// The code of the language of its headings.
    pub locale: &'a str,
}

/// A file with everything.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = file_exports)]
pub struct Export {
    /// Its key.
    pub id: FileExportId,
    /// How its letters are written.
    pub script: String,
    /// The code of the language of its headings.
    pub locale: String,
    /// `waiting`, `ready`, `failed` or `gone`.
    pub state: String,
    /// How large it is.
    pub size_bytes: i64,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
}

impl Export {
    /// Until when it can be fetched.
    pub fn until(&self) -> DateTime<Utc> {
        self.created_at + KEPT
    }
}

/// Why nothing is made.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Often enough today.
    #[error("often enough for a day")]
    TooMany,
    /// One is being made.
    #[error("one is being made")]
    Waiting,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(AskError);

/// Writes down that a list is given.
pub fn given(tx: &mut TenantTx<'_>, taking: &Taking<'_>) -> db::Result<()> {
    write(tx, taking, "given").map(drop)
}

/// Writes down that a file with everything is fetched.
pub fn fetched(tx: &mut TenantTx<'_>, export: &Export) -> db::Result<()> {
    let taking = Taking {
        contents: EVERYTHING,
        script: &export.script,
        locale: &export.locale,
    };
    given(tx, &taking)
}

/// Asks for everything: the night shift makes it.
pub fn ask(tx: &mut TenantTx<'_>, taking: &Taking<'_>) -> Result<FileExportId, AskError> {
    // Two who ask at once come one after the other.
    let _: String = business_settings::table
        .filter(business_settings::business_id.eq(tx.business()))
        .select(business_settings::accent)
        .for_update()
        .first(tx.conn())
        .map_err(DbError::from)?;
    let now = tx.now();
    let all = everything(tx)?;
    if all.iter().any(|one| one.state == "waiting") {
        return Err(AskError::Waiting);
    }
    let today = all
        .iter()
        .filter(|one| one.created_at > now - TimeDelta::days(1));
    if i64::try_from(today.count()).unwrap_or(A_DAY) >= A_DAY {
        return Err(AskError::TooMany);
    }
    let id = write(tx, taking, "waiting")?;
    let job = queue::job(Some(tx.business()), &MakeExport { export: id }, now)?;
    prepared(job).execute(tx.conn()).map_err(DbError::from)?;
    Ok(id)
}

/// The files with everything, the last first.
pub fn everything(tx: &mut TenantTx<'_>) -> db::Result<Vec<Export>> {
    Ok(file_exports::table
        .filter(file_exports::business_id.eq(tx.business()))
        .filter(file_exports::contents.eq(EVERYTHING))
        .filter(file_exports::state.ne("given"))
        .order((file_exports::created_at.desc(), file_exports::id))
        .limit(LISTED)
        .select(Export::as_select())
        .load(tx.conn())?)
}

/// Begins to make one, with nothing of what was made of it before; `None` where there is nothing to make.
pub fn begin(tx: &mut TenantTx<'_>, id: FileExportId) -> db::Result<Option<Export>> {
    let found = find(tx, id, "waiting")?;
    if found.is_some() {
        prepared(diesel::delete(
            file_export_pieces::table
                .filter(file_export_pieces::business_id.eq(tx.business()))
                .filter(file_export_pieces::export_id.eq(id)),
        ))
        .execute(tx.conn())?;
    }
    Ok(found)
}

fn find(tx: &mut TenantTx<'_>, id: FileExportId, state: &str) -> db::Result<Option<Export>> {
    Ok(file_exports::table
        .filter(file_exports::business_id.eq(tx.business()))
        .filter(file_exports::id.eq(id))
        .filter(file_exports::state.eq(state))
        .select(Export::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Keeps a piece of it; `false` where nobody waits for it any more: somebody in it has asked to be forgotten meanwhile.
pub fn put(tx: &mut TenantTx<'_>, id: FileExportId, place: i32, bytes: &[u8]) -> db::Result<bool> {
    let waits: Option<FileExportId> = file_exports::table
        .filter(file_exports::business_id.eq(tx.business()))
        .filter(file_exports::id.eq(id))
        .filter(file_exports::state.eq("waiting"))
        .select(file_exports::id)
        .for_update()
        .first(tx.conn())
        .optional()?;
    if waits.is_none() {
        return Ok(false);
    }
    let row = diesel::insert_into(file_export_pieces::table).values((
        file_export_pieces::business_id.eq(tx.business()),
        file_export_pieces::export_id.eq(id),
        file_export_pieces::place.eq(place),
        file_export_pieces::bytes.eq(bytes),
    ));
    prepared(row).execute(tx.conn())?;
    Ok(true)
}

/// A piece of it; `None` after the last.
pub fn piece(tx: &mut TenantTx<'_>, id: FileExportId, place: i32) -> db::Result<Option<Vec<u8>>> {
    Ok(file_export_pieces::table
        .filter(file_export_pieces::business_id.eq(tx.business()))
        .filter(file_export_pieces::export_id.eq(id))
        .filter(file_export_pieces::place.eq(place))
        .select(file_export_pieces::bytes)
        .first(tx.conn())
        .optional()?)
}

/// It is made, or it cannot be: then nothing is kept of it.
pub fn end(tx: &mut TenantTx<'_>, id: FileExportId, size: Option<i64>) -> db::Result<()> {
    let state = if size.is_some() { "ready" } else { "failed" };
    if size.is_none() {
        begin(tx, id)?;
    }
    let row = file_exports::table
        .filter(file_exports::business_id.eq(tx.business()))
        .filter(file_exports::id.eq(id))
        .filter(file_exports::state.eq("waiting"));
    prepared(diesel::update(row).set((
        file_exports::state.eq(state),
        file_exports::size_bytes.eq(size.unwrap_or(0)),
        file_exports::ready_at.eq(size.map(|_| tx.now())),
    )))
    .execute(tx.conn())?;
    Ok(())
}

/// Throws away what nobody is to fetch any more, and what nobody makes any more: its job was cut off for the last time.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let since = tx.now() - KEPT;
    let gone: i64 = statement::<BigInt, _>(
        "with gone as (update businesses.file_exports e \
             set state = (case when e.created_at <= ? then 'gone' else 'failed' end) \
             where (e.state in ('waiting', 'ready') and e.created_at <= ?) \
                or (e.state = 'waiting' and not exists (select from queue.queue_jobs j where j.job_type = 'make_export' \
                    and j.payload_json ->> 'export' = e.id::text \
                    and j.status in ('waiting', 'running'))) returning e.id), \
         thrown as (delete from businesses.file_export_pieces p using gone where p.export_id = gone.id returning p.id) \
         select count(*) from gone where (select count(*) from thrown) >= 0",
        (
            bind::<Timestamptz, _>(since),
            bind::<Timestamptz, _>(since),
        ),
    )
    .get_result(tx.conn())?;
    Ok(usize::try_from(gone).unwrap_or(0))
}

/// Throws away all that waits in this business: somebody in it asked to be forgotten.
pub fn forget(tx: &mut TenantTx<'_>) -> db::Result<()> {
    let business = tx.business();
    let waits = file_exports::table
        .filter(file_exports::business_id.eq(business))
        .filter(file_exports::state.eq_any(["waiting", "ready"]));
    let changed = prepared(diesel::update(waits).set(file_exports::state.eq("gone")));
    if changed.execute(tx.conn())? > 0 {
        prepared(diesel::delete(
            file_export_pieces::table.filter(file_export_pieces::business_id.eq(business)),
        ))
        .execute(tx.conn())?;
    }
    Ok(())
}

fn write(tx: &mut TenantTx<'_>, taking: &Taking<'_>, state: &str) -> db::Result<FileExportId> {
    let id = FileExportId(Uuid::new_v4());
    let row = diesel::insert_into(file_exports::table).values((
        file_exports::id.eq(id),
        file_exports::business_id.eq(tx.business()),
        file_exports::contents.eq(taking.contents),
        file_exports::script.eq(taking.script),
        file_exports::locale.eq(taking.locale),
        file_exports::state.eq(state),
        file_exports::taken_by.eq(tx.actor().user()),
        file_exports::created_at.eq(tx.now()),
    ));
    prepared(row).execute(tx.conn())?;
    Ok(id)
}
