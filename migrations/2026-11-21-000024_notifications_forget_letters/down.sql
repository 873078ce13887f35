alter policy person on notifications.notification_outbox using (false);
delete from notifications.notification_outbox where forgotten_at is not null;
alter table notifications.notification_outbox drop constraint notification_outbox_recipient;
alter table notifications.notification_outbox add constraint notification_outbox_recipient
    check (to_email is not null or to_phone is not null);
alter table notifications.notification_outbox drop column forgotten_at;
