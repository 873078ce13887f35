-- A question may ask for files (IF4): photographs and papers, which go with the answers and are kept apart.

alter type catalog.question_kind add value 'file';
comment on type catalog.question_kind is 'How a question is answered; a consent has a wording and is signed with a name, a file is a photograph or a PDF';
