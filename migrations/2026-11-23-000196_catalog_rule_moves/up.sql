-- What moving a booking asks for, beside what cancelling costs: until when guests do it by themselves, how often, and for how much.

alter table catalog.cancellation_policies
    add column moves_json jsonb not null default '{}'
        constraint cancellation_policies_moves check (jsonb_typeof(moves_json) = 'object');
comment on column catalog.cancellation_policies.moves_json is
    'Guests move until_hours before the start at the latest (absent: as the shop has it), most times; steps as in steps_json';
