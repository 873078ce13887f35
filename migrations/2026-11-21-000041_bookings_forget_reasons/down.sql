alter policy person on bookings.booking_history using (false);
drop trigger only_forget on bookings.booking_history;
drop function bookings.only_forget();
revoke update (reason) on bookings.booking_history from omotenashi_app;
