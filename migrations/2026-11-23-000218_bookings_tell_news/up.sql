-- What guests did lately at a shop is found without reading all of its past.

create index idx_booking_history_by_guests on bookings.booking_history (business_id, created_at desc) where actor = 'customer';
