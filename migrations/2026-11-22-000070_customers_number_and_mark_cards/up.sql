-- Cards get a number that people read aloud, marks, tags, a version, and one text by which they are found.

-- The last number that a business gave: a row, not a sequence, so that numbers have no gaps and tell nothing of others.
create table customers.card_numbers (
    id uuid constraint card_numbers_pkey primary key default uuid_generate_v4(),
    business_id uuid not null constraint card_numbers_business_id_key unique references businesses.businesses (id) on delete cascade,
    last bigint not null constraint card_numbers_last check (last >= 1)
);
comment on table customers.card_numbers is 'The last customer number of each business';

alter table customers.customers
    add column number bigint,
    add column is_vip boolean not null default false,
    add column blocked_at timestamptz,
    add column blocked_reason text not null default '' constraint customers_blocked_reason check (char_length(blocked_reason) <= 500),
    add column merged_into uuid,
    add column version integer not null default 1,
    add column reading text collate "ja-x-icu" not null generated always as (left(
        case when family_name_kana = '' and given_name_kana = '' then name else btrim(family_name_kana || ' ' || given_name_kana) end,
        60)) stored,
    add column found_by text not null generated always as (
        left(search_key, 160) || '/' || left(translate(lower(coalesce(email::text, '')), '-./() ', ''), 160) || '/' || coalesce(phone, ''))
        stored;

-- Who owns the tables is behind their walls, too, and no clock and no trail is to notice what is filled in here.
alter table customers.customers no force row level security;
alter table customers.customers disable trigger user;
update customers.customers c set number = n.number
    from (select id, row_number() over (partition by business_id order by created_at, id) as number from customers.customers) n
    where n.id = c.id;
insert into customers.card_numbers (business_id, last)
    select business_id, max(number) from customers.customers group by business_id;
alter table customers.customers enable trigger user;
alter table customers.customers force row level security;
call platform.protect('customers.card_numbers');

create function customers.number_card() returns trigger language plpgsql as
$$
begin
    if new.number is null then
        insert into customers.card_numbers as n (business_id, last) values (new.business_id, 1)
            on conflict (business_id) do update set last = n.last + 1 returning n.last into new.number;
    end if;
    return new;
end $$;
comment on function customers.number_card() is 'Gives a new card the next number of its business, whoever writes it';
create trigger number_card before insert on customers.customers for each row execute function customers.number_card();

alter table customers.customers
    alter column number set not null,
    add constraint customers_number_key unique (business_id, number),
    add constraint customers_merged_into_fkey foreign key (business_id, merged_into)
        references customers.customers (business_id, id) on delete set null (merged_into),
    drop constraint customers_erased,
    add constraint customers_erased check (
        erased_at is null or (user_id is null and name = '' and family_name = '' and given_name = '' and family_name_kana = ''
            and given_name_kana = '' and search_key = '' and email is null and phone is null and preferences_json = '{}'
            and blocked_reason = ''));
comment on column customers.customers.number is 'What people read aloud: counted from 1 in each business';
comment on column customers.customers.blocked_at is 'Since when this person cannot book online';
comment on column customers.customers.blocked_reason is 'Why, for staff alone';
comment on column customers.customers.merged_into is 'The card of the same person that is kept in the place of this one';
comment on column customers.customers.version is 'Rises with each edit by hand';
comment on column customers.customers.reading is 'What cards are ordered by: the reading or, without one, the name';
comment on column customers.customers.found_by is 'Everything a card is found by, in one text: name, reading, address, number';

-- A list in the order of readings, with all that it is searched by: the table is not touched until the page is chosen.
create index customers_by_reading on customers.customers (business_id, reading, id) include (number, found_by) where deleted_at is null;
create index customers_merged on customers.customers (business_id, merged_into) where merged_into is not null;
create index customers_deleted on customers.customers (business_id, deleted_at, id) where deleted_at is not null;

drop trigger audit on customers.customers;
create trigger audit after insert or update or delete on customers.customers for each row execute function audit.record(
    'name', 'family_name', 'given_name', 'family_name_kana', 'given_name_kana', 'search_key', 'email', 'phone', 'preferences_json',
    'reading', 'found_by', 'blocked_reason');

alter table customers.customer_notes add column deleted_at timestamptz;

create table customers.customer_tags (
    id uuid constraint customer_tags_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    customer_id uuid not null,
    tag text not null constraint customer_tags_length check (char_length(tag) between 1 and 30),
    created_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    constraint customer_tags_once unique (customer_id, tag),
    constraint customer_tags_customer_fkey foreign key (business_id, customer_id)
        references customers.customers (business_id, id) on delete cascade
);
create index customer_tags_tag on customers.customer_tags (business_id, tag, customer_id);
create trigger audit after insert or update or delete on customers.customer_tags for each row execute function audit.record('tag');
call platform.protect('customers.customer_tags');
comment on table customers.customer_tags is 'Words a shop puts on cards to find them by; for staff alone';

-- What was read out of a file waits here until somebody confirms it, a day at most.
create table customers.card_imports (
    id uuid constraint card_imports_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    created_by uuid references accounts.users (id) on delete set null,
    rows jsonb not null,
    updates boolean not null default false,
    created_at timestamptz not null default now()
);
create index card_imports_business on customers.card_imports (business_id, created_at);
call platform.protect('customers.card_imports', house => true);
comment on table customers.card_imports is 'Lines of a file of cards, read and not yet brought in';
comment on column customers.card_imports.updates is 'Whether lines of somebody who has a card change it';
