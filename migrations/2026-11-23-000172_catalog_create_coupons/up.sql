-- Codes that make a booking cheaper (MB4): for whom, for what, until when, and how often.

create table catalog.coupons (
    id uuid constraint coupons_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    code text not null constraint coupons_code check (code ~ '^[A-Z0-9-]{3,20}$'),
    name_ja text not null constraint coupons_name check (char_length(name_ja) between 1 and 120),
    name_en text not null default '',
    is_for_all boolean not null default true,
    percent smallint constraint coupons_percent check (percent between 1 and 100),
    amount_cents bigint constraint coupons_amount check (amount_cents between 1 and 99999999),
    least_cents bigint not null default 0 constraint coupons_least check (least_cents between 0 and 99999999),
    first_date date,
    last_date date,
    most_uses integer constraint coupons_most_uses check (most_uses between 1 and 99999),
    most_each integer constraint coupons_most_each check (most_each between 1 and 999),
    is_for_new boolean not null default false,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint coupons_change check ((percent is null) <> (amount_cents is null)),
    constraint coupons_dates check (last_date >= first_date),
    constraint coupons_business_id_id_key unique (business_id, id)
);
create unique index coupons_one_code on catalog.coupons (business_id, code) where deleted_at is null;
create trigger audit after insert or update or delete on catalog.coupons for each row execute function audit.record();
create trigger revise after insert or update or delete on catalog.coupons for each row execute function platform.revise();
call platform.protect('catalog.coupons');
comment on table catalog.coupons is 'What a code takes off a booking, and who may use it how often';
comment on column catalog.coupons.is_for_all is 'For every service; otherwise for those of coupon_services';
comment on column catalog.coupons.percent is 'Whole percent of a booking without the fee for choosing a person, rounded down';
comment on column catalog.coupons.amount_cents is 'Tax-included, in the currency''s minor unit, off a booking, however many come';
comment on column catalog.coupons.least_cents is 'What a booking costs at least, the fee for choosing a person left out';
comment on column catalog.coupons.first_date is 'Booked on this day or later, on the shop''s calendar; last_date: or earlier';
comment on column catalog.coupons.most_uses is 'In so many bookings at most; those that were cancelled do not count';
comment on column catalog.coupons.most_each is 'In so many bookings of one guest at most';

create table catalog.coupon_services (
    id uuid constraint coupon_services_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    coupon_id uuid not null,
    service_id uuid not null,
    constraint coupon_services_once unique (coupon_id, service_id),
    constraint coupon_services_coupon_fkey foreign key (business_id, coupon_id)
        references catalog.coupons (business_id, id) on delete cascade,
    constraint coupon_services_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade
);
create index idx_coupon_services_service on catalog.coupon_services (service_id);
create trigger revise after insert or update or delete on catalog.coupon_services
    for each row execute function platform.revise();
call platform.protect('catalog.coupon_services');
comment on table catalog.coupon_services is 'The services that a coupon is for, where it is not for all';
