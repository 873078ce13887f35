-- Shifts can change from a date on, as opening hours can. A week on which somebody does not work at all is rows without hours.

alter table scheduling.staff_working_hours add column valid_from date not null default date '2000-01-01';
alter table scheduling.staff_working_hours add constraint staff_working_hours_valid_from
    check (valid_from between date '2000-01-01' and date '2200-12-31');
alter table scheduling.staff_working_hours alter column start_minute drop not null;
alter table scheduling.staff_working_hours alter column end_minute drop not null;
alter table scheduling.staff_working_hours drop constraint staff_working_hours_span;
alter table scheduling.staff_working_hours add constraint staff_working_hours_span check (
    start_minute is null and end_minute is null
    or start_minute is not null and end_minute is not null
        and start_minute >= 0 and start_minute < end_minute and end_minute <= 1800);
comment on column scheduling.staff_working_hours.valid_from is 'The first business day of the week this row belongs to; a later week of the same resource replaces an earlier one as a whole';
comment on column scheduling.staff_working_hours.start_minute is 'Minutes after midnight of the business day; NULL: does not work on this weekday';
