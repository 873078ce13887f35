-- That a shop waits for somebody's answer is theirs to read, in the list of their own bookings.

alter policy person on bookings.proposals using (booking_id = any (array(select id from bookings.bookings)));
alter policy person on bookings.request_offers using (booking_id = any (array(select id from bookings.bookings)));
