-- What is paid at the counter: on which business day, who took it, and who took it back where it was a mistake. A receipt for it is
-- written once, with a number that follows the one before, and says ever after what it said then.

alter table payments.booking_payments
    add column taken_on date,
    add column received_by uuid references accounts.users (id) on delete set null,
    add column cancelled_at timestamptz,
    add column cancelled_by uuid references accounts.users (id) on delete set null,
    add constraint booking_payments_cancelled check (cancelled_at is null or status = 'refunded'),
    add constraint booking_payments_cancelled_by check (cancelled_by is null or cancelled_at is not null);
create index idx_booking_payments_taken on payments.booking_payments (business_id, taken_on, created_at) where taken_on is not null;
create index idx_booking_payments_received_by on payments.booking_payments (received_by);
create index idx_booking_payments_cancelled_by on payments.booking_payments (cancelled_by);
comment on column payments.booking_payments.payment_type is 'How it was paid at the shop: cash, card, emoney, qr, other';
comment on column payments.booking_payments.taken_on is 'The business day on which the shop took it; none where a provider did';
comment on column payments.booking_payments.cancelled_at is 'When it was found that it was never paid, or was given back: the row stays, and counts no more';

create table payments.receipts (
    id uuid constraint receipts_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null,
    number bigint not null constraint receipts_number check (number > 0),
    said jsonb not null,
    issued_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    constraint receipts_number_key unique (business_id, number),
    constraint receipts_one_a_booking unique (business_id, booking_id)
);
create index idx_receipts_issued_by on payments.receipts (issued_by);
call platform.protect('payments.receipts', person => 'booking_id = any (array(select id from bookings.bookings))');
-- It is written once.
revoke update, delete on payments.receipts from omotenashi_app, omotenashi_house;
comment on table payments.receipts is 'Receipts as they were issued: kept for the books for seven years, whoever is forgotten';
comment on column payments.receipts.number is 'The serial number in the business: each follows the one before';
comment on column payments.receipts.said is 'Everything that it said: for whom, for what, amounts by tax rate, ways of payment, the issuer';
