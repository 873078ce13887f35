-- Coming in by way of somebody else who knows a person: LINE, Google, a company's own (AU4, AC2).

create table accounts.identities (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    issuer text not null constraint identities_issuer_length check (length(issuer) between 1 and 500),
    subject text not null constraint identities_subject_length check (length(subject) between 1 and 255),
    email citext,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    constraint identities_issuer_subject_key unique (issuer, subject)
);
create index idx_identities_user on accounts.identities (user_id);
create trigger audit after insert or update or delete on accounts.identities
    for each row execute function audit.record('subject', 'email', 'last_used_at');
comment on table accounts.identities is 'Who at a provider is who here. The key is issuer and subject: an address changes hands, a subject never does';
comment on column accounts.identities.email is 'As the provider told it when the two were linked; shown to its owner and used for nothing';

create table accounts.identity_offers (
    id uuid primary key default uuid_generate_v4(),
    token_hash bytea not null constraint identity_offers_token_hash_key unique,
    issuer text not null constraint identity_offers_issuer_length check (length(issuer) between 1 and 500),
    subject text not null constraint identity_offers_subject_length check (length(subject) between 1 and 255),
    email citext,
    email_is_proved boolean not null default false,
    name text not null default '',
    return_to text not null default '',
    used_at timestamptz,
    expires_at timestamptz not null default now() + interval '30 minutes',
    created_at timestamptz not null default now(),
    constraint identity_offers_life check (expires_at <= created_at + interval '30 minutes'),
    constraint identity_offers_proved_email check (email is not null or not email_is_proved)
);
create index idx_identity_offers_expires on accounts.identity_offers (expires_at);
comment on table accounts.identity_offers is 'Somebody has come back from a provider and is nobody here yet: until they make an account or sign in to theirs';
comment on column accounts.identity_offers.token_hash is 'SHA-256 of the cookie of the browser that came back: the offer is of use to no other';
comment on column accounts.identity_offers.email_is_proved is 'Whether the provider has seen that the address is theirs';

-- How people come in is no affair of a business.
revoke all on accounts.identities, accounts.identity_offers from omotenashi_app, omotenashi_person;
