delete from scheduling.allocations where block_id is not null;
alter table scheduling.allocations drop column block_id;
alter table scheduling.allocations drop constraint if exists allocations_one_claim;
drop table scheduling.blocks;
