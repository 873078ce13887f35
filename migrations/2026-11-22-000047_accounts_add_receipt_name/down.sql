create or replace function accounts.forget(person uuid) returns bigint language plpgsql as
$$
declare
    held record;
    rows bigint;
    gone bigint := 0;
begin
    for held in
        select k.conrelid::regclass as place, a.attname as holder
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.confdeltype = 'c' and k.confrelid = 'accounts.users'::regclass
            and k.connamespace = 'accounts'::regnamespace
            -- What operators did stays, as a trail does.
            and has_table_privilege(k.conrelid, 'delete')
        order by 1
    loop
        execute format('delete from %s where %I = $1', held.place, held.holder) using person;
        get diagnostics rows = row_count;
        gone := gone + rows;
    end loop;
    -- But not the words in which it may say who it was.
    update accounts.account_closures set reason = '-', reopened_because = '' where user_id = person;
    update accounts.impersonations set reason = '-' where user_id = person;
    update accounts.factor_resets set reason = '-' where user_id = person;
    update accounts.users set
        email = id || '@erased.invalid', password_hash = null, family_name = '', given_name = '', family_name_kana = '',
        given_name_kana = '', display_name = '', phone = null, avatar_url = null, timezone = 'Asia/Tokyo', locale = 'ja',
        is_active = false, email_verified_at = null, login_count = 0, last_login_at = null, metadata = '{}', deleted_at = now()
    where id = person and deleted_at is null;
    get diagnostics rows = row_count;
    return gone + rows;
end $$;

drop trigger audit on accounts.users;
create trigger audit after insert or update or delete on accounts.users for each row execute function audit.record(
    'email', 'password_hash', 'family_name', 'given_name', 'family_name_kana', 'given_name_kana', 'display_name', 'phone',
    'metadata', 'login_count', 'last_login_at');
alter table accounts.users drop column receipt_name;
