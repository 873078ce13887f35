-- Whether a guest wants to be reminded, as they or the shop said. Without a row they are. That a booking stands, is changed or
-- is off is told in any case.

create table notifications.guest_wishes (
    id uuid constraint guest_wishes_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    customer_id uuid not null,
    wants_reminders boolean not null default true,
    said_by uuid references accounts.users (id) on delete set null,
    said_at timestamptz not null default now(),
    constraint guest_wishes_one unique (business_id, customer_id),
    constraint guest_wishes_customer_fkey foreign key (business_id, customer_id)
        references customers.customers (business_id, id) on delete cascade
);
create index idx_guest_wishes_said_by on notifications.guest_wishes (said_by);
call platform.protect('notifications.guest_wishes',
    person => 'customer_id = any (array(select id from customers.customers))');
comment on table notifications.guest_wishes is 'Which letters a guest wants';
comment on column notifications.guest_wishes.said_by is 'Who of the shop wrote it down; NULL: the guest themselves';
