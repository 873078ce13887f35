drop table bookings.feed_rules;
drop table bookings.calendar_feeds;
