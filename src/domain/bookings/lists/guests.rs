//! The statements of what guests agreed to and of what was done at their visits: as many guests a piece as it may have lines; who
//! has neither has none.

use super::sql::asked;

/// What the shop wrote down, and what stands among answers. Whether staff wrote an answer down is told by the story of its booking.
pub(super) const CONSENTS: &str = asked!(
    "select null::timestamptz, c.id, c.number, case when n.kind is not null then array[c.number::text, \
         case when a.names then c.name else '' end, n.kind, n.about, n.wording, n.agreed_on::text, n.way, n.signer, \
         coalesce(n.by, ''), n.number, coalesce(n.withdrawn_on::text, ''), n.note] end \
     from asked a cross join lateral (select c.id, c.number, c.name from customers.customers c \
         where c.business_id = a.business and c.number > a.number and c.deleted_at is null and c.erased_at is null \
         order by c.number limit a.most) c \
     left join lateral ( \
         select k.kind, k.topic as about, k.wording, k.agreed_on, k.way, k.signer, u.display_name as by, '' as number, \
             k.withdrawn_on, k.withdrawal_note as note, k.created_at as at \
         from bookings.consents k left join accounts.users u on u.id = k.written_by \
         where k.business_id = a.business and k.customer_id = c.id and k.kind <> 'answer' \
         union all \
         select 'answer', case when a.lang = 'en' and t.one ->> 'en' <> '' then t.one ->> 'en' else coalesce(t.one ->> 'ja', '') end, \
             coalesce(t.one #>> '{given,agreed,text}', ''), (t.at at time zone a.zone)::date, \
             case when h.by is null then 'booking' else 'desk' end, coalesce(t.one #>> '{given,agreed,name}', ''), h.by, b.number, \
             w.withdrawn_on, coalesce(w.withdrawal_note, ''), t.at \
         from bookings.bookings b \
         cross join lateral (select told.one, (told.one #>> '{given,agreed,at}')::timestamptz as at \
             from bookings.booking_answers n cross join lateral jsonb_array_elements(n.answers) told(one) \
             where n.business_id = a.business and n.booking_id = b.id) t \
         left join lateral (select u.display_name as by from bookings.booking_history h join accounts.users u on u.id = h.changed_by \
             where h.business_id = a.business and h.booking_id = b.id and h.field_changed = 'answers' \
                 and h.created_at >= t.at and h.created_at < t.at + interval '1 minute' order by h.created_at limit 1) h on true \
         left join bookings.consents w on w.business_id = a.business and w.kind = 'answer' and w.booking_id = b.id \
             and w.question is not distinct from (t.one ->> 'question')::uuid and w.agreed_at = t.at \
         where b.business_id = a.business and b.customer_id = c.id and b.deleted_at is null and t.at is not null \
     ) n on true \
     order by c.number, n.agreed_on, n.at"
);

/// A line for each heading of a visit, and one for each of its photographs.
pub(super) const CHARTS: &str = asked!(
    "select null::timestamptz, c.id, c.number, case when n.id is not null then array[c.number::text, \
         case when a.names then c.name else '' end, n.visited_on::text, n.heading, n.words, n.stage, n.file, \
         coalesce(u.display_name, ''), to_char(n.at at time zone a.zone, 'YYYY-MM-DD HH24:MI')] end \
     from asked a cross join lateral (select c.id, c.number, c.name from customers.customers c \
         where c.business_id = a.business and c.number > a.number and c.deleted_at is null and c.erased_at is null \
         order by c.number limit a.most) c \
     left join lateral ( \
         select e.id, e.visited_on, p.one ->> 'heading' as heading, p.one ->> 'text' as words, '' as stage, '' as file, \
             e.written_by, e.created_at as at, p.place \
         from bookings.chart_entries e cross join lateral jsonb_array_elements(e.parts) with ordinality p(one, place) \
         where e.business_id = a.business and e.customer_id = c.id and e.deleted_at is null \
         union all \
         select e.id, e.visited_on, '', p.caption, p.stage, 'charts/' || p.id || '.' || p.ending, p.uploaded_by, p.created_at, null \
         from bookings.chart_entries e join bookings.chart_photos p \
             on p.business_id = a.business and p.entry_id = e.id and p.deleted_at is null \
         where e.business_id = a.business and e.customer_id = c.id and e.deleted_at is null \
     ) n on true \
     left join accounts.users u on u.id = n.written_by \
     order by c.number, n.visited_on, n.id, n.place nulls last, n.stage desc, n.at"
);
