alter table scheduling.reservations drop column lines_json;
