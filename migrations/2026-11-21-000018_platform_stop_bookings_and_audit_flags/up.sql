-- What the platform's operators may switch: everybody's bookings at once, and features.

create table platform.switches (
    id uuid primary key default uuid_generate_v4(),
    name text not null constraint switches_name_key unique,
    is_stopped boolean not null default false,
    reason text not null default '',
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
comment on table platform.switches is 'What an operator stops for everybody at once; guests'' bookings are the row named bookings';
insert into platform.switches (name) values ('bookings');
-- Every business reads whether bookings are stopped; only the house says so.
revoke insert, update, delete on platform.switches from omotenashi_app;
create trigger touch before update on platform.switches for each row execute function platform.touch();
create trigger audit after insert or update or delete on platform.switches for each row execute function audit.record();

-- A switch is remembered with the rules of each business, so turning it makes all of them be read again.
create function platform.revise_everybody() returns trigger language plpgsql as
$$
begin
    update platform.revisions set revision = pg_current_xact_id()::text::bigint;
    return null;
end $$;
comment on function platform.revise_everybody() is 'After-statement trigger: what is remembered of any business must be read again';
create trigger revise after insert or update or delete on platform.switches for each statement execute function platform.revise_everybody();

alter table platform.feature_flags add column version integer not null default 1;
comment on column platform.feature_flags.version is 'Raised with every change: of two operators at once, the second is told';
-- New shops are a feature like any other, so that an operator can open them slowly, or close them in a flood.
insert into platform.feature_flags (name, description, is_enabled) values
    ('business-applications', 'Anybody who is signed in may apply for a shop', true);
-- The trail begins after what the house itself has put there.
create trigger audit after insert or update or delete on platform.feature_flags for each row execute function audit.record();
