-- Somebody has lost everything they prove themselves with besides their password, and an operator who has made sure who
-- they are takes it away, with the reason.

create table accounts.factor_resets (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    reason text not null constraint factor_resets_reason check (reason <> ''),
    reset_by uuid references accounts.users (id) on delete set null,
    reset_at timestamptz not null default now()
);
create index idx_factor_resets_user on accounts.factor_resets (user_id, reset_at);
create trigger audit after insert or update or delete on accounts.factor_resets for each row execute function audit.record('reason');
comment on table accounts.factor_resets is 'When and why an operator took away what somebody had lost: app, recovery codes and passkeys';

revoke all on accounts.factor_resets from omotenashi_app, omotenashi_person;
-- What happened is not taken back.
revoke delete on accounts.factor_resets from omotenashi_house;

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
