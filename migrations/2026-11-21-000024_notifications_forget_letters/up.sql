-- Letters to people who ended their account, and the letters about one's own bookings.

alter table notifications.notification_outbox add column forgotten_at timestamptz;
comment on column notifications.notification_outbox.forgotten_at is 'When its reader was forgotten: that it was sent stays known, to whom does not';
alter table notifications.notification_outbox drop constraint notification_outbox_recipient;
alter table notifications.notification_outbox add constraint notification_outbox_recipient
    check (num_nonnulls(to_email, to_phone) > 0 or forgotten_at is not null);
alter policy person on notifications.notification_outbox using (booking_id = any (array(select id from bookings.bookings)));
