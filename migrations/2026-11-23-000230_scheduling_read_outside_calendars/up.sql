-- Calendars that people keep elsewhere (SY3, SY5): what is in them takes their time here. Only when somebody is busy is kept, never
-- with what. It is kept as blocks, so whatever reads taken time knows it already; a block of an outside calendar may lie over a
-- booking, and has then only the time around it.

create table scheduling.outside_calendars (
    id uuid constraint outside_calendars_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    resource_id uuid not null,
    name text not null constraint outside_calendars_name check (char_length(name) between 1 and 60),
    kind text not null constraint outside_calendars_kind check (kind in ('ical', 'caldav')),
    host text not null constraint outside_calendars_host check (char_length(host) between 1 and 253),
    source bytea not null,
    when_silent text not null default 'go_on' constraint outside_calendars_when_silent check (when_silent in ('go_on', 'close')),
    silent_hours smallint not null default 24 constraint outside_calendars_silent_hours check (silent_hours between 1 and 168),
    next_at timestamptz not null default now(),
    tried_at timestamptz,
    good_at timestamptz,
    trouble text not null default '',
    events integer not null default 0 constraint outside_calendars_events check (events >= 0),
    is_closed boolean not null default false,
    created_at timestamptz not null default now(),
    constraint outside_calendars_business_id_id_key unique (business_id, id),
    constraint outside_calendars_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete cascade
);
create index idx_outside_calendars_resource on scheduling.outside_calendars (resource_id);
create index idx_outside_calendars_next on scheduling.outside_calendars (next_at);
-- What is found at each reading is no change that anybody made.
create trigger audit after insert or update or delete on scheduling.outside_calendars for each row execute function audit.record(
    'name', 'host', 'source', 'next_at', 'tried_at', 'good_at', 'trouble', 'events', 'is_closed');
-- The clock finds those that are to be read.
call platform.protect('scheduling.outside_calendars', house => true);
comment on table scheduling.outside_calendars is 'A calendar that somebody keeps elsewhere; what is in it takes their time here';
comment on column scheduling.outside_calendars.source is 'Address, name and password, sealed with a key made from the house''s secret';
comment on column scheduling.outside_calendars.when_silent is 'What its silence means after silent_hours: go on with what was last known, or close this person''s free times';
comment on column scheduling.outside_calendars.trouble is 'Why the last reading failed, as one of the words the house has for it; empty: it did not';

alter table scheduling.blocks add column outside_id uuid;
alter table scheduling.blocks add constraint blocks_outside_fkey foreign key (business_id, outside_id)
    references scheduling.outside_calendars (business_id, id) on delete cascade;
create index idx_blocks_outside on scheduling.blocks (outside_id) where outside_id is not null;
comment on column scheduling.blocks.outside_id is 'The calendar elsewhere that it was read from; it goes and comes with what is there';
