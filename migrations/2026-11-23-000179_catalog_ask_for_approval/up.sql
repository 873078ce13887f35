-- 承認制: what guests ask for of such a service is a request, which takes its time and waits for the shop.

create table catalog.service_approvals (
    id uuid constraint service_approvals_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null constraint service_approvals_one unique,
    answer_hours smallint not null constraint service_approvals_hours check (answer_hours between 1 and 72),
    constraint service_approvals_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade
);
create index service_approvals_of_business on catalog.service_approvals (business_id, service_id);
create trigger audit after insert or update or delete on catalog.service_approvals
    for each row execute function audit.record();
create trigger revise after insert or update or delete on catalog.service_approvals
    for each row execute function platform.revise();
call platform.protect('catalog.service_approvals');
comment on table catalog.service_approvals is 'Services that guests ask for; one without a row is booked at once';
comment on column catalog.service_approvals.answer_hours is 'Hours that a request waits for the shop, nights left out';
