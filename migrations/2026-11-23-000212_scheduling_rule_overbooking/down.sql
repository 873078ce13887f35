drop table scheduling.overbooking_rules;
