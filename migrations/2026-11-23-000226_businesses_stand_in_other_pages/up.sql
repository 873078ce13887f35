-- Guests' pages of a shop inside a page of its own: in whose they may stand. Without a row, in nobody's.

create table businesses.embeddings (
    id uuid constraint embeddings_pkey primary key default uuid_generate_v4(),
    business_id uuid not null constraint embeddings_one unique references businesses.businesses (id) on delete cascade,
    hosts text not null default '' constraint embeddings_hosts check (
        char_length(hosts) <= 2000 and hosts ~ '^(https?://[a-z0-9.-]+(:[0-9]+)?( https?://[a-z0-9.-]+(:[0-9]+)?)*)?$')
);
create trigger audit after insert or update or delete on businesses.embeddings
    for each row execute function audit.record();
create trigger revise after insert or update or delete on businesses.embeddings
    for each row execute function platform.revise();
call platform.protect('businesses.embeddings');
comment on table businesses.embeddings is 'In whose pages those of a shop may stand';
comment on column businesses.embeddings.hosts is 'As browsers are told (frame-ancestors): with a space between them, and nothing else in it';
