-- Files that a guest answered with (IF4): kept with the hold until there is a booking, then with that, and gone with either. They
-- lie here and not where photographs of shops lie, because nothing here has an address and everything goes with its row.

create table bookings.answer_files (
    id uuid constraint answer_files_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    reservation_id uuid,
    booking_id uuid,
    question uuid not null,
    name text not null constraint answer_files_name check (char_length(name) between 1 and 120),
    content_type text not null constraint answer_files_type check (content_type in ('image/jpeg', 'application/pdf')),
    bytes bytea not null constraint answer_files_size check (octet_length(bytes) between 1 and 5242880),
    created_at timestamptz not null default now(),
    constraint answer_files_of_one check (num_nonnulls(reservation_id, booking_id) = 1),
    constraint answer_files_reservation_fkey foreign key (business_id, reservation_id)
        references scheduling.reservations (business_id, id) on delete cascade,
    constraint answer_files_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade
);
-- What is packed already is not packed again.
alter table bookings.answer_files alter column bytes set storage external;
create index idx_answer_files_reservation on bookings.answer_files (business_id, reservation_id) where reservation_id is not null;
create index idx_answer_files_booking on bookings.answer_files (business_id, booking_id) where booking_id is not null;
call platform.protect('bookings.answer_files',
    person => 'booking_id = any (array(select id from bookings.bookings))', house => true);
-- The house takes away what was sent for a hold that became nothing, and sees nothing else.
alter policy house on bookings.answer_files using (booking_id is null);
comment on table bookings.answer_files is 'Files that guests answered questions with';
comment on column bookings.answer_files.reservation_id is 'The hold it was sent for, until there is a booking';
comment on column bookings.answer_files.question is 'Which question it answers; no foreign key, because answers outlive questions';
comment on column bookings.answer_files.bytes is 'A photograph as it was made anew, or a PDF as it came';
