alter policy person on scheduling.time_off_requests using (false);
