-- 受付の上限: how many of one service, and how many by one person, guests may book on a day and in a week (AV8).

create table scheduling.line_caps (
    id uuid constraint line_caps_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid,
    resource_id uuid,
    lines_a_day smallint constraint line_caps_a_day check (lines_a_day between 1 and 999),
    lines_a_week smallint constraint line_caps_a_week check (lines_a_week between 1 and 9999),
    constraint line_caps_one check (num_nonnulls(service_id, resource_id) = 1),
    constraint line_caps_some check (num_nonnulls(lines_a_day, lines_a_week) > 0),
    constraint line_caps_of_service unique (business_id, service_id),
    constraint line_caps_of_resource unique (business_id, resource_id),
    constraint line_caps_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade,
    constraint line_caps_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete cascade
);
create trigger audit after insert or update or delete on scheduling.line_caps
    for each row execute function audit.record();
create trigger revise after insert or update or delete on scheduling.line_caps
    for each row execute function platform.revise();
call platform.protect('scheduling.line_caps');
comment on table scheduling.line_caps is
    'Guests book no more of a service, or by a person, where so many lines begin, whoever booked them; without a row there is no limit';
comment on column scheduling.line_caps.lines_a_day is 'On a day of the calendar; lines_a_week: from Monday to Sunday';
