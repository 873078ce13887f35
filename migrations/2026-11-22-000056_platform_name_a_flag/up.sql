-- Operators read it on Japanese and English pages: a flag has one description, so it is in both.
update platform.feature_flags set description = 'ログインした人が店舗を登録できます / Anyone signed in can register a business'
where name = 'business-applications' and description = 'Anybody who is signed in may apply for a shop';
