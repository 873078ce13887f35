-- Whose time it is. One table decides: whatever takes time on anything is a row of allocations (DECISIONS: occupancy).

create type scheduling.resource_type as enum ('staff', 'room', 'table', 'equipment', 'trainer', 'vehicle');
create type scheduling.resource_use as enum ('exclusive', 'seats');

create table scheduling.resources (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    resource_type scheduling.resource_type not null,
    name text not null,
    name_en text not null default '',
    kana text not null default '',
    about_ja text not null default '',
    about_en text not null default '',
    capacity smallint not null default 1 constraint resources_capacity check (capacity between 1 and 500),
    party_max smallint not null default 500 constraint resources_party_max check (party_max >= 1),
    nomination_fee_cents bigint not null default 0 constraint resources_nomination_fee check (nomination_fee_cents >= 0),
    is_nominable boolean not null default false,
    has_shifts boolean not null default false,
    sort_order smallint not null default 0,
    attributes_json jsonb not null default '{}',
    is_active boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint resources_business_id_id_key unique (business_id, id)
);
create index idx_resources_type on scheduling.resources (business_id, resource_type);
create trigger touch before update on scheduling.resources for each row execute function platform.touch();
create trigger audit after insert or update or delete on scheduling.resources for each row execute function audit.record();
create trigger revise after insert or update or delete on scheduling.resources for each row execute function platform.revise();
call platform.protect('scheduling.resources');
comment on table scheduling.resources is 'People, rooms, tables, machines: anything whose time can be taken';
comment on column scheduling.resources.capacity is 'Seats: so many allocations at once, numbered 0 to capacity - 1';
comment on column scheduling.resources.party_max is 'The largest party it fits when taken exclusively';
comment on column scheduling.resources.has_shifts is 'Works by staff_working_hours; otherwise whenever the business is open';
comment on column scheduling.resources.sort_order is 'Seniority and column order';

alter table businesses.staff_assignments add constraint staff_assignments_resource_fkey
    foreign key (business_id, resource_id) references scheduling.resources (business_id, id) on delete set null (resource_id);

create table scheduling.service_resources (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    resource_id uuid not null,
    use scheduling.resource_use not null default 'exclusive',
    is_required boolean not null default true,
    constraint service_resources_service_id_resource_id_key unique (service_id, resource_id),
    constraint service_resources_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade,
    constraint service_resources_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete cascade
);
create index idx_service_resources_service on scheduling.service_resources (service_id);
create index idx_service_resources_resource on scheduling.service_resources (resource_id);
create trigger revise after insert or update or delete on scheduling.service_resources for each row execute function platform.revise();
call platform.protect('scheduling.service_resources');
comment on table scheduling.service_resources is 'Who or what can do a service; a booking takes one of each kind (resource_type) linked as required';
comment on column scheduling.service_resources.use is 'exclusive: all seats of the resource; seats: one seat a person';

create table scheduling.timetable_entries (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    day_of_week smallint not null constraint timetable_entries_day check (day_of_week between 0 and 6),
    start_minute smallint not null constraint timetable_entries_start check (start_minute between 0 and 1799),
    constraint timetable_entries_key unique (service_id, day_of_week, start_minute),
    constraint timetable_entries_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade
);
create trigger revise after insert or update or delete on scheduling.timetable_entries for each row execute function platform.revise();
call platform.protect('scheduling.timetable_entries');
comment on table scheduling.timetable_entries is 'A service with rows here starts only at these times (classes); without rows, on the grid';

create table scheduling.staff_working_hours (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    resource_id uuid not null,
    day_of_week smallint not null constraint staff_working_hours_day check (day_of_week between 0 and 6),
    start_minute smallint not null,
    end_minute smallint not null,
    constraint staff_working_hours_span check (start_minute >= 0 and start_minute < end_minute and end_minute <= 1800),
    constraint staff_working_hours_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete cascade
);
create index idx_staff_working_hours_day on scheduling.staff_working_hours (resource_id, day_of_week);
create index idx_staff_working_hours_business on scheduling.staff_working_hours (business_id);
create trigger audit after insert or update or delete on scheduling.staff_working_hours for each row execute function audit.record();
create trigger revise after insert or update or delete on scheduling.staff_working_hours for each row execute function platform.revise();
call platform.protect('scheduling.staff_working_hours');

create table scheduling.staff_exceptions (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    resource_id uuid not null,
    date date not null,
    is_working boolean not null default false,
    start_minute smallint,
    end_minute smallint,
    note text not null default '',
    constraint staff_exceptions_span check (
        case when is_working then start_minute is not null and end_minute is not null
            and start_minute >= 0 and start_minute < end_minute and end_minute <= 1800
        else start_minute is null and end_minute is null end),
    constraint staff_exceptions_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete cascade
);
create index idx_staff_exceptions_date on scheduling.staff_exceptions (resource_id, date);
create index idx_staff_exceptions_business on scheduling.staff_exceptions (business_id, date);
create trigger audit after insert or update or delete on scheduling.staff_exceptions for each row execute function audit.record('note');
create trigger revise after insert or update or delete on scheduling.staff_exceptions for each row execute function platform.revise();
call platform.protect('scheduling.staff_exceptions');
comment on table scheduling.staff_exceptions is 'A date''s own shifts, in place of the week''s: off, or working other hours';

create table scheduling.reservations (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    token_hash bytea not null constraint reservations_token_hash_key unique,
    idempotency_key text not null constraint reservations_key_length check (length(idempotency_key) between 8 and 200),
    client_hash bytea,
    start_at timestamptz not null,
    end_at timestamptz not null,
    business_date date not null,
    party_size smallint not null default 1 constraint reservations_party check (party_size >= 1),
    nominated_resource_id uuid,
    chosen_resource_id uuid,
    locale text not null default 'ja' constraint reservations_locale check (locale in ('ja', 'en')),
    details_json jsonb not null default '{}',
    expires_at timestamptz not null,
    extended_at timestamptz,
    committed_at timestamptz,
    created_at timestamptz not null default now(),
    constraint reservations_business_id_id_key unique (business_id, id),
    -- The key first: an index that begins with the business would look as good as (business_id, id) while the table is small.
    constraint reservations_idempotency_key_key unique (idempotency_key, business_id),
    constraint reservations_times check (end_at > start_at),
    constraint reservations_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade,
    constraint reservations_nominated_fkey foreign key (business_id, nominated_resource_id)
        references scheduling.resources (business_id, id) on delete set null (nominated_resource_id),
    constraint reservations_chosen_fkey foreign key (business_id, chosen_resource_id)
        references scheduling.resources (business_id, id) on delete set null (chosen_resource_id)
);
create index idx_reservations_expires on scheduling.reservations (expires_at);
-- The client first, for the same reason.
create index idx_reservations_client on scheduling.reservations (client_hash, business_id, expires_at);
call platform.protect('scheduling.reservations', house => true);
comment on table scheduling.reservations is 'Holds: a promise for some minutes while a form is filled; alive while expires_at is ahead';
comment on column scheduling.reservations.token_hash is 'SHA-256 of the token in the guest''s address bar';
comment on column scheduling.reservations.chosen_resource_id is 'The person who was chosen, or the room or table where nobody serves: whose column the booking stands in';
comment on column scheduling.reservations.committed_at is 'When it became a booking; the row is kept a while so that a repeated submit finds it';
comment on column scheduling.reservations.details_json is 'What was typed so far, so that nothing is lost when the hold is';

-- The submits of one address queue up here until their transactions end, so the number stays true until a hold is written.
-- Counting is a statement of its own, whose snapshot is not older than the lock.
create function scheduling.live_holds(client bytea, instant timestamptz) returns bigint language plpgsql volatile as
$$
begin
    perform pg_advisory_xact_lock(hashtextextended('holds of ' || platform.business() || ' ' || encode(client, 'hex'), 0));
    return (select count(*) from scheduling.reservations r where r.business_id = platform.business()
        and r.client_hash = client and r.expires_at > instant and r.committed_at is null);
end $$;
comment on function scheduling.live_holds(bytea, timestamptz) is
    'How many living holds a network address has at the business of this transaction; locks the address until the end of it';

create table scheduling.allocations (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    resource_id uuid not null,
    seat smallint not null default 0 constraint allocations_seat check (seat >= 0),
    start_at timestamptz not null,
    end_at timestamptz not null,
    during tstzrange not null generated always as (tstzrange(start_at, end_at, '[)')) stored,
    reservation_id uuid,
    booking_id uuid,
    expires_at timestamptz,
    constraint allocations_business_id_id_key unique (business_id, id),
    constraint allocations_span check (end_at > start_at and end_at - start_at <= interval '36 hours'),
    constraint allocations_expiry check (expires_at is null or booking_id is null),
    constraint allocations_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete cascade,
    constraint allocations_reservation_fkey foreign key (business_id, reservation_id)
        references scheduling.reservations (business_id, id) on delete cascade,
    constraint allocations_no_overlap exclude using gist (resource_id with =, business_id with =, seat with =, during with &&)
);
create index idx_allocations_business_start on scheduling.allocations (business_id, start_at) include (end_at, resource_id, seat, expires_at);
create index idx_allocations_reservation on scheduling.allocations (reservation_id) where reservation_id is not null;
create index idx_allocations_booking on scheduling.allocations (booking_id) where booking_id is not null;
create index idx_allocations_expires on scheduling.allocations (expires_at) where expires_at is not null;
call platform.protect('scheduling.allocations', house => true);
comment on table scheduling.allocations is 'Taken time, buffers inside: the one truth about who and what is busy';
comment on constraint allocations_no_overlap on scheduling.allocations is
    'The last word on taken time. It names the business because constraints are past row security; the resource stands first because it tells rows apart';
comment on column scheduling.allocations.during is 'For the constraint only; queries use start_at and end_at, which a b-tree finds under row security';
comment on column scheduling.allocations.expires_at is 'When a hold''s claim lapses; NULL for bookings and blocks';
comment on constraint allocations_span on scheduling.allocations is 'The limit lets a query bound start_at from below; longer absences are written day by day';
