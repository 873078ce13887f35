-- Why it was somebody's turn, beside the time that was taken for it: a hold passes it on to its booking with the time itself.

alter table scheduling.allocations add column chosen jsonb
    constraint allocations_chosen check (jsonb_typeof(chosen) = 'object');
comment on column scheduling.allocations.chosen is
    'The rule by which this one was chosen, with its figures; in one row of each claim and resource, NULL where nobody chose';
