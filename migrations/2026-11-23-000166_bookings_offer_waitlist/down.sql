comment on column bookings.waitlist.preferred_date is null;
comment on table bookings.waitlist is null;
alter policy house on bookings.waitlist using (false);
drop index bookings.waitlist_one_open;
drop index bookings.waitlist_open;
alter table bookings.waitlist
    drop constraint waitlist_hours,
    drop constraint waitlist_days,
    drop column version,
    drop column proved_at,
    drop column reservation_id,
    drop column booking_id,
    drop column locale,
    drop column option_ids,
    drop column resource_id,
    drop column weekdays,
    drop column preferred_until;
