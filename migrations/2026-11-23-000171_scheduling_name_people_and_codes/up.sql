-- A rule of prices may be about what one person does, and a hold keeps the code of a coupon until the booking is made.

alter table catalog.pricing_rules add constraint pricing_rules_resource_fkey foreign key (business_id, resource_id)
    references scheduling.resources (business_id, id) on delete cascade;
create index idx_pricing_rules_resource on catalog.pricing_rules (resource_id);
comment on column catalog.pricing_rules.resource_id is 'Whoever serves, chosen by the guest or not';

alter table scheduling.reservations
    add column coupon_code text not null default '' constraint reservations_coupon_code check (char_length(coupon_code) <= 40);
comment on column scheduling.reservations.coupon_code is 'What was typed as the code of a coupon, whether there is one or not';
