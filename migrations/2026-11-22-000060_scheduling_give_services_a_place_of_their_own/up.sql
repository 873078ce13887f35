-- A service that needs nobody and nothing still takes somewhere, so that it has an end: a place of its own, with as many
-- seats as it has (DECISIONS: occupancy).

alter table scheduling.resources
    add column own_of_service uuid constraint resources_own_of_service_key unique,
    add constraint resources_own_of_service_fkey foreign key (business_id, own_of_service)
        references catalog.services (business_id, id) on delete cascade;
comment on column scheduling.resources.own_of_service is
    'The service whose own place it is: made by the house for a service without resources, on no list of them';
