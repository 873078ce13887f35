-- The story of a booking is never altered, but for one thing: why somebody did something is in their own words, and those
-- go when the person is forgotten. What happened and when stays.

grant update (reason) on bookings.booking_history to omotenashi_app;
create function bookings.only_forget() returns trigger language plpgsql as
$$
begin
    if new.reason is distinct from old.reason and new.reason <> '' then
        raise exception 'the story of a booking is never altered';
    end if;
    return new;
end $$;
comment on function bookings.only_forget() is 'Lets words be taken out of a story, never put in';
create trigger only_forget before update on bookings.booking_history for each row execute function bookings.only_forget();
alter policy person on bookings.booking_history using (booking_id = any (array(select id from bookings.bookings)));
