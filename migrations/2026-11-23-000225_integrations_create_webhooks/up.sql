-- Webhooks: other programs of a business are told what happened to its bookings. What happened is read off the story of the booking,
-- in the transaction that writes it, so there is exactly one event a change and no command can forget it.

create schema integrations;
comment on schema integrations is 'Other programs of a business: who is told what, and what became of it';
grant usage on schema integrations to omotenashi_app, omotenashi_house, omotenashi_person;
alter default privileges in schema integrations grant select, insert, update, delete on tables to omotenashi_app, omotenashi_house;
alter default privileges in schema integrations grant select on tables to omotenashi_person;

create table integrations.webhook_subscriptions (
    id uuid constraint webhook_subscriptions_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    address text not null constraint webhook_subscriptions_address check (char_length(address) between 8 and 2000),
    events text not null constraint webhook_subscriptions_events check (events ~ '^[a-z_.]+( [a-z_.]+)*$' and char_length(events) <= 500),
    state text not null default 'sending' constraint webhook_subscriptions_state check (state in ('sending', 'paused', 'stopped')),
    generation integer not null default 1 constraint webhook_subscriptions_generation check (generation > 0),
    former_until timestamptz,
    is_secret_kept boolean not null default false,
    failures integer not null default 0 constraint webhook_subscriptions_failures check (failures >= 0),
    failing_since timestamptz,
    version integer not null default 1,
    created_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint webhook_subscriptions_business_id_id_key unique (business_id, id)
);
create index webhook_subscriptions_created_by on integrations.webhook_subscriptions (created_by);
create trigger audit after insert or update or delete on integrations.webhook_subscriptions
    for each row execute function audit.record('address', 'failures', 'failing_since');
call platform.protect('integrations.webhook_subscriptions', house => true);
comment on table integrations.webhook_subscriptions is 'Where another program of a business listens, and for what';
comment on column integrations.webhook_subscriptions.address is 'It often holds a secret of whoever listens, so the trail has it not';
comment on column integrations.webhook_subscriptions.events is 'Names of events with a space between them';
comment on column integrations.webhook_subscriptions.state is 'Paused by hand, or stopped because nothing had arrived for a day';
comment on column integrations.webhook_subscriptions.generation is 'The secret is made from the house''s own, the id and this number, and stands nowhere';
comment on column integrations.webhook_subscriptions.former_until is 'Until then what is sent is signed by the secret before this one as well';
comment on column integrations.webhook_subscriptions.is_secret_kept is 'Somebody said that they have it; it is not shown again';

create table integrations.webhook_events (
    id uuid constraint webhook_events_pkey primary key default platform.uuid_v7(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid,
    kind text not null constraint webhook_events_kind check (kind ~ '^[a-z]+[.][a-z_]+$'),
    occurred_at timestamptz not null,
    data_json jsonb not null constraint webhook_events_data check (jsonb_typeof(data_json) = 'object'),
    written_at timestamptz not null default now(),
    constraint webhook_events_business_id_id_key unique (business_id, id),
    constraint webhook_events_once unique (booking_id, kind, written_at),
    constraint webhook_events_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade
);
create index webhook_events_old on integrations.webhook_events (written_at);
call platform.protect('integrations.webhook_events', house => true);
comment on table integrations.webhook_events is 'What happened, as it is told: keys and facts, no names';
comment on column integrations.webhook_events.booking_id is 'None for a trial';
comment on column integrations.webhook_events.written_at is 'The transaction that it was written in, by the database''s own clock: one change is one event of a kind';

create table integrations.webhook_deliveries (
    id uuid constraint webhook_deliveries_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    event_id uuid not null,
    subscription_id uuid not null,
    state text not null default 'waiting' constraint webhook_deliveries_state check (state in ('waiting', 'delivered', 'failed')),
    created_at timestamptz not null default now(),
    constraint webhook_deliveries_business_id_id_key unique (business_id, id),
    constraint webhook_deliveries_once unique (event_id, subscription_id),
    constraint webhook_deliveries_event_fkey foreign key (business_id, event_id)
        references integrations.webhook_events (business_id, id) on delete cascade,
    constraint webhook_deliveries_subscription_fkey foreign key (business_id, subscription_id)
        references integrations.webhook_subscriptions (business_id, id) on delete cascade
);
create index webhook_deliveries_of_subscription on integrations.webhook_deliveries (subscription_id, created_at desc);
call platform.protect('integrations.webhook_deliveries', house => true);
comment on table integrations.webhook_deliveries is 'One event for one listener';

create table integrations.webhook_attempts (
    id uuid constraint webhook_attempts_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    delivery_id uuid not null,
    status smallint,
    error text not null default '' constraint webhook_attempts_error check (char_length(error) <= 300),
    answer text not null default '' constraint webhook_attempts_answer check (char_length(answer) <= 500),
    took_ms integer not null constraint webhook_attempts_took check (took_ms >= 0),
    created_at timestamptz not null default now(),
    constraint webhook_attempts_delivery_fkey foreign key (business_id, delivery_id)
        references integrations.webhook_deliveries (business_id, id) on delete cascade
);
create index webhook_attempts_of_delivery on integrations.webhook_attempts (delivery_id, created_at);
call platform.protect('integrations.webhook_attempts', house => true);
comment on table integrations.webhook_attempts is 'Each time that somebody was told, and the first of what they said to it';

-- What is told of a booking. No name, no contact, no word that somebody wrote.
create function integrations.booking_facts(of_business uuid, of_booking uuid) returns jsonb language sql stable as
$$
    select jsonb_build_object(
        'id', b.id, 'number', b.number, 'status', b.status, 'cancelled_by', b.cancelled_by, 'source', b.source,
        'start_at', to_char(b.start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'end_at', to_char(b.end_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'business_date', b.business_date, 'party_size', b.party_size, 'customer_id', b.customer_id,
        'service_id', b.service_id, 'resource_id', b.resource_id, 'price', b.price_cents, 'currency', b.currency,
        'lines', coalesce((
            select jsonb_agg(jsonb_build_object(
                'service_id', l.service_id, 'resource_id', l.resource_id, 'party_size', l.party_size,
                'start_at', to_char(l.start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                'end_at', to_char(l.end_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by l.part)
            from bookings.booking_lines l
            where l.business_id = b.business_id and l.booking_id = b.id and l.cancelled_at is null), '[]'::jsonb))
    from bookings.bookings b where b.business_id = of_business and b.id = of_booking
$$;
comment on function integrations.booking_facts(uuid, uuid) is 'What other programs are told of a booking';

-- What a line of the story means to whoever listens.
create function integrations.kind_of(field text, was text, became text, why text) returns text language sql immutable as
$$
    select 'booking.' || case
        when field = 'import' then case became when 'undone' then 'removed' else 'restored' end
        when field in ('start_at', 'minutes', 'resource_id', 'line_moved') then 'moved'
        when field <> 'status' then 'changed'
        when was is null then case became when 'pending' then 'requested' else 'created' end
        when why = 'undo' or was in ('completed', 'cancelled', 'no_show', 'expired') then 'restored'
        when became = 'in_service' then 'started'
        when became in ('confirmed', 'arrived', 'completed', 'cancelled', 'no_show', 'expired') then became
        else 'changed' end
$$;
comment on function integrations.kind_of(text, text, text, text) is 'Which event a line of a booking''s story is';

create function integrations.tell() returns trigger language plpgsql as
$$
declare
    told text := integrations.kind_of(new.field_changed, new.old_value, new.new_value, new.reason);
    facts jsonb;
    event uuid;
begin
    if not exists (select from integrations.webhook_subscriptions s where s.business_id = new.business_id
        and s.deleted_at is null and told = any (string_to_array(s.events, ' '))) then
        return null;
    end if;
    facts := integrations.booking_facts(new.business_id, new.booking_id);
    if facts is null then
        return null;
    end if;
    insert into integrations.webhook_events (business_id, booking_id, kind, occurred_at, data_json)
    values (new.business_id, new.booking_id, told, new.created_at, jsonb_build_object('booking', facts,
        'previous_status', case when new.field_changed = 'status' then new.old_value end, 'by', new.actor))
    on conflict (booking_id, kind, written_at) do nothing returning id into event;
    -- Several lines that were written together are one change.
    if event is null then
        return null;
    end if;
    with owed as (
        insert into integrations.webhook_deliveries (business_id, event_id, subscription_id, created_at)
        select new.business_id, event, s.id, new.created_at from integrations.webhook_subscriptions s
        where s.business_id = new.business_id and s.deleted_at is null and told = any (string_to_array(s.events, ' '))
        returning id, subscription_id)
    insert into queue.queue_jobs (business_id, job_type, payload_json, max_attempts, priority, scheduled_at)
    select new.business_id, 'deliver_webhook', jsonb_build_object('delivery', o.id), 10, -5, new.created_at
    from owed o join integrations.webhook_subscriptions s
        on s.business_id = new.business_id and s.id = o.subscription_id and s.state = 'sending';
    return null;
end $$;
comment on function integrations.tell() is 'Deferred, so that it sees the booking as the whole change leaves it';
create constraint trigger tell after insert on bookings.booking_history deferrable initially deferred for each row
    when (new.field_changed in ('status', 'start_at', 'minutes', 'resource_id', 'line_moved', 'line_off', 'import'))
    execute function integrations.tell();
