drop function bookings.booked_as(jsonb, text);
