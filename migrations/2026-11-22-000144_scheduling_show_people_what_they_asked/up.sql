-- When somebody asked to be off, what for and what was said to it is theirs to read.

alter policy person on scheduling.time_off_requests using (asked_by = (select platform.person()));
