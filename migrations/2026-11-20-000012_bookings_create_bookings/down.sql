alter table notifications.notification_logs drop constraint notification_logs_booking_fkey;
alter table notifications.notification_outbox drop constraint notification_outbox_booking_fkey;
alter table payments.booking_payments drop constraint booking_payments_booking_fkey;
alter table scheduling.allocations drop constraint allocations_booking_fkey;
drop table bookings.waitlist, bookings.booking_reminders, bookings.booking_history, bookings.booking_links, bookings.bookings;
drop function bookings.free_time;
drop type bookings.waitlist_priority, bookings.waitlist_status, bookings.cancelled_by, bookings.booking_source, bookings.booking_status;
