-- A receipt is of a booking. A booking that has one is not deleted for good: the books need it.

alter table payments.receipts add constraint receipts_booking_fkey
    foreign key (business_id, booking_id) references bookings.bookings (business_id, id);
