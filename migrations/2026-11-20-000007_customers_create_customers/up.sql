-- The business's own card of a person (seed 000). A guest has one without ever having an account.

create type customers.note_type as enum ('allergy', 'preference', 'restriction', 'special_need');

create table customers.customers (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    user_id uuid references accounts.users (id) on delete set null,
    name text not null,
    family_name text not null default '',
    given_name text not null default '',
    family_name_kana text not null default '',
    given_name_kana text not null default '',
    search_key text not null default '',
    email citext,
    phone text,
    locale text not null default 'ja' constraint customers_locale check (locale in ('ja', 'en')),
    preferences_json jsonb not null default '{}',
    no_show_count integer not null default 0 constraint customers_no_show_count check (no_show_count >= 0),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint customers_business_id_id_key unique (business_id, id)
);
create index idx_customers_business on customers.customers (business_id, deleted_at) where deleted_at is null;
create index idx_customers_user on customers.customers (user_id) where deleted_at is null;
create index idx_customers_email on customers.customers (email) where deleted_at is null;
create index idx_customers_active on customers.customers (business_id) where deleted_at is null;
create index customers_business_email on customers.customers (business_id, (email::text)) where deleted_at is null and email is not null;
create index customers_business_phone on customers.customers (business_id, phone) where deleted_at is null and phone is not null;
create trigger touch before update on customers.customers for each row execute function platform.touch();
create trigger audit after insert or update or delete on customers.customers for each row execute function audit.record(
    'name', 'family_name', 'given_name', 'family_name_kana', 'given_name_kana', 'search_key', 'email', 'phone', 'preferences_json');
-- A person's own cards: those that are theirs, and those of nobody yet that have their proved address.
call platform.protect('customers.customers',
    person => 'user_id = (select platform.person()) or (user_id is null and email = (select platform.email()))');
-- Whoever was a shop's guest still reads its name when it has closed.
alter policy person on businesses.businesses using (
    (status = 'approved' and onboarding_status = 'live' and deleted_at is null)
    or id = any (array(select business_id from customers.customers)));
comment on table customers.customers is 'A business''s card of one person; names are kept as they were typed';
comment on column customers.customers.search_key is 'Name and kana folded for finding (UX 2.1), never shown';
comment on column customers.customers.phone is 'E.164';

create table customers.customer_notes (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    customer_id uuid not null,
    note_type customers.note_type not null default 'preference',
    note text not null constraint customer_notes_length check (char_length(note) between 1 and 2000),
    created_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    constraint customer_notes_customer_fkey foreign key (business_id, customer_id)
        references customers.customers (business_id, id) on delete cascade
);
create index idx_customer_notes_customer on customers.customer_notes (customer_id, created_at);
create trigger audit after insert or update or delete on customers.customer_notes for each row execute function audit.record('note');
call platform.protect('customers.customer_notes');
