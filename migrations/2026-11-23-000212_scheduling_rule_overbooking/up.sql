-- How much staff may knowingly put over other bookings on one day. Without a row, as much as they give a reason for (CC5).

create table scheduling.overbooking_rules (
    id uuid constraint overbooking_rules_pkey primary key default uuid_generate_v4(),
    business_id uuid not null constraint overbooking_rules_one unique references businesses.businesses (id) on delete cascade,
    seats_a_day smallint constraint overbooking_rules_most check (seats_a_day between 0 and 999)
);
create trigger audit after insert or update or delete on scheduling.overbooking_rules
    for each row execute function audit.record();
call platform.protect('scheduling.overbooking_rules');
comment on table scheduling.overbooking_rules is 'How much a shop lets be put over other bookings knowingly';
comment on column scheduling.overbooking_rules.seats_a_day is
    'So many seats beyond the real ones begin on a day of the calendar at most; 0: none; NULL: as many as a reason is given for';
