-- A business with everything that can be said of when: so many who serve in a third as many rooms, shifts and days off, other
-- hours in one week of the month and on single days, and as many guests as may begin in each half-hour, on a day and in a week. Its
-- people are as busy as those of bench-month, from whom their time is copied. Binds: its key, its service, the first day, its word,
-- how many people.
with shop as (
    select $1::uuid as id, $2::uuid as service, $3::date as today, $4::text as slug, $5::integer as people
),
made as (
    insert into businesses.businesses (id, vertical_id, slug, display_name_ja, display_name_en, postal_code, prefecture, city,
        street, address_en, phone, status, onboarding_status)
    select shop.id, v.id, shop.slug, '計測サロン 決まりごと', 'Measured salon of rules', '1000001', '東京都', '千代田区', '1-1',
        'Chiyoda-ku, Tokyo', '+81300001299', 'approved', 'live'
    from shop join businesses.verticals v on v.slug = 'salon'
),
-- What is remembered of it goes by this, as of every business: no trigger writes it here.
remembered as (
    insert into platform.revisions (tenant, revision) select id, pg_current_xact_id()::text::bigint from shop
),
settings as (
    insert into businesses.business_settings (business_id, notice_minutes, horizon_days, most_starts_a_day, most_starts_a_week) select id, 0, 60, 500, 3000 from shop
),
hours as (
    insert into businesses.business_hours (business_id, day_of_week, week_of_month, open_minute, close_minute)
    select id, day, nullif(week, 0), 540 + 30 * week, 1080 from shop, generate_series(0, 6) as day, generate_series(0, 2, 2) as week
),
holidays as (
    insert into businesses.business_holidays (business_id, date, open_minute, close_minute)
    select id, today + day, 600, 900 from shop, generate_series(5, 55, 10) as day
),
limits as (
    insert into scheduling.start_limits (business_id, day_of_week, start_minute, most)
    select id, day, half * 30, people from shop, generate_series(0, 6) as day, generate_series(18, 35) as half
),
menu as (
    insert into catalog.services (id, business_id, name_ja, name_en, duration_minutes, price_cents, buffer_after, sort_order)
    select service, id, 'メニュー', 'Service', 30, 3000, 10, 1 from shop
),
things as (
    insert into scheduling.resources (id, business_id, resource_type, name, is_nominable, has_shifts, sort_order)
    select md5(id || ' staff ' || p)::uuid, id, 'staff'::scheduling.resource_type, 'スタッフ' || p, true, true, p from shop, generate_series(1, people) as p
    union all
    select md5(id || ' room ' || p)::uuid, id, 'room', '個室' || p, false, false, 100 + p from shop, generate_series(1, people / 3) as p
),
shifts as (
    insert into scheduling.staff_working_hours (business_id, resource_id, day_of_week, start_minute, end_minute)
    select id, md5(id || ' staff ' || p)::uuid, day, 540 + 30 * (p % 4), 1080 from shop, generate_series(1, people) as p, generate_series(0, 6) as day
    where day <> p % 7
),
off as (
    insert into scheduling.staff_exceptions (business_id, resource_id, date)
    select id, md5(id || ' staff ' || p)::uuid, today + (p + 3 * week) % 60 from shop, generate_series(1, people) as p, generate_series(0, 6) as week
),
links as (
    insert into scheduling.service_resources (business_id, service_id, resource_id)
    select id, service, md5(id || ' staff ' || p)::uuid from shop, generate_series(1, people) as p
    union all
    select id, service, md5(id || ' room ' || p)::uuid from shop, generate_series(1, people / 3) as p
)
insert into scheduling.allocations (business_id, resource_id, start_at, end_at, begins_at, booking_id)
select shop.id, md5(shop.id || ' staff ' || r.sort_order)::uuid, a.start_at, a.end_at, a.begins_at, a.booking_id
from shop, scheduling.allocations a join scheduling.resources r on r.id = a.resource_id
    join businesses.businesses b on b.id = a.business_id and b.slug = 'bench-month'
where r.resource_type = 'staff' and a.booking_id is not null and r.sort_order <= shop.people
