-- How somebody wants their letters. No row: as everybody gets them. What later kinds of letters leave open becomes a column
-- of its own with a default, so that nobody's choice is made for them.

create table accounts.message_preferences (
    user_id uuid constraint message_preferences_pkey primary key references accounts.users (id) on delete cascade,
    bookings_in_own_language boolean not null default false,
    has_calendar boolean not null default true,
    is_text_only boolean not null default false,
    about_own_acts boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create trigger touch before update on accounts.message_preferences for each row execute function platform.touch();
comment on table accounts.message_preferences is 'How somebody wants their letters; no row means the defaults';
comment on column accounts.message_preferences.bookings_in_own_language is 'Letters about bookings in the language of the account, and not in that of the pages the booking was made on';
comment on column accounts.message_preferences.has_calendar is 'Whether letters about bookings bring a file for calendars';
comment on column accounts.message_preferences.is_text_only is 'Whether letters come without their HTML';
comment on column accounts.message_preferences.about_own_acts is 'Whether they are told by letter what they changed or called off themselves';

-- As the whole room: inside a business nobody reads it.
revoke all on accounts.message_preferences from omotenashi_app, omotenashi_person;
