-- What every room may lean on (seed 000: system tables).

create table platform.feature_flags (
    id uuid primary key default uuid_generate_v4(),
    name text not null constraint feature_flags_name_key unique,
    description text not null default '',
    is_enabled boolean not null default false,
    rollout_percent smallint not null default 100 constraint feature_flags_percent check (rollout_percent between 0 and 100),
    target_user_ids uuid[] not null default '{}',
    target_business_ids uuid[] not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index idx_feature_flags_enabled on platform.feature_flags (is_enabled);
create trigger touch before update on platform.feature_flags for each row execute function platform.touch();
comment on table platform.feature_flags is 'Switches of the platform; enabled, percentage and both lists must all pass';

create table platform.rate_limits (
    id uuid primary key default uuid_generate_v4(),
    key text not null constraint rate_limits_key_key unique,
    count integer not null default 1 constraint rate_limits_count check (count > 0),
    window_start timestamptz not null default now(),
    expires_at timestamptz not null
);
create index idx_rate_limits_expires on platform.rate_limits (expires_at);
comment on table platform.rate_limits is 'Counters per key and window, shared by all instances';

create table platform.idempotency_keys (
    id uuid primary key default uuid_generate_v4(),
    key text not null constraint idempotency_keys_key_key unique constraint idempotency_keys_length check (length(key) between 8 and 200),
    scope text not null,
    request_hash bytea not null,
    status text not null default 'processing' constraint idempotency_keys_status check (status in ('processing', 'completed', 'failed')),
    response_json jsonb,
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
);
create index idx_idempotency_keys_expires on platform.idempotency_keys (expires_at);
comment on table platform.idempotency_keys is 'The first answer to a form or call, given again when it is repeated';

create table platform.revisions (
    tenant uuid primary key,
    revision bigint not null
);
comment on table platform.revisions is 'By which a server sees that what it remembers of a business (menu, hours, shifts) is still so';
comment on column platform.revisions.revision is 'The transaction that last changed any of it';

-- Trigger on every table of which something is remembered; the argument is the column that says whose a row is. A
-- change waits for another of the same business, so a revision that has been read never hides one that was not.
create function platform.revise() returns trigger language plpgsql as
$$
declare
    whose uuid := (to_jsonb(coalesce(new, old)) ->> coalesce(tg_argv[0], 'business_id'))::uuid;
    this bigint := pg_current_xact_id()::text::bigint;
begin
    if tg_op = 'DELETE' and tg_argv[0] = 'id' then
        delete from platform.revisions where tenant = whose;
    elsif tg_op = 'DELETE' then
        update platform.revisions set revision = this where tenant = whose and revision <> this;
    elsif not exists (select from platform.revisions where tenant = whose and revision = this) then
        insert into platform.revisions (tenant, revision) values (whose, this)
        on conflict (tenant) do update set revision = excluded.revision;
    end if;
    return null;
end $$;
comment on function platform.revise() is 'After-row trigger: what is remembered of this business must be read again';
