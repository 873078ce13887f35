-- A value cannot be taken from a type: the type is made anew without it.
delete from catalog.questions where kind::text = 'file';
alter table catalog.questions
    drop constraint questions_answerable,
    drop constraint questions_agreeable;
alter type catalog.question_kind rename to question_kind_with_files;
create type catalog.question_kind as enum ('line', 'lines', 'one', 'several', 'date', 'consent');
comment on type catalog.question_kind is 'How a question is answered; a consent has a wording and is signed with a name';
alter table catalog.questions
    alter column kind type catalog.question_kind using kind::text::catalog.question_kind,
    add constraint questions_answerable check ((kind in ('one', 'several')) = (jsonb_array_length(choices) > 0)),
    add constraint questions_agreeable check (kind <> 'consent' or wording_ja <> '');
drop type catalog.question_kind_with_files;
