alter table bookings.booking_reminders drop column for_start;
drop table bookings.reminder_rules;
