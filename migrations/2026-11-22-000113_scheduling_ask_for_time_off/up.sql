-- Days or hours off that somebody asks for, and what whoever plans shifts says to it (ST5). What is approved is written down as
-- exceptions to their shifts, which is all that the engine reads; the request only knows which of them are its own.

create table scheduling.time_off_requests (
    id uuid constraint time_off_requests_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    resource_id uuid not null,
    asked_by uuid references accounts.users (id) on delete set null,
    kind text not null constraint time_off_requests_kind check (kind in ('paid', 'rest', 'sick', 'other')),
    state text not null default 'open'
        constraint time_off_requests_state check (state in ('open', 'approved', 'declined', 'withdrawn', 'revoked')),
    first_date date not null,
    last_date date not null,
    start_minute smallint,
    end_minute smallint,
    reason text not null default '' constraint time_off_requests_reason check (char_length(reason) <= 400),
    answer text not null default '' constraint time_off_requests_answer check (char_length(answer) <= 400),
    replaced_json jsonb not null default '[]' constraint time_off_requests_replaced check (jsonb_typeof(replaced_json) = 'array'),
    version integer not null default 1,
    decided_by uuid references accounts.users (id) on delete set null,
    decided_at timestamptz,
    created_at timestamptz not null default now(),
    constraint time_off_requests_business_id_id_key unique (business_id, id),
    constraint time_off_requests_days check (last_date between first_date and first_date + 366),
    constraint time_off_requests_hours check (
        num_nonnulls(start_minute, end_minute) = 0
        or start_minute >= 0 and end_minute > start_minute and end_minute <= 1800 and last_date = first_date),
    constraint time_off_requests_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete cascade,
    -- Two days' minutes a date, since a business day may run past midnight.
    constraint time_off_requests_no_overlap exclude using gist (
        resource_id with =,
        int4range(
            (first_date - date '2000-01-01') * 2880 + coalesce(start_minute, 0),
            (last_date - date '2000-01-01') * 2880 + coalesce(end_minute, 2880)
        ) with &&
    ) where (state in ('open', 'approved'))
);
create index time_off_requests_of_business on scheduling.time_off_requests (business_id, last_date);
create index time_off_requests_asked_by on scheduling.time_off_requests (asked_by);
create index time_off_requests_decided_by on scheduling.time_off_requests (decided_by);
create trigger audit after insert or update or delete on scheduling.time_off_requests
    for each row execute function audit.record('kind', 'reason', 'answer', 'replaced_json');
create trigger revise after insert or update or delete on scheduling.time_off_requests
    for each row execute function platform.revise();
call platform.protect('scheduling.time_off_requests', house => true);
comment on table scheduling.time_off_requests is 'Days or hours off that somebody asked for';
comment on column scheduling.time_off_requests.kind is 'It may tell of somebody''s health, so neither letter nor trail has it';
comment on column scheduling.time_off_requests.start_minute is 'With end_minute, hours of a single date; without, whole days';
comment on column scheduling.time_off_requests.replaced_json is 'What had been said of these dates before it was approved, to be said again when that is taken back';
comment on column scheduling.time_off_requests.version is 'Raised with every change: a letter is only about the one it was written for';

alter table scheduling.staff_exceptions add column time_off_id uuid;
alter table scheduling.staff_exceptions add constraint staff_exceptions_time_off_fkey foreign key (business_id, time_off_id)
    references scheduling.time_off_requests (business_id, id) on delete cascade;
create index staff_exceptions_time_off on scheduling.staff_exceptions (time_off_id) where time_off_id is not null;
comment on column scheduling.staff_exceptions.time_off_id is 'The approved request that it comes from';
