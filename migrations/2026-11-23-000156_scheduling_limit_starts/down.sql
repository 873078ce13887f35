alter table scheduling.allocations drop column begins_at;
drop table scheduling.start_limit_dates;
drop table scheduling.start_limits;
