-- What a business asks of a guest before they come (IF1 to IF3): questions with a kind, hung on services like options are, some
-- of them only for whoever has given a certain answer to an earlier one.

create type catalog.question_kind as enum ('line', 'lines', 'one', 'several', 'date', 'consent');
comment on type catalog.question_kind is 'How a question is answered; a consent has a wording and is signed with a name';

create table catalog.questions (
    id uuid constraint questions_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    kind catalog.question_kind not null,
    name_ja text not null constraint questions_name check (char_length(name_ja) between 1 and 200),
    name_en text not null default '',
    description_ja text not null default '',
    description_en text not null default '',
    wording_ja text not null default '',
    wording_en text not null default '',
    choices jsonb not null default '[]' constraint questions_choices
        check (jsonb_typeof(choices) = 'array' and jsonb_array_length(choices) <= 30),
    is_required boolean not null default false,
    is_health boolean not null default false,
    only_if uuid,
    only_if_choice smallint,
    sort_order smallint not null default 0,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint questions_business_id_id_key unique (business_id, id),
    constraint questions_answerable check ((kind in ('one', 'several')) = (jsonb_array_length(choices) > 0)),
    constraint questions_agreeable check (kind <> 'consent' or wording_ja <> ''),
    constraint questions_condition check (only_if is null or only_if_choice is not null and only_if <> id),
    constraint questions_only_if_fkey foreign key (business_id, only_if)
        references catalog.questions (business_id, id) on delete set null (only_if)
);
create index idx_questions_business on catalog.questions (business_id, sort_order);
create index idx_questions_only_if on catalog.questions (business_id, only_if);
create trigger audit after insert or update or delete on catalog.questions for each row execute function audit.record();
create trigger revise after insert or update or delete on catalog.questions for each row execute function platform.revise();
call platform.protect('catalog.questions');
comment on table catalog.questions is 'What a business asks of a guest beforehand';
comment on column catalog.questions.description_ja is 'A hint beside the question';
comment on column catalog.questions.wording_ja is 'What a consent agrees to, in full';
comment on column catalog.questions.choices is 'In order: key, ja, en; a key stays with its choice when its words change';
comment on column catalog.questions.is_health is 'Whether its answer is about health: guests agree separately before they give it';
comment on column catalog.questions.only_if is 'Asked only of whoever has chosen only_if_choice there; counts where that question is asked before it';

create table catalog.service_questions (
    id uuid constraint service_questions_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    service_id uuid not null,
    question_id uuid not null,
    constraint service_questions_once unique (service_id, question_id),
    constraint service_questions_service_fkey foreign key (business_id, service_id)
        references catalog.services (business_id, id) on delete cascade,
    constraint service_questions_question_fkey foreign key (business_id, question_id)
        references catalog.questions (business_id, id) on delete cascade
);
create index idx_service_questions_question on catalog.service_questions (question_id);
create trigger revise after insert or update or delete on catalog.service_questions for each row execute function platform.revise();
call platform.protect('catalog.service_questions');
comment on table catalog.service_questions is 'For which services a question is asked';
