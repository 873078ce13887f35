//! Every week.

use super::{
    Line,
    sql::{told, wrong},
};
use diesel::PgConnection;

pub(super) fn lines(conn: &mut PgConnection) -> Vec<Line> {
    vec![
        ("statistics", wrong(conn, STATISTICS, "young enough")),
        ("dead rows", wrong(conn, DEAD, "few")),
        ("room that nobody uses", told(conn, BLOAT, "little")),
        ("age of transactions", age(conn)),
        ("indexes that failed", wrong(conn, INVALID, "none")),
        ("rules not checked", wrong(conn, UNCHECKED, "none")),
        ("last vacuumed", told(conn, VACUUMED, "nothing yet")),
    ]
}

/// A table of which a fifth has changed since its statistics were taken, or of which there are none.
const STATISTICS: &str = "select format('%s.%s: %s of %s rows changed since %s', schemaname, relname, n_mod_since_analyze, n_live_tup, \
        coalesce(date_trunc('second', greatest(last_analyze, last_autoanalyze))::text, 'ever')) as line \
    from pg_stat_user_tables where n_live_tup > 1000 and (greatest(last_analyze, last_autoanalyze) is null \
        or n_mod_since_analyze > 0.2 * n_live_tup) order by n_mod_since_analyze desc limit 10";
const DEAD: &str = "select format('%s.%s: %s beside %s', schemaname, relname, n_dead_tup, n_live_tup) as line from pg_stat_user_tables \
    where n_dead_tup > 1000 and n_dead_tup > 0.2 * n_live_tup order by n_dead_tup desc limit 10";
/// An estimate from the statistics: pages that there are beside those that the rows need.
const BLOAT: &str = "select format('%s: about %s of %s', oid::regclass, pg_size_pretty((relpages - needed)::bigint * 8192), \
        pg_size_pretty(relpages::bigint * 8192)) as line \
    from (select c.oid, c.relpages, ceil(c.reltuples * (24 + coalesce((select sum(s.avg_width * (1 - s.null_frac)) from pg_stats s \
            where s.schemaname = n.nspname and s.tablename = c.relname), 100)) / 8000) as needed \
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relpages > 1000 and c.reltuples > 0 \
        and n.nspname not in ('pg_catalog', 'information_schema')) as t \
    where relpages > 1.5 * needed order by relpages - needed desc limit 5";
const AGE: &str = "select format('%s of 2000000000', age(datfrozenxid)) as line from pg_database where datname = current_database()";
const OLD: &str = "select format('%s transactions without a freezing vacuum', age(datfrozenxid)) as line from pg_database \
    where datname = current_database() and age(datfrozenxid) > 1000000000";
const INVALID: &str =
    "select indexrelid::regclass::text as line from pg_index where not indisvalid";
const UNCHECKED: &str =
    "select conrelid::regclass || '.' || conname as line from pg_constraint where not convalidated";
const VACUUMED: &str = "select format('%s.%s %s', schemaname, relname, \
        coalesce(date_trunc('minute', greatest(last_vacuum, last_autovacuum))::text, 'never')) as line from pg_stat_user_tables \
    where (schemaname, relname) in (('bookings', 'bookings'), ('customers', 'customers'), ('catalog', 'services')) order by 1";

fn age(conn: &mut PgConnection) -> Result<String, String> {
    wrong(conn, OLD, "")?;
    told(conn, AGE, "")
}
