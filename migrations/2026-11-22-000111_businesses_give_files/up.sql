-- What a business takes along: a list as a file, or everything it has in one. Each taking is written down; what was made of
-- everything waits for its owner for a week.

create table businesses.file_exports (
    id uuid constraint file_exports_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    contents text not null constraint file_exports_contents check (contents ~ '^[a-z-]{1,40}$'),
    script text not null constraint file_exports_script check (script in ('utf-8', 'shift_jis')),
    locale text not null constraint file_exports_locale check (locale in ('ja', 'en')),
    state text not null default 'given' constraint file_exports_state check (state in ('given', 'waiting', 'ready', 'failed', 'gone')),
    size_bytes bigint not null default 0 constraint file_exports_size check (size_bytes >= 0),
    taken_by uuid references accounts.users (id) on delete set null,
    created_at timestamptz not null default now(),
    ready_at timestamptz,
    constraint file_exports_business_id_id_key unique (business_id, id)
);
create index file_exports_of_business on businesses.file_exports (business_id, created_at);
create index file_exports_kept on businesses.file_exports (created_at) where state in ('waiting', 'ready');
create index file_exports_taken_by on businesses.file_exports (taken_by);
create trigger audit after insert or update or delete on businesses.file_exports for each row execute function audit.record();
call platform.protect('businesses.file_exports', house => true);
comment on table businesses.file_exports is 'Files that a business took along, and what waits to be taken';
comment on column businesses.file_exports.contents is 'Which list is in it, or `everything`';
comment on column businesses.file_exports.state is 'Given at once; or made by the night shift, kept a week, and gone';

-- In pieces, so that neither making nor giving it holds more than one of them.
create table businesses.file_export_pieces (
    id uuid constraint file_export_pieces_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    export_id uuid not null,
    place integer not null constraint file_export_pieces_place check (place >= 0),
    bytes bytea not null,
    constraint file_export_pieces_place_key unique (export_id, place),
    constraint file_export_pieces_export_fkey foreign key (business_id, export_id)
        references businesses.file_exports (business_id, id) on delete cascade
);
-- Packed already.
alter table businesses.file_export_pieces alter column bytes set storage external;
create index file_export_pieces_of_business on businesses.file_export_pieces (business_id, export_id);
call platform.protect('businesses.file_export_pieces', house => true);
comment on table businesses.file_export_pieces is 'What is in a file that waits to be taken, piece by piece';
