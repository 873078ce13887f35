//! The headings of the menu, as their owner sees to them. A heading that is deleted leaves its services where they are,
//! without one, and finds them again when it is restored.

use crate::{
    base::{
        fingerprint::fingerprint,
        ids::CategoryId,
        order::{Toward, moved},
    },
    db::{self, EditError, TenantTx, constraint::on_constraint, statement::prepared},
    schema::catalog::categories,
};
use diesel::prelude::*;

/// What is written on a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = categories)]
pub struct CategoryCard {
    /// Its name, Japanese.
    pub name_ja: String,
    /// Its name, English; empty when it has none.
    pub name_en: String,
}

impl CategoryCard {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// A heading.
#[derive(Clone, Debug, Queryable)]
pub struct Category {
    /// Its key.
    pub id: CategoryId,
    /// What is written on it.
    pub card: CategoryCard,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

const ONE_NAME: &str = "categories_business_name";

/// All of them in the order of the menu, those that were deleted last.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<Category>> {
    Ok(categories::table
        .filter(categories::business_id.eq(tx.business()))
        .order((
            categories::deleted_at.desc().nulls_first(),
            categories::sort_order,
            categories::name_ja,
            categories::id,
        ))
        .select((
            categories::id,
            CategoryCard::as_select(),
            categories::deleted_at.is_not_null(),
        ))
        .load(tx.conn())?)
}

/// A new one, after all others.
pub fn add(tx: &mut TenantTx<'_>, card: &CategoryCard) -> Result<CategoryId, EditError> {
    let business = tx.business();
    let last: Option<i16> = categories::table
        .filter(categories::business_id.eq(business))
        .select(diesel::dsl::max(categories::sort_order))
        .first(tx.conn())?;
    let added = diesel::insert_into(categories::table)
        .values((
            card,
            categories::business_id.eq(business),
            categories::sort_order.eq(last.map_or(0, |last| last.saturating_add(1))),
        ))
        .returning(categories::id)
        .get_result(tx.conn());
    on_constraint(added, ONE_NAME, || EditError::Taken)
}

/// Writes it anew, if it is still what `version` was made of.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: CategoryId,
    card: &CategoryCard,
    version: &str,
) -> Result<(), EditError> {
    let own = categories::id
        .eq(id)
        .and(categories::business_id.eq(tx.business()));
    let found: CategoryCard = categories::table
        .filter(own)
        .filter(categories::deleted_at.is_null())
        .select(CategoryCard::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?
        .ok_or(EditError::Unknown)?;
    if found.version() != version {
        return Err(EditError::Stale);
    }
    let saved =
        prepared(diesel::update(categories::table.filter(own)).set(card)).execute(tx.conn());
    on_constraint(saved, ONE_NAME, || EditError::Taken).map(|_rows| ())
}

/// Takes it off the menu, or puts it back.
pub fn delete(tx: &mut TenantTx<'_>, id: CategoryId, gone: bool) -> Result<(), EditError> {
    let now = tx.now();
    let own = categories::table.filter(
        categories::id
            .eq(id)
            .and(categories::business_id.eq(tx.business())),
    );
    let change = diesel::update(own).set(categories::deleted_at.eq(gone.then_some(now)));
    let rows = prepared(change).execute(tx.conn());
    match on_constraint(rows, ONE_NAME, || EditError::Taken)? {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// Moves it by one place among those that are not deleted.
pub fn shift(tx: &mut TenantTx<'_>, id: CategoryId, toward: Toward) -> Result<(), EditError> {
    let standing = all(tx)?.into_iter().filter(|one| !one.is_deleted);
    let ids: Vec<CategoryId> = standing.map(|one| one.id).collect();
    let order = moved(&ids, id, toward).ok_or(EditError::Unknown)?;
    db::put_in_order(
        tx,
        ("catalog.categories", "sort_order"),
        order.into_iter().map(|id| id.0),
    )?;
    Ok(())
}
