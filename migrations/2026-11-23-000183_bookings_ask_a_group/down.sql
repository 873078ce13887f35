drop table bookings.poll_answers;
drop table bookings.polls;
