-- A hold remembers what was chosen besides, and a person may do a service for a price and in a time of their own (AV6).

alter table scheduling.reservations
    add column option_ids uuid[] not null default '{}' constraint reservations_options check (cardinality(option_ids) <= 50);
comment on column scheduling.reservations.option_ids is 'catalog.options chosen with the service; their minutes lie in the time held';

alter table scheduling.service_resources
    add column price_cents bigint constraint service_resources_price check (price_cents between 0 and 99999999),
    add column duration_minutes smallint constraint service_resources_duration
        check (duration_minutes between 5 and 1440 and duration_minutes % 5 = 0);
comment on column scheduling.service_resources.price_cents is 'What the service costs with this person; NULL is the price on the menu';
comment on column scheduling.service_resources.duration_minutes is 'How long it takes this person; NULL is the length on the menu';
