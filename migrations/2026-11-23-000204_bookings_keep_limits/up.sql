-- Where the first service of a visit is called off, what is left begins later; until when it can be called off or moved, and for how
-- much, stays as it was agreed. That holds while the booking begins then: whoever moves it agrees to another beginning.

alter table bookings.bookings
    add column limits_from timestamptz,
    add column limits_while timestamptz,
    add constraint bookings_limits check ((limits_from is null) = (limits_while is null));
comment on column bookings.bookings.limits_from is 'The beginning its limits are reckoned from, where what came first was called off; NULL is start_at';
comment on column bookings.bookings.limits_while is 'While it begins then, limits_from holds';
