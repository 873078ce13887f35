-- Letters: the outbox row is written in the transaction of the change it tells of (seeds 000 and 001).

create type notifications.delivery_status as enum ('queued', 'sent', 'delivered', 'failed', 'bounced');
create type notifications.channel as enum ('email', 'sms', 'webhook', 'line');
create type notifications.tone as enum ('polite', 'casual', 'formal');
create type notifications.attempt_status as enum ('pending', 'sent', 'failed', 'retrying');

create table notifications.notification_outbox (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid references businesses.businesses (id) on delete cascade,
    booking_id uuid,
    recipient_id uuid,
    kind text not null,
    channel notifications.channel not null default 'email',
    to_email citext,
    to_phone text,
    locale text not null default 'ja' constraint notification_outbox_locale check (locale in ('ja', 'en')),
    tone notifications.tone not null default 'polite',
    template text not null,
    data_json jsonb not null default '{}',
    scheduled_at timestamptz not null default now(),
    sent_at timestamptz,
    attempts integer not null default 0,
    delivery_status notifications.delivery_status not null default 'queued',
    error_message text,
    created_at timestamptz not null default now(),
    constraint notification_outbox_business_id_id_key unique (business_id, id),
    constraint notification_outbox_recipient check (to_email is not null or to_phone is not null),
    constraint notification_outbox_recipient_fkey foreign key (recipient_id) references accounts.users (id) on delete cascade
);
create index idx_notification_outbox_recipient on notifications.notification_outbox (recipient_id, delivery_status);
create index idx_notification_outbox_scheduled on notifications.notification_outbox (scheduled_at, delivery_status);
create index idx_notification_outbox_created on notifications.notification_outbox (created_at);
create index idx_notification_outbox_booking on notifications.notification_outbox (booking_id);
call platform.protect('notifications.notification_outbox', house => true);
comment on table notifications.notification_outbox is 'Every letter, before and after it was sent';
comment on column notifications.notification_outbox.business_id is 'NULL for letters to a person about their own account';
comment on column notifications.notification_outbox.data_json is 'What the letter says beyond the booking itself (old time, fee); ids, no copies of names';

create table notifications.notification_logs (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid references businesses.businesses (id) on delete cascade,
    notice_id uuid,
    booking_id uuid,
    channel notifications.channel not null,
    recipient text not null default '',
    template text not null,
    status notifications.attempt_status not null default 'pending',
    attempts integer not null default 0 constraint notification_logs_attempts check (attempts between 0 and 20),
    last_attempt_at timestamptz,
    error text,
    created_at timestamptz not null default now(),
    constraint notification_logs_notice_fkey foreign key (business_id, notice_id)
        references notifications.notification_outbox (business_id, id) on delete cascade
);
create index idx_notification_logs_notice on notifications.notification_logs (notice_id, created_at);
create index idx_notification_logs_booking on notifications.notification_logs (booking_id);
call platform.protect('notifications.notification_logs', house => true);
comment on table notifications.notification_logs is 'Each attempt to deliver, with its answer';
