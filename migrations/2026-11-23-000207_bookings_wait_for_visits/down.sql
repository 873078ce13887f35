drop table bookings.waitlist_lines;
drop index bookings.waitlist_one_open;
delete from bookings.waitlist where visit_services <> '';
create unique index waitlist_one_open on bookings.waitlist (customer_id, service_id)
    where status in ('active', 'notified') and deleted_at is null;
alter table bookings.waitlist
    drop constraint waitlist_business_id_id_key,
    drop column visit_services;
