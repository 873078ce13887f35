-- Whoever searches the town for a party sees which tables may be put together, by their keys and sizes alone.

grant select (id, business_id, least, most, sort_order, deleted_at) on scheduling.table_groups to omotenashi_town;
create policy town on scheduling.table_groups for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
grant select (business_id, group_id, resource_id) on scheduling.table_group_members to omotenashi_town;
create policy town on scheduling.table_group_members for select to omotenashi_town
    using (business_id in (select id from businesses.businesses));
