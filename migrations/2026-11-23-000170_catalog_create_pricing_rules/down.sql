drop table catalog.service_pricing_rules;
drop table catalog.pricing_rules;
