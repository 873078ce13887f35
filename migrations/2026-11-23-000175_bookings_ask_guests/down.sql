drop table bookings.proposals;
