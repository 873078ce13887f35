alter table audit.audit_logs drop constraint audit_logs_actor_fkey;
drop table accounts.role_permissions, accounts.permissions, accounts.sign_in_codes, accounts.password_resets, accounts.email_changes,
    accounts.email_verifications,
    accounts.refresh_tokens, accounts.user_sessions, accounts.users;
drop type accounts.user_role;
