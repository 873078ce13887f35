-- What a guest can have besides, or instead: it adds to the price and to the time (PB4). Options stand in groups, which say
-- whether one or several may be had and whether one must be, and groups hang on services.

create table catalog.option_groups (
    id uuid constraint option_groups_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    name_ja text not null constraint option_groups_name check (char_length(name_ja) between 1 and 120),
    name_en text not null default '',
    is_single boolean not null default true,
    is_required boolean not null default false,
    sort_order smallint not null default 0,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint option_groups_business_id_id_key unique (business_id, id)
);
create index idx_option_groups_business on catalog.option_groups (business_id, sort_order);
create trigger audit after insert or update or delete on catalog.option_groups for each row execute function audit.record();
create trigger revise after insert or update or delete on catalog.option_groups for each row execute function platform.revise();
call platform.protect('catalog.option_groups');
comment on table catalog.option_groups is 'Options among which a guest chooses';
comment on column catalog.option_groups.is_single is 'At most one of them; otherwise as many as one likes';
comment on column catalog.option_groups.is_required is 'At least one of them';

create table catalog.options (
    id uuid constraint options_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    group_id uuid not null,
    name_ja text not null constraint options_name check (char_length(name_ja) between 1 and 120),
    name_en text not null default '',
    price_cents bigint not null default 0 constraint options_price check (price_cents between 0 and 99999999),
    minutes smallint not null default 0 constraint options_minutes check (minutes between 0 and 480 and minutes % 5 = 0),
    sort_order smallint not null default 0,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint options_business_id_id_key unique (business_id, id),
    constraint options_group_fkey foreign key (business_id, group_id)
        references catalog.option_groups (business_id, id) on delete cascade
);
create index idx_options_group on catalog.options (business_id, group_id, sort_order);
create trigger audit after insert or update or delete on catalog.options for each row execute function audit.record();
create trigger revise after insert or update or delete on catalog.options for each row execute function platform.revise();
call platform.protect('catalog.options');
comment on column catalog.options.price_cents is 'Tax-included, in the currency''s minor unit, per person of the party; taxed like the service';
comment on column catalog.options.minutes is 'What it adds to the length of the service';

create table catalog.service_option_groups (
    id uuid constraint service_option_groups_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    group_id uuid not null,
    constraint service_option_groups_once unique (service_id, group_id),
    constraint service_option_groups_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade,
    constraint service_option_groups_group_fkey foreign key (business_id, group_id)
        references catalog.option_groups (business_id, id) on delete cascade
);
create index idx_service_option_groups_group on catalog.service_option_groups (group_id);
create trigger revise after insert or update or delete on catalog.service_option_groups for each row execute function platform.revise();
call platform.protect('catalog.service_option_groups');
comment on table catalog.service_option_groups is 'With which services the options of a group can be had';
