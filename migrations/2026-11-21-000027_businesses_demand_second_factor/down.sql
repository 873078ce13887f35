alter table businesses.business_settings drop column second_factor_since;
