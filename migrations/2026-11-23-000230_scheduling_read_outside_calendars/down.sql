delete from scheduling.blocks where outside_id is not null;
alter table scheduling.blocks drop column outside_id;
drop table scheduling.outside_calendars;
