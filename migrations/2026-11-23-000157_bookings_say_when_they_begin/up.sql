-- What was booked before claims said when they begin says so, too.
alter table bookings.bookings no force row level security;
alter table scheduling.allocations no force row level security;
update scheduling.allocations a set begins_at = b.start_at
    from bookings.bookings b where b.id = a.booking_id and b.business_id = a.business_id;
alter table scheduling.allocations force row level security;
alter table bookings.bookings force row level security;
