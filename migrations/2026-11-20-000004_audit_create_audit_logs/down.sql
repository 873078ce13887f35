drop function audit.record();
drop function audit.ensure_partitions(integer);
drop table audit.audit_logs;
