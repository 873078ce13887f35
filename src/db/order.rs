//! The places of things that somebody has put in order, written down in one statement.

use super::{Result, TenantTx};
use crate::base::ids::BusinessId;
use diesel::{
    pg::{Pg, PgConnection},
    prelude::*,
    query_builder::{AstPass, QueryFragment, QueryId},
    result::QueryResult,
    sql_types::{Array, Uuid as SqlUuid},
};
use uuid::Uuid;

/// Numbers the rows of a business from 1 on, in the order of `ids`; rows that stand right already stay as they are, and with
/// them their versions. `table` is named with its schema, `column` has the places.
pub fn put_in_order(
    tx: &mut TenantTx<'_>,
    (table, column): (&'static str, &'static str),
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<()> {
    let order = Order {
        table,
        column,
        ids: ids.into_iter().collect(),
        business: tx.business(),
    };
    order.execute(tx.conn())?;
    Ok(())
}

/// The statement.
struct Order {
    table: &'static str,
    column: &'static str,
    ids: Vec<Uuid>,
    business: BusinessId,
}

impl QueryFragment<Pg> for Order {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { table, column, .. } = self;
        out.push_sql(&format!(
            "update {table} as one set {column} = wanted.place from unnest("
        ));
        out.push_bind_param::<Array<SqlUuid>, _>(&self.ids)?;
        out.push_sql(") with ordinality as wanted (id, place) where one.business_id = ");
        out.push_bind_param::<SqlUuid, _>(&self.business)?;
        out.push_sql(&format!(
            " and one.id = wanted.id and one.{column} <> wanted.place"
        ));
        Ok(())
    }
}

impl QueryId for Order {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl RunQueryDsl<PgConnection> for Order {}
