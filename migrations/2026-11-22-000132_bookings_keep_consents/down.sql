drop table bookings.consents;
