-- What is past its year is found once a day; on a full table, without keeping anybody from writing letters meanwhile.
create index concurrently if not exists notification_outbox_over on notifications.notification_outbox (scheduled_at) where delivery_status <> 'queued';
