drop table bookings.series_bookings;
drop table bookings.booking_series;
