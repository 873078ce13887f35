-- Future bookings out of another system's file (IM2). What was read waits here until somebody has said what it means and has
-- seen what it would do, a day at most; of what was made, the counts stay.

create table bookings.booking_imports (
    id uuid constraint booking_imports_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    created_by uuid references accounts.users (id) on delete set null,
    state text not null default 'waiting' constraint booking_imports_state check (state in ('waiting', 'made', 'undone')),
    cells jsonb,
    choices jsonb not null default '{}',
    made_count integer not null default 0 constraint booking_imports_made check (made_count >= 0),
    left_count integer not null default 0 constraint booking_imports_left check (left_count >= 0),
    card_count integer not null default 0 constraint booking_imports_cards check (card_count >= 0),
    promised_count integer not null default 0 constraint booking_imports_promised check (promised_count >= 0),
    tells_guests boolean not null default false,
    created_at timestamptz not null default now(),
    made_at timestamptz,
    undone_at timestamptz,
    constraint booking_imports_business_id_id_key unique (business_id, id),
    constraint booking_imports_waits check ((state = 'waiting') = (cells is not null) and (state = 'waiting') = (made_at is null))
);
create index booking_imports_of_business on bookings.booking_imports (business_id, created_at);
create index booking_imports_waiting on bookings.booking_imports (created_at) where state = 'waiting';
create index booking_imports_created_by on bookings.booking_imports (created_by);
create trigger audit after insert or update or delete on bookings.booking_imports for each row execute function audit.record('cells', 'choices');
call platform.protect('bookings.booking_imports', house => true);
comment on table bookings.booking_imports is 'Files of bookings from another system: what waits, and what came of it';
comment on column bookings.booking_imports.cells is 'The first row and the lines, each with its number; gone once they are bookings';
comment on column bookings.booking_imports.choices is 'Which column means what, and which of their names is which of ours';
comment on column bookings.booking_imports.promised_count is 'How many lie outside the hours of the shop and were taken over as promised';

-- Which booking came out of which line, and what the other system called it.
create table bookings.imported_bookings (
    id uuid constraint imported_bookings_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null constraint imported_bookings_once unique,
    import_id uuid not null,
    line integer not null,
    outside_number text not null default '' constraint imported_bookings_number check (char_length(outside_number) <= 100),
    has_made_card boolean not null default false,
    constraint imported_bookings_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade,
    constraint imported_bookings_import_fkey foreign key (business_id, import_id)
        references bookings.booking_imports (business_id, id) on delete cascade
);
create index imported_bookings_of_import on bookings.imported_bookings (business_id, import_id, line);
create index imported_bookings_by_number on bookings.imported_bookings (business_id, outside_number) where outside_number <> '';
call platform.protect('bookings.imported_bookings');
comment on table bookings.imported_bookings is 'What a booking was in the system that it came from';
comment on column bookings.imported_bookings.has_made_card is 'Whether the card of its guest was made with it, so that undoing takes that back as well';
