drop table notifications.notification_logs, notifications.notification_outbox;
drop type notifications.attempt_status, notifications.tone, notifications.channel, notifications.delivery_status;
