drop index scheduling.class_dates_of_date;
drop index scheduling.timetable_entries_of_business;
drop policy town on scheduling.reservations;
revoke select (id, business_id, service_id, chosen_resource_id, start_at, lines_json, committed_at, expires_at)
    on scheduling.reservations from omotenashi_town;
drop policy town on scheduling.line_caps;
revoke select (business_id, service_id, resource_id, lines_a_day, lines_a_week) on scheduling.line_caps from omotenashi_town;
