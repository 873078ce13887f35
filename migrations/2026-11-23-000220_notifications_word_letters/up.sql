-- How a shop's letters to its guests sound, and the words that it has written itself for some of them. Without a row: polite,
-- and in the words of the house.

create table notifications.letter_styles (
    id uuid constraint letter_styles_pkey primary key default uuid_generate_v4(),
    business_id uuid not null constraint letter_styles_one unique references businesses.businesses (id) on delete cascade,
    tone notifications.tone not null default 'polite'
);
create trigger audit after insert or update or delete on notifications.letter_styles
    for each row execute function audit.record();
call platform.protect('notifications.letter_styles');
comment on table notifications.letter_styles is 'How a shop speaks to its guests';

create table notifications.letter_wordings (
    id uuid constraint letter_wordings_pkey primary key default uuid_generate_v4(),
    business_id uuid not null constraint letter_wordings_business references businesses.businesses (id) on delete cascade,
    occasion text not null constraint letter_wordings_occasion check (occasion ~ '^[a-z_]{1,40}$'),
    locale text not null constraint letter_wordings_locale check (locale in ('ja', 'en')),
    subject_line text not null default '' constraint letter_wordings_subject check (char_length(subject_line) <= 400 and subject_line !~ '[\n\r]'),
    opening text not null default '' constraint letter_wordings_opening check (char_length(opening) <= 4000),
    closing text not null default '' constraint letter_wordings_closing check (char_length(closing) <= 4000),
    constraint letter_wordings_one unique (business_id, occasion, locale),
    constraint letter_wordings_something check (subject_line || opening || closing <> '')
);
create trigger audit after insert or update or delete on notifications.letter_wordings
    for each row execute function audit.record();
call platform.protect('notifications.letter_wordings');
comment on table notifications.letter_wordings is 'What a shop says in its own words in a letter to its guests, in one language';
comment on column notifications.letter_wordings.occasion is 'Which letter: notifications/occasion.rs has them';
comment on column notifications.letter_wordings.subject_line is 'With names in double braces for what differs from letter to letter; empty: the words of the house';
comment on column notifications.letter_wordings.opening is 'Before what has happened; several lines';
comment on column notifications.letter_wordings.closing is 'Before the signature; several lines';
