drop trigger audit on platform.feature_flags;
delete from platform.feature_flags where name = 'business-applications';
alter table platform.feature_flags drop column version;
drop table platform.switches;
drop function platform.revise_everybody();
