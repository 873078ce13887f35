-- Hours that a person has free, the next ones first. Binds: business, today.
select r.id as person, hours.start
from (select (day + make_interval(hours => 9 + hour)) at time zone 'Asia/Tokyo' as start
    from generate_series($2::date + interval '2 days', $2::date + interval '59 days', interval '1 day') as day,
        generate_series(0, 8) as hour) as hours
join scheduling.resources r on r.business_id = $1 and r.resource_type = 'staff'
where not exists (
    select from scheduling.allocations a where a.business_id = $1 and a.resource_id = r.id
        and a.start_at < hours.start + interval '1 hour' and a.end_at > hours.start)
order by hours.start, r.id
