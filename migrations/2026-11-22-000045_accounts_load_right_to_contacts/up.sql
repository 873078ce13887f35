-- How a guest can be reached is a right of its own (ASVS 8.2.3): every role has it, and an owner may take it from somebody.

insert into accounts.permissions (resource, action, description) values
    ('contacts', 'read', 'Sees the telephone numbers and e-mail addresses of guests');
insert into accounts.role_permissions (role, permission_id)
select role, id from accounts.permissions,
    (values ('owner'), ('manager'), ('receptionist'), ('service_provider')) as everybody (role)
where resource = 'contacts' and action = 'read';
