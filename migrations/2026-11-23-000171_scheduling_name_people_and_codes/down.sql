alter table scheduling.reservations drop column coupon_code;
comment on column catalog.pricing_rules.resource_id is null;
drop index catalog.idx_pricing_rules_resource;
alter table catalog.pricing_rules drop constraint pricing_rules_resource_fkey;
