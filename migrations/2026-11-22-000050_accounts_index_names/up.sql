-- Operators find people by part of a name or address. All of it is one text without spaces, so that 山田葵 finds 山田 葵; the
-- same expression stands in domain/accounts/people.rs.

create index idx_users_found_by on accounts.users using gin (
    translate(email::text || '/' || display_name || '/' || family_name || given_name || '/' || family_name_kana || given_name_kana,
        U&' \3000', '') gin_trgm_ops)
    where deleted_at is null;
