-- Whoever searches the town sees which services and people a shop takes no more than so many bookings of, and when a living hold
-- of such a shop begins: no more of it than what is counted, and nothing of whose it is.

grant select (business_id, service_id, resource_id, lines_a_day, lines_a_week) on scheduling.line_caps to omotenashi_town;
create policy town on scheduling.line_caps for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (id, business_id, service_id, chosen_resource_id, start_at, lines_json, committed_at, expires_at)
    on scheduling.reservations to omotenashi_town;
create policy town on scheduling.reservations for select to omotenashi_town
    using (business_id in (select business_id from scheduling.line_caps));

-- The rules of a business are read whole, and of single sessions those of days that are not over.
create index timetable_entries_of_business on scheduling.timetable_entries (business_id);
create index class_dates_of_date on scheduling.class_dates (business_id, date);
