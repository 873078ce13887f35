-- What somebody paid or owes is theirs to read.

alter policy person on payments.booking_payments using (booking_id = any (array(select id from bookings.bookings)));
