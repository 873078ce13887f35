-- The night shift makes the months ahead itself, as the owner of the tables, while others write. The function makes empty months of the
-- trail and nothing else, and no role of a request may call it.

create function audit.look_ahead(as_of timestamptz, ahead integer) returns integer language plpgsql
    set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as
$$
declare
    month date := date_trunc('month', as_of at time zone 'UTC')::date;
    name text;
    made integer := 0;
begin
    if ahead not between 0 and 24 then
        raise exception 'months ahead are 0 to 24, not %', ahead;
    end if;
    for step in 0..ahead loop
        name := 'audit_logs_' || to_char(month, 'YYYY_MM');
        if to_regclass('audit.' || name) is null then
            -- Made beside the trail and then put to it, which lets others go on writing.
            execute format('create table audit.%I (like audit.audit_logs including defaults including constraints)', name);
            execute format('alter table audit.%I alter column before_json set statistics 0, alter column after_json set statistics 0', name);
            execute format('revoke all on audit.%I from omotenashi_app, omotenashi_house, omotenashi_person', name);
            execute format('alter table audit.audit_logs attach partition audit.%I for values from (%L) to (%L)',
                name, month || ' 00:00:00+00', (month + interval '1 month')::date || ' 00:00:00+00');
            made := made + 1;
        end if;
        month := (month + interval '1 month')::date;
    end loop;
    return made;
end $$;
revoke execute on function audit.look_ahead(timestamptz, integer) from public;
comment on function audit.look_ahead(timestamptz, integer) is 'Makes the months of the trail from that instant on that are missing; returns how many';
