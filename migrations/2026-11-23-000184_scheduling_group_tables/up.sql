-- Tables that are put together for a party that none of them seats alone.

create table scheduling.table_groups (
    id uuid constraint table_groups_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    name text not null constraint table_groups_name check (char_length(name) between 1 and 60),
    least smallint not null constraint table_groups_least check (least between 1 and 500),
    most smallint not null constraint table_groups_most check (most between 1 and 500),
    sort_order smallint not null default 0,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint table_groups_party check (most >= least),
    constraint table_groups_business_id_id_key unique (business_id, id)
);
create unique index table_groups_one_name on scheduling.table_groups (business_id, name) where deleted_at is null;
create trigger audit after insert or update or delete on scheduling.table_groups
    for each row execute function audit.record();
create trigger revise after insert or update or delete on scheduling.table_groups
    for each row execute function platform.revise();
call platform.protect('scheduling.table_groups');
comment on table scheduling.table_groups is 'Tables or rooms that may be put together; all of them are taken, or none';
comment on column scheduling.table_groups.least is 'The smallest party they are put together for; most: the largest';
comment on column scheduling.table_groups.sort_order is 'The owner''s order: counts where as many tables with as many seats would do';

create table scheduling.table_group_members (
    id uuid constraint table_group_members_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    group_id uuid not null,
    resource_id uuid not null,
    constraint table_group_members_once unique (group_id, resource_id),
    constraint table_group_members_group_fkey foreign key (business_id, group_id)
        references scheduling.table_groups (business_id, id) on delete cascade,
    constraint table_group_members_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete cascade
);
create index idx_table_group_members_resource on scheduling.table_group_members (resource_id);
create trigger audit after insert or update or delete on scheduling.table_group_members
    for each row execute function audit.record();
create trigger revise after insert or update or delete on scheduling.table_group_members
    for each row execute function platform.revise();
call platform.protect('scheduling.table_group_members');
comment on table scheduling.table_group_members is 'Each table of a group, once';
