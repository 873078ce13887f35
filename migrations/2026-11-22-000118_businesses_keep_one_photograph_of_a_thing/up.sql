-- Of a service and of somebody who works there one photograph each; which of them it is stands with the service and with the
-- person, in steps of their own.

alter table businesses.business_media
    drop constraint business_media_place,
    add constraint business_media_place check (place in ('gallery', 'logo', 'service', 'person'));
-- Two services may show the same; a gallery and a mark may not.
drop index businesses.business_media_one_picture;
create unique index business_media_one_picture on businesses.business_media (business_id, place, picture)
    where picture <> '' and place in ('gallery', 'logo');
comment on column businesses.business_media.place is 'Where it is shown: among the photographs, as the mark in the head of every page, with a service or with somebody who works there';
