-- The nightly sums (seed 000).

create table analytics.analytics_daily (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    date date not null,
    bookings integer not null default 0,
    revenue_cents bigint not null default 0,
    cancellations integer not null default 0,
    no_shows integer not null default 0,
    review_avg numeric(3, 2),
    created_at timestamptz not null default now(),
    constraint analytics_daily_business_id_date_key unique (business_id, date)
);
create index idx_analytics_business_date on analytics.analytics_daily (business_id, date desc);
create index idx_analytics_date on analytics.analytics_daily (date desc);
call platform.protect('analytics.analytics_daily', house => true);
comment on table analytics.analytics_daily is 'One row per business and business day';
