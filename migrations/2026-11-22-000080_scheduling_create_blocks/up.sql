-- Time that somebody or something is kept free of bookings (UX glossary 49): a meeting, a repair, a dentist. It takes time as
-- a booking does, by rows of allocations, so nothing can be booked over it and it cannot be put over a booking.

create table scheduling.blocks (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    resource_id uuid not null,
    business_date date not null,
    start_at timestamptz not null,
    end_at timestamptz not null,
    reason text not null default '',
    created_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    constraint blocks_business_id_id_key unique (business_id, id),
    constraint blocks_span check (end_at > start_at and end_at - start_at <= interval '30 hours'),
    constraint blocks_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete cascade
);
create index idx_blocks_business_date on scheduling.blocks (business_id, business_date);
create index idx_blocks_resource on scheduling.blocks (resource_id);
create index idx_blocks_created_by on scheduling.blocks (created_by);
create trigger audit after insert or update or delete on scheduling.blocks for each row execute function audit.record('reason');
call platform.protect('scheduling.blocks');
comment on table scheduling.blocks is 'Time kept free of bookings on one resource; what takes the time is rows of allocations';
comment on column scheduling.blocks.business_date is 'The business day it belongs to: past midnight still yesterday''s';

alter table scheduling.allocations add column block_id uuid;
alter table scheduling.allocations add constraint allocations_block_fkey foreign key (business_id, block_id)
    references scheduling.blocks (business_id, id) on delete cascade;
alter table scheduling.allocations add constraint allocations_one_claim
    check (num_nonnulls(reservation_id, booking_id, block_id) <= 1);
create index idx_allocations_block on scheduling.allocations (block_id) where block_id is not null;
