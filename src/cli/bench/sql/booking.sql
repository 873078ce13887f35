-- What a booking writes, as one transaction, for pgbench: the claim on time under the exclusion constraint, the
-- customer's card, the booking, its story, its link, the letter and its job.
\set minute random(1, 1000000000)
\set number random(1, 1000000000)
begin;
select set_config('role', 'omotenashi_app', true), set_config('app.role', 'visitor', true), set_config('app.business_id', :business, true), set_config('app.user_id', '', true), set_config('app.booking_token', '', true), set_config('app.request_id', '0123456789AB', true), now();
select b.id, s.slot_step_minutes, s.hold_minutes from businesses.businesses b join businesses.business_settings s on s.business_id = b.id where b.id = :business;
select id, name_ja, name_en, duration_minutes, price_cents from catalog.services where business_id = :business and id = :service;
select id, search_key from customers.customers where business_id = :business and deleted_at is null and email = 'guest' || :number || '@example.com';
with card as (select gen_random_uuid() as id) insert into customers.customers (id, business_id, name, search_key, email) select id, :business, 'pgbench', 'pgbench', 'guest' || :number || '@example.com' from card;
insert into bookings.bookings (id, business_id, number, customer_id, service_id, resource_id, start_at, end_at, business_date, price_cents) select md5(:business || :number || 'b' || :minute)::uuid, :business, left(md5(:number || 'b' || :minute), 16), id, :service, :person, timestamptz '2100-01-01' + :minute * interval '1 second', timestamptz '2100-01-01' + :minute * interval '1 second' + interval '1 second', date '2100-01-01', 3250 from customers.customers where business_id = :business and email = 'guest' || :number || '@example.com' limit 1;
insert into scheduling.allocations (business_id, resource_id, start_at, end_at, booking_id) values (:business, :person, timestamptz '2100-01-01' + :minute * interval '1 second', timestamptz '2100-01-01' + :minute * interval '1 second' + interval '1 second', md5(:business || :number || 'b' || :minute)::uuid) on conflict do nothing;
insert into bookings.booking_history (business_id, booking_id, actor, field_changed, new_value) values (:business, md5(:business || :number || 'b' || :minute)::uuid, 'customer', 'status', 'confirmed');
insert into bookings.booking_links (business_id, booking_id, token_hash) values (:business, md5(:business || :number || 'b' || :minute)::uuid, sha256((:number || 'b' || :minute)::text::bytea));
insert into notifications.notification_outbox (business_id, booking_id, kind, template, to_email, locale, data_json, scheduled_at) values (:business, md5(:business || :number || 'b' || :minute)::uuid, 'booking_confirmed', 'booking_confirmed', 'guest@example.com', 'ja', '{}', now() + interval '1 year');
insert into queue.queue_jobs (business_id, job_type, payload_json, scheduled_at) values (:business, 'pgbench', '{}', now() + interval '1 year');
end;
