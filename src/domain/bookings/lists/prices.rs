//! The statements of the lists about prices: rules, and coupons. As those of [`super::sql`].

use super::sql::asked;

pub(super) const PRICE_RULES: &str = asked!(
    "select null::timestamptz, p.id, 0::bigint, array[p.priority::text, p.name_ja, p.name_en, coalesce(p.percent::text, ''), \
         coalesce(p.amount_cents::text, ''), \
         coalesce((select string_agg(kind::text, ' / ' order by case when kind > 6 then kind else (kind + 6) % 7 end) from generate_series(0, 8) kind \
             where p.days & (1 << kind) <> 0), ''), \
         coalesce(to_char(make_interval(mins => p.start_minute), 'HH24:MI'), ''), \
         coalesce(to_char(make_interval(mins => p.end_minute), 'HH24:MI'), ''), \
         coalesce(p.first_date::text, ''), coalesce(p.last_date::text, ''), \
         coalesce(case when a.lang = 'en' and r.name_en <> '' then r.name_en else r.name end, ''), \
         coalesce(p.party_min::text, ''), coalesce(p.party_max::text, ''), coalesce(p.lead_min_hours::text, ''), \
         coalesce(p.lead_max_hours::text, ''), case when p.is_for_all then 'yes' else '' end, \
         case when p.is_for_all then '' else coalesce((select string_agg(s.name_ja, ' / ' order by s.sort_order) \
             from catalog.service_pricing_rules t join catalog.services s \
                 on s.business_id = a.business and s.id = t.service_id and s.deleted_at is null \
             where t.business_id = a.business and t.rule_id = p.id), '') end] \
     from asked a join catalog.pricing_rules p on p.business_id = a.business and p.deleted_at is null \
     left join scheduling.resources r on r.business_id = a.business and r.id = p.resource_id \
     order by p.priority, p.created_at, p.id"
);

pub(super) const COUPONS: &str = asked!(
    "select null::timestamptz, c.id, 0::bigint, array[c.code, c.name_ja, c.name_en, coalesce(c.percent::text, ''), \
         coalesce(c.amount_cents::text, ''), c.least_cents::text, coalesce(c.first_date::text, ''), coalesce(c.last_date::text, ''), \
         coalesce(c.most_uses::text, ''), coalesce(c.most_each::text, ''), case when c.is_for_new then 'yes' else '' end, \
         (select count(*) from bookings.coupon_uses u \
             join bookings.bookings b on b.business_id = u.business_id and b.id = u.booking_id \
             where u.business_id = a.business and u.coupon_id = c.id and b.status not in ('cancelled', 'expired') \
             and b.deleted_at is null and b.price_snapshot_json @> '{\"lines\": [{\"kind\": \"coupon\"}]}')::text, \
         case when c.is_for_all then 'yes' else '' end, \
         case when c.is_for_all then '' else coalesce((select string_agg(s.name_ja, ' / ' order by s.sort_order) \
             from catalog.coupon_services t join catalog.services s \
                 on s.business_id = a.business and s.id = t.service_id and s.deleted_at is null \
             where t.business_id = a.business and t.coupon_id = c.id), '') end] \
     from asked a join catalog.coupons c on c.business_id = a.business and c.deleted_at is null \
     order by c.created_at desc, c.id"
);
