select b.slug, b.id, short.id as short, long.id as long
from businesses.businesses b
join catalog.services short on short.business_id = b.id and short.sort_order = 1
join catalog.services long on long.business_id = b.id and long.sort_order = 11
where b.slug ~ '^bench-'
order by b.slug
