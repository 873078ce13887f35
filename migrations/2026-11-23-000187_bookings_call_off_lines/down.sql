alter table bookings.booking_lines
    drop constraint booking_lines_fee_of_called_off,
    drop constraint booking_lines_called_off,
    drop column fee_cents,
    drop column dropped;
