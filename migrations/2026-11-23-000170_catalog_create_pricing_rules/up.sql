-- What makes a price another than the menu's (seed 000): the kind of day, the time, the date, who serves, how many come, how long
-- ahead somebody books. All rules that hold at once add up, and no service costs less than nothing.

create table catalog.pricing_rules (
    id uuid constraint pricing_rules_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    name_ja text not null constraint pricing_rules_name check (char_length(name_ja) between 1 and 120),
    name_en text not null default '',
    is_for_all boolean not null default true,
    days smallint not null default 0 constraint pricing_rules_days check (days between 0 and 511),
    start_minute smallint,
    end_minute smallint,
    first_date date,
    last_date date,
    resource_id uuid,
    party_min smallint constraint pricing_rules_party_min check (party_min between 1 and 500),
    party_max smallint constraint pricing_rules_party_max check (party_max between 1 and 500),
    lead_min_hours integer constraint pricing_rules_lead_min check (lead_min_hours between 1 and 17520),
    lead_max_hours integer constraint pricing_rules_lead_max check (lead_max_hours between 1 and 17520),
    percent smallint constraint pricing_rules_percent check (percent between -100 and 300 and percent <> 0),
    amount_cents bigint
        constraint pricing_rules_amount check (amount_cents between -99999999 and 99999999 and amount_cents <> 0),
    priority smallint not null default 2 constraint pricing_rules_priority check (priority between 1 and 4),
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint pricing_rules_change check ((percent is null) <> (amount_cents is null)),
    constraint pricing_rules_span check (
        (start_minute is null) = (end_minute is null) and start_minute >= 0 and end_minute > start_minute and end_minute <= 1800),
    constraint pricing_rules_dates check (last_date >= first_date),
    constraint pricing_rules_party check (party_max >= party_min),
    constraint pricing_rules_lead check (lead_max_hours > lead_min_hours),
    constraint pricing_rules_business_id_id_key unique (business_id, id)
);
create index idx_pricing_rules_business on catalog.pricing_rules (business_id, priority);
create trigger audit after insert or update or delete on catalog.pricing_rules for each row execute function audit.record();
create trigger revise after insert or update or delete on catalog.pricing_rules for each row execute function platform.revise();
call platform.protect('catalog.pricing_rules');
comment on table catalog.pricing_rules is 'What makes a price another than the menu''s; an empty column asks nothing';
comment on column catalog.pricing_rules.is_for_all is 'About every service; otherwise about those of service_pricing_rules';
comment on column catalog.pricing_rules.days is
    'One bit for each kind of day: 0 Sunday to 6 Saturday, 7 public holiday, 8 the day before one; 0 is every day';
comment on column catalog.pricing_rules.start_minute is
    'Visits begin from here on and before end_minute, in minutes after midnight of the business day';
comment on column catalog.pricing_rules.lead_min_hours is 'Booked so many hours ahead or more; lead_max_hours: less than so many';
comment on column catalog.pricing_rules.percent is 'Whole percent of the price of the service, rounded down: below nothing it is cheaper';
comment on column catalog.pricing_rules.amount_cents is 'Tax-included, in the currency''s minor unit, per person of the party';
comment on column catalog.pricing_rules.priority is '1 is reckoned first, 4 last';

create table catalog.service_pricing_rules (
    id uuid constraint service_pricing_rules_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    rule_id uuid not null,
    constraint service_pricing_rules_once unique (service_id, rule_id),
    constraint service_pricing_rules_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade,
    constraint service_pricing_rules_rule_fkey foreign key (business_id, rule_id)
        references catalog.pricing_rules (business_id, id) on delete cascade
);
create index idx_service_pricing_rules_rule on catalog.service_pricing_rules (rule_id);
create trigger revise after insert or update or delete on catalog.service_pricing_rules
    for each row execute function platform.revise();
call platform.protect('catalog.service_pricing_rules');
comment on table catalog.service_pricing_rules is 'The services that a rule is about, where it is not about all';
