-- What somebody who works there looks like.

alter table scheduling.resources
    add column photo_id uuid,
    add constraint resources_photo_fkey foreign key (business_id, photo_id)
        references businesses.business_media (business_id, id) on delete set null (photo_id);
create index idx_resources_photo on scheduling.resources (business_id, photo_id) where photo_id is not null;
comment on column scheduling.resources.photo_id is 'The one photograph of a person; one that was removed stays named, so that it can be had back';
