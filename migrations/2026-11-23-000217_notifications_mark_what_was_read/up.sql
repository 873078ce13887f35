-- Until when somebody who works at a shop has read what happened there. What happened stands where it happened and is copied
-- nowhere.

create table notifications.news_read (
    id uuid constraint news_read_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    user_id uuid not null references accounts.users (id) on delete cascade,
    read_until timestamptz not null,
    constraint news_read_one unique (business_id, user_id)
);
create index idx_news_read_user on notifications.news_read (user_id);
call platform.protect('notifications.news_read');
comment on table notifications.news_read is 'Until when each of those who work at a shop has read its news';
