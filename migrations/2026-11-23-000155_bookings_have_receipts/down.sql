alter table payments.receipts drop constraint receipts_booking_fkey;
