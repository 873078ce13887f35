-- What begins of some services and by some people on each day: a line for each service of a visit, of bookings and of living
-- holds. It is counted from what stands there, so that nothing need be kept in step with it.

create function bookings.lines_begun(
    services uuid[], people uuid[], since timestamptz, until timestamptz, instant timestamptz, own uuid)
    returns table (service_id uuid, resource_id uuid, begins_on date, lines bigint) language sql stable as
$$
    with standing as (
        select b.id, b.service_id, b.resource_id, b.start_at from bookings.bookings b
            where b.business_id = platform.business() and b.deleted_at is null and b.status not in ('cancelled', 'expired')
            and b.id is distinct from own and b.start_at > since - interval '36 hours' and b.start_at < until),
    held as (
        select r.service_id, r.chosen_resource_id, r.start_at, r.lines_json from scheduling.reservations r
            where r.business_id = platform.business() and r.committed_at is null and r.expires_at > instant
            and r.id is distinct from own and r.start_at > since - interval '36 hours' and r.start_at < until
            and exists (select from scheduling.allocations a where a.reservation_id = r.id)),
    each_line as (
        select s.service_id, s.resource_id, s.start_at from standing s
            where not exists (select from bookings.booking_lines l where l.booking_id = s.id)
        union all select l.service_id, l.resource_id, l.start_at from standing s
            join bookings.booking_lines l on l.booking_id = s.id where l.cancelled_at is null
        union all select h.service_id, h.chosen_resource_id, h.start_at from held h where h.lines_json = '[]'
        union all select (one ->> 'service')::uuid, (one ->> 'resource')::uuid, (one ->> 'start')::timestamptz
            from held h, jsonb_array_elements(h.lines_json) as one)
    select e.service_id, e.resource_id, (e.start_at at time zone z.timezone)::date, count(*)
        from each_line e, businesses.businesses z
        where z.id = platform.business() and e.start_at >= since and e.start_at < until
        and (e.service_id = any (services) or e.resource_id = any (people))
        group by 1, 2, 3
$$;
comment on function bookings.lines_begun(uuid[], uuid[], timestamptz, timestamptz, timestamptz, uuid) is
    'How many lines of bookings and living holds begin on each day at the business of this transaction, the own booking or hold left out';
