-- The waiting list: what somebody would come for, as widely as they like, whether their address is theirs, and the hold that
-- is offered to them. An offer is nothing but a hold, so nothing else has to know of it.

alter table bookings.waitlist
    add column preferred_until date,
    add column weekdays smallint not null default 127
        constraint waitlist_weekdays check (weekdays between 1 and 127),
    add column resource_id uuid,
    add column option_ids uuid[] not null default '{}',
    add column locale text not null default 'ja' constraint waitlist_locale check (locale in ('ja', 'en')),
    add column booking_id uuid,
    add column reservation_id uuid,
    add column proved_at timestamptz,
    add column version integer not null default 1,
    add constraint waitlist_days check (preferred_until >= preferred_date),
    add constraint waitlist_hours check (preferred_time_end > preferred_time_start),
    add constraint waitlist_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete set null (resource_id),
    add constraint waitlist_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade,
    add constraint waitlist_reservation_fkey foreign key (business_id, reservation_id)
        references scheduling.reservations (business_id, id) on delete set null (reservation_id);
-- One open place a customer and service (seed 000).
create unique index waitlist_one_open on bookings.waitlist (customer_id, service_id)
    where status in ('active', 'notified') and deleted_at is null;
-- Whose turn it is, shop by shop.
create index waitlist_open on bookings.waitlist (business_id, priority desc, created_at, id)
    where status in ('active', 'notified') and deleted_at is null;
create index waitlist_booking on bookings.waitlist (booking_id) where booking_id is not null;
create index waitlist_reservation on bookings.waitlist (reservation_id) where reservation_id is not null;
create index waitlist_resource on bookings.waitlist (resource_id) where resource_id is not null;
-- The clock asks at which businesses anybody waits.
alter policy house on bookings.waitlist using (true);
comment on table bookings.waitlist is 'Who would come if a time came free; whoever is offered one has a hold until response_deadline';
comment on column bookings.waitlist.preferred_date is 'The first business day that is wished for';
comment on column bookings.waitlist.preferred_until is 'The last one';
comment on column bookings.waitlist.weekdays is 'Which days of the week, as a sum: 1 Sunday, 2 Monday, to 64 Saturday';
comment on column bookings.waitlist.resource_id is 'With whom; NULL is anybody';
comment on column bookings.waitlist.booking_id is 'The later booking that would be moved to an earlier time; NULL where a new one would be made';
comment on column bookings.waitlist.reservation_id is 'The hold that is offered, or was last';
comment on column bookings.waitlist.proved_at is 'When whoever reads the address said that it was them; nobody is offered anything before';
