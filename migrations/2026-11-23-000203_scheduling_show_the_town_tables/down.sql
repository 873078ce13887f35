drop policy town on scheduling.table_group_members;
drop policy town on scheduling.table_groups;
revoke select (business_id, group_id, resource_id) on scheduling.table_group_members from omotenashi_town;
revoke select (id, business_id, least, most, sort_order, deleted_at) on scheduling.table_groups from omotenashi_town;
