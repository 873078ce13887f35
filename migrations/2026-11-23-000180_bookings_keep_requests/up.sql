-- A booking that waits for the shop (リクエスト予約): until when it does, and what else the shop has proposed meanwhile.

create table bookings.booking_requests (
    id uuid constraint booking_requests_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null constraint booking_requests_one unique,
    answer_hours smallint not null constraint booking_requests_hours check (answer_hours between 1 and 72),
    answer_until timestamptz not null,
    remind_at timestamptz not null,
    reminded_at timestamptz,
    created_at timestamptz not null default now(),
    constraint booking_requests_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade
);
create index booking_requests_of_business on bookings.booking_requests (business_id, booking_id);
call platform.protect('bookings.booking_requests');
comment on table bookings.booking_requests is 'What is known of a booking that waited for the shop; whether it still does says its state';
comment on column bookings.booking_requests.answer_until is 'Then it lapses by itself; nights are not counted towards it';
comment on column bookings.booking_requests.remind_at is 'Then the shop is reminded, once';

create table bookings.request_offers (
    id uuid constraint request_offers_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null,
    reservation_id uuid not null constraint request_offers_one unique,
    constraint request_offers_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade,
    constraint request_offers_reservation_fkey foreign key (business_id, reservation_id)
        references scheduling.reservations (business_id, id) on delete cascade
);
create index request_offers_of_booking on bookings.request_offers (booking_id);
call platform.protect('bookings.request_offers');
comment on table bookings.request_offers is 'Other times or people that the shop proposes for a request; each is held by its reservation while it stands';
