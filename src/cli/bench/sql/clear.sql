create temporary table written as
    select id, customer_id from bookings.bookings where status = 'confirmed' and created_at >= $1 and deleted_at is null;
delete from scheduling.allocations where reservation_id is not null;
delete from scheduling.allocations where booking_id in (select id from written);
delete from bookings.booking_links where booking_id in (select id from written);
delete from bookings.booking_history where booking_id in (select id from written);
delete from notifications.notification_logs where created_at >= $1;
delete from notifications.notification_outbox where created_at >= $1;
delete from queue.queue_jobs where created_at >= $1;
delete from bookings.bookings where id in (select id from written);
delete from customers.customers where created_at >= $1 and id in (select customer_id from written);
delete from scheduling.reservations where created_at >= $1;
drop table written;
vacuum scheduling.allocations, scheduling.reservations, bookings.bookings, bookings.booking_links, bookings.booking_history;
vacuum customers.customers, queue.queue_jobs, notifications.notification_outbox, notifications.notification_logs
