//! Every month.

use super::{Line, sql::told};
use diesel::PgConnection;

pub(super) fn lines(conn: &mut PgConnection) -> Vec<Line> {
    vec![
        ("size", told(conn, SIZE, "")),
        ("largest tables", told(conn, LARGEST, "none")),
        ("largest indexes", told(conn, INDEXES, "none")),
        ("indexes that nobody uses", told(conn, UNUSED, "none")),
        ("indexes that say the same", told(conn, DOUBLED, "none")),
        ("months of the audit trail", told(conn, TRAIL, "none")),
        ("since when it is counted", told(conn, SINCE, "ever")),
    ]
}

const SIZE: &str = "select pg_size_pretty(pg_database_size(current_database())) as line";
const LARGEST: &str = "select format('%s %s (%s rows)', relid::regclass, pg_size_pretty(pg_total_relation_size(relid)), n_live_tup) as line \
    from pg_stat_user_tables order by pg_total_relation_size(relid) desc limit 8";
const INDEXES: &str = "select format('%s %s', indexrelid::regclass, pg_size_pretty(pg_relation_size(indexrelid))) as line \
    from pg_stat_user_indexes order by pg_relation_size(indexrelid) desc limit 8";
/// Those that hold no rule: nobody has read by them since it is counted, and they take room.
const UNUSED: &str = "select format('%s %s', s.indexrelid::regclass, pg_size_pretty(pg_relation_size(s.indexrelid))) as line \
    from pg_stat_user_indexes s join pg_index i using (indexrelid) where s.idx_scan = 0 and not i.indisunique and not i.indisexclusion \
    and pg_relation_size(s.indexrelid) > 1048576 order by pg_relation_size(s.indexrelid) desc limit 10";
const DOUBLED: &str = "select string_agg(indexrelid::regclass::text, ' = ') as line from pg_index i join pg_class c on c.oid = i.indexrelid \
    join pg_namespace n on n.oid = c.relnamespace where n.nspname not in ('pg_catalog', 'pg_toast') \
    group by indrelid, indkey, indclass, indoption, indcollation, coalesce(pg_get_expr(indexprs, indrelid), ''), \
        coalesce(pg_get_expr(indpred, indrelid), ''), c.relam having count(*) > 1";
const TRAIL: &str = "select format('%s %s', inhrelid::regclass, pg_size_pretty(pg_total_relation_size(inhrelid))) as line from pg_inherits \
    where inhparent = 'audit.audit_logs'::regclass order by inhrelid::regclass::text desc limit 12";
const SINCE: &str = "select date_trunc('second', stats_reset)::text as line from pg_stat_database where datname = current_database() \
    and stats_reset is not null";
