drop trigger audit on businesses.business_verifications;
drop index businesses.business_verifications_one_pending;
drop table businesses.document_contents;
drop trigger audit on businesses.business_documents;
comment on column businesses.business_documents.url is null;
alter table businesses.business_documents
    alter column url drop default,
    drop constraint business_documents_business_id_id_key,
    drop column size_bytes,
    drop column content_type,
    drop column file_name;
alter table businesses.business_settings drop column bookings_stopped_reason, drop column bookings_stopped_at;
alter table businesses.businesses drop column status_reason;
