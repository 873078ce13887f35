-- What a letter said when it went, which letter it repeats, and which addresses letters did not reach. Links in the words are
-- left out: who reads them here shall not be able to open what only their reader may.

alter table notifications.notification_outbox
    add column subject text,
    add column words text,
    add column repeats uuid,
    add constraint notification_outbox_repeats_fkey foreign key (business_id, repeats)
        references notifications.notification_outbox (business_id, id) on delete set null (repeats);
create index idx_notification_outbox_repeats on notifications.notification_outbox (repeats) where repeats is not null;
create index idx_notification_outbox_trouble on notifications.notification_outbox (business_id, created_at desc)
    where delivery_status in ('failed', 'bounced');
create index idx_notification_outbox_words on notifications.notification_outbox (sent_at) where words is not null;
comment on column notifications.notification_outbox.subject is 'As it went; kept as long as words are';
comment on column notifications.notification_outbox.words is 'The text as it went, without the keys in its links';
comment on column notifications.notification_outbox.repeats is 'The letter that somebody had sent again';

create table notifications.unreached_addresses (
    id uuid constraint unreached_addresses_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    email citext not null,
    answer text not null default '' constraint unreached_addresses_answer check (char_length(answer) <= 1000),
    since timestamptz not null default now(),
    constraint unreached_addresses_one unique (business_id, email)
);
call platform.protect('notifications.unreached_addresses', house => true);
comment on table notifications.unreached_addresses is 'Addresses that a mail server refused for good; forgotten as soon as a letter arrives there';
comment on column notifications.unreached_addresses.answer is 'What the server said';
