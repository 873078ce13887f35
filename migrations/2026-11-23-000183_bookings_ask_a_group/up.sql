-- 日程調整: somebody asks a group which of up to five times suits them, and books the one they choose. The times are nobody's
-- while it is asked: nothing is held. Nobody needs an account; who has the link answers, and who asked has a link of their own.

create table bookings.polls (
    id uuid constraint polls_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    party_size smallint not null constraint polls_party check (party_size between 1 and 500),
    proposer text not null constraint polls_proposer check (char_length(proposer) between 1 and 40),
    own_hash bytea not null constraint polls_own_hash_key unique,
    link_hash bytea not null constraint polls_link_hash_key unique,
    times timestamptz[] not null constraint polls_times check (cardinality(times) between 2 and 5),
    ends_at timestamptz not null,
    created_at timestamptz not null default now(),
    constraint polls_business_id_id_key unique (business_id, id),
    constraint polls_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade
);
create index polls_of_service on bookings.polls (business_id, service_id);
create index polls_ended on bookings.polls (ends_at);
-- The clock clears what is over.
call platform.protect('bookings.polls', house => true);
comment on table bookings.polls is 'Which of some times suits a group; cleared two days after the last of them';
comment on column bookings.polls.own_hash is 'Of the key in the address of whoever asks';
comment on column bookings.polls.link_hash is 'Of the key in the address that the others are given';
comment on column bookings.polls.ends_at is 'The last of the times';

create table bookings.poll_answers (
    id uuid constraint poll_answers_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    poll_id uuid not null,
    name text not null constraint poll_answers_name check (char_length(name) between 1 and 40),
    suits timestamptz[] not null constraint poll_answers_suits check (cardinality(suits) <= 5),
    created_at timestamptz not null default now(),
    constraint poll_answers_once unique (business_id, poll_id, name),
    constraint poll_answers_poll_fkey foreign key (business_id, poll_id)
        references bookings.polls (business_id, id) on delete cascade
);
call platform.protect('bookings.poll_answers', house => true);
comment on table bookings.poll_answers is 'Which of the times suit somebody; the same name once more is another answer';
