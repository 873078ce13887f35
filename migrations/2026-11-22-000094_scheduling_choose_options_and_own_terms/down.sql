alter table scheduling.service_resources drop column duration_minutes, drop column price_cents;
alter table scheduling.reservations drop column option_ids;
