drop table scheduling.table_group_members;
drop table scheduling.table_groups;
