-- So many people who all do everything, every day of the week. Binds: how many.
with people as (
    insert into scheduling.resources (id, business_id, resource_type, name, name_en, kana, is_nominable, has_shifts, sort_order)
    select md5(platform.business() || ' staff ' || n)::uuid, platform.business(), 'staff', 'スタッフ' || n, 'Staff ' || n, 'スタッフ', true, true, n
    from generate_series(1, ?::integer) as n
    returning id
),
shifts as (
    insert into scheduling.staff_working_hours (business_id, resource_id, day_of_week, start_minute, end_minute)
    select platform.business(), people.id, day, 540, 1080 from people, generate_series(0, 6) as day
)
insert into scheduling.service_resources (business_id, service_id, resource_id)
select platform.business(), s.id, people.id from people, catalog.services s where s.business_id = platform.business()
