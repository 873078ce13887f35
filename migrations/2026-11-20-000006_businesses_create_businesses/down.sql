alter table queue.queue_jobs drop constraint queue_jobs_business_fkey;
drop table businesses.staff_assignments, businesses.business_media, businesses.business_holidays, businesses.business_hours,
    businesses.business_documents, businesses.business_verifications, businesses.business_settings, businesses.businesses,
    businesses.verticals;
drop type businesses.kana_rule, businesses.media_type, businesses.staff_role, businesses.verification_status,
    businesses.onboarding_status, businesses.business_status;
