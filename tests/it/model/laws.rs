//! What is true at any moment of any database, whatever was done to it and by how many at once: a query each, which finds
//! whatever breaks it. `laws::hold(&app)` is asked after each step of a history, and may be asked by any other test.
//!
//! What a booking takes is compared with what its service needs now, so a test that changes the needs of a service which is
//! booked already cannot ask.

use crate::support::{app::TestApp, people::lines, sql};
use omotenashi::base::ids::BusinessId;

/// Something that is always true: its name, and a query for whatever breaks it, with `{now}` for the instant and `{stands}`
/// for the condition that a booking `b` takes its time.
pub struct Law {
    pub name: &'static str,
    query: &'static str,
}

const STANDS: &str =
    "(b.status not in ('cancelled', 'no_show', 'expired') and b.deleted_at is null)";

/// All of them.
pub const LAWS: [Law; 18] = [
    Law {
        name: "a seat is one claim's at a time",
        query: "select a.id from scheduling.allocations a join scheduling.allocations b on a.resource_id = b.resource_id \
            and a.seat = b.seat and a.id < b.id and a.during && b.during",
    },
    Law {
        name: "no more is taken than there is, unless the shop has put it there knowingly",
        query: "select a.id from scheduling.allocations a join scheduling.resources r on r.id = a.resource_id \
            where a.seat >= r.capacity and coalesce(a.expires_at > {now}, true) and not exists (select from bookings.booking_history h \
                where h.booking_id = a.booking_id and h.field_changed = 'overbooked') \
            union all select a.id from scheduling.allocations a join scheduling.resources r on r.id = a.resource_id \
            where a.seat < r.capacity and (select count(*) from scheduling.allocations o where o.resource_id = a.resource_id \
                and o.seat < r.capacity and o.start_at <= a.start_at and o.end_at > a.start_at) > r.capacity",
    },
    Law {
        name: "a claim is a living hold's, a standing booking's or a block's",
        query: "select a.id from scheduling.allocations a left join scheduling.reservations r on r.id = a.reservation_id \
            left join bookings.bookings b on b.id = a.booking_id left join scheduling.blocks k on k.id = a.block_id \
            where not coalesce(case when a.booking_id is not null then {stands} and a.expires_at is null and a.begins_at = b.start_at \
                when a.reservation_id is not null then r.committed_at is null and a.expires_at = r.expires_at and a.begins_at = r.start_at \
                when a.block_id is not null then a.expires_at is null and (a.resource_id, a.start_at, a.end_at) = (k.resource_id, k.start_at, k.end_at) \
                end, false)",
    },
    Law {
        name: "a living hold has its time",
        query: "select r.id from scheduling.reservations r where r.committed_at is null and r.expires_at > {now} \
            and not exists (select from scheduling.allocations a where a.reservation_id = r.id and a.expires_at = r.expires_at)",
    },
    Law {
        name: "a visit has the very claims that its lines say",
        query: "select coalesce(wanted.id, had.id) from (select b.id, (t.one ->> 0)::uuid as resource, (t.one ->> 1)::int as seat, \
                range_agg(tstzrange((t.one ->> 2)::timestamptz, (t.one ->> 3)::timestamptz)) as spans \
                from bookings.booking_lines l join bookings.bookings b on b.id = l.booking_id, jsonb_array_elements(l.takes) as t (one) \
                where l.cancelled_at is null and {stands} and b.end_at > {now} group by 1, 2, 3) as wanted \
            full join (select b.id, a.resource_id as resource, a.seat::int as seat, range_agg(a.during) as spans \
                from scheduling.allocations a join bookings.bookings b on b.id = a.booking_id \
                where b.end_at > {now} and exists (select from bookings.booking_lines l where l.booking_id = b.id) group by 1, 2, 3) as had \
            on (wanted.id, wanted.resource, wanted.seat) = (had.id, had.resource, had.seat) where wanted.spans is distinct from had.spans",
    },
    Law {
        name: "the lines of a visit lie within it and do not overlap for one guest",
        query: "select b.id from bookings.bookings b join bookings.booking_lines l on l.booking_id = b.id \
            where l.cancelled_at is null and {stands} and (l.start_at < b.start_at or l.end_at > b.end_at or exists \
                (select from bookings.booking_lines o where o.booking_id = b.id and o.guest = l.guest and o.part > l.part \
                    and o.cancelled_at is null and o.start_at < l.end_at))",
    },
    Law {
        name: "a booking of one service has its column from its beginning to its end",
        query: "select b.id from bookings.bookings b where {stands} and b.end_at > {now} \
            and not exists (select from bookings.booking_lines l where l.booking_id = b.id) \
            and not coalesce((select bool_or(b.resource_id is null or a.resource_id = b.resource_id) and min(a.start_at) <= b.start_at \
                and max(a.end_at) >= b.end_at from scheduling.allocations a where a.booking_id = b.id), false)",
    },
    Law {
        name: "a booking of one service has one of each kind that is needed or what is put together, with as many seats as it takes",
        query: "select b.id from bookings.bookings b join scheduling.service_resources s on s.service_id = b.service_id \
                join scheduling.resources r on r.id = s.resource_id, lateral (select count(distinct a.seat) as seats \
                from scheduling.allocations a where a.booking_id = b.id and a.resource_id = r.id) as had \
            where {stands} and b.end_at > {now} and not exists (select from bookings.booking_lines l where l.booking_id = b.id) \
                and had.seats not in (0, case s.use when 'seats' then b.party_size else r.capacity end) \
            union all select b.id from bookings.bookings b join scheduling.service_resources s on s.service_id = b.service_id \
                join scheduling.resources r on r.id = s.resource_id where {stands} and b.end_at > {now} and s.is_required \
                and not exists (select from bookings.booking_lines l where l.booking_id = b.id) group by b.id, r.resource_type \
                having not exists (select from (select array_agg(distinct a.resource_id order by a.resource_id) as ids \
                    from scheduling.allocations a join scheduling.resources x on x.id = a.resource_id \
                    where a.booking_id = b.id and x.resource_type = r.resource_type) as had \
                    where cardinality(had.ids) = 1 or had.ids in (select array_agg(m.resource_id order by m.resource_id) \
                        from scheduling.table_group_members m group by m.group_id))",
    },
    Law {
        name: "a price is the sum of its lines",
        query: "select b.id from bookings.bookings b where b.price_snapshot_json ? 'lines' and b.price_cents <> \
            (select coalesce(sum((line ->> 'amount')::bigint), 0) from jsonb_array_elements(b.price_snapshot_json -> 'lines') as line)",
    },
    Law {
        name: "the story of a booking leads to where it stands",
        // Each state is come to as often as it is left, but for the one where it stands: whatever order a moment is told in.
        query: "select b.id from bookings.bookings b, unnest(enum_range(null::bookings.booking_status)) as state \
            where (select count(*) from bookings.booking_history h where h.booking_id = b.id and h.field_changed = 'status' \
                and h.new_value = state::text) - (select count(*) from bookings.booking_history h where h.booking_id = b.id \
                and h.field_changed = 'status' and h.old_value = state::text) <> (state = b.status)::int",
    },
    Law {
        name: "a version is raised with every state",
        query: "select b.id from bookings.bookings b where b.version < (select count(*) from bookings.booking_history h \
            where h.booking_id = b.id and h.field_changed = 'status')",
    },
    Law {
        name: "a coupon is used no more often than it may be",
        query: "select c.id from catalog.coupons c join bookings.coupon_uses u on u.coupon_id = c.id \
            join bookings.bookings b on b.id = u.booking_id where b.status not in ('cancelled', 'expired') and b.deleted_at is null \
            group by c.id having count(*) > c.most_uses",
    },
    Law {
        name: "whoever has a coupon in the price has used it, and the other way round",
        query: "select b.id from bookings.bookings b where exists (select from bookings.coupon_uses u where u.booking_id = b.id) <> \
            (coalesce(b.price_snapshot_json @> '{\"lines\": [{\"kind\": \"coupon\"}]}', false) \
            or exists (select from bookings.booking_lines l where l.booking_id = b.id and l.dropped @> '[{\"kind\": \"coupon\"}]'))",
    },
    Law {
        name: "what the waiting list offers is held, and nothing else of it is",
        query: "select w.id from bookings.waitlist w left join scheduling.reservations r on r.id = w.reservation_id \
            where w.deleted_at is null and case w.status \
                when 'notified' then w.response_deadline > {now} and not coalesce(r.committed_at is null \
                    and r.expires_at >= w.response_deadline and exists (select from scheduling.allocations a \
                    where a.reservation_id = r.id and a.expires_at = r.expires_at), false) \
                when 'converted' then w.booking_id is null and r.id is not null \
                    and not exists (select from bookings.bookings b where b.reservation_id = r.id) \
                else coalesce(r.committed_at is null and r.expires_at > {now}, false) end",
    },
    Law {
        name: "a series is one guest's, and its places have no gap",
        query: "select s.series_id from bookings.series_bookings s join bookings.bookings b on b.id = s.booking_id group by s.series_id \
            having count(distinct b.customer_id) <> 1 or min(s.place) <> 1 or max(s.place) <> count(*) \
            union all select s.id from bookings.booking_series s \
            where not exists (select from bookings.series_bookings m where m.series_id = s.id)",
    },
    Law {
        name: "what waits for the shop has its term, and what does not is proposed nothing",
        query: "select b.id from bookings.bookings b where b.status = 'pending' and b.deleted_at is null \
                and not exists (select from bookings.booking_requests q where q.booking_id = b.id) \
            union all select o.id from bookings.request_offers o join bookings.bookings b on b.id = o.booking_id \
                join scheduling.reservations r on r.id = o.reservation_id \
                where b.status <> 'pending' and r.committed_at is null and r.expires_at > {now}",
    },
    Law {
        name: "nobody pays more than is owed",
        query: "select b.id from bookings.bookings b where b.price_cents < (select coalesce(sum(p.amount_cents), 0) \
            from payments.booking_payments p where p.booking_id = b.id and p.status = 'succeeded')",
    },
    Law {
        name: "no job is there twice",
        query: "select min(j.id::text)::uuid from queue.queue_jobs j where j.status in ('waiting', 'running') \
            group by j.job_type, coalesce(j.once_key, j.payload_json ->> 'notice', j.id::text) having count(*) > 1",
    },
];

/// The query for everything that breaks any of them.
pub fn query(app: &TestApp) -> String {
    let now = app.clock().now();
    let now = format!("timestamptz '{}'", now.to_rfc3339());
    let laws: Vec<String> = LAWS
        .iter()
        .map(|law| {
            let query = law.query.replace("{now}", &now).replace("{stands}", STANDS);
            format!(
                "select '{}: ' || broken.id as line from ({query}) as broken (id)",
                law.name.replace('\'', "''")
            )
        })
        .collect();
    laws.join(" union all ")
}

/// Every law that does not hold somewhere, with the key of what breaks it.
pub fn broken(app: &TestApp) -> Vec<String> {
    let query = query(app);
    let every = businesses(app).into_iter();
    every
        .flat_map(|business| lines(app, business, &query))
        .collect()
}

/// Fails unless all of them hold everywhere.
pub fn hold(app: &TestApp) {
    let broken = broken(app);
    assert!(broken.is_empty(), "{broken:#?}");
}

fn businesses(app: &TestApp) -> Vec<BusinessId> {
    let all = app.platform(|tx| {
        let all = "select id::text as line from businesses.businesses";
        Ok(sql::lines(tx.conn(), all))
    });
    all.iter().map(|id| id.parse().unwrap()).collect()
}
