-- A change of nothing but what must not be kept (a password, an address) left no line at all. Now it leaves one that names
-- the columns, with null in the place of what was and of what is.
create or replace function audit.record() returns trigger language plpgsql as
$$
declare
    left_out text[] := coalesce(tg_argv::text[], '{}');
    old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - left_out end;
    new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - left_out end;
    whole jsonb := coalesce(new_row, old_row);
    new_values jsonb;
begin
    if tg_op = 'UPDATE' then
        new_values := to_jsonb(new);
        select jsonb_object_agg(o.key, case when o.key = any (left_out) then 'null'::jsonb else o.value end),
            jsonb_object_agg(o.key, case when o.key = any (left_out) then 'null'::jsonb else new_values -> o.key end)
        into old_row, new_row
        from jsonb_each(to_jsonb(old)) o
        where o.value is distinct from new_values -> o.key and o.key not in ('updated_at', 'version');
        if new_row is null then
            return null;
        end if;
    end if;
    insert into audit.audit_logs (business_id, actor_user_id, actor_role, action, entity, entity_id, before_json, after_json,
        request_id, impersonator_user_id)
    values (
        coalesce((whole ->> 'business_id')::uuid, case when tg_table_name = 'businesses' then (whole ->> 'id')::uuid end),
        platform.person(), coalesce(current_setting('app.role', true), ''), lower(tg_op), tg_table_name, (whole ->> 'id')::uuid,
        old_row, new_row, nullif(current_setting('app.request_id', true), ''),
        nullif(current_setting('app.impersonator', true), '')::uuid);
    return null;
end $$;
