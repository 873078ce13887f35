-- What an operator did with things that a business had deleted: had back, or deleted for good, and why. The thing itself is
-- gone then, so this is all that tells of it.

create table businesses.purges (
    id uuid constraint purges_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    kind text not null constraint purges_kind check (kind ~ '^[a-z-]{1,40}$'),
    thing_id uuid not null,
    is_restored boolean not null default false,
    reason text not null default '' constraint purges_reason check (char_length(reason) <= 1000),
    done_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    constraint purges_why check (is_restored or reason <> '')
);
create index purges_of_business on businesses.purges (business_id, created_at);
create index purges_done_by on businesses.purges (done_by);
create trigger audit after insert or update or delete on businesses.purges for each row execute function audit.record();
call platform.protect('businesses.purges', house => true);
-- It is written once.
revoke update, delete on businesses.purges from omotenashi_app, omotenashi_house;
comment on table businesses.purges is 'What operators had back or deleted for good of what a business had deleted';
comment on column businesses.purges.thing_id is 'The key of the thing; its name is not kept, because it may be somebody''s';
