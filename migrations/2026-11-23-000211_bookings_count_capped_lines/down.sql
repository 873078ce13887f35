drop function bookings.capped_lines_begun(uuid[], timestamptz, timestamptz, timestamptz);
drop policy town on bookings.booking_lines;
revoke select (booking_id, business_id, service_id, resource_id, start_at, cancelled_at) on bookings.booking_lines from omotenashi_town;
drop policy town on bookings.bookings;
revoke select (id, business_id, service_id, resource_id, start_at, status, deleted_at) on bookings.bookings from omotenashi_town;
revoke usage on schema bookings from omotenashi_town;
