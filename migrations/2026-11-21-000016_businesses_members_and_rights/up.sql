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
