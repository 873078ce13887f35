alter table businesses.business_hours drop column valid_from;
