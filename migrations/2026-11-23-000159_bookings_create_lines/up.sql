-- A visit of several services: a row for each of them. A booking of one service has none; its own row says all of it.

create table bookings.booking_lines (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null,
    part smallint not null constraint booking_lines_part check (part between 0 and 31),
    guest smallint not null constraint booking_lines_guest check (guest between 0 and 31),
    service_id uuid,
    resource_id uuid,
    is_nominated boolean not null default false,
    party_size smallint not null default 1 constraint booking_lines_party check (party_size >= 1),
    wait_minutes smallint not null default 0 constraint booking_lines_wait check (wait_minutes >= 0),
    start_at timestamptz not null,
    end_at timestamptz not null,
    takes jsonb not null constraint booking_lines_takes check (jsonb_typeof(takes) = 'array'),
    cancelled_at timestamptz,
    created_at timestamptz not null default now(),
    constraint booking_lines_part_key unique (booking_id, part),
    constraint booking_lines_time check (end_at > start_at),
    constraint booking_lines_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade,
    constraint booking_lines_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete set null (service_id),
    constraint booking_lines_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete set null (resource_id)
);
create index idx_booking_lines_service on bookings.booking_lines (service_id);
create index idx_booking_lines_resource on bookings.booking_lines (resource_id, start_at);
call platform.protect('bookings.booking_lines',
    person => 'booking_id = any (array(select id from bookings.bookings))');
comment on table bookings.booking_lines is 'The services of a visit of several: whose, in whose hands, when';
comment on column bookings.booking_lines.part is 'Which of them, counted from 0; lines of the agreed price name it';
comment on column bookings.booking_lines.guest is 'Whose, counted from 0';
comment on column bookings.booking_lines.wait_minutes is 'How long the guest waits for it at most, once the one before is over';
comment on column bookings.booking_lines.takes is 'Each seat with its stretch of time; allocations has those of all lines together, each moment once';
comment on column bookings.booking_lines.cancelled_at is 'When it was called off alone; the others stay';
