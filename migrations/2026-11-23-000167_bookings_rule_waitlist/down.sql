drop table bookings.waitlist_rules;
