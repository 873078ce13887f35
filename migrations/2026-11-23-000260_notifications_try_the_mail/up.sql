-- Letters by which somebody tries whether letters leave, and what became of them. Whose address it was stands nowhere: it is that
-- of whoever asked. What was said with the mail server is kept for the house alone.

create table notifications.mail_tests (
    id uuid constraint mail_tests_pkey primary key default uuid_generate_v4(),
    business_id uuid references businesses.businesses (id) on delete cascade,
    asked_by uuid references accounts.users (id) on delete set null,
    locale text not null default 'ja' constraint mail_tests_locale check (locale in ('ja', 'en')),
    asked_at timestamptz not null default now(),
    finished_at timestamptz,
    trouble text,
    answer text not null default '',
    steps jsonb not null default '[]',
    constraint mail_tests_steps check (business_id is null or steps = '[]'::jsonb)
);
create index idx_mail_tests_business on notifications.mail_tests (business_id, asked_at);
create index idx_mail_tests_asked_by on notifications.mail_tests (asked_by);
create index idx_mail_tests_asked_at on notifications.mail_tests (asked_at);
call platform.protect('notifications.mail_tests', house => true);
comment on table notifications.mail_tests is 'Letters by which somebody tries whether letters leave';
comment on column notifications.mail_tests.business_id is 'NULL for those of the operators';
comment on column notifications.mail_tests.trouble is 'What was wrong, in one word; NULL: nothing, or not known yet';
comment on column notifications.mail_tests.answer is 'What the server said at last, without its name';
