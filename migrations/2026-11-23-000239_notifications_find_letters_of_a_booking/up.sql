-- Row security asks for the business beside the booking. With an index of each alone, both are read and laid over each other, and that
-- goes through all letters of a shop for each of its bookings.
create index concurrently if not exists notification_outbox_of_booking on notifications.notification_outbox (booking_id, business_id, scheduled_at) where booking_id is not null;
