-- What is offered (seeds 000 and 001). Prices are tax-included and in the currency's minor unit: ¥5,000 is 5000.

create type catalog.audience as enum ('everyone', 'new', 'returning');

create table catalog.categories (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    name_ja text not null,
    name_en text not null default '',
    sort_order smallint not null default 0,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint categories_business_id_id_key unique (business_id, id)
);
create unique index categories_business_name on catalog.categories (business_id, name_ja) where deleted_at is null;
create trigger revise after insert or update or delete on catalog.categories for each row execute function platform.revise();
call platform.protect('catalog.categories');

create table catalog.cancellation_policies (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    name text not null,
    hours_before integer not null default 24 constraint cancellation_policies_hours check (hours_before between 0 and 8760),
    penalty_percent smallint not null default 0 constraint check_penalty_percent check (penalty_percent >= 0 and penalty_percent <= 100),
    steps_json jsonb not null default '[]' constraint cancellation_policies_steps check (jsonb_typeof(steps_json) = 'array'),
    no_show_percent smallint not null default 100 constraint cancellation_policies_no_show check (no_show_percent between 0 and 100),
    basis_ja text not null default '',
    basis_en text not null default '',
    is_default boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint cancellation_policies_business_id_id_key unique (business_id, id)
);
create index idx_cancellation_policies_default on catalog.cancellation_policies (business_id, is_default);
create unique index cancellation_policies_one_default on catalog.cancellation_policies (business_id) where is_default and deleted_at is null;
create trigger touch before update on catalog.cancellation_policies for each row execute function platform.touch();
create trigger audit after insert or update or delete on catalog.cancellation_policies for each row execute function audit.record();
create trigger revise after insert or update or delete on catalog.cancellation_policies for each row execute function platform.revise();
call platform.protect('catalog.cancellation_policies');
comment on column catalog.cancellation_policies.hours_before is 'Free until so many hours before the start; penalty_percent from then on';
comment on column catalog.cancellation_policies.steps_json is 'Further steps towards the start: [{"hours_before": 24, "percent": 50}, …]';
comment on column catalog.cancellation_policies.basis_ja is 'How the fee is reckoned, told when asked (Consumer Contract Act)';

create table catalog.services (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    category uuid,
    name_ja text not null,
    name_en text not null default '',
    description_ja text not null default '',
    description_en text not null default '',
    duration_minutes smallint not null constraint services_duration check (duration_minutes > 0 and duration_minutes <= 1440 and duration_minutes % 5 = 0),
    price_cents bigint not null constraint services_price check (price_cents >= 0),
    tax_rate_percent smallint not null default 10 constraint services_tax_rate check (tax_rate_percent between 0 and 100),
    buffer_before smallint not null default 0 constraint services_buffer_before check (buffer_before between 0 and 120 and buffer_before % 5 = 0),
    buffer_after smallint not null default 0 constraint services_buffer_after check (buffer_after between 0 and 120 and buffer_after % 5 = 0),
    max_simultaneous_bookings smallint not null default 1 constraint services_capacity check (max_simultaneous_bookings > 0),
    party_min smallint not null default 1 constraint services_party_min check (party_min >= 1),
    party_max smallint not null default 1,
    slot_step_minutes smallint constraint services_slot_step check (slot_step_minutes between 5 and 240),
    notice_minutes integer constraint services_notice check (notice_minutes between 0 and 43200),
    horizon_days smallint constraint services_horizon check (horizon_days between 0 and 730),
    policy_id uuid,
    sort_order smallint not null default 0,
    audience catalog.audience not null default 'everyone',
    important_ja text not null default '',
    important_en text not null default '',
    metadata jsonb not null default '{}',
    is_active boolean not null default true,
    requires_deposit boolean not null default false,
    deposit_percentage smallint not null default 0 constraint services_deposit check (deposit_percentage between 0 and 100),
    deposit_due_hours smallint not null default 24 constraint services_deposit_due check (deposit_due_hours >= 0),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint services_party_max check (party_max >= party_min and party_max <= 500),
    constraint services_business_id_id_key unique (business_id, id),
    constraint services_category_fkey foreign key (business_id, category)
        references catalog.categories (business_id, id) on delete set null (category),
    constraint services_policy_fkey foreign key (business_id, policy_id)
        references catalog.cancellation_policies (business_id, id) on delete set null (policy_id)
);
create index idx_services_business on catalog.services (business_id, is_active) where deleted_at is null;
create index idx_services_active on catalog.services (business_id, is_active) where deleted_at is null;
create index idx_services_category on catalog.services (category) where deleted_at is null;
create index idx_services_policy on catalog.services (policy_id);
create trigger touch before update on catalog.services for each row execute function platform.touch();
create trigger audit after insert or update or delete on catalog.services for each row execute function audit.record();
create trigger revise after insert or update or delete on catalog.services for each row execute function platform.revise();
call platform.protect('catalog.services');
comment on table catalog.services is 'What a guest can book; NULL in step, notice, horizon means the business''s setting';
comment on column catalog.services.category is 'catalog.categories of the same business';
comment on column catalog.services.price_cents is 'Tax-included, in the currency''s minor unit, per person of the party';
comment on column catalog.services.buffer_before is 'Minutes kept free before the start on every resource taken';
comment on column catalog.services.important_ja is '重要事項, shown on the confirm page';
