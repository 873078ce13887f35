alter table catalog.cancellation_policies drop column moves_json;
