-- The back office has rights of its own (FEATURES ST2): guests' cards, schedule, menu and the business itself.

insert into accounts.permissions (resource, action, description) values
    ('customers', 'read', 'Looks up guests, their history and their notes'),
    ('customers', 'write', 'Adds and mends cards of guests, joins two of one person, keeps somebody from booking'),
    ('customers', 'move', 'Takes all cards of guests out as a file, or brings them in'),
    ('schedule', 'block', 'Keeps time free of bookings on a column'),
    ('schedule', 'manage', 'Says when the shop is open and who works when'),
    ('catalog', 'manage', 'Says what is offered, for how much and with what'),
    ('business', 'manage', 'Says how the shop is called and shown, and how it takes bookings');
insert into accounts.role_permissions (role, permission_id)
select role, id from accounts.permissions,
    (values ('owner'), ('manager'), ('receptionist'), ('service_provider')) as everybody (role)
where (resource, action) = ('customers', 'read')
    or (resource, action) in (('customers', 'write'), ('schedule', 'block')) and role <> 'service_provider'
    or (resource, action) in (('customers', 'move'), ('schedule', 'manage'), ('catalog', 'manage'), ('business', 'manage'))
        and role in ('owner', 'manager');
