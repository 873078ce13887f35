drop trigger audit on businesses.business_media;
drop trigger touch on businesses.business_media;
drop index businesses.business_media_one_picture;
drop index businesses.business_media_one_logo;
-- Before them nothing was removed without going, there was no mark, and every row was a file of the program.
delete from businesses.business_media where picture <> '' or place <> 'gallery' or deleted_at is not null;
alter table businesses.business_media
    drop constraint business_media_featured,
    drop constraint business_media_captions,
    drop constraint business_media_business_id_id_key,
    drop column deleted_at,
    drop column updated_at,
    drop column size_bytes,
    drop column height,
    drop column width,
    drop column ending,
    drop column picture,
    drop column place,
    alter column url drop default;
comment on table businesses.business_media is null;
comment on column businesses.business_media.url is null;
comment on column businesses.business_media.is_featured is null;
