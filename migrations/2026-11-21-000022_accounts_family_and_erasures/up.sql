-- Whom somebody books for (AC3), and accounts that end (AU2).

create table accounts.family_members (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) on delete cascade,
    display_name text not null constraint family_members_name check (display_name <> ''),
    family_name text not null default '',
    given_name text not null default '',
    family_name_kana text not null default '',
    given_name_kana text not null default '',
    relation text not null constraint family_members_relation check (relation in ('spouse', 'child', 'parent', 'sibling', 'other')),
    birth_year smallint constraint family_members_birth_year check (birth_year between 1900 and 2200),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index idx_family_members_user on accounts.family_members (user_id, created_at);
create trigger touch before update on accounts.family_members for each row execute function platform.touch();
create trigger audit after insert or update or delete on accounts.family_members for each row execute function audit.record(
    'display_name', 'family_name', 'given_name', 'family_name_kana', 'given_name_kana', 'relation', 'birth_year');
comment on table accounts.family_members is 'Those somebody books for; what a business learns of them is a card of its own, by a booking';

create table accounts.erasures (
    id uuid primary key default uuid_generate_v4(),
    user_id uuid not null references accounts.users (id) constraint erasures_user_id_key unique,
    emails text[] not null default '{}',
    finished_at timestamptz,
    created_at timestamptz not null default now(),
    constraint erasures_end check (finished_at is null or emails = '{}')
);
create index idx_erasures_open on accounts.erasures (created_at) where finished_at is null;
comment on table accounts.erasures is 'Accounts that were ended, and whether the businesses'' copies are gone as well';
comment on column accounts.erasures.emails is 'Proved addresses by which cards without an account are still to be found; emptied at the end';
comment on column accounts.erasures.created_at is 'The database''s clock, like that of the cards: what is written later is somebody new''s';

-- Everything that says who somebody is, in this room: each table that goes with its person, whoever added it, and the row
-- itself but for its key, which the trail of changes names.
create function accounts.forget(person uuid) returns bigint language plpgsql as
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
    update accounts.users set
        email = id || '@erased.invalid', password_hash = null, family_name = '', given_name = '', family_name_kana = '',
        given_name_kana = '', display_name = '', phone = null, avatar_url = null, timezone = 'Asia/Tokyo', locale = 'ja',
        is_active = false, email_verified_at = null, login_count = 0, last_login_at = null, metadata = '{}', deleted_at = now()
    where id = person and deleted_at is null;
    get diagnostics rows = row_count;
    return gone + rows;
end $$;
comment on function accounts.forget(uuid) is 'Ends an account: what goes with the person is deleted, the row keeps its key alone and its address is free again';

-- As the whole room: inside a business nobody reads how people come in.
revoke all on accounts.family_members, accounts.erasures from omotenashi_app, omotenashi_person;
