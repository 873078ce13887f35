drop table bookings.imported_bookings;
drop table bookings.booking_imports;
