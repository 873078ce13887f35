delete from scheduling.staff_exceptions where time_off_id is not null;
alter table scheduling.staff_exceptions drop column time_off_id;
drop table scheduling.time_off_requests;
