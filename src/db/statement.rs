//! SQL written by hand, prepared once a connection like Diesel's own, and with its result columns named by type.
//! For the few statements that a query builder says worse than SQL does.

use diesel::{
    pg::{Pg, PgConnection},
    prelude::*,
    query_builder::{AstPass, QueryFragment, QueryId},
    result::QueryResult,
};
use std::marker::PhantomData;

/// A statement whose placeholders are `?`, in the order of the binds, and whose columns are `Columns`.
pub struct Statement<Columns, Binds> {
    sql: &'static str,
    binds: Binds,
    columns: PhantomData<Columns>,
}

/// A hand-written statement: `sql` with `?` where the `binds` go, in order.
pub fn statement<Columns, Binds: BindAll>(
    sql: &'static str,
    binds: Binds,
) -> Statement<Columns, Binds> {
    Statement {
        sql,
        binds,
        columns: PhantomData,
    }
}

/// The values of a statement, pushed one after another between the pieces of its text.
pub trait BindAll {
    /// Writes the `index`-th value.
    fn bind<'b>(&'b self, index: usize, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()>;
}

impl<Columns, Binds: BindAll> QueryFragment<Pg> for Statement<Columns, Binds> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let mut pieces = self.sql.split('?');
        if let Some(first) = pieces.next() {
            out.push_sql(first);
        }
        for (index, piece) in pieces.enumerate() {
            self.binds.bind(index, &mut out)?;
            out.push_sql(piece);
        }
        Ok(())
    }
}

impl<Columns, Binds> QueryId for Statement<Columns, Binds> {
    type QueryId = ();
    // The text is the identity: Diesel then keys its cache by the SQL itself.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Columns, Binds> diesel::query_builder::Query for Statement<Columns, Binds> {
    type SqlType = Columns;
}

impl<Columns, Binds> RunQueryDsl<PgConnection> for Statement<Columns, Binds> {}

/// One value with its SQL type.
pub struct Bind<SqlType, Value> {
    value: Value,
    sql_type: PhantomData<SqlType>,
}

/// Gives a value its SQL type, for a [`statement`].
pub fn bind<SqlType, Value>(value: Value) -> Bind<SqlType, Value> {
    Bind {
        value,
        sql_type: PhantomData,
    }
}

macro_rules! bind_all {
    ($($index:tt $sql:ident $value:ident),*) => {
        impl<$($sql, $value),*> BindAll for ($(Bind<$sql, $value>,)*)
        where
            $(Pg: diesel::sql_types::HasSqlType<$sql>, $value: diesel::serialize::ToSql<$sql, Pg>,)*
        {
            fn bind<'b>(&'b self, index: usize, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
                match index {
                    $($index => out.push_bind_param::<$sql, $value>(&self.$index.value),)*
                    _ => Err(diesel::result::Error::QueryBuilderError("more placeholders than values".into())),
                }
            }
        }
    };
}

bind_all!(0 A0 V0);
bind_all!(0 A0 V0, 1 A1 V1);
bind_all!(0 A0 V0, 1 A1 V1, 2 A2 V2);
bind_all!(0 A0 V0, 1 A1 V1, 2 A2 V2, 3 A3 V3);
bind_all!(0 A0 V0, 1 A1 V1, 2 A2 V2, 3 A3 V3, 4 A4 V4);
bind_all!(0 A0 V0, 1 A1 V1, 2 A2 V2, 3 A3 V3, 4 A4 V4, 5 A5 V5);
bind_all!(0 A0 V0, 1 A1 V1, 2 A2 V2, 3 A3 V3, 4 A4 V4, 5 A5 V5, 6 A6 V6);
bind_all!(0 A0 V0, 1 A1 V1, 2 A2 V2, 3 A3 V3, 4 A4 V4, 5 A5 V5, 6 A6 V6, 7 A7 V7);
bind_all!(0 A0 V0, 1 A1 V1, 2 A2 V2, 3 A3 V3, 4 A4 V4, 5 A5 V5, 6 A6 V6, 7 A7 V7, 8 A8 V8);
