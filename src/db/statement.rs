//! SQL written by hand, prepared once a connection like Diesel's own, and with its result columns named by type: for the
//! few statements that a query builder says worse than SQL does. And Diesel's own changes, prepared as well.

use diesel::{
    pg::{Pg, PgConnection},
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    result::QueryResult,
    sql_types::{Array, BigInt},
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

impl<Columns, Binds> Query for Statement<Columns, Binds> {
    type SqlType = Columns;
}

impl<Columns, Binds> RunQueryDsl<PgConnection> for Statement<Columns, Binds> {}

/// A change by Diesel's builder, prepared once a connection: Diesel does that for reading only, since the text of a change
/// may depend on its values (an `Option`, a list of rows). Its cache goes by that text, so nothing is mixed up.
pub struct Prepared<Change>(Change);

/// The change, prepared once a connection.
pub fn prepared<Change>(change: Change) -> Prepared<Change> {
    Prepared(change)
}

impl<Change: QueryFragment<Pg>> Prepared<Change> {
    /// Makes the change and returns how many rows it met. It is sent as a question for that number, because Diesel
    /// takes only what is answered with rows out of its cache.
    pub fn execute(self, conn: &mut PgConnection) -> QueryResult<usize> {
        let rows = together(vec![Box::new(self.0)]).execute(conn)?;
        Ok(rows
            .first()
            .and_then(|rows| usize::try_from(*rows).ok())
            .unwrap_or(0))
    }
}

impl<Change: QueryFragment<Pg>> QueryFragment<Pg> for Prepared<Change> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(out)
    }

    fn is_safe_to_cache_prepared(&self, _backend: &Pg) -> QueryResult<bool> {
        Ok(true)
    }
}

impl<Change> QueryId for Prepared<Change> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Change: Query> Query for Prepared<Change> {
    type SqlType = Change::SqlType;
}

impl<Change> RunQueryDsl<PgConnection> for Prepared<Change> {}

/// A change by Diesel's builder that is made together with others.
pub type Change<'a> = Box<dyn QueryFragment<Pg> + 'a>;

/// Several changes in one statement, made in one journey to the database: all of them or none, and none sees what
/// another has written. A row may point at one that is written beside it, since keys are checked at the end.
pub struct Together<'a> {
    changes: Vec<Change<'a>>,
    last: Option<Change<'a>>,
}

/// The changes, in one statement.
pub fn together(changes: Vec<Change<'_>>) -> Together<'_> {
    Together {
        changes,
        last: None,
    }
}

impl<'a> Together<'a> {
    /// One more, written by hand: it selects what it writes from `met`, whose one row has in `rows` how many rows each of
    /// the others met. So it is made after them, and can do without where one of them met nothing.
    pub fn then(self, last: Change<'a>) -> Self {
        Self {
            last: Some(last),
            ..self
        }
    }

    /// Makes them and returns how many rows each met, the last at the end.
    pub fn execute(self, conn: &mut PgConnection) -> QueryResult<Vec<i64>> {
        self.get_result(conn)
    }

    fn count(&self, out: &mut AstPass<'_, '_, Pg>) -> QueryResult<()> {
        for place in 0..self.changes.len() {
            out.push_sql(if place == 0 { "array[" } else { ", " });
            out.push_sql("(select count(*) from ");
            out.push_identifier(&format!("change{place}"))?;
            out.push_sql(")");
        }
        out.push_sql("]::int8[]");
        Ok(())
    }
}

impl QueryFragment<Pg> for Together<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        for (place, change) in self.changes.iter().enumerate() {
            out.push_sql(if place == 0 { "with " } else { ", " });
            out.push_identifier(&format!("change{place}"))?;
            out.push_sql(" as (");
            change.walk_ast(out.reborrow())?;
            out.push_sql(" returning 1)");
        }
        let Some(last) = &self.last else {
            out.push_sql(" select ");
            return self.count(&mut out);
        };
        out.push_sql(", met as (select ");
        self.count(&mut out)?;
        out.push_sql(" as rows), last as (");
        last.walk_ast(out.reborrow())?;
        out.push_sql(" returning 1) select rows || (select count(*) from last) from met");
        Ok(())
    }

    fn is_safe_to_cache_prepared(&self, _backend: &Pg) -> QueryResult<bool> {
        Ok(true)
    }
}

impl QueryId for Together<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Together<'_> {
    type SqlType = Array<BigInt>;
}

impl RunQueryDsl<PgConnection> for Together<'_> {}

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
bind_all!(0 A0 V0, 1 A1 V1, 2 A2 V2, 3 A3 V3, 4 A4 V4, 5 A5 V5, 6 A6 V6, 7 A7 V7, 8 A8 V8, 9 A9 V9);
bind_all!(0 A0 V0, 1 A1 V1, 2 A2 V2, 3 A3 V3, 4 A4 V4, 5 A5 V5, 6 A6 V6, 7 A7 V7, 8 A8 V8, 9 A9 V9, 10 A10 V10);
