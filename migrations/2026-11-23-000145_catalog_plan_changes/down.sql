drop table catalog.policy_changes;
drop table catalog.service_changes;
