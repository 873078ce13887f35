select query, calls::float8 as calls, total_plan_time as planned, total_exec_time as run, rows::float8 as rows
from pg_stat_statements
where userid in (select oid from pg_roles where rolname in ('omotenashi', 'omotenashi_app', 'omotenashi_house', 'omotenashi_person', 'omotenashi_town'))
order by total_plan_time + total_exec_time desc
