drop table catalog.service_option_groups;
drop table catalog.options;
drop table catalog.option_groups;
