-- Opening hours can change from a date on (FEATURES "Preview before you publish"): a week says since when it holds, and the
-- latest week that has begun holds as a whole. Weeks that were are kept, so that past days are drawn as they were.

alter table businesses.business_hours add column valid_from date not null default date '2000-01-01';
alter table businesses.business_hours add constraint business_hours_valid_from
    check (valid_from between date '2000-01-01' and date '2200-12-31');
comment on column businesses.business_hours.valid_from is 'The first business day of the week this row belongs to; a later week replaces an earlier one as a whole';
