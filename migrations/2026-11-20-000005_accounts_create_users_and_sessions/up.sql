-- People and how they come in (seeds 000, 001, 002). Global: a person is not of one business.

create type accounts.user_role as enum ('admin', 'owner', 'staff', 'customer');

create table accounts.users (
    id uuid primary key default uuid_generate_v4(),
    email citext not null constraint users_email_key unique
        constraint users_email_shape check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    password_hash text,
    family_name text not null default '',
    given_name text not null default '',
    family_name_kana text not null default '',
    given_name_kana text not null default '',
    display_name text not null default '',
    phone text,
    avatar_url text,
    timezone text not null default 'Asia/Tokyo',
    locale text not null default 'ja' constraint users_locale check (locale in ('ja', 'en')),
    role accounts.user_role not null default 'customer',
    roles text[] not null default '{user}',
    is_active boolean not null default true,
    email_verified_at timestamptz,
    login_count integer not null default 0,
    last_login_at timestamptz,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
);
create index idx_users_role_active on accounts.users (role, is_active);
create trigger touch before update on accounts.users for each row execute function platform.touch();
create trigger audit after insert or update or delete on accounts.users for each row execute function audit.record(
    'email', 'password_hash', 'family_name', 'given_name', 'family_name_kana', 'given_name_kana', 'display_name', 'phone',
    'metadata', 'login_count', 'last_login_at');

create table accounts.user_sessions (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    token_hash bytea not null constraint user_sessions_token_hash_key unique,
    state_json jsonb not null default '{}',
    ip inet,
    user_agent text,
    device_info jsonb,
    location text,
    last_active_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    created_at timestamptz not null default now()
);
create index idx_user_sessions_user on accounts.user_sessions (user_id, expires_at);
create index idx_user_sessions_expires on accounts.user_sessions (expires_at);
comment on column accounts.user_sessions.token_hash is 'SHA-256 of the cookie; the cookie itself is kept nowhere';

create table accounts.refresh_tokens (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    token_hash bytea not null constraint refresh_tokens_token_hash_key unique,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    ip inet,
    user_agent text
);
create index idx_refresh_tokens_user on accounts.refresh_tokens (user_id, expires_at);

create table accounts.email_verifications (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    token bytea not null constraint email_verifications_token_key unique,
    expires_at timestamptz not null default now() + interval '24 hours',
    verified_at timestamptz,
    created_at timestamptz not null default now(),
    constraint email_verifications_life check (expires_at <= created_at + interval '24 hours')
);
create index idx_email_verifications_user on accounts.email_verifications (user_id, token);
comment on column accounts.email_verifications.token is 'SHA-256 of the token in the letter';

create table accounts.email_changes (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    old_email citext not null,
    new_email citext not null constraint email_changes_shape check (new_email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    old_token bytea not null constraint email_changes_old_token_key unique,
    new_token bytea not null constraint email_changes_new_token_key unique,
    old_confirmed_at timestamptz,
    new_confirmed_at timestamptz,
    expires_at timestamptz not null default now() + interval '24 hours',
    created_at timestamptz not null default now(),
    constraint email_changes_life check (expires_at <= created_at + interval '24 hours'),
    constraint email_changes_addresses check (old_email <> new_email)
);
create index idx_email_changes_user on accounts.email_changes (user_id, expires_at);
comment on table accounts.email_changes is 'Wishes for another address; both the old and the new one have to agree';
comment on column accounts.email_changes.old_token is 'SHA-256 of the token in the letter to the old address';
comment on column accounts.email_changes.new_token is 'SHA-256 of the token in the letter to the new address';

create table accounts.password_resets (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    token bytea not null constraint password_resets_token_key unique,
    expires_at timestamptz not null default now() + interval '1 hour',
    used_at timestamptz,
    created_at timestamptz not null default now(),
    constraint password_resets_life check (expires_at <= created_at + interval '1 hour')
);
create index idx_password_resets_user on accounts.password_resets (user_id, token, expires_at);
comment on column accounts.password_resets.token is 'SHA-256 of the token in the letter';

create table accounts.sign_in_codes (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    ticket_hash bytea not null constraint sign_in_codes_ticket_hash_key unique,
    tries smallint not null default 0 constraint sign_in_codes_tries check (tries between 0 and 5),
    expires_at timestamptz not null default now() + interval '10 minutes',
    used_at timestamptz,
    created_at timestamptz not null default now(),
    constraint sign_in_codes_life check (expires_at <= created_at + interval '10 minutes')
);
create index idx_sign_in_codes_user on accounts.sign_in_codes (user_id, expires_at);
create index idx_sign_in_codes_expires on accounts.sign_in_codes (expires_at);
comment on table accounts.sign_in_codes is 'Six digits by mail instead of a password; they are made from the house''s secret and the id and stand nowhere';
comment on column accounts.sign_in_codes.ticket_hash is 'SHA-256 of what the browser that asked has in its address: the digits are of use to no other';

create table accounts.permissions (
    id uuid primary key default uuid_generate_v4(),
    resource text not null,
    action text not null,
    description text not null default '',
    constraint permissions_resource_action_key unique (resource, action)
);
comment on table accounts.permissions is 'Kinds of thing and what may be done with them; which rows is the tenant rule''s affair';
insert into accounts.permissions (resource, action) values
    ('users', 'read'), ('users', 'write'), ('users', 'delete'),
    ('products', 'read'), ('products', 'write'), ('products', 'delete');

create table accounts.role_permissions (
    role text not null,
    permission_id uuid not null references accounts.permissions (id) on delete cascade,
    constraint role_permissions_pkey primary key (role, permission_id)
);
create index idx_role_permissions_permission on accounts.role_permissions (permission_id);

alter table audit.audit_logs add constraint audit_logs_actor_fkey
    foreign key (actor_user_id) references accounts.users (id) on delete set null;

-- How people come in is no affair of a business: inside one, the history names who did something, and that is all.
revoke all on all tables in schema accounts from omotenashi_app, omotenashi_person;
grant select (id, display_name) on accounts.users to omotenashi_app;
