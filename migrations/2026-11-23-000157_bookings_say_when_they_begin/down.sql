update scheduling.allocations set begins_at = null where false;
