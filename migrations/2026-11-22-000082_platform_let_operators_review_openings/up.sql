-- New businesses are live at once. Operators who wish to look at them first turn this on.
-- A flag has one description, so it is in both languages. The trail begins after what the house itself has put there.
alter table platform.feature_flags disable trigger audit;
insert into platform.feature_flags (name, description, is_enabled) values
    ('business-review', '新しい店舗は運営の審査のあとに公開されます / New businesses are reviewed before they go live', false);
alter table platform.feature_flags enable trigger audit;
