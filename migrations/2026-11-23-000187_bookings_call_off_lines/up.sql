-- One service of a visit can be called off alone. What it would have cost leaves the agreed price, and is kept with the service:
-- it still has a name to be shown by, and can stand again as it was agreed.

alter table bookings.booking_lines
    add column dropped jsonb constraint booking_lines_dropped check (jsonb_typeof(dropped) = 'array'),
    add column fee_cents bigint not null default 0 constraint booking_lines_fee check (fee_cents >= 0),
    add constraint booking_lines_called_off check ((cancelled_at is null) = (dropped is null)),
    add constraint booking_lines_fee_of_called_off check (fee_cents = 0 or cancelled_at is not null);
comment on column bookings.booking_lines.dropped is 'The lines that left the agreed price when it was called off; NULL while it stands';
comment on column bookings.booking_lines.fee_cents is 'What calling it off costs, by the policy frozen on the booking; minor units';
