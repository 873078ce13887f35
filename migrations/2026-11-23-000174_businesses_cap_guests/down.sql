alter table businesses.business_settings drop column moves_while_free, drop column most_starts_a_week, drop column most_starts_a_day,
    drop column most_a_day, drop column most_ahead;
