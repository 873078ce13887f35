-- What a guest answered beforehand, in the words in which it was asked (IF1 to IF3): a later change of a question changes
-- nothing here. One row a booking, and none where nothing was answered. No trail is kept of it: it is about health.

create table bookings.booking_answers (
    id uuid constraint booking_answers_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null constraint booking_answers_once unique,
    answers jsonb not null constraint booking_answers_list check (jsonb_typeof(answers) = 'array' and answers <> '[]'),
    created_at timestamptz not null default now(),
    constraint booking_answers_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade
);
create index idx_booking_answers_business on bookings.booking_answers (business_id, booking_id);
call platform.protect('bookings.booking_answers',
    person => 'booking_id = any (array(select id from bookings.bookings))');
comment on table bookings.booking_answers is 'What a guest answered beforehand, as it was asked';
comment on column bookings.booking_answers.answers is 'In order: the question, its words in ja and en, and what was given; a consent with its text, a name and a moment';
