-- The ground everything stands on: extensions, one schema per room, the role that requests take,
-- and the few functions that every later migration calls.

create extension if not exists "uuid-ossp";
create extension if not exists pgcrypto;
create extension if not exists citext;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create schema platform;
create schema audit;
create schema accounts;
create schema businesses;
create schema customers;
create schema catalog;
create schema scheduling;
create schema payments;
create schema notifications;
create schema bookings;
create schema reviews;
create schema analytics;
create schema queue;

comment on schema platform is 'What every room may lean on: flags, limits, idempotency keys, tenant functions';
comment on schema scheduling is 'Whose time it is: resources, hours, holds, and the one table of taken time';

-- The role that requests run as. A role belongs to the whole server, so it may be there already.
do $$
begin
    create role omotenashi_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
exception when duplicate_object then
    null;
end $$;
do $$ begin execute format('grant omotenashi_app to %I', current_user); end $$;

-- A database's own settings are not copied to clones of a template, a role's are.
do $$
begin
    execute format(
        'alter role %I set search_path = public, platform, audit, accounts, businesses, customers, catalog, '
        'scheduling, payments, notifications, bookings, reviews, analytics, queue', current_user);
end $$;

do $$
declare room text;
begin
    foreach room in array array['platform', 'audit', 'accounts', 'businesses', 'customers', 'catalog', 'scheduling',
        'payments', 'notifications', 'bookings', 'reviews', 'analytics', 'queue']
    loop
        execute format('grant usage on schema %I to omotenashi_app', room);
        execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to omotenashi_app', room);
    end loop;
end $$;

-- The scope of a transaction, as `db` sets it. Nothing set means NULL, and NULL matches no row.
create function platform.business() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.business_id', true), '')::uuid $$;
create function platform.person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
create function platform.is_house() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('app.role', true), '') = 'platform' $$;

comment on function platform.business() is 'The tenant of this transaction, or NULL';
comment on function platform.person() is 'The signed-in person of this transaction, or NULL';
comment on function platform.is_house() is 'Whether this transaction stands outside all businesses (finding a business, claiming a job)';

-- Time-ordered ids for append-only tables; PostgreSQL 15 has no uuidv7().
create function platform.uuid_v7() returns uuid language sql volatile parallel safe as
$$
    select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1),
        'hex')::uuid
$$;

create function platform.touch() returns trigger language plpgsql as
$$
begin
    new.updated_at := now();
    return new;
end $$;
comment on function platform.touch() is 'Keeps updated_at true, whoever writes the row';

-- Row security of one tenant table. The tenant rule is RESTRICTIVE, so that no later permissive policy can widen it.
-- `person` is a further condition for reading one's own rows; `house` admits the platform scope.
-- The settings are read in a sub-select, once a statement and not once a row.
create procedure platform.protect(
    target regclass, tenant text default 'business_id', person text default null, house boolean default false)
language plpgsql as
$$
declare
    tenant_rule text := format('%I = (select platform.business())', tenant) || case when house then ' or (select platform.is_house())' else '' end;
    read_rule text := tenant_rule || coalesce(' or ' || person, '');
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy everyone on %s as permissive for all using (true) with check (true)', target);
    execute format('create policy tenant_read on %s as restrictive for select using (%s)', target, read_rule);
    execute format('create policy tenant_insert on %s as restrictive for insert with check (%s)', target, tenant_rule);
    execute format('create policy tenant_update on %s as restrictive for update using (%s) with check (%s)', target, tenant_rule, tenant_rule);
    execute format('create policy tenant_delete on %s as restrictive for delete using (%s)', target, tenant_rule);
end $$;
comment on procedure platform.protect is 'Switches row security on and forces it, with the restrictive tenant rule';
