-- A hold may be for a visit: several services one after the other, and several guests side by side.

alter table scheduling.reservations add column lines_json jsonb not null default '[]'
    constraint reservations_lines check (jsonb_typeof(lines_json) = 'array');
comment on column scheduling.reservations.lines_json is
    'Each service of each guest with its people, its time and what it takes; empty where there is one service, which the other columns say';
