-- 受付可能数: how many may begin in each half-hour, whatever people and tables are free. Only what guests book by themselves is
-- limited; whatever begins counts.

create table scheduling.start_limits (
    id uuid constraint start_limits_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    day_of_week smallint not null constraint start_limits_day check (day_of_week between 0 and 8),
    start_minute smallint not null
        constraint start_limits_minute check (start_minute between 0 and 1770 and start_minute % 30 = 0),
    most smallint not null constraint start_limits_most check (most between 0 and 999),
    constraint start_limits_once unique (business_id, day_of_week, start_minute)
);
create trigger audit after insert or update or delete on scheduling.start_limits
    for each row execute function audit.record();
create trigger revise after insert or update or delete on scheduling.start_limits
    for each row execute function platform.revise();
call platform.protect('scheduling.start_limits');
comment on table scheduling.start_limits is 'The usual number of a half-hour; without a row there is no limit';
comment on column scheduling.start_limits.day_of_week is '0 Sunday to 6 Saturday, 7 public holiday, 8 the day before one';
comment on column scheduling.start_limits.start_minute is 'Minutes after midnight of the business day';

create table scheduling.start_limit_dates (
    id uuid constraint start_limit_dates_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    date date not null,
    start_minute smallint not null
        constraint start_limit_dates_minute check (start_minute between 0 and 1770 and start_minute % 30 = 0),
    most smallint not null constraint start_limit_dates_most check (most between 0 and 9999),
    constraint start_limit_dates_once unique (business_id, date, start_minute)
);
create trigger audit after insert or update or delete on scheduling.start_limit_dates
    for each row execute function audit.record();
create trigger revise after insert or update or delete on scheduling.start_limit_dates
    for each row execute function platform.revise();
call platform.protect('scheduling.start_limit_dates');
comment on table scheduling.start_limit_dates is 'The number of one half-hour of one date, in place of the usual one';
comment on column scheduling.start_limit_dates.date is 'The business day: past midnight still yesterday''s';

alter table scheduling.allocations add column begins_at timestamptz;
comment on column scheduling.allocations.begins_at is
    'When what is booked or held begins, buffers left out; NULL for blocks. The same in every row of one claim';
-- Who owns the tables is behind their walls, too.
alter table scheduling.allocations no force row level security;
alter table scheduling.reservations no force row level security;
update scheduling.allocations a set begins_at = r.start_at
    from scheduling.reservations r where r.id = a.reservation_id and r.business_id = a.business_id;
alter table scheduling.reservations force row level security;
alter table scheduling.allocations force row level security;
