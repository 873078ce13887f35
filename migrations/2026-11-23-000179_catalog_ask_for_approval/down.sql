drop table catalog.service_approvals;
