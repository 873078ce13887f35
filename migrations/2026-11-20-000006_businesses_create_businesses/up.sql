-- The tenant and what is said about it (seeds 000 and 001; a subdomain there is the slug here).

create type businesses.business_status as enum ('pending_review', 'approved', 'suspended');
create type businesses.onboarding_status as enum ('incomplete', 'pending_verification', 'live');
create type businesses.verification_status as enum ('pending', 'approved', 'rejected');
create type businesses.staff_role as enum ('owner', 'manager', 'receptionist', 'service_provider');
create type businesses.media_type as enum ('image', 'video');
create type businesses.kana_rule as enum ('required', 'optional', 'unused');

create table businesses.verticals (
    id uuid primary key default uuid_generate_v4(),
    slug text not null constraint verticals_slug_key unique,
    name_ja text not null,
    name_en text not null,
    config_json jsonb not null default '{}'
);
comment on table businesses.verticals is 'Kinds of business: they choose words and default settings, never another engine';
insert into businesses.verticals (slug, name_ja, name_en) values
    ('salon', '美容室・サロン', 'Hair & beauty'),
    ('clinic', 'クリニック・歯科', 'Clinic & dental'),
    ('restaurant', 'レストラン', 'Restaurant'),
    ('class', '教室・スタジオ', 'Classes & studios'),
    ('home-visit', '訪問サービス', 'Home services'),
    ('stay', '旅館・ホテル', 'Inns & hotels');

create table businesses.businesses (
    id uuid primary key default uuid_generate_v4(),
    owner_id uuid references accounts.users (id) on delete set null,
    vertical_id uuid not null references businesses.verticals (id) on delete restrict,
    slug citext not null constraint businesses_slug_key unique
        constraint businesses_slug_shape check (slug ~ '^[a-z0-9][a-z0-9_-]{0,99}$'),
    display_name_ja text not null,
    display_name_en text not null default '',
    name_kana text not null default '',
    description_ja text not null default '',
    description_en text not null default '',
    postal_code text not null default '' constraint businesses_postal_code check (postal_code ~ '^([0-9]{7})?$'),
    prefecture text not null default '',
    city text not null default '',
    street text not null default '',
    building text not null default '',
    address_en text not null default '',
    latitude double precision,
    longitude double precision,
    phone text not null default '',
    email citext,
    timezone text not null default 'Asia/Tokyo',
    status businesses.business_status not null default 'pending_review',
    onboarding_status businesses.onboarding_status not null default 'incomplete',
    is_listed boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
);
create index idx_businesses_owner on businesses.businesses (owner_id);
create index idx_businesses_vertical on businesses.businesses (vertical_id);
create index idx_businesses_status on businesses.businesses (status, deleted_at);
create trigger touch before update on businesses.businesses for each row execute function platform.touch();
create trigger audit after insert or update or delete on businesses.businesses for each row execute function audit.record();
create trigger revise after insert or update or delete on businesses.businesses for each row execute function platform.revise('id');
call platform.protect('businesses.businesses', tenant => 'id',
    person => 'status = ''approved'' and onboarding_status = ''live'' and deleted_at is null', house => true);
comment on table businesses.businesses is 'The tenant: a shop, clinic, restaurant, studio';
-- Neither cascade nor set null: a kind of business is the platform's own row, and striking one out must not take shops
-- with all their bookings along, nor leave them without the words of their trade. Give them another kind first.
comment on constraint businesses_vertical_id_fkey on businesses.businesses is
    'A kind that a business is of cannot be deleted; one that nobody uses can';

alter table queue.queue_jobs add constraint queue_jobs_business_fkey
    foreign key (business_id) references businesses.businesses (id) on delete cascade;

create table businesses.business_settings (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null constraint business_settings_business_id_key unique
        references businesses.businesses (id) on delete cascade,
    logo_url text,
    accent text not null default 'ai' constraint business_settings_accent
        check (accent in ('ai', 'matsuba', 'kurenai', 'edomurasaki', 'asagi', 'kakishibu', 'azuki', 'sumi')),
    font_family text,
    domain text,
    theme_json jsonb not null default '{}',
    default_locale text not null default 'ja' constraint business_settings_locale check (default_locale in ('ja', 'en')),
    currency text not null default 'JPY' constraint business_settings_currency check (currency ~ '^[A-Z]{3}$'),
    slot_step_minutes smallint not null default 30 constraint business_settings_slot_step check (slot_step_minutes between 5 and 240),
    notice_minutes integer not null default 60 constraint business_settings_notice check (notice_minutes between 0 and 43200),
    horizon_days smallint not null default 60 constraint business_settings_horizon check (horizon_days between 0 and 730),
    change_until_minutes integer not null default 1440 constraint business_settings_change_until check (change_until_minutes between 0 and 43200),
    cancel_until_minutes integer not null default 0 constraint business_settings_cancel_until check (cancel_until_minutes between 0 and 43200),
    hold_minutes smallint not null default 10 constraint business_settings_hold check (hold_minutes between 1 and 30),
    holds_per_client integer not null default 10 constraint business_settings_holds check (holds_per_client between 1 and 100000),
    kana_rule businesses.kana_rule not null default 'optional',
    is_accepting boolean not null default true,
    notices_ja text not null default '',
    notices_en text not null default '',
    legal_json jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create trigger touch before update on businesses.business_settings for each row execute function platform.touch();
create trigger audit after insert or update or delete on businesses.business_settings for each row execute function audit.record();
create trigger revise after insert or update or delete on businesses.business_settings for each row execute function platform.revise();
call platform.protect('businesses.business_settings', house => true);
comment on column businesses.business_settings.notice_minutes is 'A booking must start at least so many minutes from now';
comment on column businesses.business_settings.horizon_days is 'And at most so many business days from today';
comment on column businesses.business_settings.change_until_minutes is 'A guest may move a booking until so many minutes before its start';
comment on column businesses.business_settings.cancel_until_minutes is 'A guest may cancel online until so many minutes before its start; fees are the policy''s';
comment on column businesses.business_settings.legal_json is 'Answers of the page on the Act on Specified Commercial Transactions, by item';

create table businesses.business_verifications (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    status businesses.verification_status not null default 'pending',
    notes text not null default '',
    reviewed_by uuid references accounts.users (id) on delete set null,
    reviewed_at timestamptz,
    created_at timestamptz not null default now()
);
create index idx_business_verifications_status on businesses.business_verifications (business_id, status);
call platform.protect('businesses.business_verifications', house => true);

create table businesses.business_documents (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    document_type text not null,
    url text not null,
    status businesses.verification_status not null default 'pending',
    uploaded_by uuid references accounts.users (id) on delete set null,
    verified_by uuid references accounts.users (id) on delete set null,
    verified_at timestamptz,
    created_at timestamptz not null default now()
);
create index idx_business_documents_type on businesses.business_documents (business_id, document_type);
call platform.protect('businesses.business_documents', house => true);

create table businesses.business_hours (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    day_of_week smallint not null constraint business_hours_day check (day_of_week between 0 and 8),
    week_of_month smallint constraint business_hours_week
        check (week_of_month is null or week_of_month between 1 and 5 and day_of_week <= 6),
    open_minute smallint,
    close_minute smallint,
    is_closed boolean not null default false,
    created_at timestamptz not null default now(),
    constraint business_hours_span check (
        case when is_closed then open_minute is null and close_minute is null
        else open_minute is not null and close_minute is not null
            and open_minute >= 0 and open_minute < close_minute and close_minute <= 1800 end)
);
create index idx_business_hours_day on businesses.business_hours (business_id, day_of_week);
create trigger audit after insert or update or delete on businesses.business_hours for each row execute function audit.record();
create trigger revise after insert or update or delete on businesses.business_hours for each row execute function platform.revise();
call platform.protect('businesses.business_hours');
comment on table businesses.business_hours is 'Weekly opening hours, several spans a day; minutes after midnight of the business day, past 1440 into the night';
comment on column businesses.business_hours.day_of_week is '0 Sunday to 6 Saturday, 7 public holiday, 8 day before a public holiday';
comment on column businesses.business_hours.week_of_month is 'Only the n-th such weekday of the month, in place of the plain rule; NULL is every week';

create table businesses.business_holidays (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    date date not null,
    reason text not null default '',
    reason_en text not null default '',
    open_minute smallint,
    close_minute smallint,
    created_at timestamptz not null default now(),
    constraint business_holidays_span check (
        open_minute is null and close_minute is null
        or open_minute is not null and close_minute is not null
            and open_minute >= 0 and open_minute < close_minute and close_minute <= 1800)
);
create index idx_business_holidays_date on businesses.business_holidays (business_id, date);
create trigger audit after insert or update or delete on businesses.business_holidays for each row execute function audit.record();
create trigger revise after insert or update or delete on businesses.business_holidays for each row execute function platform.revise();
call platform.protect('businesses.business_holidays');
comment on table businesses.business_holidays is 'Dated exceptions, which win over the week: closed, or special hours (several rows, several spans)';

create table businesses.business_media (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    type businesses.media_type not null default 'image',
    url text not null,
    caption_ja text not null default '',
    caption_en text not null default '',
    display_order smallint not null default 0,
    is_featured boolean not null default false,
    uploaded_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now()
);
create index idx_business_media_order on businesses.business_media (business_id, display_order);
create unique index business_media_one_featured on businesses.business_media (business_id) where is_featured;
create trigger revise after insert or update or delete on businesses.business_media for each row execute function platform.revise();
call platform.protect('businesses.business_media', house => true);

create table businesses.staff_assignments (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    role businesses.staff_role not null default 'service_provider',
    resource_id uuid,
    permissions_json jsonb not null default '{}',
    hired_at timestamptz not null default now(),
    is_active boolean not null default true,
    terminated_at timestamptz
);
create unique index staff_assignments_one_seat on businesses.staff_assignments (user_id, business_id) where terminated_at is null;
create index idx_staff_assignments_user_business on businesses.staff_assignments (user_id, business_id);
create index idx_staff_assignments_business_active on businesses.staff_assignments (business_id, is_active);
create index idx_staff_business on businesses.staff_assignments (business_id, is_active) where terminated_at is null;
create index idx_staff_user on businesses.staff_assignments (user_id) where terminated_at is null;
create trigger audit after insert or update or delete on businesses.staff_assignments for each row execute function audit.record();
call platform.protect('businesses.staff_assignments', person => 'user_id = (select platform.person())', house => true);
comment on table businesses.staff_assignments is 'A person''s seat in a business; leaving is terminated_at';
comment on column businesses.staff_assignments.resource_id is 'The column of the calendar that is this person';
