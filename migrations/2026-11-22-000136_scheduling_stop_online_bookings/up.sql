-- Who takes no bookings that guests make by themselves.

alter table scheduling.resources add column takes_online boolean not null default true;
comment on column scheduling.resources.takes_online is 'Whether what guests book by themselves can take it; staff can book it all the same';
