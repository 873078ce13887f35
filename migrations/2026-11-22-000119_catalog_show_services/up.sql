-- What a service looks like.

alter table catalog.services
    add column photo_id uuid,
    add constraint services_photo_fkey foreign key (business_id, photo_id)
        references businesses.business_media (business_id, id) on delete set null (photo_id);
create index idx_services_photo on catalog.services (business_id, photo_id) where photo_id is not null;
comment on column catalog.services.photo_id is 'The one photograph of it; one that was removed stays named, so that it can be had back';
