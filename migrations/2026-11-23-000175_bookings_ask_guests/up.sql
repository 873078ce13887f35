-- Whoever should serve is suddenly off, and the shop has put a booking elsewhere or could not: its guest is asked. The booking
-- itself stands where it was put, so that what is proposed is taken like all other time and nothing lapses while nobody answers.
-- A row is about where the booking stood when it was asked; once it stands elsewhere or is called off, nobody is asked any more.

create table bookings.proposals (
    id uuid constraint proposals_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    booking_id uuid not null constraint proposals_one unique,
    absent_id uuid,
    absent_on date not null,
    was_start_at timestamptz not null,
    was_end_at timestamptz not null,
    start_at timestamptz not null,
    resource_id uuid,
    is_choice boolean not null default false,
    answer text constraint proposals_answer check (answer in ('accepted', 'other')),
    answered_at timestamptz,
    asked_at timestamptz not null default now(),
    constraint proposals_answered check (num_nonnulls(answer, answered_at) in (0, 2)),
    constraint proposals_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade,
    constraint proposals_absent_fkey foreign key (business_id, absent_id)
        references scheduling.resources (business_id, id) on delete set null (absent_id),
    constraint proposals_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete set null (resource_id)
);
create index idx_proposals_absence on bookings.proposals (business_id, absent_on);
create index idx_proposals_open on bookings.proposals (business_id, start_at) where answer is null or answer = 'other';
call platform.protect('bookings.proposals');
comment on table bookings.proposals is 'What a guest is asked because whoever should serve them is suddenly off; at most one a booking, the last';
comment on column bookings.proposals.absent_id is 'Who is off';
comment on column bookings.proposals.absent_on is 'On which business day';
comment on column bookings.proposals.was_start_at is 'From when it was before';
comment on column bookings.proposals.start_at is 'From when the booking is while its guest is asked';
comment on column bookings.proposals.resource_id is 'In whose column it stands while its guest is asked';
comment on column bookings.proposals.is_choice is 'Nothing could be proposed: the guest chooses';
comment on column bookings.proposals.answer is '`other`: another time is wanted, and the booking stands until there is one';
