alter table scheduling.resources drop column takes_online;
