-- What a new owner still has to do stands on the first page of the back office until they put it away.

alter table businesses.business_settings add column first_steps_away_at timestamptz;
comment on column businesses.business_settings.first_steps_away_at is
    'Since when the list of first steps is put away; NULL: it is shown';
