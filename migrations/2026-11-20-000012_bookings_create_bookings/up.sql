-- Bookings and their story (seed 000; seed 001's appointments), and the keys from lower rooms that point at them.

create type bookings.booking_status as enum (
    'pending', 'pending_payment', 'pending_deposit', 'confirmed', 'arrived', 'in_service',
    'completed', 'cancelled', 'no_show', 'expired');
create type bookings.booking_source as enum ('web', 'owner_portal', 'phone', 'walk_in', 'import');
create type bookings.cancelled_by as enum ('customer', 'business');
create type bookings.waitlist_status as enum ('active', 'notified', 'converted', 'expired', 'cancelled');
create type bookings.waitlist_priority as enum ('low', 'normal', 'high', 'vip');

create table bookings.bookings (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    number text not null,
    customer_id uuid not null,
    service_id uuid,
    resource_id uuid,
    reservation_id uuid constraint bookings_reservation_id_key unique,
    idempotency_key text,
    status bookings.booking_status not null default 'confirmed',
    cancelled_by bookings.cancelled_by,
    source bookings.booking_source not null default 'web',
    start_at timestamptz not null,
    end_at timestamptz not null,
    business_date date not null,
    party_size smallint not null default 1 constraint bookings_party check (party_size >= 1),
    is_nominated boolean not null default false,
    locale text not null default 'ja' constraint bookings_locale check (locale in ('ja', 'en')),
    price_cents bigint not null default 0 constraint bookings_price check (price_cents >= 0),
    currency text not null default 'JPY' constraint bookings_currency check (currency ~ '^[A-Z]{3}$'),
    price_snapshot_json jsonb not null default '{}',
    policy_snapshot_json jsonb not null default '{}',
    customer_note text not null default '',
    staff_note text not null default '',
    metadata jsonb not null default '{}',
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint check_booking_times check (end_at > start_at),
    constraint bookings_business_id_id_key unique (business_id, id),
    constraint bookings_number_key unique (business_id, number),
    constraint bookings_idempotency_key_key unique (idempotency_key, business_id),
    constraint bookings_cancelled_by_whom check ((cancelled_by is null) = (status <> 'cancelled')),
    constraint bookings_customer_fkey foreign key (business_id, customer_id)
        references customers.customers (business_id, id) on delete cascade,
    constraint bookings_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete set null (service_id),
    constraint bookings_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete set null (resource_id),
    constraint bookings_reservation_fkey foreign key (business_id, reservation_id)
        references scheduling.reservations (business_id, id) on delete set null (reservation_id)
);
create index idx_bookings_business_date on bookings.bookings (business_id, start_at) where deleted_at is null;
create index idx_bookings_customer on bookings.bookings (customer_id) where deleted_at is null;
create index idx_bookings_status on bookings.bookings (status, created_at) where deleted_at is null;
create index idx_bookings_service on bookings.bookings (service_id) where deleted_at is null;
create index idx_bookings_resource on bookings.bookings (resource_id) where deleted_at is null;
create index idx_bookings_time_range on bookings.bookings (start_at, end_at) where deleted_at is null;
create index idx_bookings_active on bookings.bookings (business_id, status) where deleted_at is null;
-- Whether somebody was here before, without reading their bookings.
create index bookings_customer_visits on bookings.bookings (customer_id, business_date) include (business_id, status) where deleted_at is null;
create index bookings_business_day on bookings.bookings (business_id, business_date) where deleted_at is null;
create trigger touch before update on bookings.bookings for each row execute function platform.touch();
create trigger audit after insert or update or delete on bookings.bookings for each row execute function audit.record(
    'customer_note', 'staff_note', 'price_snapshot_json', 'policy_snapshot_json', 'metadata');
call platform.protect('bookings.bookings',
    person => 'customer_id = any (array(select id from customers.customers))');
comment on table bookings.bookings is 'A promise of time to a customer; the time itself is rows of scheduling.allocations';
comment on column bookings.bookings.number is 'What people read aloud: 7 characters without 0, O, 1, I';
comment on column bookings.bookings.business_date is 'The business day it belongs to: 25:30 on Friday is Friday''s';
comment on column bookings.bookings.price_snapshot_json is 'Names, lines, tax and total as agreed; later edits of the menu do not touch it';
comment on column bookings.bookings.policy_snapshot_json is 'The cancellation steps as agreed';

alter table scheduling.allocations add constraint allocations_booking_fkey
    foreign key (business_id, booking_id) references bookings.bookings (business_id, id) on delete cascade;
-- A booking that is deleted softly has no time any more (S0-30), whoever deletes it.
create function bookings.free_time() returns trigger language plpgsql as
$$
begin
    delete from scheduling.allocations a where a.business_id = new.business_id and a.booking_id = new.id;
    return null;
end $$;
create trigger free_time after update of deleted_at on bookings.bookings for each row
    when (old.deleted_at is null and new.deleted_at is not null) execute function bookings.free_time();

alter table payments.booking_payments add constraint booking_payments_booking_fkey
    foreign key (business_id, booking_id) references bookings.bookings (business_id, id) on delete cascade;
alter table notifications.notification_outbox add constraint notification_outbox_booking_fkey
    foreign key (business_id, booking_id) references bookings.bookings (business_id, id) on delete cascade;
alter table notifications.notification_logs add constraint notification_logs_booking_fkey
    foreign key (business_id, booking_id) references bookings.bookings (business_id, id) on delete cascade;

create table bookings.booking_links (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null,
    token_hash bytea not null constraint booking_links_token_hash_key unique,
    created_at timestamptz not null default now(),
    revoked_at timestamptz,
    constraint booking_links_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade
);
create index idx_booking_links_booking on bookings.booking_links (booking_id);
call platform.protect('bookings.booking_links',
    person => 'booking_id = any (array(select id from bookings.bookings))', house => true);
comment on table bookings.booking_links is 'The guest''s key to one booking: SHA-256 of the token in the address';

create table bookings.booking_history (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null,
    changed_by uuid references accounts.users (id) on delete set null,
    actor text not null default 'house' constraint booking_history_actor check (actor in ('customer', 'member', 'house')),
    field_changed text not null,
    old_value text,
    new_value text,
    reason text not null default '',
    created_at timestamptz not null default now(),
    constraint booking_history_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade
);
create index idx_booking_history_booking on bookings.booking_history (booking_id, created_at);
call platform.protect('bookings.booking_history');
revoke update, delete on bookings.booking_history from omotenashi_app, omotenashi_house;

create table bookings.booking_reminders (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null,
    reminder_type text not null,
    scheduled_at timestamptz not null,
    sent_at timestamptz,
    created_at timestamptz not null default now(),
    constraint booking_reminders_one_of_each unique (booking_id, reminder_type),
    constraint booking_reminders_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade
);
create index idx_booking_reminders_sent on bookings.booking_reminders (booking_id, sent_at);
create index idx_booking_reminders_due on bookings.booking_reminders (scheduled_at) where sent_at is null;
call platform.protect('bookings.booking_reminders');

create table bookings.waitlist (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    customer_id uuid not null,
    preferred_date date,
    preferred_time_start smallint,
    preferred_time_end smallint,
    party_size smallint not null default 1 constraint waitlist_party check (party_size >= 1),
    status bookings.waitlist_status not null default 'active',
    priority bookings.waitlist_priority not null default 'normal',
    response_deadline timestamptz,
    notified_at timestamptz,
    notification_count integer not null default 0,
    last_notified_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint waitlist_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade,
    constraint waitlist_customer_fkey foreign key (business_id, customer_id)
        references customers.customers (business_id, id) on delete cascade
);
create index idx_waitlist_service on bookings.waitlist (business_id, service_id);
create index idx_waitlist_customer on bookings.waitlist (customer_id);
create index idx_waitlist_status on bookings.waitlist (status, created_at);
create trigger touch before update on bookings.waitlist for each row execute function platform.touch();
create trigger audit after insert or update or delete on bookings.waitlist for each row execute function audit.record();
call platform.protect('bookings.waitlist');
comment on column bookings.waitlist.preferred_time_start is 'Minute of the business day';
