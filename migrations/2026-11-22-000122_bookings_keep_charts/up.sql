-- What was done at a visit, as those who work there write it down for the next time (CR2), with photographs that nobody sees
-- besides them. No trail is kept of the words.

create table bookings.chart_headings (
    id uuid constraint chart_headings_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    sort_order smallint not null,
    name text not null constraint chart_headings_name check (char_length(name) between 1 and 40),
    constraint chart_headings_once unique (business_id, sort_order)
);
create trigger audit after insert or update or delete on bookings.chart_headings
    for each row execute function audit.record();
call platform.protect('bookings.chart_headings');
comment on table bookings.chart_headings is 'Under what a business writes its charts; none means those of its kind of business';

create table bookings.chart_entries (
    id uuid constraint chart_entries_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    customer_id uuid not null,
    booking_id uuid,
    visited_on date not null,
    parts jsonb not null constraint chart_entries_parts check (jsonb_typeof(parts) = 'array'),
    version integer not null default 0,
    written_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint chart_entries_business_id_id_key unique (business_id, id),
    constraint chart_entries_customer_fkey foreign key (business_id, customer_id)
        references customers.customers (business_id, id) on delete cascade,
    constraint chart_entries_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete set null (booking_id)
);
create index idx_chart_entries_customer on bookings.chart_entries (business_id, customer_id, visited_on desc);
create index idx_chart_entries_booking on bookings.chart_entries (business_id, booking_id);
create index idx_chart_entries_written_by on bookings.chart_entries (written_by);
create trigger touch before update on bookings.chart_entries for each row execute function platform.touch();
create trigger audit after insert or update or delete on bookings.chart_entries
    for each row execute function audit.record('parts');
call platform.protect('bookings.chart_entries',
    person => 'customer_id = any (array(select id from customers.customers))');
comment on table bookings.chart_entries is 'What was done at one visit of a guest';
comment on column bookings.chart_entries.parts is 'In order: the heading as it was called then, and what was written under it';

create table bookings.chart_photos (
    id uuid constraint chart_photos_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    entry_id uuid not null,
    stage text not null default 'after' constraint chart_photos_stage check (stage in ('before', 'after')),
    caption text not null default '' constraint chart_photos_caption check (char_length(caption) <= 200),
    picture text not null constraint chart_photos_picture check (picture ~ '^[0-9a-f]{64}$'),
    ending text not null constraint chart_photos_ending check (ending in ('jpg', 'png')),
    width integer not null constraint chart_photos_width check (width between 1 and 20000),
    height integer not null constraint chart_photos_height check (height between 1 and 20000),
    size_bytes integer not null default 0,
    uploaded_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint chart_photos_entry_fkey foreign key (business_id, entry_id)
        references bookings.chart_entries (business_id, id) on delete cascade
);
create index idx_chart_photos_entry on bookings.chart_photos (business_id, entry_id, created_at);
create index idx_chart_photos_picture on bookings.chart_photos (business_id, picture);
create index idx_chart_photos_uploaded_by on bookings.chart_photos (uploaded_by);
create trigger audit after insert or update or delete on bookings.chart_photos
    for each row execute function audit.record('caption', 'picture');
call platform.protect('bookings.chart_photos',
    person => 'entry_id = any (array(select id from bookings.chart_entries))');
comment on table bookings.chart_photos is 'Photographs of a visit; their files lie where no public address leads';
comment on column bookings.chart_photos.picture is 'The hash of its widest file, under which all of them lie';
