-- Whoever carries messages and fails again and again is left alone for a while, by every worker at once. There is a row only while
-- something is wrong.

create table notifications.circuits (
    id uuid constraint circuits_pkey primary key default uuid_generate_v4(),
    business_id uuid references businesses.businesses (id) on delete cascade,
    channel notifications.channel not null,
    failures integer not null default 1 constraint circuits_failures check (failures > 0),
    open_until timestamptz,
    why text not null default '',
    changed_at timestamptz not null default now()
);
create unique index circuits_once on notifications.circuits (business_id, channel) nulls not distinct;
call platform.protect('notifications.circuits', house => true);
comment on table notifications.circuits is 'Ways by which messages do not get through at the moment';
comment on column notifications.circuits.business_id is 'NULL for the ways of the house';
comment on column notifications.circuits.failures is 'In a row';
comment on column notifications.circuits.open_until is 'Nobody is asked before; NULL: not enough has failed yet';
