drop table payments.receipts;
comment on column payments.booking_payments.payment_type is null;
drop index payments.idx_booking_payments_cancelled_by, payments.idx_booking_payments_received_by, payments.idx_booking_payments_taken;
alter table payments.booking_payments
    drop constraint booking_payments_cancelled_by,
    drop constraint booking_payments_cancelled,
    drop column cancelled_by,
    drop column cancelled_at,
    drop column received_by,
    drop column taken_on;
