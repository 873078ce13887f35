drop procedure platform.protect;
drop schema queue, analytics, reviews, bookings, notifications, payments, scheduling, catalog, customers, businesses,
    accounts, audit, platform cascade;
do $$ begin execute format('alter role %I reset search_path', current_user); end $$;
drop extension if exists pg_trgm;
drop extension if exists btree_gist;
drop extension if exists citext;
drop extension if exists pgcrypto;
drop extension if exists "uuid-ossp";
-- The three roles stay: other databases of this server may use them.
