-- Whose picture is where tells who somebody is, like their name: the trail says only that it changed.

create or replace trigger audit after insert or update or delete on accounts.users for each row execute function audit.record(
    'email', 'password_hash', 'family_name', 'given_name', 'family_name_kana', 'given_name_kana', 'display_name', 'phone',
    'avatar_url', 'metadata', 'login_count', 'last_login_at');
