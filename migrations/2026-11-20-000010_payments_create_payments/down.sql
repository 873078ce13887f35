drop table payments.payment_webhooks, payments.booking_payments;
drop type payments.payment_mode, payments.payment_status;
