-- Whoever searches the town counts what begins of the services and by the people that some shops have capped, for all of those
-- shops at once. It sees of a booking what it is of, by whom and from when, only at shops that have said how much may begin.

grant usage on schema bookings to omotenashi_town;
grant select (id, business_id, service_id, resource_id, start_at, status, deleted_at) on bookings.bookings to omotenashi_town;
create policy town on bookings.bookings for select to omotenashi_town
    using (business_id in (select business_id from scheduling.line_caps));
grant select (booking_id, business_id, service_id, resource_id, start_at, cancelled_at) on bookings.booking_lines to omotenashi_town;
create policy town on bookings.booking_lines for select to omotenashi_town
    using (business_id in (select business_id from scheduling.line_caps));

create function bookings.capped_lines_begun(shops uuid[], since timestamptz, until timestamptz, instant timestamptz)
    returns table (business_id uuid, service_id uuid, resource_id uuid, begins_on date, lines bigint) language sql stable as
$$
    with standing as (
        select b.business_id, b.id, b.service_id, b.resource_id, b.start_at from bookings.bookings b
            where b.business_id = any (shops) and b.deleted_at is null and b.status not in ('cancelled', 'expired')
            and b.start_at > since - interval '36 hours' and b.start_at < until),
    held as (
        select r.business_id, r.service_id, r.chosen_resource_id, r.start_at, r.lines_json from scheduling.reservations r
            where r.business_id = any (shops) and r.committed_at is null and r.expires_at > instant
            and r.start_at > since - interval '36 hours' and r.start_at < until
            and exists (select from scheduling.allocations a where a.reservation_id = r.id)),
    each_line as (
        select s.business_id, s.service_id, s.resource_id, s.start_at from standing s
            where not exists (select from bookings.booking_lines l where l.booking_id = s.id)
        union all select s.business_id, l.service_id, l.resource_id, l.start_at from standing s
            join bookings.booking_lines l on l.booking_id = s.id where l.cancelled_at is null
        union all select h.business_id, h.service_id, h.chosen_resource_id, h.start_at from held h where h.lines_json = '[]'
        union all select h.business_id, (one ->> 'service')::uuid, (one ->> 'resource')::uuid, (one ->> 'start')::timestamptz
            from held h, jsonb_array_elements(h.lines_json) as one)
    select e.business_id, e.service_id, e.resource_id, (e.start_at at time zone z.timezone)::date, count(*)
        from each_line e join businesses.businesses z on z.id = e.business_id
        where e.start_at >= since and e.start_at < until
        and exists (select from scheduling.line_caps c where c.business_id = e.business_id
            and (c.service_id = e.service_id or c.resource_id = e.resource_id))
        group by 1, 2, 3, 4
$$;
comment on function bookings.capped_lines_begun(uuid[], timestamptz, timestamptz, timestamptz) is
    'What lines_begun says of one business, of several: how many lines begin on each day of what they have capped';
