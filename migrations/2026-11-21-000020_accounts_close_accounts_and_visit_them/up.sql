-- What operators do to accounts: close one and open it again, with the reason; look at the house through somebody's eyes
-- for half an hour, with the reason.

create table accounts.account_closures (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    reason text not null constraint account_closures_reason check (reason <> ''),
    closed_by uuid references accounts.users (id) on delete set null,
    closed_at timestamptz not null default now(),
    reopened_by uuid references accounts.users (id) on delete set null,
    reopened_at timestamptz,
    reopened_because text not null default ''
);
create unique index account_closures_one_open on accounts.account_closures (user_id) where reopened_at is null;
create index idx_account_closures_user on accounts.account_closures (user_id, closed_at);
create trigger audit after insert or update or delete on accounts.account_closures for each row execute function
    audit.record('reason', 'reopened_because');
comment on table accounts.account_closures is 'When and why an operator closed an account, and opened it again';

create table accounts.impersonations (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    operator_id uuid references accounts.users (id) on delete set null,
    session_id uuid not null,
    reason text not null constraint impersonations_reason check (reason <> ''),
    started_at timestamptz not null default now(),
    ends_at timestamptz not null,
    ended_at timestamptz,
    constraint impersonations_length check (ends_at <= started_at + interval '30 minutes'),
    constraint impersonations_other check (operator_id <> user_id)
);
create index idx_impersonations_user on accounts.impersonations (user_id, started_at desc);
create index idx_impersonations_operator on accounts.impersonations (operator_id, started_at desc);
create index idx_impersonations_session on accounts.impersonations (session_id);
create trigger audit after insert or update or delete on accounts.impersonations for each row execute function audit.record('reason');
comment on table accounts.impersonations is 'When which operator acted in whose place, and why; the owner of the person''s business reads it';
comment on column accounts.impersonations.session_id is 'The session it is done in; a row of user_sessions, unless that has been cleared';

revoke all on accounts.account_closures, accounts.impersonations from omotenashi_app, omotenashi_person;
-- What happened is not taken back.
revoke delete on accounts.account_closures, accounts.impersonations from omotenashi_house;
