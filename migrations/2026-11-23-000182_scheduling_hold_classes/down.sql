drop table scheduling.class_checks;
drop table scheduling.class_dates;
drop table scheduling.class_rules;
