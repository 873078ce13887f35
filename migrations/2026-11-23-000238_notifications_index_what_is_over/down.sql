drop index concurrently if exists notifications.notification_outbox_over;
