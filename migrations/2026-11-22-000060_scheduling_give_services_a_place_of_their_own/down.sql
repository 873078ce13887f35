delete from scheduling.resources where own_of_service is not null;
alter table scheduling.resources drop constraint resources_own_of_service_fkey, drop column own_of_service;
