drop table catalog.services, catalog.cancellation_policies, catalog.categories;
drop type catalog.audience;
