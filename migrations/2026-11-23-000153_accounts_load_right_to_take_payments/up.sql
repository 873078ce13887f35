-- Whoever serves a guest takes their money, too: every role may, and an owner may take it from somebody.

insert into accounts.permissions (resource, action, description) values
    ('payments', 'take', 'Takes what a guest pays at the shop, takes that back, and issues receipts');
insert into accounts.role_permissions (role, permission_id)
select role, id from accounts.permissions,
    (values ('owner'), ('manager'), ('receptionist'), ('service_provider')) as everybody (role)
where resource = 'payments' and action = 'take';
