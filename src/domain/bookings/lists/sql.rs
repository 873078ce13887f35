//! The statement of each list: key and cells, in the order of [`super::columns`]. Each has the same placeholders.

use super::{List, guests, prices};

/// A list's statement behind what was asked for.
macro_rules! asked {
    ($sql:literal) => {
        concat!(
            "with asked as (select ?::uuid as business, ?::text as lang, ?::text as zone, ?::date as first, ?::date as last, \
                 ?::boolean as names, ?::boolean as contacts, ?::timestamptz as at, ?::uuid as id, ?::bigint as number, \
                 ?::bigint as most) ",
            $sql
        )
    };
}
pub(super) use asked;

pub(super) const fn of(list: List) -> &'static str {
    match list {
        List::Bookings => BOOKINGS,
        List::History => HISTORY,
        List::Answers => ANSWERS,
        List::Customers => CUSTOMERS,
        List::Notes => NOTES,
        List::Consents => guests::CONSENTS,
        List::Charts => guests::CHARTS,
        List::Services => SERVICES,
        List::Options => OPTIONS,
        List::Categories => CATEGORIES,
        List::Resources => RESOURCES,
        List::Policies => POLICIES,
        List::PriceRules => prices::PRICE_RULES,
        List::Coupons => prices::COUPONS,
        List::Hours => HOURS,
        List::Dates => DATES,
        List::Shifts => SHIFTS,
        List::ShiftDates => SHIFT_DATES,
        List::Blocks => BLOCKS,
        List::Team => TEAM,
        List::Photos => PHOTOS,
    }
}

/// By the instant and the key, which an index has; the days of the shop are within two of those of the instant.
const BOOKINGS: &str = asked!(
    "select b.start_at, b.id, 0::bigint, array[b.number, b.business_date::text, \
         to_char(b.start_at at time zone a.zone, 'HH24:MI'), to_char(b.end_at at time zone a.zone, 'HH24:MI'), b.status::text, \
         coalesce((select string_agg(case when a.lang = 'en' and l ->> 'name_en' <> '' then l ->> 'name_en' else l ->> 'name_ja' end, ' / ') \
             from jsonb_array_elements(b.price_snapshot_json -> 'lines') l where l ->> 'kind' in ('service', 'option')), ''), \
         coalesce(case when a.lang = 'en' and r.name_en <> '' then r.name_en else r.name end, ''), \
         case when b.is_nominated then 'yes' else '' end, b.party_size::text, b.price_cents::text, b.currency, \
         case when a.names then coalesce(c.name, '') else '' end, \
         case when a.names and a.contacts then coalesce(c.phone, '') else '' end, \
         case when a.names and a.contacts then coalesce(c.email::text, '') else '' end, b.source::text, \
         case when a.names then b.customer_note else '' end, \
         to_char(b.created_at at time zone a.zone, 'YYYY-MM-DD HH24:MI')] \
     from asked a join bookings.bookings b on b.business_id = a.business and b.deleted_at is null \
         and b.start_at >= coalesce(a.at, (a.first - 2)::timestamp at time zone a.zone) \
         and b.start_at < (a.last + 3)::timestamp at time zone a.zone and b.business_date between a.first and a.last \
         and (a.at is null or (b.start_at, b.id) > (a.at, a.id)) \
     left join customers.customers c on c.business_id = a.business and c.id = b.customer_id \
     left join scheduling.resources r on r.business_id = a.business and r.id = b.resource_id and r.own_of_service is null \
     order by b.start_at, b.id limit (select most from asked)"
);

const HISTORY: &str = asked!(
    "select b.start_at, b.id, 0::bigint, case when h.id is not null then array[b.number, \
         to_char(h.created_at at time zone a.zone, 'YYYY-MM-DD HH24:MI:SS'), h.actor, h.field_changed, coalesce(h.old_value, ''), \
         coalesce(h.new_value, ''), h.reason] end \
     from asked a cross join lateral (select b.start_at, b.id, b.number from bookings.bookings b \
         where b.business_id = a.business and b.deleted_at is null \
             and b.start_at >= coalesce(a.at, (a.first - 2)::timestamp at time zone a.zone) \
             and b.start_at < (a.last + 3)::timestamp at time zone a.zone \
             and (a.at is null or (b.start_at, b.id) > (a.at, a.id)) \
         order by b.start_at, b.id limit a.most) b \
     left join bookings.booking_history h on h.business_id = a.business and h.booking_id = b.id \
     order by b.start_at, b.id, h.created_at, h.id"
);

/// As the history: as many bookings a piece as it may have lines. A consent has its text, its name and its moment.
const ANSWERS: &str = asked!(
    "select b.start_at, b.id, 0::bigint, case when n.one is not null then array[b.number, b.business_date::text, \
         case when a.names then coalesce(b.name, '') else '' end, \
         case when a.lang = 'en' and n.one ->> 'en' <> '' then n.one ->> 'en' else coalesce(n.one ->> 'ja', '') end, \
         coalesce(n.given ->> 'text', n.given ->> 'date', n.given #>> '{agreed,text}', \
             (select string_agg(case when a.lang = 'en' and c ->> 'en' <> '' then c ->> 'en' else c ->> 'ja' end, ' / ') \
                 from jsonb_array_elements(n.given -> 'chosen') c), \
             (select string_agg(f ->> 'name', ' / ') from jsonb_array_elements(n.given -> 'files') f), ''), \
         coalesce(n.given #>> '{agreed,name}', ''), \
         coalesce(to_char((n.given #>> '{agreed,at}')::timestamptz at time zone a.zone, 'YYYY-MM-DD HH24:MI'), ''), \
         coalesce((select string_agg('answers/' || (f ->> 'id') || '.' || substring(f ->> 'name' from '[^.]+$'), ' / ') \
             from jsonb_array_elements(n.given -> 'files') f), '')] end \
     from asked a cross join lateral (select b.start_at, b.id, b.number, b.business_date, c.name from bookings.bookings b \
         left join customers.customers c on c.business_id = b.business_id and c.id = b.customer_id \
         where b.business_id = a.business and b.deleted_at is null \
             and b.start_at >= coalesce(a.at, (a.first - 2)::timestamp at time zone a.zone) \
             and b.start_at < (a.last + 3)::timestamp at time zone a.zone \
             and (a.at is null or (b.start_at, b.id) > (a.at, a.id)) \
         order by b.start_at, b.id limit a.most) b \
     left join lateral (select told.one, told.one -> 'given' as given, told.place from bookings.booking_answers n \
         cross join lateral jsonb_array_elements(n.answers) with ordinality told(one, place) \
         where n.business_id = a.business and n.booking_id = b.id) n on true \
     order by b.start_at, b.id, n.place"
);

const CUSTOMERS: &str = asked!(
    "select null::timestamptz, c.id, c.number, array[c.number::text, c.family_name, c.given_name, c.name, c.family_name_kana, \
         c.given_name_kana, coalesce(c.phone, ''), coalesce(c.email::text, ''), c.locale, case when c.is_vip then 'yes' else '' end, \
         c.no_show_count::text, \
         coalesce((select string_agg(t.tag, ' / ' order by t.tag) from customers.customer_tags t where t.customer_id = c.id), ''), \
         to_char(c.created_at at time zone a.zone, 'YYYY-MM-DD')] \
     from asked a join customers.customers c on c.business_id = a.business and c.number > a.number \
         and c.deleted_at is null and c.erased_at is null \
     order by c.number limit (select most from asked)"
);

/// As many guests a piece as it may have lines; who has no notes has none.
const NOTES: &str = asked!(
    "select null::timestamptz, c.id, c.number, case when n.id is not null then array[c.number::text, c.name, n.note_type::text, n.note, \
         to_char(n.created_at at time zone a.zone, 'YYYY-MM-DD HH24:MI')] end \
     from asked a cross join lateral (select c.id, c.number, c.name from customers.customers c \
         where c.business_id = a.business and c.number > a.number and c.deleted_at is null and c.erased_at is null \
         order by c.number limit a.most) c \
     left join customers.customer_notes n on n.business_id = a.business and n.customer_id = c.id and n.deleted_at is null \
     order by c.number, n.created_at, n.id"
);

const SERVICES: &str = asked!(
    "select null::timestamptz, s.id, 0::bigint, array[coalesce(case when a.lang = 'en' and c.name_en <> '' then c.name_en \
         else c.name_ja end, ''), s.name_ja, s.name_en, s.duration_minutes::text, s.price_cents::text, s.tax_rate_percent::text, \
         s.buffer_before::text, s.buffer_after::text, coalesce(t.after_minutes::text, ''), coalesce(t.processing_minutes::text, ''), s.party_min::text, s.party_max::text, s.audience::text, \
         case when s.requires_deposit then s.deposit_percentage::text else '' end, coalesce(p.name, ''), \
         case when s.is_active then 'yes' else '' end, s.description_ja, s.description_en] \
     from asked a join catalog.services s on s.business_id = a.business and s.deleted_at is null \
     left join catalog.categories c on c.business_id = a.business and c.id = s.category and c.deleted_at is null \
     left join catalog.cancellation_policies p on p.business_id = a.business and p.id = s.policy_id \
     left join catalog.processing_times t on t.business_id = a.business and t.service_id = s.id \
     order by c.sort_order nulls last, s.sort_order, s.id"
);

const OPTIONS: &str = asked!(
    "select null::timestamptz, o.id, 0::bigint, array[g.name_ja, g.name_en, case when g.is_single then 'yes' else '' end, \
         case when g.is_required then 'yes' else '' end, o.name_ja, o.name_en, o.price_cents::text, o.minutes::text, \
         coalesce((select string_agg(s.name_ja, ' / ' order by s.sort_order) from catalog.service_option_groups sg \
             join catalog.services s on s.business_id = a.business and s.id = sg.service_id and s.deleted_at is null \
             where sg.business_id = a.business and sg.group_id = g.id), '')] \
     from asked a join catalog.options o on o.business_id = a.business and o.deleted_at is null \
     join catalog.option_groups g on g.business_id = a.business and g.id = o.group_id and g.deleted_at is null \
     order by g.sort_order, g.id, o.sort_order, o.id"
);

const CATEGORIES: &str = asked!(
    "select null::timestamptz, c.id, 0::bigint, array[c.name_ja, c.name_en, \
         coalesce((select string_agg(s.name_ja, ' / ' order by s.sort_order) from catalog.services s \
             where s.business_id = a.business and s.category = c.id and s.deleted_at is null), '')] \
     from asked a join catalog.categories c on c.business_id = a.business and c.deleted_at is null order by c.sort_order, c.id"
);

const RESOURCES: &str = asked!(
    "select null::timestamptz, r.id, 0::bigint, array[r.resource_type::text, r.name, r.name_en, r.kana, r.capacity::text, \
         r.party_max::text, case when r.is_nominable then 'yes' else '' end, r.nomination_fee_cents::text, \
         case when r.is_active then 'yes' else '' end, r.about_ja, r.about_en, case when r.takes_online then 'yes' else '' end] \
     from asked a join scheduling.resources r on r.business_id = a.business and r.deleted_at is null and r.own_of_service is null \
     order by r.resource_type, r.sort_order, r.id"
);

const POLICIES: &str = asked!(
    "select null::timestamptz, p.id, 0::bigint, array[p.name, case when p.is_default then 'yes' else '' end, \
         concat_ws(' / ', p.hours_before || 'h ' || p.penalty_percent || '%', \
             (select string_agg((s ->> 'hours_before') || 'h ' || (s ->> 'percent') || '%', ' / ') \
              from jsonb_array_elements(p.steps_json) s)), p.no_show_percent || '%', p.basis_ja, p.basis_en] \
     from asked a join catalog.cancellation_policies p on p.business_id = a.business and p.deleted_at is null order by p.name, p.id"
);

const HOURS: &str = asked!(
    "select null::timestamptz, h.id, 0::bigint, array[h.valid_from::text, h.day_of_week::text, coalesce(h.week_of_month::text, ''), \
         coalesce(to_char(make_interval(mins => h.open_minute), 'HH24:MI'), ''), \
         coalesce(to_char(make_interval(mins => h.close_minute), 'HH24:MI'), ''), case when h.is_closed then 'yes' else '' end] \
     from asked a join businesses.business_hours h on h.business_id = a.business \
     order by h.valid_from, h.day_of_week, h.week_of_month nulls first, h.open_minute, h.id"
);

const DATES: &str = asked!(
    "select null::timestamptz, d.id, 0::bigint, array[d.date::text, \
         coalesce(to_char(make_interval(mins => d.open_minute), 'HH24:MI'), ''), \
         coalesce(to_char(make_interval(mins => d.close_minute), 'HH24:MI'), ''), d.reason, d.reason_en] \
     from asked a join businesses.business_holidays d on d.business_id = a.business order by d.date, d.open_minute, d.id"
);

const SHIFTS: &str = asked!(
    "select null::timestamptz, w.id, 0::bigint, array[r.name, w.valid_from::text, w.day_of_week::text, \
         coalesce(to_char(make_interval(mins => w.start_minute), 'HH24:MI'), ''), \
         coalesce(to_char(make_interval(mins => w.end_minute), 'HH24:MI'), '')] \
     from asked a join scheduling.staff_working_hours w on w.business_id = a.business \
     join scheduling.resources r on r.business_id = a.business and r.id = w.resource_id and r.deleted_at is null \
     order by r.sort_order, r.id, w.valid_from, w.day_of_week, w.start_minute, w.id"
);

const SHIFT_DATES: &str = asked!(
    "select null::timestamptz, e.id, 0::bigint, array[r.name, e.date::text, case when e.is_working then 'yes' else '' end, \
         coalesce(to_char(make_interval(mins => e.start_minute), 'HH24:MI'), ''), \
         coalesce(to_char(make_interval(mins => e.end_minute), 'HH24:MI'), ''), e.note] \
     from asked a join scheduling.staff_exceptions e on e.business_id = a.business \
     join scheduling.resources r on r.business_id = a.business and r.id = e.resource_id and r.deleted_at is null \
     order by e.date, r.sort_order, r.id, e.start_minute, e.id"
);

const BLOCKS: &str = asked!(
    "select null::timestamptz, k.id, 0::bigint, array[r.name, k.business_date::text, \
         to_char(k.start_at at time zone a.zone, 'YYYY-MM-DD HH24:MI'), to_char(k.end_at at time zone a.zone, 'YYYY-MM-DD HH24:MI'), \
         k.reason] \
     from asked a join scheduling.blocks k on k.business_id = a.business \
     join scheduling.resources r on r.business_id = a.business and r.id = k.resource_id order by k.start_at, k.id"
);

const TEAM: &str = asked!(
    "select null::timestamptz, t.id, 0::bigint, array[u.display_name, t.role::text, coalesce(r.name, ''), \
         to_char(t.hired_at at time zone a.zone, 'YYYY-MM-DD'), \
         coalesce(to_char(t.terminated_at at time zone a.zone, 'YYYY-MM-DD'), '')] \
     from asked a join businesses.staff_assignments t on t.business_id = a.business join accounts.users u on u.id = t.user_id \
     left join scheduling.resources r on r.business_id = a.business and r.id = t.resource_id \
     order by t.terminated_at desc nulls first, t.role, t.hired_at, t.id"
);

const PHOTOS: &str = asked!(
    "select null::timestamptz, m.id, 0::bigint, array[m.id || '.' || m.ending, m.place, m.caption_ja, m.caption_en, \
         case when m.is_featured then 'yes' else '' end] \
     from asked a join businesses.business_media m on m.business_id = a.business and m.deleted_at is null and m.picture <> '' \
     order by m.place, m.display_order, m.id"
);

/// As the tables have it, without what is ours: whoever reads it can put it together again.
pub(super) const CATALOGUE: &str = "with a as (select ?::uuid as business) select jsonb_build_object( \
     'categories', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.categories r where r.business_id = a.business and r.deleted_at is null), \
     'services', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.services r where r.business_id = a.business and r.deleted_at is null), \
     'option_groups', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.option_groups r where r.business_id = a.business and r.deleted_at is null), \
     'options', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.options r where r.business_id = a.business and r.deleted_at is null), \
     'service_option_groups', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.service_option_groups r where r.business_id = a.business ), \
     'pricing_rules', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.pricing_rules r where r.business_id = a.business and r.deleted_at is null), \
     'service_pricing_rules', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.service_pricing_rules r where r.business_id = a.business ), \
     'coupons', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.coupons r where r.business_id = a.business and r.deleted_at is null), \
     'coupon_services', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.coupon_services r where r.business_id = a.business ), \
     'questions', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.questions r where r.business_id = a.business and r.deleted_at is null), \
     'service_questions', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.service_questions r where r.business_id = a.business ), \
     'cancellation_policies', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from catalog.cancellation_policies r where r.business_id = a.business and r.deleted_at is null), \
     'resources', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from scheduling.resources r where r.business_id = a.business and r.deleted_at is null), \
     'service_resources', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from scheduling.service_resources r where r.business_id = a.business ), \
     'timetable', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from scheduling.timetable_entries r where r.business_id = a.business ), \
     'opening_hours', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from businesses.business_hours r where r.business_id = a.business ), \
     'dates', (select coalesce(jsonb_agg(to_jsonb(r) - 'business_id' - 'deleted_at' order by r.id), '[]') \
         from businesses.business_holidays r where r.business_id = a.business )) from a";
