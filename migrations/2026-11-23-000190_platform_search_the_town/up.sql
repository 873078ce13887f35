-- Searching the town: whoever looks for a free time among all shops asks as a role of its own. It only reads, of each table no
-- more columns than free times are reckoned from, and of no shop that does not want to be found: its rules, and when something
-- is taken. Not by whom, not what anybody is called, nothing of guests. New tables and columns are closed to it until a step
-- opens them. The step concerns several rooms, because a wall with gaps is none.
do $$
begin
    begin
        create role omotenashi_town nologin nosuperuser nocreatedb nocreaterole nobypassrls;
    exception when duplicate_object then
        null;
    end;
    execute format('grant omotenashi_town to %I', current_user);
end $$;

grant usage on schema platform, businesses, catalog, scheduling to omotenashi_town;
grant select (tenant, revision) on platform.revisions to omotenashi_town;
grant select (name, is_stopped) on platform.switches to omotenashi_town;
grant select (id, slug, name_ja, name_en) on businesses.verticals to omotenashi_town;

-- Listed: let in by the platform, open to the public and not hidden. What hangs on a business is seen with it.
grant select (id, vertical_id, slug, display_name_ja, display_name_en, name_kana, prefecture, city, address_en, timezone)
    on businesses.businesses to omotenashi_town;
create policy town on businesses.businesses for select to omotenashi_town
    using (status = 'approved' and onboarding_status = 'live' and is_listed and deleted_at is null);

grant select (business_id, slot_step_minutes, notice_minutes, horizon_days, most_starts_a_day, most_starts_a_week,
    is_accepting, bookings_stopped_at) on businesses.business_settings to omotenashi_town;
create policy town on businesses.business_settings for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, day_of_week, week_of_month, valid_from, open_minute, close_minute)
    on businesses.business_hours to omotenashi_town;
create policy town on businesses.business_hours for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, date, open_minute, close_minute) on businesses.business_holidays to omotenashi_town;
create policy town on businesses.business_holidays for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));

grant select (id, business_id, name_ja, name_en, sort_order, deleted_at) on catalog.categories to omotenashi_town;
create policy town on catalog.categories for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (id, business_id, category, name_ja, name_en, duration_minutes, price_cents, tax_rate_percent, buffer_before,
    buffer_after, party_min, party_max, slot_step_minutes, notice_minutes, horizon_days, audience, sort_order, is_active,
    deleted_at) on catalog.services to omotenashi_town;
create policy town on catalog.services for select to omotenashi_town
    using (is_active and deleted_at is null and business_id in (select id from businesses.businesses));
grant select (business_id, service_id, after_minutes, processing_minutes) on catalog.processing_times to omotenashi_town;
create policy town on catalog.processing_times for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, service_id, valid_from, setup_json) on catalog.service_changes to omotenashi_town;
create policy town on catalog.service_changes for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (id, business_id, is_required, deleted_at) on catalog.option_groups to omotenashi_town;
create policy town on catalog.option_groups for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, group_id, deleted_at) on catalog.options to omotenashi_town;
create policy town on catalog.options for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, service_id, group_id) on catalog.service_option_groups to omotenashi_town;
create policy town on catalog.service_option_groups for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));

grant select (id, business_id, resource_type, capacity, party_max, is_nominable, takes_online, has_shifts, sort_order,
    is_active, deleted_at) on scheduling.resources to omotenashi_town;
create policy town on scheduling.resources for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, service_id, resource_id, use, is_required, price_cents, duration_minutes)
    on scheduling.service_resources to omotenashi_town;
create policy town on scheduling.service_resources for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, resource_id, day_of_week, valid_from, start_minute, end_minute)
    on scheduling.staff_working_hours to omotenashi_town;
create policy town on scheduling.staff_working_hours for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, resource_id, date, start_minute, end_minute) on scheduling.staff_exceptions to omotenashi_town;
create policy town on scheduling.staff_exceptions for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, service_id, day_of_week, start_minute) on scheduling.timetable_entries to omotenashi_town;
create policy town on scheduling.timetable_entries for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, day_of_week, start_minute, most) on scheduling.start_limits to omotenashi_town;
create policy town on scheduling.start_limits for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, date, start_minute, most) on scheduling.start_limit_dates to omotenashi_town;
create policy town on scheduling.start_limit_dates for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, service_id) on scheduling.class_rules to omotenashi_town;
create policy town on scheduling.class_rules for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, service_id, resource_id, date, start_minute, is_held) on scheduling.class_dates to omotenashi_town;
create policy town on scheduling.class_dates for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));

-- The two keys tell which rows are of one claim, where a shop limits how many may begin; what they point at stays closed.
grant select (business_id, resource_id, seat, start_at, end_at, expires_at, begins_at, booking_id, reservation_id)
    on scheduling.allocations to omotenashi_town;
create policy town on scheduling.allocations for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
