-- A second thing to prove (AU3), passkeys (AC2), and sessions that wait for it.

alter table accounts.user_sessions add column is_half boolean not null default false;
comment on column accounts.user_sessions.is_half is 'The password was right and the second factor is awaited: opens nothing and lives ten minutes';

create table accounts.totp_factors (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    last_step bigint,
    confirmed_at timestamptz,
    created_at timestamptz not null default now()
);
create unique index totp_factors_one_at_work on accounts.totp_factors (user_id) where confirmed_at is not null;
create index idx_totp_factors_user on accounts.totp_factors (user_id, confirmed_at);
create trigger audit after insert or update or delete on accounts.totp_factors for each row execute function audit.record('last_step');
comment on table accounts.totp_factors is 'An app that shows six digits every half minute; its secret is made from the house''s own and the id and stands nowhere';
comment on column accounts.totp_factors.last_step is 'The half minute (RFC 6238, counted from 1970) of the digits last taken: none are taken twice';

create table accounts.recovery_codes (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    number smallint not null constraint recovery_codes_number check (number between 1 and 10),
    used_at timestamptz,
    created_at timestamptz not null default now(),
    constraint recovery_codes_user_number_key unique (user_id, number)
);
create trigger audit after insert or update or delete on accounts.recovery_codes for each row execute function audit.record();
comment on table accounts.recovery_codes is 'Ten codes for the day the app is lost, each for one time; made from the house''s secret and the id';

create table accounts.passkeys (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    credential_id bytea not null constraint passkeys_credential_id_key unique,
    key_json jsonb not null,
    name text not null default '',
    last_used_at timestamptz,
    created_at timestamptz not null default now()
);
create index idx_passkeys_user on accounts.passkeys (user_id, created_at);
create trigger audit after insert or update or delete on accounts.passkeys for each row execute function audit.record(
    'credential_id', 'key_json', 'name', 'last_used_at');
comment on table accounts.passkeys is 'Keys that a telephone or computer holds; the half that stands here is public';

create table accounts.passkey_ceremonies (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid references accounts.users (id) on delete cascade,
    ticket_hash bytea not null constraint passkey_ceremonies_ticket_hash_key unique,
    state_json jsonb not null,
    expires_at timestamptz not null default now() + interval '5 minutes',
    created_at timestamptz not null default now()
);
create index idx_passkey_ceremonies_user on accounts.passkey_ceremonies (user_id, expires_at);
create index idx_passkey_ceremonies_expires on accounts.passkey_ceremonies (expires_at);
comment on table accounts.passkey_ceremonies is 'What a key was asked to sign; gone with the answer, right or wrong';
comment on column accounts.passkey_ceremonies.ticket_hash is 'SHA-256 of what the page that asked holds';

create table accounts.second_factor_demands (
    user_id uuid not null references accounts.users (id) on delete cascade,
    asked_at timestamptz not null default now(),
    constraint second_factor_demands_pkey primary key (user_id)
);
comment on table accounts.second_factor_demands is
    'Since when somebody who must have a second factor has known it: the grace counts from their first coming in, not from before';

revoke all on accounts.totp_factors, accounts.recovery_codes, accounts.passkeys, accounts.passkey_ceremonies, accounts.second_factor_demands
    from omotenashi_app, omotenashi_person;
