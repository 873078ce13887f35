drop table bookings.booking_answers;
