-- Bookings in people's own calendars (SY1): a link for each, which opens one file of what is booked and nothing else.

create table bookings.calendar_feeds (
    id uuid constraint calendar_feeds_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    user_id uuid not null references accounts.users (id) on delete cascade,
    resource_id uuid,
    round integer not null default 1 constraint calendar_feeds_round check (round >= 1),
    token_hash bytea not null constraint calendar_feeds_token_hash_key unique,
    made_at timestamptz not null default now(),
    fetched_at timestamptz,
    created_at timestamptz not null default now(),
    constraint calendar_feeds_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete cascade
);
create unique index calendar_feeds_once on bookings.calendar_feeds (business_id, user_id, resource_id) nulls not distinct;
create index idx_calendar_feeds_user on bookings.calendar_feeds (user_id);
create index idx_calendar_feeds_resource on bookings.calendar_feeds (resource_id);
create trigger audit after insert or update or delete on bookings.calendar_feeds for each row execute function audit.record(
    'token_hash', 'fetched_at', 'made_at');
-- Whoever has the link is nobody: what it opens is found before anybody knows whose it is.
call platform.protect('bookings.calendar_feeds', house => true);
comment on table bookings.calendar_feeds is 'Links under which calendars of people who work here read what is booked';
comment on column bookings.calendar_feeds.resource_id is 'Whose column; NULL is all of the business';
comment on column bookings.calendar_feeds.round is 'How often the link was made; it is made from the house''s secret, the key and this';
comment on column bookings.calendar_feeds.fetched_at is 'When a calendar last asked, to a few minutes';

create table bookings.feed_rules (
    id uuid constraint feed_rules_pkey primary key default uuid_generate_v4(),
    business_id uuid not null constraint feed_rules_business_id_key unique references businesses.businesses (id) on delete cascade,
    shows text not null default 'service' constraint feed_rules_shows check (shows in ('nothing', 'service', 'name'))
);
create trigger audit after insert or update or delete on bookings.feed_rules for each row execute function audit.record();
call platform.protect('bookings.feed_rules');
comment on table bookings.feed_rules is 'What calendars outside are told of a booking; a business without a row tells the service and no name';
