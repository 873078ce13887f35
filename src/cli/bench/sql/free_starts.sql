-- Each half hour from tomorrow on with how many people have it free. Binds: business, today.
select start, people - (
    select count(distinct a.resource_id) from scheduling.allocations a
    where a.business_id = $1 and a.start_at < start + interval '30 minutes' and a.end_at > start
        and a.start_at > start - interval '3 hours') as people
from (select (day + make_interval(mins => 540 + 30 * half)) at time zone 'Asia/Tokyo' as start,
        (select count(*) from scheduling.resources r where r.business_id = $1 and r.resource_type = 'staff') as people
    from generate_series($2::date + interval '1 day', $2::date + interval '59 days', interval '1 day') as day,
        generate_series(0, 17) as half) as halves
