delete from accounts.role_permissions where permission_id in (
    select id from accounts.permissions where (resource, action) in (
        ('customers', 'read'), ('customers', 'write'), ('customers', 'move'), ('schedule', 'block'),
        ('schedule', 'manage'), ('catalog', 'manage'), ('business', 'manage')));
delete from accounts.permissions where (resource, action) in (
    ('customers', 'read'), ('customers', 'write'), ('customers', 'move'), ('schedule', 'block'),
    ('schedule', 'manage'), ('catalog', 'manage'), ('business', 'manage'));
