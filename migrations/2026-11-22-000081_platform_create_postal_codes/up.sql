-- Which towns a postal code stands for (Japan Post's list): several towns, and even two prefectures, may share one.

create table platform.postal_codes (
    id uuid primary key default uuid_generate_v4(),
    code text not null constraint postal_codes_code check (code ~ '^[0-9]{7}$'),
    prefecture smallint not null constraint postal_codes_prefecture check (prefecture between 1 and 47),
    city text not null,
    city_kana text not null default '',
    town text not null default '',
    town_kana text not null default '',
    constraint postal_codes_place_key unique (code, prefecture, city, town)
);
comment on table platform.postal_codes is 'Japan Post''s list of postal codes, as omotenashi import-postal-codes read it last';
comment on column platform.postal_codes.prefecture is 'JIS X 0401: 1 Hokkaido to 47 Okinawa';
comment on column platform.postal_codes.town is 'Empty where the list names none';
-- The house alone brings the list in and looks a code up.
revoke insert, update, delete on platform.postal_codes from omotenashi_app;
