-- A business for measuring: open 09 to 18 every day, one owner. Binds: slug, owner.
with its as (select ?::text as slug),
made as (
    insert into businesses.businesses (id, owner_id, vertical_id, slug, display_name_ja, display_name_en, name_kana,
        description_ja, description_en, postal_code, prefecture, city, street, address_en, phone, email, status, onboarding_status)
    select platform.business(), ?, v.id, its.slug, '計測サロン ' || its.slug, 'Measured salon ' || its.slug, 'ケイソクサロン',
        '速さを測るための店です。', 'A shop for measuring speed.', '1000001', '東京都', '千代田区', '千代田99-1',
        '99-1 Chiyoda, Chiyoda-ku, Tokyo 100-0001, Japan', '+81300001299', 'owner@' || its.slug || '.example', 'approved', 'live'
    from its, businesses.verticals v where v.slug = 'salon'
    returning id
),
settings as (
    insert into businesses.business_settings (business_id, notice_minutes, horizon_days, notices_ja, notices_en)
    select id, 0, 60, '10分前にお越しください。', 'Please come ten minutes early.' from made
)
insert into businesses.business_hours (business_id, day_of_week, open_minute, close_minute)
select id, day, 540, 1080 from made, generate_series(0, 6) as day
