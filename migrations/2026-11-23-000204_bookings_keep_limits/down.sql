alter table bookings.bookings
    drop constraint bookings_limits,
    drop column limits_while,
    drop column limits_from;
