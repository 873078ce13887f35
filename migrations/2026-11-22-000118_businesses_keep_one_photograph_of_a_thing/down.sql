delete from businesses.business_media where place in ('service', 'person');
comment on column businesses.business_media.place is 'Where it is shown: among the photographs, or as the mark in the head of every page';
drop index businesses.business_media_one_picture;
create unique index business_media_one_picture on businesses.business_media (business_id, place, picture)
    where picture <> '';
alter table businesses.business_media
    drop constraint business_media_place,
    add constraint business_media_place check (place in ('gallery', 'logo'));
