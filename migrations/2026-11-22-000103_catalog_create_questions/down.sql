drop table catalog.service_questions;
drop table catalog.questions;
drop type catalog.question_kind;
