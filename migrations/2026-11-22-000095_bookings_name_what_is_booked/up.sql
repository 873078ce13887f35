-- What was booked, as one line: the service and the options that were chosen with it, by the names they had.

create function bookings.booked_as(price jsonb, lang text) returns text language sql immutable parallel safe as
$$
    select case when lang = 'ja' or bool_and(line ->> 'name_en' <> '')
        then string_agg(line ->> ('name_' || lang), ' + ' order by place) else '' end
    from jsonb_array_elements(price -> 'lines') with ordinality as lines (line, place)
    where line ->> 'kind' in ('service', 'option')
$$;
comment on function bookings.booked_as(jsonb, text) is 'Service and options out of a price as it was agreed, joined; empty where one has no such name';
