-- 放置時間: while a colour sets nobody is needed, and whoever serves can serve somebody else; the chair stays taken.

create table catalog.processing_times (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null constraint processing_times_one unique,
    after_minutes smallint not null constraint processing_times_after check (after_minutes between 5 and 1440 and after_minutes % 5 = 0),
    processing_minutes smallint not null constraint processing_times_minutes check (processing_minutes between 5 and 1440 and processing_minutes % 5 = 0),
    constraint processing_times_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade
);
create index processing_times_of_business on catalog.processing_times (business_id, service_id);
create trigger audit after insert or update or delete on catalog.processing_times
    for each row execute function audit.record();
create trigger revise after insert or update or delete on catalog.processing_times
    for each row execute function platform.revise();
call platform.protect('catalog.processing_times');
comment on table catalog.processing_times is 'The part of a service that needs nobody; at most one a service';
comment on column catalog.processing_times.after_minutes is 'Minutes from the start of the service until it begins';
comment on column catalog.processing_times.processing_minutes is 'Minutes it lasts';
