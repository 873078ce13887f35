-- What may be done in a business, and which of its roles may do it (seed 002: rights are resource and action). The
-- program decides by its own table, `domain/businesses/role.rs`; these rows say the same to whoever asks the database, and
-- a test compares the two. And sessions that end sooner than the role of their person says: on a tablet of a shop.

insert into accounts.permissions (resource, action, description) values
    ('bookings', 'read', 'Sees the day and each booking'),
    ('bookings', 'progress', 'Says that a guest has come, is served, is done or stayed away'),
    ('bookings', 'note', 'Writes what staff should know of a booking'),
    ('bookings', 'create', 'Takes a booking by telephone or at the counter'),
    ('bookings', 'move', 'Gives a booking another time or person'),
    ('bookings', 'cancel', 'Calls a booking off, and takes that back'),
    ('bookings', 'overbook', 'Puts a booking over another, knowing it'),
    ('fees', 'waive', 'Lets a guest off a cancellation fee'),
    ('takings', 'read', 'Sees what a day will bring'),
    ('team', 'manage', 'Invites, changes and lets go those below'),
    ('devices', 'manage', 'Makes a tablet of the shop one, and ends that');

insert into accounts.role_permissions (role, permission_id)
select role, id from accounts.permissions join (values
    ('owner', 'bookings'), ('owner', 'fees'), ('owner', 'takings'), ('owner', 'team'), ('owner', 'devices'),
    ('manager', 'bookings'), ('manager', 'fees'), ('manager', 'takings'), ('manager', 'team'), ('manager', 'devices'),
    ('receptionist', 'bookings')) as whole (role, resource) using (resource);
insert into accounts.role_permissions (role, permission_id)
select 'service_provider', id from accounts.permissions
where resource = 'bookings' and action in ('read', 'progress', 'note', 'create');

alter table accounts.user_sessions add column idle_minutes smallint
    constraint user_sessions_idle_minutes check (idle_minutes between 1 and 1440);
comment on column accounts.user_sessions.idle_minutes is
    'Ends after so many unused minutes, where that is less than the role of its person allows';
