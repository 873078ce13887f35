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

-- The roles that requests run as, one a kind of scope: inside one business, outside all of them, and a signed-in person
-- among their own rows. Each has one plain rule a table; were they one role with rules joined by "or", the planner could
-- not tell which one counts. Roles belong to the whole server, so they may be there already.
do $$
declare scope text;
begin
    foreach scope in array array['omotenashi_app', 'omotenashi_house', 'omotenashi_person'] loop
        begin
            execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', scope);
        exception when duplicate_object then
            null;
        end;
        execute format('grant %I to %I', scope, current_user);
    end loop;
end $$;

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
        execute format('grant usage on schema %I to omotenashi_app, omotenashi_house, omotenashi_person', room);
        execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to omotenashi_app, omotenashi_house', room);
        execute format('alter default privileges in schema %I grant select on tables to omotenashi_person', room);
    end loop;
end $$;

-- The scope of a transaction, as `db` sets it. Nothing set means NULL, and NULL matches no row.
create function platform.business() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.business_id', true), '')::uuid $$;
create function platform.person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

create function platform.email() returns citext language sql stable parallel safe as
    $$ select nullif(current_setting('app.email', true), '')::citext $$;
comment on function platform.email() is 'The proved address of the signed-in person of this transaction, or NULL';
comment on function platform.business() is 'The tenant of this transaction, or NULL';
comment on function platform.person() is 'The signed-in person of this transaction, or NULL';

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

-- Row security of one tenant table. The rules are RESTRICTIVE, so that no later permissive policy can widen them; who is
-- in none of the three roles sees nothing. `person` is the condition for reading one's own rows; `house` admits those who
-- stand outside all businesses (finding one, claiming a job). Settings are read in a sub-select, once a statement and not
-- once a row.
create procedure platform.protect(
    target regclass, tenant text default 'business_id', person text default 'false', house boolean default false)
language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy everyone on %s to omotenashi_app, omotenashi_house, omotenashi_person using (true)', target);
    execute format('create policy tenant on %s as restrictive to omotenashi_app using (%I = (select platform.business()))', target, tenant);
    execute format('create policy house on %s as restrictive to omotenashi_house using (%s)', target, house::text);
    execute format('create policy person on %s as restrictive to omotenashi_person using (%s)', target, person);
end $$;
comment on procedure platform.protect is 'Switches row security on and forces it, with one restrictive rule a kind of scope';
