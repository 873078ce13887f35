drop table bookings.booking_lines;
