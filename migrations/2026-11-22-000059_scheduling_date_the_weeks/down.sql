delete from scheduling.staff_working_hours where start_minute is null;
alter table scheduling.staff_working_hours drop constraint staff_working_hours_span;
alter table scheduling.staff_working_hours add constraint staff_working_hours_span
    check (start_minute >= 0 and start_minute < end_minute and end_minute <= 1800);
alter table scheduling.staff_working_hours alter column start_minute set not null;
alter table scheduling.staff_working_hours alter column end_minute set not null;
alter table scheduling.staff_working_hours drop column valid_from;
comment on column scheduling.staff_working_hours.start_minute is null;
