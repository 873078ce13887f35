drop table bookings.answer_files;
