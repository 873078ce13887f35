-- How a new business comes in: its papers, who looked at them, what the operators decided and why.

alter table businesses.businesses add column status_reason text not null default '';
comment on column businesses.businesses.status_reason is 'Why an operator suspended it; its owner reads this';

alter table businesses.business_settings
    add column bookings_stopped_at timestamptz,
    add column bookings_stopped_reason text not null default '';
comment on column businesses.business_settings.bookings_stopped_at is
    'Since when an operator lets no guest book here; is_accepting is the owner''s own wish';

alter table businesses.business_documents
    alter column url set default '',
    add column file_name text not null default '',
    add column content_type text not null default 'application/pdf'
        constraint business_documents_content_type check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
    add column size_bytes integer not null default 0,
    add constraint business_documents_business_id_id_key unique (business_id, id);
comment on column businesses.business_documents.url is 'Empty where the paper itself is kept, in document_contents';
comment on column businesses.business_documents.content_type is 'What the bytes are, whatever the name says';
create trigger audit after insert or update or delete on businesses.business_documents
    for each row execute function audit.record('url', 'file_name');

-- In the database and not in a folder: they are few and small, every instance and every backup has them, they go with
-- their business, and row security keeps them. Beside the row, so that no list ever carries them.
create table businesses.document_contents (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    document_id uuid not null,
    bytes bytea not null constraint document_contents_size check (octet_length(bytes) between 1 and 5242880),
    constraint document_contents_document_key unique (business_id, document_id),
    constraint document_contents_document_fkey foreign key (business_id, document_id)
        references businesses.business_documents (business_id, id) on delete cascade
);
-- Pictures and PDF are packed already.
alter table businesses.document_contents alter column bytes set storage external;
call platform.protect('businesses.document_contents', house => true);
comment on table businesses.document_contents is 'The papers themselves; only operators and the owner are given them';

-- One question at a time: two operators, or an owner who sends twice, cannot make two of it.
create unique index business_verifications_one_pending on businesses.business_verifications (business_id) where status = 'pending';
create trigger audit after insert or update or delete on businesses.business_verifications
    for each row execute function audit.record();
