alter table scheduling.resources drop column photo_id;
