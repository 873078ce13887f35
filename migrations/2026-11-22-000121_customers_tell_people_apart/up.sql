-- Two cards that look like one person's and are not: said once, and so until one of them is somebody else's, by name, number
-- or address.

create table customers.card_distinctions (
    id uuid constraint card_distinctions_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    one_id uuid not null,
    other_id uuid not null,
    said_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    -- A pair has one order, so that it is there once.
    constraint card_distinctions_order check (one_id < other_id),
    constraint card_distinctions_once unique (business_id, one_id, other_id),
    constraint card_distinctions_one_fkey foreign key (business_id, one_id)
        references customers.customers (business_id, id) on delete cascade,
    constraint card_distinctions_other_fkey foreign key (business_id, other_id)
        references customers.customers (business_id, id) on delete cascade
);
create index idx_card_distinctions_other on customers.card_distinctions (business_id, other_id);
create index idx_card_distinctions_said_by on customers.card_distinctions (said_by);
create trigger audit after insert or update or delete on customers.card_distinctions
    for each row execute function audit.record();
call platform.protect('customers.card_distinctions');
comment on table customers.card_distinctions is 'Pairs of cards that look alike and are of different people';

create function customers.look_anew() returns trigger language plpgsql as
$$
begin
    delete from customers.card_distinctions
        where business_id = new.business_id and (one_id = new.id or other_id = new.id);
    return null;
end
$$;
comment on function customers.look_anew() is 'After-row trigger: whoever has another name, number or address may be somebody''s double again';
create trigger look_anew after update of search_key, email, phone on customers.customers for each row
    when (old.search_key is distinct from new.search_key or old.email is distinct from new.email or old.phone is distinct from new.phone)
    execute function customers.look_anew();
