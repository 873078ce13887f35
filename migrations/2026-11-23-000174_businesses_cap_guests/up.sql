-- How much one guest books by themselves, and whether they may move what they could not call off for nothing any more.

alter table businesses.business_settings
    add column most_ahead smallint not null default 5 constraint business_settings_most_ahead check (most_ahead between 1 and 99),
    add column most_a_day smallint constraint business_settings_most_a_day check (most_a_day between 1 and 99),
    add column most_starts_a_day smallint constraint business_settings_starts_a_day check (most_starts_a_day between 1 and 999),
    add column most_starts_a_week smallint constraint business_settings_starts_a_week check (most_starts_a_week between 1 and 9999),
    add column moves_while_free boolean not null default false;
comment on column businesses.business_settings.most_ahead is 'So many bookings of one guest lie ahead at most; staff book more';
comment on column businesses.business_settings.most_a_day is 'So many bookings of one guest are on one business day at most; NULL is as many as lie ahead';
comment on column businesses.business_settings.most_starts_a_day is
    'Guests book no more where so many begin on a day of the calendar, whoever booked them; most_starts_a_week: from Monday to Sunday';
comment on column businesses.business_settings.moves_while_free is
    'Guests move a booking only as long as calling it off costs nothing, and change_until_minutes holds as well';
