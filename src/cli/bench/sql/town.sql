-- Small shops: three who serve, five services, open every day but one that is no Saturday, and of each hour of the coming two
-- weeks three in ten taken. Binds: how many shops, the first day.
with shop as (
    select n, md5('town ' || n)::uuid as id from generate_series(1, $1::int) as n
),
made as (
    insert into businesses.businesses (id, vertical_id, slug, display_name_ja, display_name_en, name_kana, postal_code, prefecture,
        city, street, address_en, phone, status, onboarding_status)
    select shop.id, v.id, 'town-' || lpad(n::text, 5, '0'), '町のお店 ' || n, 'Town shop ' || n, 'マチノオミセ', '1000001', '東京都',
        (array['千代田区', '渋谷区', '新宿区', '世田谷区'])[1 + n % 4], '1-1', 'Tokyo', '+81300001299', 'approved', 'live'
    from shop join businesses.verticals v on v.slug = (array['salon', 'clinic', 'restaurant', 'class'])[1 + n % 4]
),
settings as (
    insert into businesses.business_settings (business_id, notice_minutes, horizon_days) select id, 0, 60 from shop
),
hours as (
    insert into businesses.business_hours (business_id, day_of_week, open_minute, close_minute)
    select id, day, 600, 1140 from shop, generate_series(0, 6) as day where day <> n % 6
),
menu as (
    insert into catalog.services (id, business_id, name_ja, name_en, duration_minutes, price_cents, sort_order)
    select md5(shop.id || ' service ' || s)::uuid, shop.id, 'メニュー' || s, 'Service ' || s, 30 * s, 2000 * s, s
    from shop, generate_series(1, 5) as s
),
staff as (
    insert into scheduling.resources (id, business_id, resource_type, name, is_nominable, has_shifts, sort_order)
    select md5(shop.id || ' staff ' || p)::uuid, shop.id, 'staff', 'スタッフ' || p, true, true, p from shop, generate_series(1, 3) as p
),
shifts as (
    insert into scheduling.staff_working_hours (business_id, resource_id, day_of_week, start_minute, end_minute)
    select shop.id, md5(shop.id || ' staff ' || p)::uuid, day, 600, 1140
    from shop, generate_series(1, 3) as p, generate_series(0, 6) as day where day <> n % 6
),
links as (
    insert into scheduling.service_resources (business_id, service_id, resource_id)
    select shop.id, md5(shop.id || ' service ' || s)::uuid, md5(shop.id || ' staff ' || p)::uuid
    from shop, generate_series(1, 5) as s, generate_series(1, 3) as p
)
insert into scheduling.allocations (business_id, resource_id, start_at, end_at)
select shop.id, md5(shop.id || ' staff ' || p)::uuid, begins, begins + interval '1 hour'
from shop, generate_series(1, 3) as p, generate_series(0, 13) as day, generate_series(10, 18) as hour,
    lateral (select ($2::date + day + make_interval(hours => hour)) at time zone 'Asia/Tokyo' as begins) as at
where ('x' || left(md5(shop.id || ' ' || p || ' ' || day || ' ' || hour), 4))::bit(16)::int % 10 < 3
