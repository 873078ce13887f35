drop function scheduling.live_holds;
drop table scheduling.allocations, scheduling.reservations, scheduling.staff_exceptions, scheduling.staff_working_hours,
    scheduling.timetable_entries, scheduling.service_resources;
alter table businesses.staff_assignments drop constraint staff_assignments_resource_fkey;
drop table scheduling.resources;
drop type scheduling.resource_use, scheduling.resource_type;
