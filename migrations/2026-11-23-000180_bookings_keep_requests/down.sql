drop table bookings.request_offers;
drop table bookings.booking_requests;
