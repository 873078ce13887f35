-- Money owed and received (seed 000). The key to bookings comes with the bookings' own migration.

create type payments.payment_status as enum ('pending', 'succeeded', 'failed', 'refunded');
create type payments.payment_mode as enum ('deposit', 'full', 'hold', 'pay_on_arrival', 'balance');

create table payments.booking_payments (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null,
    provider text not null,
    provider_charge_id text,
    provider_intent_id text,
    amount_cents bigint not null constraint check_payment_amount check (amount_cents >= 0),
    currency text not null default 'JPY' constraint booking_payments_currency check (currency ~ '^[A-Z]{3}$'),
    mode payments.payment_mode not null default 'full',
    payment_type text,
    is_deposit boolean not null default false,
    status payments.payment_status not null default 'pending',
    raw_response jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint booking_payments_business_id_id_key unique (business_id, id)
);
create index idx_payments_booking on payments.booking_payments (booking_id);
create index idx_payments_status on payments.booking_payments (status, created_at);
create index idx_payments_provider on payments.booking_payments (provider, created_at);
create index idx_booking_payments_provider_status on payments.booking_payments (provider, status);
create trigger touch before update on payments.booking_payments for each row execute function platform.touch();
create trigger audit after insert or update or delete on payments.booking_payments for each row execute function audit.record('raw_response');
call platform.protect('payments.booking_payments');

create table payments.payment_webhooks (
    id uuid primary key default uuid_generate_v4(),
    provider text not null,
    event_id text,
    event_type text not null,
    signature text,
    payload_json jsonb not null,
    processed_at timestamptz,
    retry_count integer not null default 0,
    created_at timestamptz not null default now(),
    constraint payment_webhooks_event_key unique (provider, event_id)
);
create index idx_payment_webhooks_event on payments.payment_webhooks (provider, event_type, processed_at);
comment on table payments.payment_webhooks is 'What providers told us: stored once, worked on later; of no tenant until it is read';
