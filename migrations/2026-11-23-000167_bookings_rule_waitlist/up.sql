-- Whether a shop keeps a waiting list, and how long whoever is offered a time has to answer (seed 000: 24 hours, settable from
-- 1 to 168). Without a row there is no list.

create table bookings.waitlist_rules (
    id uuid constraint waitlist_rules_pkey primary key default uuid_generate_v4(),
    business_id uuid not null constraint waitlist_rules_one unique references businesses.businesses (id) on delete cascade,
    is_on boolean not null default false,
    answer_hours smallint not null default 24
        constraint waitlist_rules_answer check (answer_hours between 1 and 168)
);
create trigger audit after insert or update or delete on bookings.waitlist_rules
    for each row execute function audit.record();
create trigger revise after insert or update or delete on bookings.waitlist_rules
    for each row execute function platform.revise();
call platform.protect('bookings.waitlist_rules');
comment on table bookings.waitlist_rules is 'How a shop keeps its waiting list';
comment on column bookings.waitlist_rules.answer_hours is 'Hours to answer an offer in; those of the night do not count';
