drop function bookings.lines_begun(uuid[], uuid[], timestamptz, timestamptz, timestamptz, uuid);
