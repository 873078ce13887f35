delete from accounts.role_permissions where permission_id = (select id from accounts.permissions where resource = 'payments');
delete from accounts.permissions where resource = 'payments';
