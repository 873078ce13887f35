alter policy person on bookings.request_offers using (false);
alter policy person on bookings.proposals using (false);
