-- When a shop's guests are reminded. Without a row: the day before, in the evening.

create table bookings.reminder_rules (
    id uuid constraint reminder_rules_pkey primary key default uuid_generate_v4(),
    business_id uuid not null constraint reminder_rules_one unique references businesses.businesses (id) on delete cascade,
    is_day_before boolean not null default true,
    lead_hours smallint constraint reminder_rules_hours check (lead_hours between 1 and 12)
);
create trigger audit after insert or update or delete on bookings.reminder_rules
    for each row execute function audit.record();
create trigger revise after insert or update or delete on bookings.reminder_rules
    for each row execute function platform.revise();
call platform.protect('bookings.reminder_rules');
comment on table bookings.reminder_rules is 'When a shop reminds its guests';
comment on column bookings.reminder_rules.is_day_before is 'At six in the evening of the day before';
comment on column bookings.reminder_rules.lead_hours is 'So many hours before it begins; NULL: not';

-- A booking that is moved is reminded of anew, so a reminder says of which time it was.
alter table bookings.booking_reminders add column for_start timestamptz;
comment on column bookings.booking_reminders.for_start is 'Of which beginning it reminds; after a move, another';
