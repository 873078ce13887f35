-- How somebody comes to a seat in a business: by a letter to their address, answered within a week.

create table businesses.staff_invitations (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    invited_by uuid references accounts.users (id) on delete set null,
    email citext not null constraint staff_invitations_email_shape check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    name text not null default '',
    role businesses.staff_role not null,
    resource_id uuid,
    locale text not null default 'ja' constraint staff_invitations_locale check (locale in ('ja', 'en')),
    token bytea not null constraint staff_invitations_token_key unique,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null default now() + interval '7 days',
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    constraint staff_invitations_life check (expires_at <= created_at + interval '7 days'),
    constraint staff_invitations_one_end check (accepted_at is null or withdrawn_at is null),
    constraint staff_invitations_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete set null (resource_id)
);
create unique index staff_invitations_one_open on businesses.staff_invitations (business_id, email)
    where accepted_at is null and withdrawn_at is null;
create index idx_staff_invitations_invited_by on businesses.staff_invitations (invited_by);
create index idx_staff_invitations_resource on businesses.staff_invitations (resource_id);
create trigger audit after insert or update or delete on businesses.staff_invitations for each row
    execute function audit.record('email', 'name', 'token');
call platform.protect('businesses.staff_invitations', house => true);
comment on table businesses.staff_invitations is 'Letters that offer somebody a seat; sent again, one is withdrawn and another takes its place';
comment on column businesses.staff_invitations.token is 'SHA-256 of the token in the letter';
comment on column businesses.staff_invitations.resource_id is 'The column of the calendar that will be theirs';

-- A tablet that stands in the shop: whoever works there takes it by a few digits, for minutes at a time.

alter table businesses.staff_assignments add constraint staff_assignments_business_id_id_key unique (business_id, id);

create table businesses.shop_devices (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    name text not null,
    token_hash bytea not null constraint shop_devices_token_hash_key unique,
    enrolled_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at timestamptz,
    constraint shop_devices_business_id_id_key unique (business_id, id)
);
create index idx_shop_devices_enrolled_by on businesses.shop_devices (enrolled_by);
create trigger audit after insert or update or delete on businesses.shop_devices for each row
    execute function audit.record('token_hash', 'last_used_at');
call platform.protect('businesses.shop_devices', house => true);
comment on table businesses.shop_devices is 'Tablets of a shop, on which its people come in by a few digits';
comment on column businesses.shop_devices.token_hash is 'SHA-256 of the cookie of the tablet; the cookie itself is kept nowhere';

create table businesses.staff_pins (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    assignment_id uuid not null constraint staff_pins_assignment_id_key unique,
    pin_hash text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint staff_pins_assignment_fkey foreign key (business_id, assignment_id)
        references businesses.staff_assignments (business_id, id) on delete cascade
);
create trigger touch before update on businesses.staff_pins for each row execute function platform.touch();
create trigger audit after insert or update or delete on businesses.staff_pins for each row
    execute function audit.record('pin_hash');
call platform.protect('businesses.staff_pins');
comment on table businesses.staff_pins is 'The digits by which a member comes in on a tablet of the shop, hashed; of no use anywhere else';

create table businesses.pin_tries (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    device_id uuid not null,
    assignment_id uuid not null,
    wrong smallint not null default 1 constraint pin_tries_wrong check (wrong between 1 and 5),
    constraint pin_tries_device_id_assignment_id_key unique (device_id, assignment_id),
    constraint pin_tries_device_fkey foreign key (business_id, device_id)
        references businesses.shop_devices (business_id, id) on delete cascade,
    constraint pin_tries_assignment_fkey foreign key (business_id, assignment_id)
        references businesses.staff_assignments (business_id, id) on delete cascade
);
create index idx_pin_tries_assignment on businesses.pin_tries (assignment_id);
call platform.protect('businesses.pin_tries');
comment on table businesses.pin_tries is 'How often digits were typed on a tablet since they were right; at five they are taken there no more';
