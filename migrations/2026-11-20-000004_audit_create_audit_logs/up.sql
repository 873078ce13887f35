-- One audit trail, by month, written by triggers and never changed (DECISIONS: tenancy and roles; seeds 000, 001, 002).

create table audit.audit_logs (
    id uuid not null default platform.uuid_v7(),
    created_at timestamptz not null default now(),
    business_id uuid,
    actor_user_id uuid,
    actor_role text not null default '',
    action text not null,
    entity text not null,
    entity_id uuid not null,
    before_json jsonb,
    after_json jsonb,
    ip inet,
    ua text,
    request_id text,
    duration_ms integer,
    status_code smallint,
    error_message text,
    constraint audit_logs_pkey primary key (id, created_at)
) partition by range (created_at);
create index idx_audit_entity on audit.audit_logs (entity, entity_id, created_at desc);
create index idx_audit_actor on audit.audit_logs (actor_user_id, created_at desc);
create index idx_audit_action on audit.audit_logs (action, created_at desc);
create index idx_audit_business on audit.audit_logs (business_id, created_at desc);
call platform.protect('audit.audit_logs', house => true);
revoke update, delete on audit.audit_logs from omotenashi_app, omotenashi_house;
comment on table audit.audit_logs is 'Who changed what, and when; before and after hold changed fields only, without names and contacts';

create function audit.ensure_partitions(ahead integer) returns void language plpgsql as
$$
declare
    month date := date_trunc('month', now() at time zone 'UTC')::date;
    name text;
begin
    for step in 0..ahead loop
        name := 'audit_logs_' || to_char(month, 'YYYY_MM');
        if to_regclass('audit.' || name) is null then
            execute format('create table audit.%I partition of audit.audit_logs for values from (%L) to (%L)',
                name, month || ' 00:00:00+00', (month + interval '1 month')::date || ' 00:00:00+00');
            -- Nobody searches inside what changed; sorting such documents was most of the work of an analyze.
            execute format('alter table audit.%I alter column before_json set statistics 0, alter column after_json set statistics 0', name);
            -- Rows are reached through the parent, whose policies apply; the partition itself is nobody's door.
            execute format('revoke all on audit.%I from omotenashi_app, omotenashi_house, omotenashi_person', name);
        end if;
        month := (month + interval '1 month')::date;
    end loop;
end $$;
comment on function audit.ensure_partitions(integer) is 'Makes the partitions of this month and of so many months ahead';
select audit.ensure_partitions(3);

-- Trigger: arguments are the columns that must not be kept (names, contacts, secrets).
create function audit.record() returns trigger language plpgsql as
$$
declare
    left_out text[] := coalesce(tg_argv::text[], '{}');
    old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - left_out end;
    new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - left_out end;
    whole jsonb := coalesce(new_row, old_row);
begin
    if tg_op = 'UPDATE' then
        select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_row -> o.key) into old_row, new_row
        from jsonb_each(old_row) o
        where o.value is distinct from new_row -> o.key and o.key not in ('updated_at', 'version');
        if new_row is null then
            return null;
        end if;
    end if;
    insert into audit.audit_logs (business_id, actor_user_id, actor_role, action, entity, entity_id, before_json, after_json, request_id)
    values (
        coalesce((whole ->> 'business_id')::uuid, case when tg_table_name = 'businesses' then (whole ->> 'id')::uuid end),
        platform.person(), coalesce(current_setting('app.role', true), ''), lower(tg_op), tg_table_name, (whole ->> 'id')::uuid,
        old_row, new_row, nullif(current_setting('app.request_id', true), ''));
    return null;
end $$;
comment on function audit.record() is 'After-row trigger: one audit row per change, actor and request taken from the transaction';
