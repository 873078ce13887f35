alter table catalog.services drop column photo_id;
