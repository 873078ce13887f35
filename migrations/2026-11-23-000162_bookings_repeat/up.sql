-- くり返し予約: bookings that were made together by one rule. Each is a booking like any other, with a price, terms and a link of
-- its own; what stands here says by which rule they were made, and which of them belong together.

create table bookings.booking_series (
    id uuid constraint booking_series_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    every_weeks smallint not null constraint booking_series_every check (every_weeks between 1 and 12),
    weekdays smallint not null constraint booking_series_weekdays check (weekdays between 1 and 127),
    start_minute smallint not null constraint booking_series_minute check (start_minute between 0 and 1800),
    begins_on date not null,
    ends_on date,
    ends_after smallint constraint booking_series_after check (ends_after between 2 and 52),
    idempotency_key text not null constraint booking_series_key check (char_length(idempotency_key) between 8 and 200),
    created_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    constraint booking_series_business_id_id_key unique (business_id, id),
    constraint booking_series_once unique (business_id, idempotency_key),
    constraint booking_series_ends check (num_nonnulls(ends_on, ends_after) = 1 and (ends_on is null or ends_on >= begins_on))
);
create index booking_series_created_by on bookings.booking_series (created_by);
call platform.protect('bookings.booking_series');
comment on table bookings.booking_series is 'Rules by which bookings were made together; what became of each since stands with the booking';
comment on column bookings.booking_series.weekdays is 'A bit a day of the week: 1 Sunday, 2 Monday, 4 Tuesday, up to 64 Saturday';
comment on column bookings.booking_series.start_minute is 'Minutes after midnight of the business day, the same on every day';
comment on column bookings.booking_series.idempotency_key is 'The form''s key: the second submit finds what the first one made';

create table bookings.series_bookings (
    id uuid constraint series_bookings_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null,
    series_id uuid not null,
    place smallint not null constraint series_bookings_place check (place > 0),
    wanted_on date not null,
    constraint series_bookings_once unique (business_id, booking_id),
    constraint series_bookings_places unique (business_id, series_id, place),
    constraint series_bookings_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade,
    constraint series_bookings_series_fkey foreign key (business_id, series_id)
        references bookings.booking_series (business_id, id) on delete cascade
);
call platform.protect('bookings.series_bookings', person => 'booking_id = any (array(select id from bookings.bookings))');
comment on table bookings.series_bookings is 'Which bookings belong to which series, and in which place';
comment on column bookings.series_bookings.wanted_on is 'The day that the rule had for it, wherever it was put then';
