-- Photographs of their own: what was drawn for the demo town stays a file of the program (`url`), what an owner sends is made
-- anew and lies where `OC_MEDIA` says (`picture`).

alter table businesses.business_media
    alter column url set default '',
    add column place text not null default 'gallery'
        constraint business_media_place check (place in ('gallery', 'logo')),
    add column picture text not null default ''
        constraint business_media_picture check (picture ~ '^([0-9a-f]{64})?$'),
    add column ending text not null default 'jpg' constraint business_media_ending check (ending in ('jpg', 'png')),
    add column width integer not null default 800 constraint business_media_width check (width between 1 and 20000),
    add column height integer not null default 600 constraint business_media_height check (height between 1 and 20000),
    add column size_bytes integer not null default 0,
    add column updated_at timestamptz not null default now(),
    add column deleted_at timestamptz,
    add constraint business_media_business_id_id_key unique (business_id, id),
    add constraint business_media_captions check (length(caption_ja) <= 200 and length(caption_en) <= 200),
    add constraint business_media_featured check (not is_featured or place = 'gallery' and deleted_at is null);

-- One mark at a time; the ones before it can be had back.
create unique index business_media_one_logo on businesses.business_media (business_id)
    where place = 'logo' and deleted_at is null;
-- The same photograph once: whoever sends one that was removed gets that one back.
create unique index business_media_one_picture on businesses.business_media (business_id, place, picture)
    where picture <> '';

create trigger touch before update on businesses.business_media for each row execute function platform.touch();
create trigger audit after insert or update or delete on businesses.business_media
    for each row execute function audit.record('url', 'picture');

comment on table businesses.business_media is 'Photographs of a business and its mark';
comment on column businesses.business_media.url is 'A file of the program, by its path; empty where the photograph is the owner''s own';
comment on column businesses.business_media.place is 'Where it is shown: among the photographs, or as the mark in the head of every page';
comment on column businesses.business_media.picture is 'The hash of its widest file, under which all of them lie; empty for a file of the program';
comment on column businesses.business_media.is_featured is 'The one above the shop''s page and in lists of shops';
comment on column businesses.business_media.width is 'Of the widest file, in pixels; which others there are follows from it';
comment on column businesses.business_media.size_bytes is 'All of its files together';
comment on column businesses.business_media.deleted_at is 'Removed; its files stay, so that it can be had back';
