-- What a service and what a cancellation policy will be from a date on: whatever is booked for that date and later goes by it
-- at once, and when the date has come it is written down as the thing itself.

create table catalog.service_changes (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null constraint service_changes_one unique,
    valid_from date not null,
    setup_json jsonb not null constraint service_changes_setup check (jsonb_typeof(setup_json) = 'object'),
    created_at timestamptz not null default now(),
    constraint service_changes_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade
);
create index service_changes_of_business on catalog.service_changes (business_id, service_id);
create index service_changes_due on catalog.service_changes (valid_from);
create trigger audit after insert or update or delete on catalog.service_changes
    for each row execute function audit.record('setup_json');
create trigger revise after insert or update or delete on catalog.service_changes
    for each row execute function platform.revise();
call platform.protect('catalog.service_changes', house => true);
comment on table catalog.service_changes is 'What a service will be from a date on; one plan a service';
comment on column catalog.service_changes.valid_from is 'The first business day it holds for';
comment on column catalog.service_changes.setup_json is 'The whole of it: its card, who and what it takes, its timetable';

create table catalog.policy_changes (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    policy_id uuid not null constraint policy_changes_one unique,
    valid_from date not null,
    card_json jsonb not null constraint policy_changes_card check (jsonb_typeof(card_json) = 'object'),
    created_at timestamptz not null default now(),
    constraint policy_changes_policy_fkey foreign key (business_id, policy_id)
        references catalog.cancellation_policies (business_id, id) on delete cascade
);
create index policy_changes_of_business on catalog.policy_changes (business_id, policy_id);
create index policy_changes_due on catalog.policy_changes (valid_from);
create trigger audit after insert or update or delete on catalog.policy_changes
    for each row execute function audit.record('card_json');
create trigger revise after insert or update or delete on catalog.policy_changes
    for each row execute function platform.revise();
call platform.protect('catalog.policy_changes', house => true);
comment on table catalog.policy_changes is 'What a cancellation policy will be from a date on; one plan a policy';
comment on column catalog.policy_changes.valid_from is 'The first business day of visits whose bookings go by it';
comment on column catalog.policy_changes.card_json is 'The whole of it, as it is written on its card';
