-- The menu: ten services of 30 minutes and ten of 60, one cancellation policy.
with policy as (
    insert into catalog.cancellation_policies (business_id, name, hours_before, penalty_percent, steps_json, is_default)
    values (platform.business(), '通常', 24, 50, '[{"hours_before": 3, "percent": 100}]', true)
    returning id
),
heading as (
    insert into catalog.categories (business_id, name_ja, name_en, sort_order)
    values (platform.business(), '30分のメニュー', '30 minutes', 0), (platform.business(), '60分のメニュー', '60 minutes', 1)
    returning id, sort_order
)
insert into catalog.services (id, business_id, category, policy_id, name_ja, name_en, description_ja, description_en,
    duration_minutes, price_cents, sort_order)
select md5(platform.business() || ' service ' || n)::uuid, platform.business(), heading.id, policy.id, 'メニュー' || n, 'Service ' || n, '計測のためのメニューです。', 'A service for measuring.',
    30 + 30 * heading.sort_order, 3000 + 250 * n, n
from policy, generate_series(1, 20) as n join heading on heading.sort_order = (n - 1) / 10
