-- Bookings in bulk, so many ahead and so many past, all of them drawn by hashing. A person's hour holds one booking or
-- none, so no two can overlap. Those ahead take time; those past have had theirs cleared away.
-- Binds: seed number, today, how many ahead, number of the first past one, number of the last past one.
with its as materialized (
    select ?::text || platform.business()::text as salt, ?::date as today, ?::bigint as ahead, ?::bigint as past_from, ?::bigint as past_to,
        array(select id from scheduling.resources where business_id = platform.business() order by sort_order) as staff,
        array(select id from customers.customers where business_id = platform.business() order by email) as guests
),
menu as materialized (
    select s.id, s.duration_minutes, s.sort_order, s.price_cents,
        jsonb_build_object('currency', 'JPY', 'duration_minutes', s.duration_minutes, 'lines', jsonb_build_array(jsonb_build_object(
            'kind', 'service', 'name_ja', s.name_ja, 'name_en', s.name_en, 'quantity', 1, 'amount', s.price_cents,
            'tax_rate_percent', s.tax_rate_percent))) as price,
        jsonb_build_object('name', p.name, 'hours_before', p.hours_before, 'penalty_percent', p.penalty_percent,
            'steps_json', p.steps_json, 'no_show_percent', p.no_show_percent) as policy
    from catalog.services s join catalog.cancellation_policies p on p.id = s.policy_id where s.business_id = platform.business()
),
ahead as (
    select 1000000000 + row_number() over (order by hash) as n, true as is_ahead, today + day as date, person, hour, hash
    from its, generate_series(0, 59) as day, generate_series(1, cardinality(staff)) as person, generate_series(0, 8) as hour,
        hashtextextended(salt || ' ' || day || ' ' || person || ' ' || hour, 1) as hash
    order by hash limit (select ahead from its)
),
past as (
    select n, false, today - 1 - ((n - 1) / per_day)::integer, (1 + place / 9)::integer, (place % 9)::integer,
        hashtextextended(salt || ' past ' || n, 1)
    from its, lateral (select cardinality(staff) * 20 / 3 as per_day, cardinality(staff) * 9 as places) as each,
        generate_series(past_from, past_to) as n, lateral (select (n - 1) % per_day * 37 % places as place) as its_place
),
drawn as (
    select b.n, b.is_ahead, b.date, staff[person] as resource_id, guests[1 + (hash & 2047) % 2000] as customer_id,
        (hash >> 11 & 1023) < 445 as is_long, 1 + (hash >> 21 & 1023) % 10 as service, hour, (hash >> 31 & 1) as half,
        (hash >> 32 & 127) as fate, (hash >> 39 & 31)::integer as days, b.n * 1103515245 + 11 & 34359738367 as bits
    from (select * from ahead union all select * from past) as b, its
),
timed as (
    select d.*, menu.id as service_id, menu.price_cents, menu.price, menu.policy, menu.duration_minutes,
        (d.date + make_interval(hours => 9 + hour, mins => case when is_long then 0 else 30 * half::integer end)) at time zone 'Asia/Tokyo' as start_at
    from drawn d join menu on menu.sort_order = service + case when is_long then 10 else 0 end
),
made as (
    insert into bookings.bookings (id, business_id, number, customer_id, service_id, resource_id, status, cancelled_by, source,
        start_at, end_at, business_date, price_cents, price_snapshot_json, policy_snapshot_json, created_at, updated_at)
    select md5(salt || ' booking ' || n)::uuid, platform.business(),
        substr(letters, 1 + (bits & 31)::integer, 1) || substr(letters, 1 + (bits >> 5 & 31)::integer, 1) ||
        substr(letters, 1 + (bits >> 10 & 31)::integer, 1) || '-' || substr(letters, 1 + (bits >> 15 & 31)::integer, 1) ||
        substr(letters, 1 + (bits >> 20 & 31)::integer, 1) || substr(letters, 1 + (bits >> 25 & 31)::integer, 1) ||
        substr(letters, 1 + (bits >> 30 & 31)::integer, 1),
        customer_id, service_id, resource_id,
        (case when is_ahead then 'confirmed' when fate < 7 then 'cancelled' when fate < 10 then 'no_show' else 'completed' end)::bookings.booking_status,
        (case when not is_ahead and fate < 7 then 'customer' end)::bookings.cancelled_by,
        (case when fate % 4 = 0 then 'phone' else 'web' end)::bookings.booking_source,
        start_at, start_at + make_interval(mins => duration_minutes), date, price_cents, price, policy, booked_at, booked_at
    from timed, its, (values ('ABCDEFGHJKLMNPQRSTUVWXYZ23456789')) as l (letters),
        lateral (select least(start_at, today::timestamp at time zone 'Asia/Tokyo') - make_interval(days => days, hours => 5) as booked_at) as b
    returning id, resource_id, start_at, end_at, status, source, created_at
),
taken as (
    insert into scheduling.allocations (business_id, resource_id, start_at, end_at, begins_at, booking_id)
    select platform.business(), resource_id, start_at, end_at, start_at, id from made where status = 'confirmed'
)
insert into bookings.booking_history (business_id, booking_id, actor, field_changed, new_value, created_at)
select platform.business(), id, case source when 'web' then 'customer' else 'house' end, 'status', 'confirmed', created_at from made
