create or replace trigger audit after insert or update or delete on accounts.users for each row execute function audit.record(
    'email', 'password_hash', 'family_name', 'given_name', 'family_name_kana', 'given_name_kana', 'display_name', 'phone',
    'metadata', 'login_count', 'last_login_at');
