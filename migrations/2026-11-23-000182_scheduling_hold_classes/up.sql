-- Classes: what is held at set times however many come. Besides the timetable of the week there are sessions on single dates,
-- sessions that are called off and sessions with another teacher; and a class may need so many guests to be held at all.

create table scheduling.class_rules (
    id uuid constraint class_rules_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    least smallint not null constraint class_rules_least check (least between 1 and 500),
    decide_hours smallint not null constraint class_rules_hours check (decide_hours between 0 and 336),
    calls_off_itself boolean not null,
    since timestamptz not null default now(),
    constraint class_rules_one unique (business_id, service_id),
    constraint class_rules_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade
);
create trigger audit after insert or update or delete on scheduling.class_rules
    for each row execute function audit.record();
create trigger revise after insert or update or delete on scheduling.class_rules
    for each row execute function platform.revise();
-- The night shift looks for businesses that have something to decide.
call platform.protect('scheduling.class_rules', house => true);
comment on table scheduling.class_rules is 'A service with a row here is a class: it is held on its timetable and on single dates, and at no other times';
comment on column scheduling.class_rules.least is 'So many guests are needed for it to be held; 1 is whoever comes';
comment on column scheduling.class_rules.decide_hours is 'So many hours before a session it is decided whether it is held';
comment on column scheduling.class_rules.calls_off_itself is 'Whether a session with too few guests is called off by itself; otherwise the shop is asked';
comment on column scheduling.class_rules.since is 'From when on this holds: what had to be decided earlier stays as it was';

create table scheduling.class_dates (
    id uuid constraint class_dates_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    date date not null,
    start_minute smallint not null constraint class_dates_minute check (start_minute between 0 and 1799),
    is_held boolean not null,
    resource_id uuid,
    created_at timestamptz not null default now(),
    constraint class_dates_once unique (business_id, service_id, date, start_minute),
    constraint class_dates_class_fkey foreign key (business_id, service_id)
        references scheduling.class_rules (business_id, service_id) on delete cascade,
    constraint class_dates_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete set null (resource_id)
);
create index class_dates_of_resource on scheduling.class_dates (business_id, resource_id);
create trigger audit after insert or update or delete on scheduling.class_dates
    for each row execute function audit.record();
create trigger revise after insert or update or delete on scheduling.class_dates
    for each row execute function platform.revise();
call platform.protect('scheduling.class_dates');
comment on table scheduling.class_dates is 'What was said of one session of one date, in place of the timetable';
comment on column scheduling.class_dates.date is 'The business day: past midnight still yesterday''s';
comment on column scheduling.class_dates.start_minute is 'Minutes after midnight of the business day';
comment on column scheduling.class_dates.is_held is 'Held, on the timetable or besides it; otherwise called off';
comment on column scheduling.class_dates.resource_id is 'Who gives it; NULL is whoever gives the class';

create table scheduling.class_checks (
    id uuid constraint class_checks_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    date date not null,
    start_minute smallint not null,
    outcome text not null constraint class_checks_outcome check (outcome in ('enough', 'called_off', 'asked', 'kept')),
    guests integer not null default 0,
    decided_at timestamptz not null default now(),
    constraint class_checks_once unique (business_id, service_id, date, start_minute),
    constraint class_checks_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade
);
call platform.protect('scheduling.class_checks');
comment on table scheduling.class_checks is 'Whether a session had the guests it needs, decided once and never again';
comment on column scheduling.class_checks.outcome is 'enough; called_off by itself; asked: the shop was asked; kept: it said that it is held all the same';
comment on column scheduling.class_checks.guests is 'How many were to come when it was decided';
