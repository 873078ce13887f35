-- Claims on hours, in the order they are asked for. Binds: people, starts.
select (select count(*) from scheduling.allocations a
    where a.resource_id = hour.person and a.start_at < hour.start + interval '1 hour' and a.end_at > hour.start) as claims
from unnest($1, $2) with ordinality as hour (person, start, place)
order by hour.place
