alter table scheduling.allocations drop column chosen;
