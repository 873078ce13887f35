-- What a guest agreed to: what the shop wrote down itself, with the
-- words in which it was asked and the way it came. What was agreed to with a booking stands among its answers, is read there and
-- copied nowhere; where that is withdrawn, a row here names it. Nothing of it is deleted but with its card, and no trail has its
-- words.

create table bookings.consents (
    id uuid constraint consents_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    customer_id uuid not null,
    kind text not null constraint consents_kind check (kind in ('marketing', 'photos', 'health', 'other', 'answer')),
    topic text not null default '' constraint consents_topic check (char_length(topic) <= 60),
    wording text not null default '' constraint consents_wording check (char_length(wording) <= 4000),
    way text not null default 'online' constraint consents_way check (way in ('person', 'paper', 'phone', 'online')),
    signer text not null default '' constraint consents_signer check (char_length(signer) <= 100),
    agreed_on date not null,
    booking_id uuid,
    question uuid,
    agreed_at timestamptz,
    written_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    withdrawn_on date,
    withdrawal_note text not null default '' constraint consents_withdrawal_note check (char_length(withdrawal_note) <= 200),
    withdrawn_at timestamptz,
    withdrawn_by uuid references accounts.users (id) on delete set null,
    constraint consents_of_an_answer check (
        case kind when 'answer' then booking_id is not null and agreed_at is not null
        else num_nonnulls(booking_id, question, agreed_at) = 0 and wording <> '' end),
    constraint consents_topic_of_others check (kind <> 'other' or topic <> ''),
    constraint consents_withdrawn check (num_nonnulls(withdrawn_on, withdrawn_at) in (0, 2) and withdrawn_on >= agreed_on),
    constraint consents_customer_fkey foreign key (business_id, customer_id)
        references customers.customers (business_id, id) on delete cascade,
    constraint consents_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade
);
create index idx_consents_customer on bookings.consents (business_id, customer_id, agreed_on desc);
create unique index consents_one_an_answer on bookings.consents (business_id, booking_id, question, agreed_at)
    nulls not distinct where kind = 'answer';
create index idx_consents_written_by on bookings.consents (written_by);
create index idx_consents_withdrawn_by on bookings.consents (withdrawn_by);
-- What was asked before is where the next one begins.
create index idx_consents_kind on bookings.consents (business_id, kind, topic, created_at desc) where kind <> 'answer';
create trigger audit after insert or update or delete on bookings.consents
    for each row execute function audit.record('topic', 'wording', 'signer', 'withdrawal_note');
call platform.protect('bookings.consents',
    person => 'customer_id = any (array(select id from customers.customers))');
comment on table bookings.consents is 'What a guest agreed to, as the shop wrote it down, and what of all they agreed to they took back';
comment on column bookings.consents.kind is '`answer`: what was agreed to stands among the answers of a booking, and the row only says that it was withdrawn';
comment on column bookings.consents.topic is 'What it is about, where it is none of the usual kinds, or how far it goes';
comment on column bookings.consents.wording is 'The words in which it was asked';
comment on column bookings.consents.signer is 'Who agreed, where it was not the guest: a parent, a guardian';
comment on column bookings.consents.question is 'Which question of the booking; none is the one that the house asks about health';
comment on column bookings.consents.agreed_at is 'When that answer was given: one that is given anew is not withdrawn';
