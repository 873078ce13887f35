-- Whoever waits, waits for a visit of several services as for one: a row for each of its services. Who waits for one service has
-- none; their own row says all of it, and of a visit it says the first. A booking that would move up has its own services.

alter table bookings.waitlist
    add column visit_services text not null default '',
    add constraint waitlist_business_id_id_key unique (business_id, id);
-- One open place a customer and wish: the services of a visit are another wish than each of them alone.
drop index bookings.waitlist_one_open;
create unique index waitlist_one_open on bookings.waitlist (customer_id, service_id, visit_services)
    where status in ('active', 'notified') and deleted_at is null;
comment on column bookings.waitlist.visit_services is 'The services of a visit of several, guest after guest, by key; empty for one service';

create table bookings.waitlist_lines (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    waitlist_id uuid not null,
    part smallint not null constraint waitlist_lines_part check (part between 0 and 31),
    guest smallint not null constraint waitlist_lines_guest check (guest between 0 and 31),
    service_id uuid,
    resource_id uuid,
    party_size smallint not null default 1 constraint waitlist_lines_party check (party_size >= 1),
    wait_minutes smallint not null default 0 constraint waitlist_lines_wait check (wait_minutes >= 0),
    option_ids uuid[] not null default '{}',
    constraint waitlist_lines_part_key unique (waitlist_id, part),
    constraint waitlist_lines_waitlist_fkey foreign key (business_id, waitlist_id)
        references bookings.waitlist (business_id, id) on delete cascade,
    constraint waitlist_lines_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete set null (service_id),
    constraint waitlist_lines_resource_fkey foreign key (business_id, resource_id)
        references scheduling.resources (business_id, id) on delete set null (resource_id)
);
create index idx_waitlist_lines_service on bookings.waitlist_lines (service_id);
create index idx_waitlist_lines_resource on bookings.waitlist_lines (resource_id);
call platform.protect('bookings.waitlist_lines');
comment on table bookings.waitlist_lines is 'The services of a visit of several that somebody waits for';
comment on column bookings.waitlist_lines.part is 'Which of them, counted from 0';
comment on column bookings.waitlist_lines.guest is 'Whose, counted from 0';
comment on column bookings.waitlist_lines.service_id is 'What; NULL when the menu has lost it, and then nothing is offered any more';
comment on column bookings.waitlist_lines.resource_id is 'With whom; NULL is anybody';
comment on column bookings.waitlist_lines.wait_minutes is 'How long the guest waits for it at most, once the one before is over';
