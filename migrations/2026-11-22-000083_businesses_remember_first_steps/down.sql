alter table businesses.business_settings drop column first_steps_away_at;
